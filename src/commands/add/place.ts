// choosePlace: where an arrival goes. What is there already stays there.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { META_ENDING } from "../../compile/meta.ts";
import { type Refusal, refuse } from "./arrival.ts";
import { splitName } from "./names.ts";

/** A file to be written. */
export interface Written {
  /** Path from the seeds folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What is to be placed. */
export interface Load {
  /** The folder asked for; empty for the seeds folder. */
  readonly into: string;
  readonly name: string;
  /** True where the publisher asked for this very name. */
  readonly named: boolean;
  readonly bytes: Uint8Array;
  /** Files that go with it, by their paths from its folder. */
  readonly files: readonly Written[];
  readonly meta: string | null;
}

/** Where it goes. */
export interface Place {
  readonly path: string;
  /** What is not there yet, in the order in which it may be written; nothing where all of it is there. */
  readonly missing: readonly Written[];
}

/**
 * The first place where nothing of it meets a file of other bytes: under its name; else with a number behind that, or,
 * since it names its files by their paths, together with them in a folder of that name.
 */
export function choosePlace(folder: string, load: Load): Place | Refusal {
  const { stem, ending } = splitName(load.name);
  const top = load.into === "" ? "" : `${load.into}/`;
  for (let number = 1; ; number += 1) {
    const count = number === 1 ? "" : `-${number}`;
    const missing = listMissing(folder, top, `${stem}${count}${ending}`, load);
    if (load.files.length === 0 || number === 1) {
      if (missing !== null) return { path: `${top}${stem}${count}${ending}`, missing };
      if (load.named && load.files.length === 0) break;
    }
    if (load.files.length === 0) continue;
    const inside = `${top}${stem}${count}/`;
    const together = isFree(folder, inside) ? listMissing(folder, inside, load.name, load) : null;
    if (together !== null) return { path: inside + load.name, missing: together };
  }
  return refuse(`${top}${load.name} is there, with other words in it`, "Give another --name, or none");
}

/** What is missing of it there; null where something else is in the way. */
function listMissing(folder: string, top: string, name: string, load: Load): Written[] | null {
  const main = { path: top + name, bytes: load.bytes };
  const beside = load.files.map(({ path, bytes }) => ({ path: top + path, bytes }));
  const there = look(folder, main);
  if (there === "other" || beside.some((file) => look(folder, file) === "other")) return null;
  if (there === "none" && isTaken(folder, top, name)) return null;
  const files = beside.filter((file) => look(folder, file) === "none");
  if (there === "same") return files;
  // Corrections that were left there would be taken for those of the new file.
  const meta = { path: main.path + META_ENDING, bytes: Buffer.from(load.meta ?? "") };
  const left = look(folder, meta);
  if (load.meta === null ? left !== "none" : left === "other") return null;
  return load.meta === null || left === "same" ? [...files, main] : [...files, meta, main];
}

function look(folder: string, { path, bytes }: Written): "none" | "same" | "other" {
  const file = join(folder, path);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return "none";
  return stats.isFile() && stats.size === bytes.length && readFileSync(file).equals(bytes) ? "same" : "other";
}

/** True where a name that differs in capitals alone is there, which on some systems is the same. */
function isTaken(folder: string, top: string, name: string): boolean {
  const below = join(folder, top);
  if (!existsSync(below)) return false;
  const plain = (each: string): string => each.normalize("NFC").toLowerCase();
  return readdirSync(below).some((each) => plain(each) === plain(name));
}

/** True where there is no such thing, or a folder. */
function isFree(folder: string, inside: string): boolean {
  return statSync(join(folder, inside), { throwIfNoEntry: false })?.isDirectory() ?? true;
}
