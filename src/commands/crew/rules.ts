// The rules results are made by: the program itself, beside the settings of the site.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { hashCode, listCode } from "../program/code.ts";

/** Stands in the program's place where it was put together (program.ts). */
declare const PROGRAM_CODE: string | undefined;

/** Hash of this program's code, of the engine it runs on (its zlib and its dates), and of whatever is `more`. */
export function hashRules(more: readonly (string | null)[]): string {
  const parts = [typeof PROGRAM_CODE === "string" ? PROGRAM_CODE : hashOwnCode(), process.versions, ...more];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
}

function hashOwnCode(): string {
  const root = join(import.meta.dirname, "../../..");
  return hashCode(root, listCode(root));
}
