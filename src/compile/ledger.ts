// The ledger: the committed lock file of identity, one line of JSON an article, sorted by id.

import type { Problem } from "./problems.ts";

/** What is remembered of one article, for ever. */
export interface LedgerEntry {
  /** `urn:uuid:…`. */
  readonly id: string;
  /** Where it was last found: path relative to the seeds folder, and `#n` (from 1) where a file holds several. */
  readonly from: string;
  /** The address its source states; null where it states none. */
  readonly source: string | null;
  /** Sketch of its words (identity.ts): tells an edited article from another one. */
  readonly fingerprint: string;
  /** When it was first seen, RFC 3339 in UTC. */
  readonly seen: string;
  /** When its own words last changed; equals `seen` while they never did. */
  readonly changed: string;
  /** Hash of what readers see of it (identity.ts). */
  readonly hash: string;
  /** When it was taken back; null while it is published. */
  readonly retracted: string | null;
}

/** The name of the file, in the seeds folder. */
export const ledgerFile = "ledger.jsonl";

/** The result of reading a ledger: entries unless there are errors. */
export interface LedgerReading {
  readonly entries: readonly LedgerEntry[] | null;
  readonly problems: readonly Problem[];
}

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const instant = (value: unknown): boolean => typeof value === "string" && instantPattern.test(value);
const text = (value: unknown): boolean => typeof value === "string" && value !== "";

/** The keys of a line, in the order they are written, and what each must hold. */
const keys: Readonly<Record<keyof LedgerEntry, (value: unknown) => boolean>> = {
  id: (value) =>
    typeof value === "string" && /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  from: text,
  source: (value) => value === null || text(value),
  fingerprint: text,
  seen: instant,
  changed: instant,
  hash: text,
  retracted: (value) => value === null || instant(value),
};

/**
 * Reads a ledger. A damaged one is never repaired by guessing: each broken line is an error with its number, because
 * a lost id makes every subscriber get an old article again.
 */
export function readLedger(content: string): LedgerReading {
  const entries: LedgerEntry[] = [];
  const problems: Problem[] = [];
  const lineOf = new Map<string, number>();
  content.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const entry = readLine(line);
    if (typeof entry === "string") {
      problems.push(damage(index + 1, entry));
      return;
    }
    const earlier = lineOf.get(entry.id);
    if (earlier !== undefined) {
      problems.push(damage(index + 1, `the id of line ${earlier} stands here again`));
      return;
    }
    lineOf.set(entry.id, index + 1);
    entries.push(entry);
  });
  return { entries: problems.length > 0 ? null : entries, problems };
}

/** Writes a ledger: sorted by id, keys in one order, so that equal ledgers are equal bytes. */
export function writeLedger(entries: readonly LedgerEntry[]): string {
  const order = Object.keys(keys);
  return [...entries]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((entry) => `${JSON.stringify(entry, order)}\n`)
    .join("");
}

function readLine(line: string): LedgerEntry | string {
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(line)) return "a merge stopped half-way here (a conflict marker)";
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "this line is not JSON";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return "this line is not an object";
  const record = value as Record<string, unknown>;
  for (const [key, holds] of Object.entries(keys)) {
    if (!holds(record[key])) return `"${key}" is missing or damaged`;
  }
  return record as unknown as LedgerEntry;
}

function damage(line: number, what: string): Problem {
  const fix =
    "Restore the line from version control (git checkout -- ledger.jsonl, or finish the merge); ids depend on it";
  return { path: ledgerFile, line, level: "error", what, fix };
}
