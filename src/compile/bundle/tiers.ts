// Tiers: how much of a catalog is hot. The newest articles and the liveliest topics, as far as a plan's script bears.

import { dateOf } from "../../catalog/article.ts";
import { createWordPacker, type WordPacker } from "../../lists/search.ts";
import type { Limits } from "../limits.ts";
import type { PressedCatalog } from "../pressed.ts";
import { ByteWriter } from "./bytes.ts";
import { type Rosters, writeTables } from "./tables.ts";

/** The ids of topics, those first in which an article is newest. */
export function topicsByActivity({ topics }: PressedCatalog, rosters: Rosters): string[] {
  const newest = topics.map(({ id }, number) => ({
    id,
    newest: rosters.topics[number]?.ordinals[0] ?? Number.POSITIVE_INFINITY,
  }));
  return newest.sort((a, b) => a.newest - b.newest).map(({ id }) => id);
}

/** As many articles as expressions can look at while the tables take a quarter of the script at most. */
export function chooseHorizon(
  catalog: PressedCatalog,
  rosters: Rosters,
  known: string,
  limits: Limits,
): { readonly horizon: number; readonly size: number } {
  for (let horizon = catalog.articles.length; ; horizon = Math.floor(horizon / 2)) {
    const bytes = new ByteWriter();
    writeTables(bytes, catalog, rosters, horizon, known);
    const size = bytes.length < 20_000 ? bytes.length : bytes.uploadSize();
    if (size <= limits.script / 4 || horizon === 0) return { horizon, size };
  }
}

/** Bytes of the newest articles' records and pages. */
export function hotSize(catalog: PressedCatalog, hot: number): number {
  let size = 0;
  for (let ordinal = 0; ordinal < hot; ordinal++) size += sizeAt(catalog, ordinal);
  return size;
}

function sizeAt(catalog: PressedCatalog, ordinal: number): number {
  const { record, page } = catalog.sizeOf(ordinal);
  return record + page + 8;
}

/**
 * What part of the room the newest articles get where not everything fits, once the feeds of all articles have theirs; the
 * rest is for those of topics. Search ends with the hot articles, while any other feed is one read of a file away.
 */
const articlesShare = 0.8;

/** About how many bytes ready documents will take. */
export interface ListSizes {
  /** Those of all topics together, and of `all` alone. */
  readonly together: number;
  readonly all: number;
}

/** How many articles are hot, the newest, and their words. Articles still to come always are. */
export function chooseHot(
  catalog: PressedCatalog,
  room: number,
  lists: ListSizes,
  known: string,
): { readonly hot: number; readonly words: WordPacker } {
  const count = catalog.articles.length;
  const words = createWordPacker();
  const all = hotSizeUpTo(catalog, room);
  const mayFit = all !== null && all + lists.together < room;
  const most = mayFit ? room - lists.together : Math.max(0, room - lists.all) * articlesShare;
  let size = 0;
  for (let ordinal = 0; ordinal < count; ordinal++) {
    size += sizeAt(catalog, ordinal);
    const article = catalog.whole(ordinal);
    const isComing = dateOf(article) > known;
    if (!isComing && size + words.size() > most) {
      // It nearly fitted.
      const tight = { ...lists, together: Number.POSITIVE_INFINITY };
      return mayFit ? chooseHot(catalog, room, tight, known) : { hot: ordinal, words };
    }
    words.add(article.titleDerived ? article.text : `${article.title}\n${article.text}`);
  }
  return { hot: count, words };
}

/** True where all articles may be hot. */
export function fitsHot(catalog: PressedCatalog, room: number): boolean {
  return hotSizeUpTo(catalog, room) !== null;
}

/** Bytes of all articles, or null once they are more than there is room for. */
function hotSizeUpTo(catalog: PressedCatalog, room: number): number | null {
  let size = 0;
  for (let ordinal = 0; ordinal < catalog.articles.length; ordinal++) {
    size += sizeAt(catalog, ordinal);
    if (size > room) return null;
  }
  return size;
}
