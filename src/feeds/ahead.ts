// What is rendered ahead, when the site is compiled: entries, and whole documents to check. Nothing of it is needed at
// the edge, where the package that lays it out would take a tenth of a start.

import type { FeedExtension } from "../catalog/links.ts";
import { renderAtomEntry } from "./atomEntry.ts";
import { beforeAll, type Entry, type EntryParts, type Feed, type FeedHead } from "./feed.ts";
import { type Format, formatOf } from "./formats.ts";
import { renderJsonEntry } from "./json.ts";
import { renderRssEntry } from "./rssEntry.ts";
import { headLayouts } from "./writer.ts";

/** A format with all there is to render in it. */
export interface WholeFormat extends Omit<Format, "head"> {
  head(feed: FeedHead): string;
  /** An entry in its parts, */
  parts(entry: Entry): EntryParts;
  /** and whole. */
  entry(entry: Entry): string;
  /** The whole document. */
  render(feed: Feed): string;
}

const rss = completeFormat(formatOf.rss, renderRssEntry);
const atom = completeFormat(formatOf.atom, renderAtomEntry);
const json = completeFormat(formatOf.json, renderJsonEntry);

/** In the order people are offered them. */
export const wholeFormats: readonly WholeFormat[] = [rss, atom, json];

/** By file name extension. */
export const wholeFormatOf: Readonly<Record<FeedExtension, WholeFormat>> = { rss, atom, json };

/** A whole document from ready-made parts. */
export function joinFeed(
  format: Pick<Format, "separator" | "tail">,
  head: string,
  entries: readonly string[],
): string {
  return head + entries.join(format.separator) + format.tail();
}

function completeFormat(format: Format, parts: WholeFormat["parts"]): WholeFormat {
  const head = (feed: FeedHead): string => format.head(feed, headLayouts());
  const entry = (one: Entry): string => {
    const { open, lead, content, close } = parts(one);
    return open + lead + content + close;
  };
  const render = (feed: Feed): string => joinFeed(format, head(feed), feed.entries.map(entry));
  return { ...format, head, parts, entry, render };
}

/** What stands before the content of every entry in this language, in each format. */
export function openingsOf(lang: string): Readonly<Record<FeedExtension, string>> {
  const open = (format: WholeFormat): string => format.parts({ ...blank, lang }).open;
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
