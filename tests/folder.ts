// A seeds folder read whole into memory, for the pure compile.

import type { CompileInput } from "../src/compile/compile.ts";
import type { Seed } from "../src/compile/draft.ts";
import { type MediaLibrary, openMedia } from "../src/compile/media/library.ts";
import { isProblem, type Problem } from "../src/compile/problems.ts";
import { listSeeds, readSeedFile, type SeedListing } from "../src/compile/seeds.ts";
import { readBookTexts } from "../src/compile/site/bookTexts.ts";

/** The files of a seeds folder, with their bytes. */
export interface Seeds extends Omit<SeedListing, "files"> {
  readonly seeds: readonly Seed[];
}

/** A seeds folder with its settings, its ledger and its media. */
export type Folder = Seeds & Pick<CompileInput, "site" | "ledger"> & { readonly media: MediaLibrary };

/** Reads every file that is listed. One that cannot be read is a problem. */
export function readSeeds(folder: string): Seeds {
  const { files, ...listing } = listSeeds(folder);
  const read = files.map((file) => readSeedFile(folder, file));
  return {
    ...listing,
    seeds: read.filter((one): one is Seed => !isProblem(one)),
    problems: [...read.filter((one): one is Problem => isProblem(one)), ...listing.problems],
  };
}

/** Reads a seeds folder. */
export function readFolder(folder: string): Folder {
  const texts = readBookTexts(folder);
  if (isProblem(texts)) throw new Error(texts.what);
  return { ...texts, ...readSeeds(folder), media: openMedia(folder) };
}
