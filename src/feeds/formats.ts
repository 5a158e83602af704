// The feed formats: a table that routes, pages and lists read. A new format is a new file and a new row, here and in
// ahead.ts.

import type { FeedExtension } from "../catalog/links.ts";
import { renderAtomHead, renderAtomTail } from "./atom.ts";
import type { FeedHead } from "./feed.ts";
import { renderJsonHead, renderJsonTail } from "./json.ts";
import type { HeadLayouts } from "./layout.ts";
import { renderRssHead, renderRssTail } from "./rss.ts";

/**
 * A document is its head, its entries with the separator between them, and its tail. An entry is the same text in
 * whichever feed it stands, so it is rendered ahead (ahead.ts) and the rest is joining.
 */
export interface Format {
  readonly name: string;
  readonly extension: FeedExtension;
  /** For `type` attributes of links. */
  readonly mediaType: string;
  /** For the Content-Type header. */
  readonly contentType: string;
  readonly separator: string;
  head(feed: FeedHead, layouts: HeadLayouts): string;
  tail(): string;
}

const rss = completeFormat({
  name: "RSS 2.0",
  extension: "rss",
  mediaType: "application/rss+xml",
  separator: "\n",
  head: renderRssHead,
  tail: renderRssTail,
});

const atom = completeFormat({
  name: "Atom 1.0",
  extension: "atom",
  mediaType: "application/atom+xml",
  separator: "\n",
  head: renderAtomHead,
  tail: renderAtomTail,
});

const json = completeFormat({
  name: "JSON Feed 1.1",
  extension: "json",
  mediaType: "application/feed+json",
  separator: ",\n",
  head: renderJsonHead,
  tail: renderJsonTail,
});

/** In the order people are offered them. */
export const formats: readonly Format[] = [rss, atom, json];

/** By file name extension. */
export const formatOf: Readonly<Record<FeedExtension, Format>> = { rss, atom, json };

function completeFormat(given: Omit<Format, "contentType">): Format {
  return { ...given, contentType: `${given.mediaType}; charset=utf-8` };
}
