// RSS 2.0: https://www.rssboard.org/rss-specification
//
// `<rss><channel>` holds title, link, description, … and `<item>`s, each with title, link, description, guid, pubDate,
// category and one enclosure. What RSS has no word for comes from the modules below.

import type { Enclosure, Source } from "../catalog/article.ts";
import type { Entry, EntryParts, FeedHead } from "./feed.ts";
import { historyLinks } from "./history.ts";
import { imageOf, mediaOf, writeMedia } from "./media.ts";
import { writeRss, writeRssItem } from "./writer.ts";
import { element, findChild, openXml, splitAtMarkup, type XmlElement, xmlDeclaration } from "./xml.ts";

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
export function renderRssHead(feed: FeedHead): string {
  const channel = findChild(writeRss(feed), "channel");
  const children = [...channel.children, ...completeChannel(feed)];
  const root = element("rss", { version: "2.0", ...namespaces, ...(feed.archive ? historyNamespace : {}) });
  return `${xmlDeclaration}${openXml(root)}${openXml({ ...channel, children })}\n`;
}

/** One `<item>` around its content, the same in every feed. */
export function renderRssEntry(entry: Entry): EntryParts {
  const item = writeRssItem(entry);
  const children = [...item.children, ...completeItem(entry)];
  const { open, close } = splitAtMarkup(
    { ...item, attributes: { "xml:lang": entry.lang }, children },
    "content:encoded",
  );
  return { open, content: entry.content, close: entry.note + close };
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
