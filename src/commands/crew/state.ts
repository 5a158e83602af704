// State: what is remembered, as it lies in a file. Entries lie there in blocks, so that those of which nothing has changed
// are copied, not spelled again.

import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { replaceFile } from "../disk/replaceFile.ts";
import { type Entries, emptyEntries, type Kind, type Row, restoreEntry, spellEntry } from "./entries.ts";

/** What is remembered with all entries. */
interface Head {
  /** Says what they depend on beside the files they are of. */
  readonly rules: string;
  /** How many articles the ledger knew. */
  readonly known: number;
}

/** What lies in a file. */
interface State extends Head {
  readonly entries: Entries;
  /** When it was written, in milliseconds. */
  readonly time: number;
  /** Which file it is, and where in it the blocks lie. */
  readonly file: string;
  readonly blocks: readonly Block[];
}

/** A line of the file: entries of one kind. */
interface Block {
  readonly kind: Kind;
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
  /** The spools they lie in. */
  readonly spools: readonly string[];
  readonly at: number;
  readonly size: number;
}

type BlockLine = readonly [kind: Kind, spools: readonly string[], rows: readonly Row[]];

/** How many entries are in a block: few enough that a change costs little, many enough that all are read fast. */
const together = 64;
/** So many bytes are copied at a time. */
const atATime = 1 << 20;

export const stateFile = "state.jsonl";

/**
 * Reads what lies in a folder. Entries that were made by other rules are left out. Where there is nothing, or something
 * damaged, nothing is remembered: nothing depends on it.
 */
export function readState(folder: string, rules: string): State {
  const nothing = { rules: "", known: 0, entries: emptyEntries(), time: 0, file: "", blocks: [] };
  try {
    const { bytes, time, file } = readWhole(join(folder, stateFile));
    const end = bytes.lastIndexOf("\n") + 1;
    if (bytes.toString("latin1", end) !== spellSum(crc32(bytes.subarray(0, end)))) return nothing;
    const first = bytes.indexOf("\n") + 1;
    const head = JSON.parse(bytes.toString("utf8", 0, first)) as Head;
    if (head.rules !== rules) return { ...nothing, known: head.known };
    const entries = emptyEntries();
    const blocks: Block[] = [];
    for (let at = first, next: number; at < end; at = next) {
      next = bytes.indexOf("\n", at) + 1;
      const line = JSON.parse(bytes.toString("utf8", at, next)) as BlockLine;
      blocks.push(restoreBlock(line, at, next - at, entries));
    }
    for (const spool of spoolsOf(blocks)) if (!existsSync(join(folder, spool))) return nothing;
    return { ...head, entries, time, file, blocks };
  } catch {
    return nothing;
  }
}

function restoreBlock([kind, spools, rows]: BlockLine, at: number, size: number, entries: Entries): Block {
  const [keys, values]: [string[], unknown[]] = [[], []];
  for (const row of rows) {
    const [key, value] = restoreEntry(kind, row, spools);
    (entries[kind] as Map<string, unknown>).set(key, value);
    keys.push(key);
    values.push(value);
  }
  return { kind, keys, values, spools, at, size };
}

/**
 * Writes what is to be remembered in place of what is, and returns the spools it lies in; null where that is the same, and
 * nothing is written.
 */
export function writeState(
  folder: string,
  before: State,
  { rules, known, entries }: Head & Pick<State, "entries">,
): ReadonlySet<string> | null {
  const path = join(folder, stateFile);
  const source = openSource(path, before.file);
  try {
    const kept = source === null ? [] : before.blocks.filter((block) => isKept(block, entries));
    const added = spellOthers(entries, kept);
    const isSame = source !== null && rules === before.rules && known === before.known;
    if (isSame && added.length === 0 && kept.length === before.blocks.length) return null;
    replaceFile(path, (target) => {
      let sum = 0;
      const write = (bytes: Uint8Array): void => {
        sum = crc32(bytes, sum);
        writeFileSync(target, bytes);
      };
      write(Buffer.from(`${JSON.stringify({ rules, known })}\n`));
      if (source !== null) copyBlocks(source, kept, write);
      for (const [line] of added) write(Buffer.from(line));
      writeFileSync(target, spellSum(sum));
    });
    return new Set([...spoolsOf(kept), ...added.flatMap(([, spools]) => spools)]);
  } finally {
    if (source !== null) closeSync(source);
  }
}

/** True for a block whose entries are all remembered again, as they are. */
function isKept({ kind, keys, values }: Block, entries: Entries): boolean {
  return keys.every((key, index) => entries[kind].get(key) === values[index]);
}

/** Blocks of what is in no block that is kept, as lines, and the spools of each. */
function spellOthers(
  entries: Entries,
  kept: readonly Block[],
): (readonly [line: string, spools: readonly string[]])[] {
  const lines: (readonly [string, readonly string[]])[] = [];
  for (const kind of Object.keys(entries) as Kind[]) {
    const mine = kept.filter((block) => block.kind === kind);
    if (mine.reduce((sum, { keys }) => sum + keys.length, 0) === entries[kind].size) continue;
    const there = new Set(mine.flatMap(({ keys }) => keys));
    const others = [...entries[kind]].filter(([key]) => !there.has(key));
    for (let at = 0; at < others.length; at += together) {
      const spools: string[] = [];
      const rows = others
        .slice(at, at + together)
        .map(([key, value]) => spellEntry(kind, key, value, spools));
      lines.push([`${JSON.stringify([kind, spools, rows] satisfies BlockLine)}\n`, spools]);
    }
  }
  return lines;
}

/** Copies blocks, neighbours in one piece. */
function copyBlocks(source: number, blocks: readonly Block[], write: (bytes: Uint8Array) => void): void {
  const buffer = Buffer.allocUnsafe(atATime);
  let [from, to] = [0, 0];
  const copy = (): void => {
    while (from < to) {
      const count = readSync(source, buffer, 0, Math.min(atATime, to - from), from);
      if (count === 0) throw new Error(`${stateFile} is shorter than it was`);
      write(buffer.subarray(0, count));
      from += count;
    }
  };
  for (const { at, size } of blocks) {
    if (at !== to) {
      copy();
      from = at;
    }
    to = at + size;
  }
  copy();
}

/** The file that was read, where it still lies there. */
function openSource(path: string, file: string): number | null {
  if (file === "" || !existsSync(path)) return null;
  const source = openSync(path, "r");
  if (nameOf(source) === file) return source;
  closeSync(source);
  return null;
}

function readWhole(path: string): { readonly bytes: Buffer; readonly time: number; readonly file: string } {
  const source = openSync(path, "r");
  try {
    return { bytes: readFileSync(source), time: fstatSync(source).mtimeMs, file: nameOf(source) };
  } finally {
    closeSync(source);
  }
}

/** Says which file is open: no other has the same number, time and size. */
function nameOf(descriptor: number): string {
  const { ino, mtimeMs, size } = fstatSync(descriptor);
  return `${ino} ${mtimeMs} ${size}`;
}

function spoolsOf(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.flatMap(({ spools }) => spools));
}

/** The last line: the check sum of all that stands before it. */
function spellSum(sum: number): string {
  return `sum ${sum}`;
}
