// The files of the cold tier in dist/assets/: written where they are not there yet, and removed when nobody names them.

import { hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { coldFolder } from "../catalog/links.ts";
import type { ColdFile } from "../compile/cold.ts";
import { assetsFolder } from "./assets.ts";
import type { Memory } from "./crew/memory.ts";

/** Writes the cold tier of one compile. */
export interface ColdWriter {
  readonly write: (file: ColdFile) => void;
  /** Removes the files that were not written this time. */
  readonly removeOthers: () => void;
}

/** Starts writing below `out`/assets. A file that holds what it is to hold already is left alone. */
export function createColdWriter(out: string, memory: Pick<Memory, "written" | "keepWritten">): ColdWriter {
  const folder = join(out, assetsFolder);
  const written = new Set<string>();
  const folders = new Set<string>();
  return {
    write: ({ path, key, bytes }) => {
      const place = join(folder, path);
      const file = resolve(place);
      const name = hash("sha256", key, "base64url").slice(0, 22);
      written.add(path);
      memory.keepWritten(file, name);
      if (memory.written(file) === name && existsSync(place)) return;
      const parent = dirname(place);
      if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
      folders.add(parent);
      writeFileSync(place, bytes());
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
