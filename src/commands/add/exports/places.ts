// openPlaces: names for many new files of one folder, which is looked at once.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { META_ENDING } from "../../../compile/meta.ts";
import { splitName } from "../names.ts";

/** Where a file goes. */
export interface NewPlace {
  /** Path from the seeds folder. */
  readonly path: string;
  /** True where a file of the very same bytes is there. */
  readonly isThere: boolean;
  /** The path that its name alone would have given it, where another file is there; null for none. */
  readonly instead: string | null;
}

/** Chooses for a name and its bytes: the first place, with a number behind the name if need be, that nothing else has. */
export type ChoosePlace = (name: string, bytes: Uint8Array) => NewPlace;

/** Looks at a folder below the seeds folder; every place that is chosen is taken from then on. */
export function openPlaces(folder: string, into: string): ChoosePlace {
  const below = join(folder, into);
  // Some systems know no difference between small letters and capitals.
  const plain = (name: string): string => name.normalize("NFC").toLowerCase();
  const there = new Map((existsSync(below) ? readdirSync(below) : []).map((name) => [plain(name), name]));
  const chosen = new Map<string, Uint8Array>();
  const top = into === "" ? "" : `${into}/`;
  return (name, bytes) => {
    const { stem, ending } = splitName(name);
    let instead: string | null = null;
    for (let number = 1; ; number++) {
      const file = `${stem}${number === 1 ? "" : `-${number}`}${ending}`;
      const key = plain(file);
      const others = chosen.get(key);
      const disk = there.get(key);
      const known = others ?? (disk === undefined ? undefined : readFileSafely(join(below, disk)));
      if (known !== undefined && Buffer.compare(known, bytes) === 0)
        return { path: top + (disk ?? file), isThere: true, instead: null };
      // Corrections that were left there would be taken for those of the new file.
      if (known === undefined && disk === undefined && !there.has(plain(file + META_ENDING))) {
        chosen.set(key, bytes);
        return { path: top + file, isThere: false, instead };
      }
      if (others === undefined && disk !== undefined) instead ??= top + disk.normalize("NFC");
    }
  };
}

/** Its bytes; none for a folder of that name, which is in the way all the same. */
function readFileSafely(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return new Uint8Array();
  }
}
