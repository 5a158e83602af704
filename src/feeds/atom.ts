// Atom 1.0: https://www.rfc-editor.org/rfc/rfc4287
//
// `<feed>` holds id, title, updated, author, links, … and `<entry>`s, each with id, title, updated, published, author,
// links, categories, summary and content.

import type { FeedHead, Tombstone } from "./feed.ts";
import { historyLinks } from "./history.ts";
import { fillLayout, type HeadLayouts, headShape, readLayout } from "./layout.ts";
import { checkInstant, feedValues } from "./values.ts";
import { element, openXml, type XmlElement, xmlDeclaration } from "./xml.ts";

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
export function renderAtomHead(feed: FeedHead, layouts: HeadLayouts): string {
  const { archive, lang, tombstones } = feed;
  const layout = readLayout(layouts, headShape("atom", feed.hub !== null, feed.icon !== null));
  const root = fillLayout(layout, { ...feedValues(feed), self: feed.self.atom });
  const attributes = {
    ...namespaces,
    ...(archive ? historyNamespace : {}),
    ...(tombstones.length === 0 ? {} : tombstoneNamespace),
    "xml:lang": lang,
  };
  const children = [...root.children, ...completeFeed(feed)];
  return `${xmlDeclaration}${openXml({ ...root, attributes, children })}\n`;
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
