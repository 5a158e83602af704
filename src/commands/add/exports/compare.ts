// compareAll: what many arrivals have to do with each other and with what is there, decided upon at once.

import { sourceKey } from "../../../compile/identity/traits.ts";
import type { MediaLibrary } from "../../../compile/media/library.ts";
import type { Problem } from "../../../compile/problems.ts";
import type { ReadDraft, Reading } from "../../../compile/read.ts";
import type { SeedFile } from "../../../compile/seeds.ts";
import type { Desk } from "../desk.ts";
import { findNeighbours, newErrors, settleAmong } from "../neighbours.ts";

/** What one arrival is to the others and to the site. */
export interface Comparison {
  /** The same post as it is there: of the same address, or of the same name, or with the same words. */
  readonly old: ReadDraft | null;
  /** The path of another file, new or old, that tells the same story; null for none. */
  readonly double: string | null;
  /** Errors that only the whole site shows. */
  readonly problems: readonly Problem[];
}

/** An arrival, where it would lie, and the file that has its name already. */
export interface Arriving {
  readonly reading: Reading;
  readonly instead: string | null;
}

/**
 * Reads what is there and may be the same, each file once, and compares all. `files` and `media` are those of the seeds
 * folder.
 */
export function compareAll(
  arriving: readonly Arriving[],
  files: readonly SeedFile[],
  desk: Desk,
  media: MediaLibrary,
): Comparison[] {
  const readings = arriving.map(({ reading }) => reading);
  const { read, settled } = settleAmong(readings, pickOthers(arriving, files, desk), files, desk, media);
  const olds = new Set(read.flatMap(({ articles }) => articles));
  const byPlace = new Map([...olds].map((old) => [old.from, old]));
  const byAddress = new Map<string, ReadDraft>();
  for (const old of olds) {
    const key = sourceKey(old.source);
    if (key !== "" && !byAddress.has(key)) byAddress.set(key, old);
  }
  /** Articles → the ones that tell the same story. */
  const stories = new Map<ReadDraft, readonly ReadDraft[]>();
  for (const { article, captures } of settled.flatMap(({ known }) => known)) {
    if (captures.length > 0)
      for (const one of [article, ...captures]) stories.set(one, [article, ...captures]);
  }
  return arriving.map(({ reading, instead }, at): Comparison => {
    const [article] = reading.articles;
    const problems = newErrors(reading, settled[at]?.problems);
    if (article === undefined) return { old: null, double: null, problems };
    const alike = (stories.get(article) ?? []).filter((one) => one !== article);
    const key = sourceKey(article.source);
    const placed = instead === null ? undefined : byPlace.get(instead);
    const old =
      (key === "" ? undefined : byAddress.get(key)) ??
      (placed !== undefined && isSamePost(placed, article) ? placed : undefined) ??
      alike.find((one) => olds.has(one) && one.hash === article.hash);
    return { old: old ?? null, double: alike[0]?.path ?? null, problems };
  });
}

/** True for posts of one name that may be of one address too, and have one title, or were published at one moment. */
function isSamePost(old: ReadDraft, article: ReadDraft): boolean {
  const [one, other] = [sourceKey(old.source), sourceKey(article.source)];
  if (one !== "" && other !== "") return one === other;
  return old.title === article.title || (old.published !== null && old.published === article.published);
}

/** Files that may hold the same as an arrival, or have its name, and those the ledger does not know. */
function pickOthers(arriving: readonly Arriving[], files: readonly SeedFile[], desk: Desk): SeedFile[] {
  const articles = arriving.flatMap(({ reading }) => reading.articles);
  const { known, places } = findNeighbours(articles, desk);
  const named = new Set(arriving.map(({ instead }) => instead));
  return files.filter(({ path }) => places.has(path) || named.has(path) || !known.has(path));
}
