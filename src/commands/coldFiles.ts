// The files of the cold tier in dist/assets/: written where they are not there yet, and removed when nobody names them.

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { coldFolder } from "../catalog/links.ts";
import type { ColdFile } from "../compile/cold.ts";
import { assetsFolder } from "./assets.ts";

/** Writes the cold tier of one compile. */
export interface ColdWriter {
  readonly write: (file: ColdFile) => void;
  /** Removes the files that were not written this time. */
  readonly removeOthers: () => void;
}

/** Starts writing below `out`/assets. */
export function createColdWriter(out: string): ColdWriter {
  const folder = join(out, assetsFolder);
  const written = new Set<string>();
  const folders = new Set<string>();
  return {
    write: ({ path, bytes }) => {
      const place = join(folder, path);
      const parent = dirname(place);
      if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
      folders.add(parent);
      writeFileSync(place, bytes());
      written.add(path);
    },
    removeOthers: () => {
      const root = join(folder, coldFolder);
      if (!existsSync(root)) return;
      for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const place = join(entry.parentPath, entry.name);
        const path = place.slice(folder.length).replaceAll("\\", "/");
        if (!written.has(path)) rmSync(place);
      }
    },
  };
}
