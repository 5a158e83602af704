// The files of the cold tier in dist/assets/: written where they are not there yet, and removed when nobody names them.

import { hash } from "node:crypto";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { coldFolder } from "../../catalog/links.ts";
import type { ColdFile } from "../../compile/bundle/cold.ts";
import { vacant } from "../../compile/bundle/tables.ts";
import { assetsFolder } from "../assets.ts";
import type { Crew } from "../crew/crew.ts";
import type { BakeTask } from "../crew/finishing.ts";
import type { Memory } from "../crew/memory.ts";
import type { Spot } from "../crew/spool.ts";
import { packSpots } from "../crew/spots.ts";
import { stampFile } from "../crew/workshop.ts";
import { makeFolders } from "../disk/makeFolders.ts";

/** Writes the cold tier of one compile. */
export interface ColdWriter {
  /** Sees to it that a file is written. */
  readonly write: (file: ColdFile) => void;
  /** Resolves when all files are written, and those that nobody named are gone; fails with the first that could not be. */
  readonly finish: () => Promise<void>;
}

/** What lies at a vacant place. */
const nothing: Spot = ["", 0, 0, 0];
const nowhere = { record: nothing, page: nothing };

/** How many files are made at a time: few enough that all threads have work. */
const batch = 8;

/**
 * Starts writing below `out`/assets, by `bake` (crew.ts). A file that holds what it is to hold already is left alone.
 * `spotsOf` says where the bytes of an article lie.
 */
export function createColdWriter(
  out: string,
  memory: Pick<Memory, "written" | "keepWritten">,
  spotsOf: (ordinal: number) => { readonly record: Spot; readonly page: Spot },
  bake: Crew["bake"],
): ColdWriter {
  const folder = join(out, assetsFolder);
  /** What each file holds, and says it is what was written: another program may have changed it, or another compile. */
  const stamp = (path: string, name: string): string => `${name} ${stampFile(folder, path)}`;
  const written = new Map<string, string>();
  const folders = new Set<string>();
  const baking: Promise<void>[] = [];
  /** Reported at the end: until then nobody waits for what is being made. */
  const failures: unknown[] = [];
  let waiting: BakeTask[] = [];
  const hand = (): void => {
    if (waiting.length > 0) baking.push(bake(waiting).catch((error) => void failures.push(error)));
    waiting = [];
  };
  return {
    write: ({ path, key, recipe }) => {
      const place = join(folder, path);
      const name = hash("sha256", key, "base64url").slice(0, 22);
      written.set(path, name);
      if (memory.written(resolve(place)) === stamp(path, name)) return;
      const parent = dirname(place);
      if (!folders.has(parent)) makeFolders(parent);
      folders.add(parent);
      if (recipe.kind === "bytes") {
        // They are at hand: to write them takes no longer than to hand them to somebody.
        writeFileSync(place, recipe.bytes());
        return;
      }
      const spots = recipe.ordinals.map((ordinal) => (ordinal === vacant ? nowhere : spotsOf(ordinal)));
      waiting.push({
        place,
        recipe: { ...recipe, ordinals: [] },
        records: packSpots(spots.map(({ record }) => record)),
        pages: packSpots(recipe.kind === "pages" ? spots.map(({ page }) => page) : []),
      });
      if (waiting.length >= batch) hand();
    },
    finish: async () => {
      hand();
      await Promise.all(baking);
      if (failures.length > 0) throw failures[0];
      for (const [path, name] of written) memory.keepWritten(resolve(join(folder, path)), stamp(path, name));
      removeOthers(folder, written);
    },
  };
}

function removeOthers(folder: string, written: ReadonlyMap<string, string>): void {
  const root = join(folder, coldFolder);
  if (!existsSync(root)) return;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    const path = place.slice(folder.length).replaceAll("\\", "/");
    if (!written.has(path)) rmSync(place);
  }
}
