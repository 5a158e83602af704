// An article as an `<item>` of RSS 2.0 (rss.ts), rendered when the site is compiled.

import type { Enclosure, Source } from "../catalog/article.ts";
import type { Entry, EntryParts } from "./feed.ts";
import { fillLayout } from "./layout.ts";
import { imageOf, mediaOf, writeMedia } from "./media.ts";
import { entryValues, rfc822Date } from "./values.ts";
import { itemLayout } from "./writer.ts";
import { element, escapeText, numberSigns, splitAtMarkup, type XmlElement } from "./xml.ts";

/** One `<item>` around its content, the same in every feed. */
export function renderRssEntry(entry: Entry): EntryParts {
  const item = fillLayout(itemLayout(entry.categories.length), {
    ...entryValues(entry),
    // A description is HTML: the plain text is escaped into that here, and like all text when it is written.
    summary: escapeText(entry.summary),
    published: rfc822Date(entry.published),
  });
  const children = [...item.children, ...completeItem(entry)];
  // "Certain feed readers take the last of the two for the content": the description comes first.
  const { open, lead, close } = splitAtMarkup(
    { ...item, attributes: { "xml:lang": entry.lang }, children },
    "content:encoded",
    "description",
  );
  return { open, lead: numberSigns(lead), content: entry.content, close: entry.note + numberSigns(close) };
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

/** Where a republished article came from. RSS has `<source>` for that, but wants the address of a feed in it. */
function writeSource(source: Source | null): XmlElement[] {
  if (source === null) return [];
  const { name, url } = source;
  const shown = name ?? (url !== null && URL.canParse(url) ? new URL(url).hostname : url);
  return [
    ...(shown === null ? [] : [element("dc:source", {}, shown)]),
    ...(url === null ? [] : [element("atom:link", { rel: "via", href: url })]),
  ];
}

/** RSS 2.0 allows an item one enclosure; 0 says that its length is not known. */
function writeEnclosure({ url, type, length }: Enclosure): XmlElement {
  return element("enclosure", { url, length: String(length ?? 0), type });
}
