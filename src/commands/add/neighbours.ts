// Neighbours: what lies in the seeds folder and may hold the same as what arrives, and what settling them together tells.

import { fileOf } from "../../compile/identity/ledger.ts";
import { type Settled, settle } from "../../compile/identity/settle.ts";
import { sourceKey } from "../../compile/identity/traits.ts";
import type { MediaLibrary } from "../../compile/media/library.ts";
import { isProblem, type Problem } from "../../compile/problems.ts";
import { type ReadDraft, type Reading, readSeed } from "../../compile/read.ts";
import { readSeedFile, type SeedFile } from "../../compile/seeds.ts";
import type { Desk } from "./desk.ts";

/** Sketches that are this alike may be of one story (duplicates.ts counts exactly then). */
const mayBeOne = 0.4;

/** Files that the ledger knows, and those where it has the words, the address or the id of any of these articles. */
export function findNeighbours(
  articles: readonly ReadDraft[],
  { ledger, alike }: Pick<Desk, "ledger" | "alike">,
): { readonly known: ReadonlySet<string>; readonly places: ReadonlySet<string> } {
  const sources = new Set(articles.map(({ source }) => sourceKey(source)).filter((key) => key !== ""));
  const ids = new Set(articles.map(({ claimedId }) => claimedId));
  const found = new Set(ledger.filter(({ id, source }) => ids.has(id) || sources.has(sourceKey(source))));
  for (const { fingerprint } of articles)
    for (const { item } of alike.find(fingerprint, mayBeOne)) found.add(item);
  const files = (entries: Iterable<{ readonly from: string }>): Set<string> =>
    new Set(Array.from(entries, ({ from }) => fileOf(from)));
  return { known: files(ledger), places: files(found) };
}

/**
 * Reads some `others` of the `files` that are there, and decides upon them and the readings together; the settled files
 * begin with those of the readings, in their order.
 */
export function settleAmong(
  readings: readonly Reading[],
  others: readonly SeedFile[],
  files: readonly SeedFile[],
  { folder, settings, topics, ledger, now }: Desk,
  media: MediaLibrary,
): { readonly read: readonly Reading[]; readonly settled: Settled<ReadDraft>["files"] } {
  const read = others.flatMap((file): Reading[] => {
    const seed = readSeedFile(folder, file);
    return isProblem(seed) ? [] : [readSeed(seed, settings, topics, media)];
  });
  const looked = new Set([...readings, ...read].map(({ path }) => path));
  const unread = new Set(files.map(({ path }) => path).filter((path) => !looked.has(path)));
  // What is in files that were not read is theirs: it is not to be had.
  const free = ledger.filter(({ from }) => !unread.has(fileOf(from)));
  const { apart } = settings;
  return { read, settled: settle([...readings, ...read], { ledger: free, now, apart, unread: [] }).files };
}

/** Errors that a reading alone did not show. */
export function newErrors({ problems }: Reading, settled: readonly Problem[] = []): Problem[] {
  const told = new Set(problems.map((problem) => JSON.stringify(problem)));
  return settled.filter((problem) => problem.level === "error" && !told.has(JSON.stringify(problem)));
}
