// Entries, which are rendered ahead, when the site is compiled. Nothing of it is needed at the edge, where the package
// that lays them out would take a tenth of a start.

import type { FeedExtension } from "../catalog/links.ts";
import { renderAtomEntry } from "./atomEntry.ts";
import { beforeAll, type Entry, type EntryParts } from "./feed.ts";
import { type Format, formatOf } from "./formats.ts";
import { renderJsonEntry } from "./json.ts";
import { renderRssEntry } from "./rssEntry.ts";

/** A format with all there is to render in it: its entries too. */
export interface WholeFormat extends Format {
  readonly parts: (entry: Entry) => EntryParts;
}

const rss: WholeFormat = { ...formatOf.rss, parts: renderRssEntry };
const atom: WholeFormat = { ...formatOf.atom, parts: renderAtomEntry };
const json: WholeFormat = { ...formatOf.json, parts: renderJsonEntry };

/** In the order people are offered them. */
export const wholeFormats: readonly WholeFormat[] = [rss, atom, json];

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
