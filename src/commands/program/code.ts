// The program's own code: which files it is, and a hash of what they say.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The program as it lies in a folder. */
export interface Code {
  /** Paths of its files, sorted: all of src/, and the versions of the packages it was installed with. */
  readonly files: readonly string[];
  /** Differs as soon as a file may have changed; no file is read for it. */
  readonly stamp: string;
}

const lockFile = "package-lock.json";

/** Lists the code of the program that is installed in `root`. */
export function listCode(root: string): Code {
  const found = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  const files = [lockFile, ...found.filter((file) => file.endsWith(".ts")).map((file) => `src/${file}`)];
  files.sort();
  const stamp = createHash("sha256");
  for (const file of files) {
    const stats = statSync(join(root, file), { throwIfNoEntry: false });
    stamp.update(`${file} ${stats?.size} ${stats?.mtimeMs} ${stats?.ctimeMs} ${stats?.ino}\n`);
  }
  return { files, stamp: stamp.digest("base64url") };
}

/** Hash of what these files say: equal for equal code, wherever it lies. */
export function hashCode(root: string, { files }: Code): string {
  const hash = createHash("sha256");
  for (const file of files) {
    const stats = statSync(join(root, file), { throwIfNoEntry: false });
    hash.update(`${file} ${stats?.size}\n`);
    if (stats !== undefined) hash.update(readFileSync(join(root, file)));
  }
  return hash.digest("base64url").slice(0, 22);
}
