// The feed formats: a table that routes, pages and lists read. A new format is a new file and a new row.

import type { FeedExtension } from "../catalog/links.ts";
import { renderAtomEntry, renderAtomHead, renderAtomTail } from "./atom.ts";
import { beforeAll, type Entry, type EntryParts, type Feed, type FeedHead } from "./feed.ts";
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
  /** An entry in its parts, */
  parts(entry: Entry): EntryParts;
  /** and whole. */
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
  parts: renderRssEntry,
  tail: renderRssTail,
});

const atom = completeFormat({
  name: "Atom 1.0",
  extension: "atom",
  mediaType: "application/atom+xml",
  separator: "\n",
  head: renderAtomHead,
  parts: renderAtomEntry,
  tail: renderAtomTail,
});

const json = completeFormat({
  name: "JSON Feed 1.1",
  extension: "json",
  mediaType: "application/feed+json",
  separator: ",\n",
  head: renderJsonHead,
  parts: renderJsonEntry,
  tail: renderJsonTail,
});

/** In the order people are offered them. */
export const formats: readonly Format[] = [rss, atom, json];

/** By file name extension. */
export const formatOf: Readonly<Record<FeedExtension, Format>> = { rss, atom, json };

/** A whole document from ready-made parts. */
export function joinFeed(
  format: Pick<Format, "separator" | "tail">,
  head: string,
  entries: readonly string[],
): string {
  return head + entries.join(format.separator) + format.tail();
}

function completeFormat(given: Omit<Format, "render" | "contentType" | "entry">): Format {
  const entry = (one: Entry): string => {
    const { open, content, close } = given.parts(one);
    return open + content + close;
  };
  const format = { ...given, entry, contentType: `${given.mediaType}; charset=utf-8` };
  return {
    ...format,
    render: (feed) => joinFeed(format, given.head(feed), feed.entries.map(entry)),
  };
}

/** What stands before the content of every entry in this language, in each format. */
export function openingsOf(lang: string): Readonly<Record<FeedExtension, string>> {
  const open = (format: Format): string => format.parts({ ...blank, lang }).open;
  return { rss: open(rss), atom: open(atom), json: open(json) };
}

const blank: Entry = {
  id: "urn:uuid:00000000-0000-8000-8000-000000000000",
  url: "",
  title: "",
  lang: "",
  published: beforeAll,
  dated: true,
  firstSeen: beforeAll,
  updated: beforeAll,
  summary: "",
  content: "",
  note: "",
  byline: null,
  source: null,
  image: null,
  enclosures: [],
  categories: [],
};
