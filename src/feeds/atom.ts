// Atom 1.0: https://www.rfc-editor.org/rfc/rfc4287
//
// `<feed>` holds id, title, updated, author, links, … and `<entry>`s, each with id, title, updated, published, author,
// links, categories, summary and content.

import type { Enclosure } from "../catalog/article.ts";
import type { Entry, FeedHead } from "./feed.ts";
import { writeAtom, writeAtomEntry } from "./writer.ts";
import { element, openXml, serializeXml, type XmlElement, xmlDeclaration } from "./xml.ts";

/** Declared once on the root, so that an entry reads the same in whichever document it stands. */
const namespaces = {
  xmlns: "http://www.w3.org/2005/Atom",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};

/** The document up to its first entry. */
export function renderAtomHead(feed: FeedHead): string {
  const root = writeAtom(feed);
  return `${xmlDeclaration}${openXml({ ...root, attributes: { ...namespaces, "xml:lang": feed.lang } })}\n`;
}

/** One `<entry>`, the same in every feed. */
export function renderAtomEntry(entry: Entry): string {
  const root = writeAtomEntry(entry);
  return serializeXml({
    ...root,
    attributes: { "xml:lang": entry.lang },
    children: [...root.children, ...completeEntry(entry)],
  });
}

/** The document behind its last entry. */
export function renderAtomTail(): string {
  return "\n</feed>\n";
}

/** What `feed` does not write. */
function completeEntry(entry: Entry): XmlElement[] {
  const { source, image, enclosures } = entry;
  const elements: XmlElement[] = [];
  if (!entry.dated) elements.push(element("dcterms:available", {}, entry.firstSeen));
  if (source?.name) elements.push(element("dc:source", {}, source.name));
  if (source?.url) elements.push(element("link", { rel: "via", href: source.url }));
  if (image !== null) elements.push(element("media:content", { url: image, medium: "image" }));
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
