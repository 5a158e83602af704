// The folder a compile writes to: what is in it that is not wanted is removed, so it must be ours.

import { accessSync, constants, existsSync, readdirSync, realpathSync, rmdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { artefactFiles } from "../../catalog/artefact.ts";
import { describeRefusal } from "../../compile/seeds/disk.ts";
import { isWithin } from "../../compile/seeds/within.ts";
import { hasAssets } from "../assets.ts";
import { shownFolder } from "../command.ts";
import { makeFolders } from "../disk/makeFolders.ts";

/** Beside the artefact; `npm run build` bundles into it. */
const bundleFolder = "worker";

/** Why `out` may not be written to; empty where it may. */
export function refuseOut(out: string, seeds: string): string {
  const stats = statSync(out, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isDirectory()) return `${out} is a file. ${advice}`;
  const [shown, other] = [shownFolder(out), shownFolder(seeds)];
  const [place, source] = [placeOf(out), placeOf(seeds)];
  if (isWithin(place, source))
    return `${shown} is part of ${other}, so what is made would be published too. ${advice}`;
  if (isWithin(source, place)) return `${other} lies in ${shown}, where only what is made may be. ${advice}`;
  const foreign = isOurs(out) ? undefined : listOthers(out)[0];
  if (foreign === undefined) return "";
  return `${shown} holds something else, ${foreign}, and nothing that a compile made. ${advice}`;
}

/**
 * Makes `out`: what cannot be written is told before anything is compiled. Returns why it cannot be, or what unmakes it
 * again as long as nothing is in it.
 */
export function makeOut(out: string): string | (() => void) {
  try {
    const first = makeFolders(out);
    accessSync(out, constants.W_OK);
    return () => {
      if (first !== undefined) removeEmpty(resolve(out), resolve(first));
    };
  } catch (error) {
    const refusal = describeRefusal(error);
    if (refusal === null) throw error;
    return `${refusal} ${advice}`;
  }
}

/** Removes a folder and those above it, up to `last`, as far as they are empty. */
function removeEmpty(folder: string, last: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  if (folder !== last) removeEmpty(dirname(folder), last);
}

const advice = "Name an empty or a new folder elsewhere: --out DIR";

/** True where a compile has been at work, even if it did not finish. */
function isOurs(out: string): boolean {
  return hasAssets(out) || Object.values(artefactFiles).some((name) => existsSync(join(out, name)));
}

/** What lies there; names that begin with a dot are the system's, or git's. */
function listOthers(out: string): string[] {
  if (!existsSync(out)) return [];
  return readdirSync(out).filter((name) => !name.startsWith(".") && name !== bundleFolder);
}

/** Where a folder lies when links are followed, though it may not be there yet. */
function placeOf(folder: string): string {
  const path = resolve(folder);
  if (existsSync(path)) return realpathSync(path);
  return dirname(path) === path ? path : join(placeOf(dirname(path)), basename(path));
}
