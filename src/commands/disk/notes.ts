// Notes: where this program keeps what it needs to know of a folder, so that nothing of it lies in the folder itself.

import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { makeFolders } from "./makeFolders.ts";

const root = join(".topicwire", "compile");
/** Holds the path of the folder the notes are of. */
const nameFile = "seeds";

/** Returns the folder of notes, which is made where there is none: the same one by whatever links a folder is reached. */
export function openNotes(folder: string): string {
  const path = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const notes = join(root, createHash("sha256").update(path).digest("hex").slice(0, 16));
  makeFolders(notes);
  const name = join(notes, nameFile);
  // An empty one is left where the power failed.
  if ((statSync(name, { throwIfNoEntry: false })?.size ?? 0) === 0) writeFileSync(name, path);
  return notes;
}

/** Removes the notes of folders that are gone. */
export function removeLostNotes(): void {
  for (const name of readdirSync(root)) {
    const notes = join(root, name);
    try {
      const folder = readFileSync(join(notes, nameFile), "utf8");
      // Where no name is written yet, somebody is making them.
      if (folder !== "" && !existsSync(folder)) rmSync(notes, { recursive: true, force: true });
    } catch {
      // Or not even a file for it is there.
    }
  }
}
