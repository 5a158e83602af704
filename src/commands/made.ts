// Made: what a compile has made, known by a stamp, so that what is deployed is what was looked at.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { artefactFiles } from "../catalog/artefact.ts";
import { assetsFolder } from "./assets.ts";

/**
 * The environment variable that holds the stamp where a deploy has compiled already. wrangler compiles before it
 * uploads (`[build]` in wrangler.toml): a second time, with other files perhaps, and into a ledger nobody has seen.
 */
export const madeVariable = "TOPICWIRE_MADE";

/** Differs as soon as anything that is deployed has been written again. */
export function stampMade(out: string): string {
  const stamp = createHash("sha256");
  for (const file of Object.values(artefactFiles)) stamp.update(readFileSync(join(out, file)));
  const assets = join(out, assetsFolder);
  const files = readdirSync(assets, { recursive: true, encoding: "utf8" }).sort();
  for (const file of files) {
    const stats = statSync(join(assets, file));
    if (stats.isFile()) stamp.update(`${file} ${stats.size} ${stats.mtimeMs} ${stats.ino}\n`);
  }
  return stamp.digest("base64url");
}

/** Why what lies there may not be deployed as what has this stamp; empty when it may. */
export function refuseOther(out: string, stamp: string): string {
  if (stampMade(out) === stamp) return "";
  return `${out}/ is not what was compiled for this deploy: something has written to it since. Run npm run deploy again.`;
}
