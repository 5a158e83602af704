// makeFolders: a folder is made, with those above it that are not there.

import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Returns the first it made; undefined where the folder is there. Node's own way (`recursive`) never ends where the system
 * says of a folder it lets nobody make, with all above it there, that it is not there: below `/proc`, for one.
 */
export function makeFolders(folder: string): string | undefined {
  if (isFolder(folder)) return undefined;
  const above = dirname(folder);
  const first = above === folder ? undefined : makeFolders(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody may have made it meanwhile.
    if (!isFolder(folder)) throw error;
    return first;
  }
  return first ?? folder;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
