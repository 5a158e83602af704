// The listing of the last commit: its ledger, out of git.

import { execFileSync } from "node:child_process";
import type { Listed, Listing } from "../compile/identity/differences.ts";
import { type LedgerEntry, ledgerFile, readLedger, topicsIn } from "../compile/identity/ledger.ts";

/** The most git may say at once, in bytes. */
const limit = 1024 * 1024 * 1024;

/** Reads the ledger of the last commit of the repository a seeds folder is in. Throws an Error that says what is missing. */
export function readLastCommit(folder: string): readonly LedgerEntry[] {
  if (run(folder, ["rev-parse", "--is-inside-work-tree"]) === null) {
    throw new Error(`${folder} is in no git repository (or git is not installed); name a live site instead`);
  }
  if (run(folder, ["rev-parse", "--verify", "--quiet", "HEAD"]) === null) {
    throw new Error(`the repository of ${folder} has no commit yet; name a live site instead`);
  }
  const { entries, problems } = readLedger(run(folder, ["show", `HEAD:./${ledgerFile}`])?.toString() ?? "");
  const [damage] = problems;
  if (damage !== undefined) {
    throw new Error(`the ledger of the last commit is damaged, line ${damage.line}: ${damage.what}`);
  }
  return entries;
}

/** What a ledger lists. `topics` are those of its articles now, by id, for lines written before topics were kept. */
export function listCommit(
  entries: readonly LedgerEntry[],
  topics: ReadonlyMap<string, readonly string[]>,
): Listing {
  const [retracted, published] = [
    entries.filter(isRetracted),
    entries.filter((entry) => !isRetracted(entry)),
  ];
  return {
    articles: published.map((entry) => listEntry(entry, topicsIn(entry, topics.get(entry.id)))),
    complete: true,
    retracted: new Set(retracted.map(({ id }) => id)),
  };
}

function isRetracted({ retracted }: LedgerEntry): boolean {
  return retracted !== null;
}

/** True where git knows of a file that the last commit does not have as it is now; false where there is no git. */
export function isUncommitted(folder: string, file: string): boolean {
  const status = run(folder, ["status", "--porcelain", "--ignored", "--", file]);
  return status !== null && status.length > 0;
}

/** A line of the ledger as a listing names its article. */
export function listEntry(entry: LedgerEntry, topics: readonly string[]): Listed {
  const { id, title, hash, seen, published, source, fingerprint, from } = entry;
  return {
    id,
    title: title ?? from,
    version: hash,
    dated: published ?? seen,
    stated: published !== null,
    source,
    fingerprint,
    topics,
    from,
  };
}

/** What git says; null where it refuses. */
function run(folder: string, args: readonly string[]): Buffer | null {
  try {
    return execFileSync("git", args, { cwd: folder, maxBuffer: limit, stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return null;
  }
}
