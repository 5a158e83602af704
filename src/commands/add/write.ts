// writeAll: several files are written, or none of them.

import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolders } from "../disk/makeFolders.ts";
import { replaceFile } from "../disk/replaceFile.ts";
import type { Written } from "./place.ts";

/** Writes files that are not there yet, with the folders they need; whatever stops it, nothing of them is left. */
export function writeAll(folder: string, files: readonly Written[]): void {
  const made: string[] = [];
  try {
    for (const { path, bytes } of files) {
      const file = join(folder, path);
      const first = makeFolders(dirname(file));
      if (first !== undefined) made.push(first);
      replaceFile(file, bytes, true);
      made.push(file);
    }
  } catch (error) {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}
