// Walks the seeds folder: the files that may hold articles, in a stable order.

import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mediaTypeOf } from "../catalog/media.ts";
import type { Seed } from "./draft.ts";
import { ledgerFile } from "./ledger.ts";
import { isCompanion } from "./media/companion.ts";
import { META_ENDING } from "./meta.ts";
import type { Problem } from "./problems.ts";
import { siteFile } from "./site.ts";

/** The files of a seeds folder. */
export interface Seeds {
  readonly seeds: readonly Seed[];
  /** Pictures, recordings and documents, which are no seeds but may go with one: their paths. */
  readonly mediaPaths: readonly string[];
  readonly problems: readonly Problem[];
}

/** Largest file that is read, in bytes. */
export const seedLimit = 5 * 1024 * 1024;

/**
 * Reads every file below a folder, but for the site's own files, names that begin with a dot, media, and what a browser
 * saved beside a page. Sorted by path in
 * code-unit order, so that no file system's order shows. A file that cannot be read is a problem.
 */
export function readSeeds(folder: string): Seeds {
  const seeds: Seed[] = [];
  const problems: Problem[] = [];
  const mediaPaths: string[] = [];
  const visit = (below: string): void => {
    const entries = readdirSync(join(folder, below), { withFileTypes: true });
    const names = entries.map((entry) => entry.name);
    for (const entry of entries) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith(".") || path === siteFile || path === ledgerFile) continue;
      if (entry.isDirectory()) {
        if (!isCompanion(entry.name, names)) visit(path);
      } else if (mediaTypeOf(entry.name) !== null) mediaPaths.push(path.normalize("NFC"));
      else readOne(folder, path, seeds, problems);
    }
  };
  visit("");
  seeds.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { ...attachMetas(seeds, problems), mediaPaths: mediaPaths.sort() };
}

/** Puts every `NAME.meta.toml` to the seed `NAME` it corrects; one that corrects nothing is a problem. */
function attachMetas(files: readonly Seed[], problems: readonly Problem[]): Omit<Seeds, "mediaPaths"> {
  const metas = new Map(
    files.filter(({ path }) => path.endsWith(META_ENDING)).map((file) => [file.path, file]),
  );
  const seeds = files
    .filter(({ path }) => !metas.has(path))
    .map((seed) => {
      const meta = metas.get(seed.path + META_ENDING);
      metas.delete(seed.path + META_ENDING);
      if (meta === undefined) return seed;
      return { ...seed, meta: { path: meta.path, text: new TextDecoder().decode(meta.bytes) } };
    });
  const stray = [...metas.keys()].map((path): Problem => {
    const name = path.slice(0, -META_ENDING.length);
    const what = `there is no file ${name} for it to correct`;
    return {
      path,
      line: null,
      level: "error",
      what,
      fix: "Name it after the file it corrects, ending and all",
    };
  });
  return { seeds, problems: [...problems, ...stray] };
}

function readOne(folder: string, path: string, seeds: Seed[], problems: Problem[]): void {
  try {
    const size = lstatSync(join(folder, path)).size;
    if (size > seedLimit) {
      const what = `the file has ${(size / 1024 / 1024).toFixed(1)} MB, more than the ${seedLimit / 1024 / 1024} MB that are read`;
      problems.push({
        path,
        line: null,
        level: "error",
        what,
        fix: "Split it, or keep it out of the seeds folder",
      });
      return;
    }
    seeds.push({ path: path.normalize("NFC"), bytes: readFileSync(join(folder, path)) });
  } catch (error) {
    const what = `the file cannot be read (${error instanceof Error ? error.message : String(error)})`;
    problems.push({
      path,
      line: null,
      level: "error",
      what,
      fix: "Check that it exists and that you may read it",
    });
  }
}
