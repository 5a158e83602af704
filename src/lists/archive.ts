// Archive: all articles of a topic in pages, in the order they arrived, so that a full page never changes.

import { coldArchivePath } from "../catalog/links.ts";
import { type ArticleRecord, readArticle, readRuns } from "../catalog/record.ts";
import type { ArchiveNumbers } from "../feeds/history.ts";
import { articlesPerFile, needCold } from "./gather.ts";
import { type Later, onceThere } from "./later.ts";
import type { Shelf } from "./shelf.ts";

/**
 * How many archive pages a topic (or `all`) has at `now`. After a full page there is always one more, empty at first:
 * so a full page names the next one from the beginning, and never changes.
 */
export function countArchives(shelf: Shelf, topic: string, now: number): number {
  return Math.floor(countArrived(shelf, topic, now) / shelf.site.entriesPerFeed) + 1;
}

/**
 * The newest archive page that holds anything, and how many entries so far where it is not full; null where the feed
 * holds everything.
 */
export function newestArchive(
  shelf: Shelf,
  topic: string,
  now: number,
): Required<Pick<ArchiveNumbers, "prevArchive" | "prevEntries">> | null {
  const count = countArrived(shelf, topic, now);
  const size = shelf.site.entriesPerFeed;
  if (count <= size) return null;
  return { prevArchive: Math.ceil(count / size), prevEntries: count % size === 0 ? null : count % size };
}

/** The articles of a page, the last to arrive first; page 1 holds the first that ever arrived. */
export function selectArchive(
  shelf: Shelf,
  topic: string,
  number: number,
  now: number,
): Later<ArticleRecord[]> {
  const size = shelf.site.entriesPerFeed;
  const begin = (number - 1) * size;
  // Articles still to come are the last to arrive.
  const end = Math.min(number * size, countArrived(shelf, topic, now));
  if (end <= begin) return [];
  const records =
    shelf.cold === null
      ? (shelf.rollOf(topic)?.arrived(begin, end) ?? []).map(shelf.record)
      : readPlaces(shelf, topic, begin, end);
  return onceThere(records, (found) => found.reverse());
}

/** How many articles have arrived, those taken back since among them. */
function countArrived(shelf: Shelf, topic: string, now: number): number {
  return shelf.rollOf(topic)?.placesFrom(shelf.firstBy(now)) ?? 0;
}

/** Pages do not cross files. */
async function readPlaces(shelf: Shelf, topic: string, begin: number, end: number): Promise<ArticleRecord[]> {
  const perFile = articlesPerFile(shelf);
  const file = Math.floor(begin / perFile);
  const { run } = readRuns(await needCold(shelf.readCold, coldArchivePath(topic, file)));
  const runs = Array.from({ length: end - begin }, (_, at) => run(begin - file * perFile + at));
  // The place of an article that was taken back is empty.
  return runs.filter(({ length }) => length > 0).map((bytes) => readArticle(bytes.slice()));
}
