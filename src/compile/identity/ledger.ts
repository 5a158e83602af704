// The ledger: the committed lock file of identity, one line of JSON an article, sorted by id.

import { hash } from "node:crypto";
import type { Problem } from "../problems.ts";

/** What is remembered of one article, for ever. */
export interface LedgerEntry {
  /** `urn:uuid:…`. */
  readonly id: string;
  /** Where it was last found: path relative to the seeds folder, and `#n` (from 1) where a file holds several. */
  readonly from: string;
  /** Its title, for people who read the ledger, and to know it by; null in lines written before titles were kept. */
  readonly title: string | null;
  /** The address its source states; null where it states none. */
  readonly source: string | null;
  /** When its source says it was published, RFC 3339 in UTC; null where it does not say. */
  readonly published: string | null;
  /** Sketch of its words (likeness.ts): tells an edited article from another one. */
  readonly fingerprint: string;
  /** When it was first seen, RFC 3339 in UTC. */
  readonly seen: string;
  /** When its own words last changed; equals `seen` while they never did. */
  readonly changed: string;
  /** Hash of what readers see of it (identity.ts). */
  readonly hash: string;
  /**
   * Ids of its topics, as its file and the rules last said, a space between them; null in lines written before topics
   * were kept. They outlive the file: an article that is gone leaves its places in archives empty.
   */
  readonly topics: string | null;
  /** When it last came into a topic or left one, or got another date, while it was published; null if it never did. */
  readonly moved: string | null;
  /** When it was taken back; null while it is published. */
  readonly retracted: string | null;
  /** When it last came back after it had been taken back; null if it never did. */
  readonly returned: string | null;
}

/** The file of a place: its path without the number of the brief in it. */
export function fileOf(from: string): string {
  return from.replace(/#\d+$/, "");
}

/** The last instant a ledger knows of: what is dated later was still to come when anything last changed; empty for none. */
export function lastInstant(ledger: readonly LedgerEntry[]): string {
  let last = "";
  for (const entry of ledger) {
    const instant = lastInstantOf(entry);
    if (instant > last) last = instant;
  }
  return last;
}

/** When anything last happened to an article. */
export function lastInstantOf({ changed, moved, retracted, returned }: LedgerEntry): string {
  let last = changed;
  for (const instant of [moved, retracted, returned]) if (instant !== null && instant > last) last = instant;
  return last;
}

/** When an article last came into a topic or left one, or got another date; null if none ever did. */
export function lastMove(ledger: readonly LedgerEntry[]): string | null {
  let last: string | null = null;
  for (const { moved } of ledger) if (moved !== null && (last === null || moved > last)) last = moved;
  return last;
}

/** The topics a line names; those of `otherwise` where it was written before they were kept. */
export function topicsIn({ topics }: LedgerEntry, otherwise: readonly string[] = []): readonly string[] {
  if (topics === null) return otherwise;
  return topics === "" ? [] : topics.split(" ");
}

/** The name of the file, in the seeds folder. */
export const ledgerFile = "ledger.jsonl";

/** The result of reading a ledger. */
export interface LedgerReading {
  /** The lines that are whole; with problems among them they are not all there are. */
  readonly entries: readonly LedgerEntry[];
  readonly problems: readonly Problem[];
}

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const instant = (value: unknown): boolean => typeof value === "string" && instantPattern.test(value);
const text = (value: unknown): boolean => typeof value === "string" && value !== "";
const orNull =
  (holds: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || holds(value);

/** A key that older lines lack. */
const optional =
  (holds: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || orNull(holds)(value);

/** The keys of a line, in the order they are written, and what each must hold. A check sum follows them. */
const keys: Readonly<Record<keyof LedgerEntry, (value: unknown) => boolean>> = {
  id: (value) => typeof value === "string" && isId(value),
  from: text,
  title: optional(text),
  source: orNull(text),
  published: optional(instant),
  fingerprint: text,
  seen: instant,
  changed: instant,
  hash: text,
  topics: optional((value) => typeof value === "string"),
  moved: optional(instant),
  retracted: orNull(instant),
  returned: orNull(instant),
};

/** True for the form of a permanent id (RFC 9562 §4, as a URN). */
export function isId(text: string): boolean {
  return /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/**
 * Reads a ledger. A damaged one is never repaired by guessing: each broken line is an error with its number, because
 * a lost id makes every subscriber get an old article again. A merge may have left the lines out of order, and the
 * line of one article twice, as each branch had it: then the earlier first sight and the later change count.
 */
export function readLedger(content: string): LedgerReading {
  const lines = new Map<string, LedgerEntry[]>();
  const problems: Problem[] = [];
  content.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const entry = readLine(line.trim());
    if (typeof entry === "string") {
      problems.push(damage(index + 1, entry));
      return;
    }
    const others = lines.get(entry.id);
    if (others === undefined) lines.set(entry.id, [entry]);
    else others.push(entry);
  });
  return { entries: [...lines.values()].map(unite), problems };
}

/** Writes a ledger: sorted by id, keys in one order, so that equal ledgers are equal bytes. */
export function writeLedger(entries: readonly LedgerEntry[]): string {
  return [...entries]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((entry) => `${writeLine(entry)}\n`)
    .join("");
}

/** What a line says, in the order it is written. */
export const entryKeys = Object.keys(keys) as (keyof LedgerEntry)[];

/** The lines of entries that were read: what has not changed is written as it was. */
const linesRead = new WeakMap<LedgerEntry, string>();

function writeLine(entry: LedgerEntry): string {
  const read = linesRead.get(entry);
  if (read !== undefined) return read;
  const line = JSON.stringify(entry, entryKeys);
  return `${line.slice(0, -1)},"sum":"${sumOf(line)}"}`;
}

/** 48 bits of SHA-256: no secret, it tells a hand's edit and a cut line from what was written here. */
function sumOf(line: string): string {
  return hash("sha256", line, "base64url").slice(0, 8);
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
  const record = value as LedgerEntry & { readonly sum?: unknown };
  for (const key of entryKeys) if (!keys[key](record[key])) return `"${key}" is missing or damaged`;
  // As it was written, its sum is the last thing in it; a line that was only laid out otherwise is as good.
  const plain = /^(.*),"sum":"[\w-]*"\}$/.exec(line)?.[1];
  const holds = plain !== undefined && record.sum === sumOf(`${plain}}`);
  if (!holds && record.sum !== sumOf(JSON.stringify(record, entryKeys)))
    return "this line was edited by hand (its sum does not fit)";
  const { sum: _, ...rest } = record;
  const entry = {
    ...rest,
    title: rest.title ?? null,
    published: rest.published ?? null,
    topics: rest.topics ?? null,
    moved: rest.moved ?? null,
  };
  if (holds) linesRead.set(entry, line);
  return entry;
}

/** One article's lines from two branches, or from before and after a change: in any order, one result. */
function unite(lines: readonly LedgerEntry[]): LedgerEntry {
  const latest = lines.reduce((a, b) => (rankOf(b) > rankOf(a) ? b : a));
  if (lines.length === 1) return latest;
  const seen = lines.reduce((least, line) => (line.seen < least ? line.seen : least), latest.seen);
  const touched = lines.filter((line) => line.changed > line.seen).map((line) => line.changed);
  const changed = touched.reduce((most, instant) => (instant > most ? instant : most), seen);
  return { ...latest, seen, changed, moved: lastMove(lines) };
}

/** When anything of an entry last moved, then what it holds: two branches must agree which line is the later one. */
function rankOf(entry: LedgerEntry): string {
  return lastInstantOf(entry) + JSON.stringify(entry, entryKeys);
}

function damage(line: number, what: string): Problem {
  const fix = "Restore it from version control or finish the merge; ids depend on it";
  return { path: ledgerFile, line, level: "error", what, fix };
}
