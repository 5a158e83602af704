// An article as an `<item>` of RSS 2.0 (rss.ts), rendered when the site is compiled.

import type { Enclosure, Source } from "../catalog/article.ts";
import type { Entry, EntryParts } from "./feed.ts";
import { fillLayout } from "./layout.ts";
import { imageOf, mediaOf, writeMedia } from "./media.ts";
import { entryValues, rfc822Date } from "./values.ts";
import { itemLayout } from "./writer.ts";
import { element, escapeText, splitAtMarkup, type XmlElement } from "./xml.ts";

/** One `<item>` around its content, the same in every feed. */
export function renderRssEntry(entry: Entry): EntryParts {
  const item = fillLayout(itemLayout(entry.categories.length), {
    ...entryValues(entry),
    // A description is HTML: the plain text is escaped into that here, and like all text when it is written.
    summary: escapeText(entry.summary),
    published: rfc822Date(entry.published),
  });
  const children = [...item.children, ...completeItem(entry)];
  const { open, close } = splitAtMarkup(
    { ...item, attributes: { "xml:lang": entry.lang }, children },
    "content:encoded",
  );
  return { open, content: entry.content, close: entry.note + close };
}

/** What `feed` does not write of an item. `<author>` wants an e-mail address, so bylines are `dc:creator`. */
function completeItem(entry: Entry): XmlElement[] {
  const { byline, source, image, enclosures } = entry;
  const [enclosure, ...others] = enclosures;
  const elements: XmlElement[] = [];
  if (entry.updated !== entry.published) elements.push(element("atom:updated", {}, entry.updated));
  if (!entry.dated) elements.push(element("dcterms:available", {}, entry.firstSeen));
  if (byline !== null) elements.push(element("dc:creator", {}, byline));
  elements.push(...writeSource(source));
  if (enclosure !== undefined) elements.push(writeEnclosure(enclosure));
  if (image !== null) elements.push(writeMedia(imageOf(image, entry.imageLength)));
  return [...elements, ...others.map((enclosure) => writeMedia(mediaOf(enclosure)))];
}

/** Where a republished article came from: `<source>` wants an address, a name alone is `dc:source`. */
function writeSource(source: Source | null): XmlElement[] {
  if (source === null) return [];
  const { name, url } = source;
  if (url === null) return name === null ? [] : [element("dc:source", {}, name)];
  const shown = name ?? (URL.canParse(url) ? new URL(url).hostname : url);
  return [element("source", { url }, shown), element("atom:link", { rel: "via", href: url })];
}

/** RSS 2.0 allows an item one enclosure; 0 says that its length is not known. */
function writeEnclosure({ url, type, length }: Enclosure): XmlElement {
  return element("enclosure", { url, length: String(length ?? 0), type });
}
