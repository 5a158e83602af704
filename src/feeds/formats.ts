// The feed formats: a table that routes, pages and lists read. A new format is a new file and a new row.

import type { FeedExtension } from "../catalog/links.ts";
import { renderAtomEntry, renderAtomHead, renderAtomTail } from "./atom.ts";
import type { Entry, Feed, FeedHead } from "./feed.ts";
import { renderJsonEntry, renderJsonHead, renderJsonTail } from "./json.ts";
import { renderRssEntry, renderRssHead, renderRssTail } from "./rss.ts";

/**
 * A document is its head, its entries with the separator between them, and its tail. An entry is the same text in
 * whichever feed it stands, so it is rendered once and the rest is joining.
 */
export interface Format {
  readonly name: string;
  readonly extension: FeedExtension;
  /** For `type` attributes of links. */
  readonly mediaType: string;
  /** For the Content-Type header. */
  readonly contentType: string;
  readonly separator: string;
  head(feed: FeedHead): string;
  entry(entry: Entry): string;
  tail(): string;
  /** The whole document. */
  render(feed: Feed): string;
}

const rss = completeFormat({
  name: "RSS 2.0",
  extension: "rss",
  mediaType: "application/rss+xml",
  separator: "\n",
  head: renderRssHead,
  entry: renderRssEntry,
  tail: renderRssTail,
});

const atom = completeFormat({
  name: "Atom 1.0",
  extension: "atom",
  mediaType: "application/atom+xml",
  separator: "\n",
  head: renderAtomHead,
  entry: renderAtomEntry,
  tail: renderAtomTail,
});

const json = completeFormat({
  name: "JSON Feed 1.1",
  extension: "json",
  mediaType: "application/feed+json",
  separator: ",\n",
  head: renderJsonHead,
  entry: renderJsonEntry,
  tail: renderJsonTail,
});

/** In the order people are offered them. */
export const formats: readonly Format[] = [rss, atom, json];

/** By file name extension. */
export const formatOf: Readonly<Record<FeedExtension, Format>> = { rss, atom, json };

/** A whole document from ready-made parts. */
export function joinFeed(
  format: Omit<Format, "render" | "contentType">,
  head: string,
  entries: readonly string[],
): string {
  return head + entries.join(format.separator) + format.tail();
}

function completeFormat(parts: Omit<Format, "render" | "contentType">): Format {
  return {
    ...parts,
    contentType: `${parts.mediaType}; charset=utf-8`,
    render: (feed) => joinFeed(parts, parts.head(feed), feed.entries.map(parts.entry)),
  };
}
