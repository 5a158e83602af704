// MediaLibrary: the files of a seeds folder that articles may name, found by the same rules on every system.

import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { isAuthors } from "../seeds/kinds.ts";
import { isWithin } from "../seeds/within.ts";

/** A file that may be published beside an article. */
export interface MediaFile {
  /** Path relative to the seeds folder, in NFC, with forward slashes. */
  readonly path: string;
  /** Size in bytes. */
  readonly size: number;
  readonly read: () => Uint8Array;
}

/** The files of a seeds folder. */
export interface MediaLibrary {
  /** The file of exactly this name; null where there is none. */
  readonly find: (path: string) => MediaFile | null;
  /** The path of a file whose name differs only in capitals; null where there is none. */
  readonly resembling: (path: string) => string | null;
}

/** A library without files. */
export const noMedia: MediaLibrary = { find: () => null, resembling: () => null };

/**
 * Opens the library of a folder; nothing is read until it is asked for. Names are compared as their folders list them,
 * so that systems which mix up capitals or accents find what others find. Names that begin with a dot, and links that
 * lead out of the folder, are not found.
 */
export function openMedia(folder: string): MediaLibrary {
  const listings = new Map<string, ReadonlyMap<string, string>>();
  const found = new Map<string, MediaFile | null>();
  const list = (below: string): ReadonlyMap<string, string> => {
    const known = listings.get(below);
    if (known !== undefined) return known;
    const listing = new Map(listNames(join(folder, below)).map((name) => [name.normalize("NFC"), name]));
    listings.set(below, listing);
    return listing;
  };
  /** The path as the disk spells it, where every name of it satisfies `isSame`. */
  const locate = (path: string, isSame: (name: string, wanted: string) => boolean): string | null => {
    let below = "";
    for (const wanted of path.normalize("NFC").split("/")) {
      const listing = list(below);
      const name = listing.get(wanted) ?? [...listing].find(([each]) => isSame(each, wanted))?.[1];
      if (name === undefined || (name.startsWith(".") && !isAuthors(name))) return null;
      below = below === "" ? name : `${below}/${name}`;
    }
    return below;
  };
  return {
    find: (path) => {
      const known = found.get(path);
      if (known !== undefined) return known;
      const place = locate(path, () => false);
      const file = place === null ? null : describeFile(folder, place);
      found.set(path, file);
      return file;
    },
    resembling: (path) =>
      locate(path, (name, wanted) => name.toLowerCase() === wanted.toLowerCase())?.normalize("NFC") ?? null,
  };
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** A file as it is now; null for what is no file, or not below the folder. */
function describeFile(folder: string, place: string): MediaFile | null {
  const file = join(folder, place);
  try {
    if (!isWithin(realpathSync(file), realpathSync(folder))) return null;
    const stats = statSync(file);
    if (!stats.isFile()) return null;
    return { path: place.normalize("NFC"), size: stats.size, read: () => readFileSync(file) };
  } catch {
    return null;
  }
}
