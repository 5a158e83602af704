// Memory: what earlier compiles of a folder made, so that only what changed is made again. It may be deleted at any time.

import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { openNotes, removeLostNotes } from "../disk/notes.ts";
import { onItsWay } from "../disk/replaceFile.ts";
import { type Entries, emptyEntries } from "./entries.ts";
import { isDamage, openSpoolReader, openSpoolWriter, type Spot } from "./spool.ts";
import { readState, stateFile, writeState } from "./state.ts";
import type { PressedSpots, ReadFacts } from "./workshop.ts";

/** What is remembered; what is asked for, or put in, is remembered again. */
export interface Memory {
  /** Where spools lie. */
  readonly spools: string;
  /** How many articles the ledger knew when it was last saved. */
  readonly known: number;
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
  /** Writes down what is to be remembered, and throws away the rest. The ledger knows so many articles now. */
  readonly save: (known: number) => void;
  /** Leaves what is remembered as it was, and throws away what came to lie beside it. */
  readonly leave: () => void;
  /** Throws away everything. Nothing else can be asked of it then. */
  readonly forget: () => void;
}

/** A file whose time is this close to the last look may have changed again within the same tick of the clock. */
const doubtful = 50;

/**
 * Opens the memory of a seeds folder. `rules` says everything but the folder's files that results depend on: what was
 * made by other rules is forgotten.
 */
export function openMemory(seeds: string, rules: string): Memory {
  const spools = openNotes(seeds);
  const there = new Set(spoolsIn(spools));
  const state = readState(spools, rules);
  const old = state.entries;
  const offered = new Map<string, PressedSpots>();
  const kept = emptyEntries();
  return {
    spools,
    known: state.known,
    reading: (path, stamp) => {
      const known = old.readings.get(path);
      if (known?.stamp !== stamp || Number(stamp.split(" ")[1]) >= state.time - doubtful) return undefined;
      kept.readings.set(path, known);
      return known.facts;
    },
    keepReading: (stamp, facts) => {
      kept.readings.set(facts.path, { stamp, facts });
    },
    pressed: (key) => {
      const known = kept.pressed.get(key) ?? offered.get(key) ?? old.pressed.get(key);
      if (known !== undefined) kept.pressed.set(key, known);
      return known;
    },
    keepPressed: (key, spots) => {
      kept.pressed.set(key, spots);
    },
    offerPressed: (key, spots) => {
      offered.set(key, spots);
    },
    document: (name) => {
      const known = kept.documents.get(name) ?? old.documents.get(name);
      if (known !== undefined) kept.documents.set(name, known);
      return known;
    },
    keepDocument: (name, spot) => {
      kept.documents.set(name, spot);
    },
    written: (file) => old.written.get(file),
    keepWritten: (file, key) => {
      kept.written.set(file, key);
    },
    save: (known) => {
      // Somebody may have deleted it meanwhile.
      openNotes(seeds);
      const used = writeState(spools, state, { rules, known, entries: compact(spools, kept) });
      if (used === null) return;
      removeUnused(spools, used);
      removeLostNotes();
    },
    leave: () => removeUnused(spools, there),
    forget: () => {
      openNotes(seeds);
      for (const name of [stateFile, ...spoolsIn(spools)]) rmSync(join(spools, name), { force: true });
    },
  };
}

/**
 * Works with the memory of a seeds folder. Whether it can be read is only known when it is needed: where it is damaged, it
 * is thrown away, and the work is done again.
 */
export async function withMemory<Done>(
  seeds: string,
  rules: string,
  work: (memory: Memory) => Promise<Done>,
): Promise<Done> {
  const memory = openMemory(seeds, rules);
  try {
    return await work(memory);
  } catch (error) {
    if (!isDamage(error)) throw error;
    memory.forget();
    return work(openMemory(seeds, rules));
  }
}

/** How many bytes of spools are wanted. */
function sizeOf({ readings, pressed, documents }: Entries): number {
  let sum = 0;
  for (const [, , size] of documents.values()) sum += size;
  for (const { facts } of readings.values()) sum += facts.spot?.[2] ?? 0;
  for (const { record, page } of pressed.values()) sum += (record?.[2] ?? 0) + (page?.[2] ?? 0);
  return sum;
}

/** Copies what is still wanted into one new spool once more than half of what lies there is not. */
function compact(folder: string, entries: Entries): Entries {
  const there = spoolsIn(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  if (there <= 2 * sizeOf(entries) + (8 << 20)) return entries;
  const reader = openSpoolReader(folder);
  const writer = openSpoolWriter(folder, `spool-${process.pid}-${Date.now()}-all`);
  const move = (spot: Spot): Spot => writer.add(Buffer.from(reader.read(spot)));
  const moved: Entries = {
    readings: new Map(
      [...entries.readings].map(([path, { stamp, facts }]) => [
        path,
        { stamp, facts: { ...facts, spot: facts.spot === null ? null : move(facts.spot) } },
      ]),
    ),
    pressed: new Map(
      [...entries.pressed].map(([key, spots]) => [
        key,
        spots.record === null ? spots : { record: move(spots.record), page: move(spots.page), reason: null },
      ]),
    ),
    documents: new Map([...entries.documents].map(([name, spot]) => [name, move(spot)])),
    written: entries.written,
  };
  writer.close();
  reader.close();
  return moved;
}

function spoolsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith("spool-"));
}

function removeUnused(folder: string, used: ReadonlySet<string>): void {
  const halves = readdirSync(folder).filter((name) => name.endsWith(onItsWay));
  for (const name of [...spoolsIn(folder).filter((name) => !used.has(name)), ...halves])
    rmSync(join(folder, name), { force: true });
}
