// RSS 2.0: https://www.rssboard.org/rss-specification
//
// `<rss><channel>` holds title, link, description, … and `<item>`s, each with title, link, description, guid, pubDate,
// category and one enclosure. What RSS has no word for comes from the modules below.

import type { FeedHead } from "./feed.ts";
import { historyLinks } from "./history.ts";
import { fillLayout, type HeadLayouts, headShape, readLayout } from "./layout.ts";
import { feedValues, rfc822Date } from "./values.ts";
import { element, findChild, numberSigns, openXml, type XmlElement, xmlDeclaration } from "./xml.ts";

/** Declared once on the root, so that an item reads the same in whichever document it stands. */
const namespaces = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};

/** Declared where its element stands: in archive pages (RFC 5005 §4). */
const historyNamespace = { "xmlns:fh": "http://purl.org/syndication/history/1.0" };

/** The document up to its first item. */
export function renderRssHead(feed: FeedHead, layouts: HeadLayouts): string {
  // "url is the URL of a GIF, JPEG or PNG image"
  const picture = /\.(?:gif|jpe?g|png)$/i.test(feed.icon ?? "");
  const layout = readLayout(layouts, headShape("rss", feed.hub !== null, picture));
  const values = { ...feedValues(feed), self: feed.self.rss, updated: rfc822Date(feed.updated) };
  const channel = findChild(fillLayout(layout, values), "channel");
  const children = [...channel.children, ...completeChannel(feed)];
  const root = element("rss", { version: "2.0", ...namespaces, ...(feed.archive ? historyNamespace : {}) });
  return numberSigns(`${xmlDeclaration}${openXml(root)}${openXml({ ...channel, children })}\n`);
}

/** The document behind its last item. */
export function renderRssTail(): string {
  return "\n</channel></rss>\n";
}

/** What `feed` does not write of a channel. */
function completeChannel(feed: FeedHead): XmlElement[] {
  const links = historyLinks(feed, "rss").map((link) => element("atom:link", link));
  // An archive page changes no more, so nobody is told when to ask again.
  const kind = feed.archive ? element("fh:archive") : element("ttl", {}, String(feed.ttl));
  return [kind, element("dc:creator", {}, feed.author), ...links];
}
