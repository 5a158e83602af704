// RSS 2.0: https://www.rssboard.org/rss-specification

import { type Fault, fault } from "../finding.ts";
import { atomUri, contentUri, type FeedDocument, type FeedEntry, mediaUri, missing } from "./feedDocument.ts";
import { childrenOf, textOf, type XmlNode } from "./xmlTree.ts";

/** RSS itself has no namespace. */
const rss = "";

/** What a reader finds in an `<rss>` element. */
export function readRss(root: XmlNode): FeedDocument {
  const [channel, ...others] = childrenOf(root, "channel", rss);
  const faults: Fault[] = [];
  const version = root.attributes["version"];
  if (version === undefined || !/^2\.0/.test(version)) {
    faults.push(
      fault("warning", `it says it is RSS ${version ?? "of no version"}`, 'Write <rss version="2.0">'),
    );
  }
  if (others.length > 0) faults.push(fault("error", "it has several channels", "Write one <channel>"));
  const of = channel ?? { ...root, children: [] };
  const text = (name: string): string | null => textOf(of, name, rss);
  for (const name of missing({
    channel: channel !== undefined,
    title: (text("title") ?? "") !== "",
    link: (text("link") ?? "") !== "",
    description: text("description") !== null,
  })) {
    faults.push(
      fault("error", `its channel has no <${name}>`, "RSS 2.0 asks for title, link and description"),
    );
  }
  const links = childrenOf(of, "link", atomUri);
  const link = (rel: string): string | null =>
    links.find(({ attributes }) => attributes["rel"] === rel)?.attributes["href"] ?? null;
  return {
    format: "RSS 2.0",
    title: text("title") ?? "",
    lang: text("language"),
    updated: text("lastBuildDate"),
    page: text("link"),
    self: link("self"),
    hubs: links.flatMap(({ attributes }) => (attributes["rel"] === "hub" ? [attributes["href"] ?? ""] : [])),
    prevArchive: link("prev-archive"),
    nextArchive: link("next-archive"),
    current: link("current"),
    entries: childrenOf(of, "item", rss).map(readItem),
    faults,
  };
}

function readItem(item: XmlNode): FeedEntry {
  const text = (name: string): string | null => textOf(item, name, rss);
  const [guid] = childrenOf(item, "guid", rss);
  const id = guid?.text.trim() ?? null;
  const isPermalink = guid !== undefined && guid.attributes["isPermaLink"] !== "false";
  return {
    id,
    isPermalink,
    url: text("link") ?? (isPermalink ? id : null),
    title: text("title"),
    isMarkup: false,
    published: text("pubDate"),
    updated: textOf(item, "updated", atomUri),
    content: textOf(item, "encoded", contentUri) ?? text("description") ?? "",
    categories: childrenOf(item, "category", rss).map((category) => category.text.trim()),
    enclosures: childrenOf(item, "enclosure", rss).map(({ attributes }) => ({
      url: attributes["url"] ?? "",
      type: attributes["type"] ?? null,
      length: attributes["length"] ?? null,
      needsLength: true,
    })),
    pictures: ["content", "thumbnail"].flatMap((name) =>
      childrenOf(item, name, mediaUri)
        .filter(({ attributes }) => name === "thumbnail" || isPicture(attributes))
        .flatMap(({ attributes }) => attributes["url"] ?? []),
    ),
    lacks: missing({
      "title or description": text("title") !== null || text("description") !== null,
      // "Email address of the author of the item": a name alone is what <dc:creator> is for.
      "e-mail address in <author>": /@|^$/.test(text("author") ?? ""),
    }),
  };
}

function isPicture(attributes: Readonly<Record<string, string>>): boolean {
  return attributes["medium"] === "image" || /^image\//.test(attributes["type"] ?? "");
}
