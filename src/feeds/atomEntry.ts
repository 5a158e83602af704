// An article as an `<entry>` of Atom 1.0 (atom.ts), rendered when the site is compiled.

import type { Enclosure } from "../catalog/article.ts";
import type { Entry, EntryParts } from "./feed.ts";
import { fillLayout } from "./layout.ts";
import { imageOf, writeMedia } from "./media.ts";
import { entryValues } from "./values.ts";
import { entryLayout } from "./writer.ts";
import { element, isElement, splitAtMarkup, type XmlElement } from "./xml.ts";

/** One `<entry>` around its content, the same in every feed. */
export function renderAtomEntry(entry: Entry): EntryParts {
  const layout = entryLayout(entry.categories.length, entry.byline !== null);
  const root = markPlainText(fillLayout(layout, entryValues(entry)));
  const children = [...root.children, ...completeEntry(entry)];
  const { open, lead, close } = splitAtMarkup(
    { ...root, attributes: { "xml:lang": entry.lang }, children },
    "content",
  );
  return { open, lead, content: entry.content, close: entry.note + close };
}

/** Title and summary are text (RFC 4287 §3.1.1.1). `feed` says HTML, and most readers then show `R&amp;D`. */
function markPlainText(entry: XmlElement): XmlElement {
  const children = entry.children.map((child) =>
    isElement(child) && (child.name === "title" || child.name === "summary")
      ? { ...child, attributes: {} }
      : child,
  );
  return { ...entry, children };
}

/** What `feed` does not write of an entry. */
function completeEntry(entry: Entry): XmlElement[] {
  const { source, image, enclosures } = entry;
  const elements: XmlElement[] = [];
  if (!entry.dated) elements.push(element("dcterms:available", {}, entry.firstSeen));
  if (source?.name) elements.push(element("dc:source", {}, source.name));
  if (source?.url) elements.push(element("link", { rel: "via", href: source.url }));
  if (image !== null) elements.push(writeMedia(imageOf(image, entry.imageLength)));
  return [...elements, ...enclosures.map(writeEnclosure)];
}

/** RFC 4287 §4.2.7.2 */
function writeEnclosure({ url, type, length, title }: Enclosure): XmlElement {
  return element("link", {
    rel: "enclosure",
    href: url,
    type,
    ...(length === null ? {} : { length: String(length) }),
    ...(title === null ? {} : { title }),
  });
}
