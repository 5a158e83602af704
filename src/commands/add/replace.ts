// placeInstead, writeInstead: a newer version takes the file of the one that is there, so that readers see an article
// that was updated.

import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { META_ENDING } from "../../compile/meta.ts";
import { listSeeds } from "../../compile/seeds.ts";
import { replaceFile } from "../disk/replaceFile.ts";
import { type Refusal, refuse } from "./arrival.ts";
import { splitName } from "./names.ts";
import type { Load, Written } from "./place.ts";
import type { Relations } from "./relate.ts";
import { writeAll } from "./write.ts";

/** A file that is put in place of another one, and those that go with it. */
export interface Instead extends Written {
  /** The path as the disk spells it. */
  readonly disk: string;
  readonly beside: readonly Written[];
}

/** Where the earlier version lies; null where there is none, a refusal where it cannot be replaced. */
export function placeInstead(folder: string, load: Load, { of }: Relations): Instead | Refusal | null {
  const olds = [...of.values()].flatMap((one) =>
    one.is === "capture"
      ? one.of
      : one.is === "edited"
        ? one.entry.from
        : one.is === "better"
          ? one.than
          : [],
  );
  const [path] = olds;
  if (path === undefined) return null;
  const leave = "Leave --replace out, and delete what is not to be published any more";
  if (olds.length > 1 || of.size > 1)
    return refuse("it does not match exactly one article that is there", leave);
  const disk = listSeeds(folder).files.find((file) => file.path === path)?.disk;
  if (disk === undefined)
    return refuse(`what it would replace is one of several articles in a file, ${path}`, leave);
  if (splitName(path).ending.toLowerCase() !== splitName(load.name).ending.toLowerCase())
    return refuse(`what it would replace is a file of another kind, ${path}`, leave);
  const top = disk.slice(0, disk.lastIndexOf("/") + 1);
  const files = load.files.map(({ path, bytes }) => ({ path: top + path, bytes }));
  const beside = files.filter((file) => !isSame(folder, file));
  const taken = beside.find((file) => existsSync(join(folder, file.path)));
  if (taken !== undefined) return refuse(`${taken.path} is there, with other bytes in it`, leave);
  const meta = { path: disk + META_ENDING, bytes: Buffer.from(load.meta ?? "") };
  const needsMeta = load.meta !== null && !existsSync(join(folder, meta.path));
  return { path, disk, bytes: load.bytes, beside: needsMeta ? [...beside, meta] : beside };
}

/** Writes it, the file itself at last. */
export function writeInstead(folder: string, { disk, bytes, beside }: Instead): void {
  writeAll(folder, beside);
  replaceFile(join(folder, disk), bytes, true);
}

function isSame(folder: string, { path, bytes }: Written): boolean {
  const file = join(folder, path);
  return statSync(file, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(file).equals(bytes);
}
