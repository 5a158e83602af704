// A lost ledger: one that is there, and knows nothing, though articles were published.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { ledgerFile } from "../../compile/identity/ledger.ts";
import type { Problem } from "../../compile/problems.ts";

/**
 * What to say of a ledger without a line; nothing where that is as it should be. `known` is how many articles it knew when
 * this folder was last compiled here. No compile empties it, since what it knows it knows for ever: an empty file was cut
 * short, by a full disk or by hand. A file that is not there may belong to a branch that is older than it.
 */
export function noteLostLedger(
  folder: string,
  ledger: string,
  known: number,
  acceptNewIds: boolean,
): readonly Problem[] {
  if (ledger.trim() !== "") return [];
  const isThere = existsSync(join(folder, ledgerFile));
  const articles = known === 1 ? "the article" : `the ${known} articles`;
  const cost = `${articles} it knew would be new to every reader`;
  const problem = { path: ledgerFile, line: null };
  if (known === 0) {
    if (!isThere) return [];
    const fix = "Restore it from version control if it ever held anything, and delete it if it did not";
    return [{ ...problem, level: "warning", what: "the ledger is empty", fix }];
  }
  if (!isThere || acceptNewIds) {
    const fix = "Restore it from version control before you deploy, unless this is intended";
    return [
      { ...problem, level: "warning", what: `the ledger is ${isThere ? "empty" : "gone"}: ${cost}`, fix },
    ];
  }
  const fix = "Restore it from version control";
  return [{ ...problem, level: "error", what: `the ledger is empty: ${cost}`, fix }];
}
