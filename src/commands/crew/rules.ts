// The rules results are made by: the program itself, beside the settings of the site.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Hash of this program's code, of the engine it runs on (its zlib and its dates), and of whatever is `more`. */
export function hashRules(more: readonly (string | null)[]): string {
  const folder = join(import.meta.dirname, "../..");
  const hash = createHash("sha256").update(JSON.stringify([process.versions, ...more]));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest("base64url").slice(0, 22);
}
