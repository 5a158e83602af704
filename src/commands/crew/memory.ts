// Memory: what earlier compiles of a folder made, so that only what changed is made again. It may be deleted at any time.

import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { openNotes, removeLostNotes } from "../notes.ts";
import { onItsWay, replaceFile } from "../replaceFile.ts";
import { openSpoolReader, openSpoolWriter, type Spot } from "./spool.ts";
import type { PressedSpots, ReadFacts } from "./workshop.ts";

/** What is remembered; what is asked for, or put in, is remembered again. */
export interface Memory {
  /** Where spools lie. */
  readonly spools: string;
  /** What a file held when it had this stamp. */
  readonly reading: (path: string, stamp: string) => ReadFacts | undefined;
  readonly keepReading: (stamp: string, facts: ReadFacts) => void;
  /** The records of an article, by a key that says everything they depend on. */
  readonly pressed: (key: string) => PressedSpots | undefined;
  readonly keepPressed: (key: string, spots: PressedSpots) => void;
  /** The same of records that may be asked for: they are remembered again only if they are. */
  readonly offerPressed: (key: string, spots: PressedSpots) => void;
  /** A document, by a name that says everything it depends on. */
  readonly document: (name: string) => Spot | undefined;
  readonly keepDocument: (name: string, spot: Spot) => void;
  /** The key of what was last written to a file of the artefact, and its stamp then; see `coldFiles`. */
  readonly written: (file: string) => string | undefined;
  readonly keepWritten: (file: string, key: string) => void;
  /** Writes down what is to be remembered, and throws away the rest. */
  readonly save: () => void;
  /** Throws away everything. Nothing else can be asked of it then. */
  readonly forget: () => void;
}

const stateFile = "state.jsonl";
/** A file whose time is this close to the last look may have changed again within the same tick of the clock. */
const doubtful = 50;

type Line =
  | readonly ["r", stamp: string, facts: ReadFacts]
  | readonly ["p", key: string, spots: PressedSpots]
  | readonly ["d", name: string, spot: Spot]
  | readonly ["w", file: string, key: string];

/**
 * Opens the memory of a seeds folder. `rules` says everything but the folder's files that results depend on: what was
 * made by other rules is forgotten.
 */
export function openMemory(seeds: string, rules: string): Memory {
  const spools = openNotes(seeds);
  const old = readState(spools, rules);
  const kept = {
    r: new Map<string, readonly [stamp: string, facts: ReadFacts]>(),
    p: new Map<string, PressedSpots>(),
    d: new Map<string, Spot>(),
    w: new Map<string, string>(),
  };
  return {
    spools,
    reading: (path, stamp) => {
      const known = old.r.get(path);
      if (known?.[0] !== stamp) return undefined;
      kept.r.set(path, known);
      return known[1];
    },
    keepReading: (stamp, facts) => {
      kept.r.set(facts.path, [stamp, facts]);
    },
    pressed: (key) => keep(old.p, kept.p, key),
    keepPressed: (key, spots) => {
      kept.p.set(key, spots);
    },
    offerPressed: (key, spots) => {
      old.p.set(key, spots);
    },
    document: (name) => keep(old.d, kept.d, name),
    keepDocument: (name, spot) => {
      kept.d.set(name, spot);
    },
    written: (file) => old.w.get(file),
    keepWritten: (file, key) => {
      kept.w.set(file, key);
    },
    save: () => {
      // Somebody may have deleted it meanwhile.
      openNotes(seeds);
      const moved = compact(spools, kept);
      writeState(spools, rules, moved);
      removeUnused(spools, moved);
      removeLostNotes();
    },
    forget: () => {
      openNotes(seeds);
      for (const name of [stateFile, ...spoolsIn(spools)]) rmSync(join(spools, name), { force: true });
    },
  };
}

type Kept = {
  readonly r: Map<string, readonly [stamp: string, facts: ReadFacts]>;
  readonly p: Map<string, PressedSpots>;
  readonly d: Map<string, Spot>;
  readonly w: Map<string, string>;
};

function keep<T>(old: ReadonlyMap<string, T>, kept: Map<string, T>, key: string): T | undefined {
  const known = kept.get(key) ?? old.get(key);
  if (known !== undefined) kept.set(key, known);
  return known;
}

function readState(folder: string, rules: string): Kept {
  const state: Kept = { r: new Map(), p: new Map(), d: new Map(), w: new Map() };
  try {
    const path = join(folder, stateFile);
    const bytes = readFileSync(path);
    const end = bytes.lastIndexOf("\n");
    if (bytes.toString("latin1", end + 1) !== spellSum(crc32(bytes.subarray(0, end + 1))))
      throw new Error("it is not what was written");
    const [head = "", ...lines] = bytes.toString("utf8", 0, end).split("\n");
    if ((JSON.parse(head) as { readonly rules?: unknown }).rules !== rules) return state;
    const since = statSync(path).mtimeMs - doubtful;
    for (const text of lines) {
      const line = JSON.parse(text) as Line;
      if (line[0] === "r") {
        if (Number(line[1].split(" ")[1]) < since) state.r.set(line[2].path, [line[1], line[2]]);
      } else if (line[0] === "p") state.p.set(line[1], line[2]);
      else if (line[0] === "d") state.d.set(line[1], line[2]);
      else state.w.set(line[1], line[2]);
    }
    const files = new Set(spotsOf(state).map(([file]) => file));
    for (const file of files) if (!existsSync(join(folder, file))) throw new Error("a spool is gone");
    return state;
  } catch {
    // None yet, or damaged: nothing depends on it.
    return { r: new Map(), p: new Map(), d: new Map(), w: new Map() };
  }
}

function writeState(folder: string, rules: string, state: Kept): void {
  replaceFile(join(folder, stateFile), (descriptor) => {
    let waiting = `${JSON.stringify({ rules })}\n`;
    let sum = 0;
    const flush = (): void => {
      sum = crc32(waiting, sum);
      writeFileSync(descriptor, waiting);
      waiting = "";
    };
    const put = (line: Line): void => {
      waiting += `${JSON.stringify(line)}\n`;
      if (waiting.length >= 1 << 20) flush();
    };
    for (const [stamp, facts] of state.r.values()) put(["r", stamp, facts]);
    for (const [key, spots] of state.p) put(["p", key, spots]);
    for (const [name, spot] of state.d) put(["d", name, spot]);
    for (const [file, key] of state.w) put(["w", file, key]);
    flush();
    writeFileSync(descriptor, spellSum(sum));
  });
}

/** The last line: the check sum of all that stands before it. */
function spellSum(sum: number): string {
  return `sum ${sum}`;
}

function spotsOf({ r, p, d }: Kept): Spot[] {
  const spots: Spot[] = [...d.values()];
  for (const [, { spot }] of r.values()) if (spot !== null) spots.push(spot);
  for (const { record, page } of p.values()) if (record !== null && page !== null) spots.push(record, page);
  return spots;
}

/** Copies what is still wanted into one new spool once more than half of what lies there is not. */
function compact(folder: string, state: Kept): Kept {
  const spots = spotsOf(state);
  const wanted = spots.reduce((sum, [, , size]) => sum + size, 0);
  const there = spoolsIn(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  if (there <= 2 * wanted + (8 << 20)) return state;
  const reader = openSpoolReader(folder);
  const writer = openSpoolWriter(folder, `spool-${process.pid}-${Date.now()}-all`);
  const move = (spot: Spot): Spot => writer.add(Buffer.from(reader.read(spot)));
  const moved: Kept = {
    r: new Map(
      [...state.r].map(([path, [stamp, facts]]) => [
        path,
        [stamp, { ...facts, spot: facts.spot === null ? null : move(facts.spot) }],
      ]),
    ),
    p: new Map(
      [...state.p].map(([key, spots]) => [
        key,
        spots.record === null ? spots : { record: move(spots.record), page: move(spots.page), reason: null },
      ]),
    ),
    d: new Map([...state.d].map(([name, spot]) => [name, move(spot)])),
    w: state.w,
  };
  writer.close();
  reader.close();
  return moved;
}

function spoolsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith("spool-"));
}

function removeUnused(folder: string, state: Kept): void {
  const used = new Set(spotsOf(state).map(([file]) => file));
  const halves = readdirSync(folder).filter((name) => name.endsWith(onItsWay));
  for (const name of [...spoolsIn(folder).filter((name) => !used.has(name)), ...halves])
    rmSync(join(folder, name), { force: true });
}
