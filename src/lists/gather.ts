// gatherRecords: the records of articles, from the hot tier where they are in it, else from as few files as will do.

import { ALL } from "../catalog/catalog.ts";
import { coldArchivePath } from "../catalog/links.ts";
import type { Query } from "../catalog/query.ts";
import { type ArticleRecord, readArticle, readRuns } from "../catalog/record.ts";
import type { Later } from "./later.ts";
import type { ReadCold, Shelf } from "./shelf.ts";

/** A file of the cold tier that cannot be read: the deploy lacks it, or its binding. */
export class ColdFileMissing extends Error {
  readonly path: string;

  constructor(path: string, options?: ErrorOptions) {
    super(`the asset file ${path} cannot be read`, options);
    this.path = path;
  }
}

/** Reads a file that must be there. */
export async function needCold(readCold: ReadCold, path: string): Promise<Uint8Array> {
  const bytes = await readCold(path).catch((cause: unknown) => {
    throw new ColdFileMissing(path, { cause });
  });
  if (bytes === null) throw new ColdFileMissing(path);
  return bytes;
}

/** The records of these ordinals, in their order. A query says in which topics' files they may be looked for. */
export function gatherRecords(
  shelf: Shelf,
  query: Query,
  ordinals: readonly number[],
): Later<ArticleRecord[]> {
  const missing = ordinals.filter((ordinal) => ordinal >= shelf.hot);
  if (missing.length === 0) return ordinals.map(shelf.record);
  return readMissing(shelf, query, missing).then((found) =>
    ordinals.map((ordinal) => found.get(ordinal) ?? shelf.record(ordinal)),
  );
}

/** Where a record lies: a file, and which of its runs it is. */
interface Spot {
  readonly path: string;
  readonly index: number;
}

/** How many files are read at a time. Each is whole in memory until its records are copied, and may have megabytes. */
const readers = 4;

async function readMissing(
  shelf: Shelf,
  query: Query,
  missing: readonly number[],
): Promise<ReadonlyMap<number, ArticleRecord>> {
  const files = [...chooseFiles(shelf, query, missing)];
  const found = new Map<number, ArticleRecord>();
  const read = async (): Promise<void> => {
    for (let next = files.shift(); next !== undefined; next = files.shift()) {
      const [path, spots] = next;
      const { run } = readRuns(await needCold(shelf.readCold, path));
      for (const [ordinal, index] of spots) found.set(ordinal, readArticle(run(index).slice()));
    }
  };
  await Promise.all(Array.from({ length: readers }, read));
  return found;
}

/**
 * Every article lies in the archives of all its topics and of `all`, so a few files often hold what a list needs: again
 * and again the file with most of what is still missing is taken.
 */
function chooseFiles(
  shelf: Shelf,
  query: Query,
  missing: readonly number[],
): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const wanted = query.any.flat().filter((term) => !term.not);
  const topics = [...new Set(wanted.map((term) => term.topic)), ALL];
  const files = new Map<string, Map<number, number>>();
  for (const topic of topics) {
    for (const ordinal of missing) {
      const spot = spotOf(shelf, topic, ordinal);
      if (spot === null) continue;
      const file = files.get(spot.path) ?? new Map<number, number>();
      files.set(spot.path, file.set(ordinal, spot.index));
    }
  }
  const chosen = new Map<string, ReadonlyMap<number, number>>();
  const left = new Set(missing);
  while (left.size > 0) {
    let [best, most] = ["", 0];
    for (const [path, spots] of files) {
      let count = 0;
      for (const ordinal of spots.keys()) if (left.has(ordinal)) count += 1;
      if (count > most) [best, most] = [path, count];
    }
    const spots = files.get(best);
    if (spots === undefined) throw new Error(`no file is known to hold article ${[...left][0]}`);
    chosen.set(best, spots);
    for (const ordinal of spots.keys()) left.delete(ordinal);
  }
  return chosen;
}

function spotOf(shelf: Shelf, topic: string, ordinal: number): Spot | null {
  const place = shelf.rollOf(topic)?.placeOf(ordinal) ?? -1;
  if (place < 0) return null;
  const perFile = articlesPerFile(shelf);
  const file = Math.floor(place / perFile);
  return { path: coldArchivePath(topic, file), index: place - file * perFile };
}

/** How many articles a file of archive pages holds when it is full. */
export function articlesPerFile({ cold, site }: Pick<Shelf, "cold" | "site">): number {
  return (cold?.pagesPerFile ?? 1) * site.entriesPerFeed;
}
