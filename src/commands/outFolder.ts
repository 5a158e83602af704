// The folder a compile writes to: what is in it that is not wanted is removed, so it must be ours.

import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { artefactFiles } from "../catalog/artefact.ts";
import { hasAssets } from "./assets.ts";
import { shownFolder } from "./command.ts";

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

const advice = "Name an empty or a new folder beside it: --out DIR";

/** True where a compile has been at work, if only begun. */
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

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`));
}
