// Atom 1.0: https://www.rfc-editor.org/rfc/rfc4287
//
// `<feed>` holds id, title, updated, author, links, … and `<entry>`s, each with id, title, updated, published, author,
// links, categories, summary and content.

import type { Enclosure } from "../catalog/article.ts";
import type { Entry, EntryParts, FeedHead, Tombstone } from "./feed.ts";
import { historyLinks } from "./history.ts";
import { imageOf, writeMedia } from "./media.ts";
import { checkInstant, writeAtom, writeAtomEntry } from "./writer.ts";
import { element, openXml, splitAtMarkup, type XmlElement, xmlDeclaration } from "./xml.ts";

/** Declared once on the root, so that an entry reads the same in whichever document it stands. */
const namespaces = {
  xmlns: "http://www.w3.org/2005/Atom",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};

/** Declared where their elements stand: in archive pages (RFC 5005 §4), and with tombstones (RFC 6721 §3). */
const historyNamespace = { "xmlns:fh": "http://purl.org/syndication/history/1.0" };
const tombstoneNamespace = { "xmlns:at": "http://purl.org/atompub/tombstones/1.0" };

/** The document up to its first entry. */
export function renderAtomHead(feed: FeedHead): string {
  const { archive, lang, tombstones } = feed;
  const root = writeAtom(feed);
  const attributes = {
    ...namespaces,
    ...(archive ? historyNamespace : {}),
    ...(tombstones.length === 0 ? {} : tombstoneNamespace),
    "xml:lang": lang,
  };
  const children = [...root.children, ...completeFeed(feed)];
  return `${xmlDeclaration}${openXml({ ...root, attributes, children })}\n`;
}

/** One `<entry>` around its content, the same in every feed. */
export function renderAtomEntry(entry: Entry): EntryParts {
  const root = writeAtomEntry(entry);
  const children = [...root.children, ...completeEntry(entry)];
  const { open, close } = splitAtMarkup(
    { ...root, attributes: { "xml:lang": entry.lang }, children },
    "content",
  );
  return { open, content: entry.content, close: entry.note + close };
}

/** The document behind its last entry. */
export function renderAtomTail(): string {
  return "\n</feed>\n";
}

/** What `feed` does not write of a feed. */
function completeFeed(feed: FeedHead): XmlElement[] {
  const links = historyLinks(feed, "atom").map((link) => element("link", link));
  const archive = feed.archive ? [element("fh:archive")] : [];
  return [...links, ...archive, ...feed.tombstones.map(writeTombstone)];
}

/** RFC 6721 §3 */
function writeTombstone({ id, when, reason }: Tombstone): XmlElement {
  const comment = reason ? [element("at:comment", {}, reason)] : [];
  return element("at:deleted-entry", { ref: id, when: checkInstant(when) }, ...comment);
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
