// Entries: what is remembered, and how it is spelled in a file. As rows, values in a fixed order without their names: those
// would take half of the file, and half of the time to read it.

import type { Spot } from "./spool.ts";
import type { DraftFacts, PressedSpots, ReadFacts } from "./workshop.ts";

/** What a file held when it had this stamp. */
interface StampedFacts {
  readonly stamp: string;
  readonly facts: ReadFacts;
}

/** What is remembered: files by their paths, the records of articles and documents by what they depend on, files written. */
export interface Entries {
  readonly readings: Map<string, StampedFacts>;
  readonly pressed: Map<string, PressedSpots>;
  readonly documents: Map<string, Spot>;
  readonly written: Map<string, string>;
}

/** The kinds of entries. */
export type Kind = keyof Entries;

/** Nothing remembered. */
export function emptyEntries(): Entries {
  return { readings: new Map(), pressed: new Map(), documents: new Map(), written: new Map() };
}

/** An entry as it lies in a file: its key and its values. Spools are named by their places in a list. */
export type Row = readonly [key: string, ...values: readonly unknown[]];

type SpotRow = readonly [spool: number, at: number, size: number, crc: number];
type ReadingRow = readonly [
  path: string,
  stamp: string,
  key: string,
  spot: SpotRow | null,
  problems: ReadFacts["problems"],
  media: ReadFacts["media"],
  articles: readonly DraftRow[],
];
type PressedRow = readonly [key: string, record: SpotRow | string, page?: SpotRow];
type DocumentRow = readonly [name: string, spot: SpotRow];
type WrittenRow = readonly [file: string, key: string];
type DraftRow = ReturnType<typeof spellDraft>;

/** Spells an entry; a spool that is not in the list yet is added. */
export function spellEntry(kind: Kind, key: string, value: unknown, spools: string[]): Row {
  const spell = spellers[kind] as (key: string, value: unknown, spools: string[]) => Row;
  return spell(key, value, spools);
}

/** The entry of a row. Values are taken one by one: taking rows apart as lists takes twice as long, at so many. */
export function restoreEntry(kind: Kind, row: Row, spools: readonly string[]): readonly [string, unknown] {
  const restore = restorers[kind] as (row: Row, spools: readonly string[]) => readonly [string, unknown];
  return restore(row, spools);
}

type ValueOf<K extends Kind> = Entries[K] extends Map<string, infer Value> ? Value : never;

const spellers: {
  readonly [K in Kind]: (key: string, value: ValueOf<K>, spools: string[]) => Row;
} = {
  readings: (_, { stamp, facts }, spools) => {
    const { path, key, spot, problems, media, articles, ...nothing } = facts;
    nothing satisfies Nothing;
    const place = spot === null ? null : spellSpot(spot, spools);
    const drafts = articles.map((article) => spellDraft(article, path));
    return [path, stamp, key, place, problems, media, drafts] satisfies ReadingRow;
  },
  pressed: (key, { record, page, reason }, spools) => {
    if (record === null) return [key, reason] satisfies PressedRow;
    return [key, spellSpot(record, spools), spellSpot(page, spools)] satisfies PressedRow;
  },
  documents: (name, spot, spools) => [name, spellSpot(spot, spools)] satisfies DocumentRow,
  written: (file, key) => [file, key] satisfies WrittenRow,
};

const restorers: {
  readonly [K in Kind]: (row: never, spools: readonly string[]) => readonly [string, ValueOf<K>];
} = {
  readings: (row: ReadingRow, spools): [string, StampedFacts] => {
    const path = row[0];
    const articles = row[6].map((draft) => restoreDraft(draft, path));
    const spot = row[3] === null ? null : restoreSpot(row[3], spools);
    return [
      path,
      { stamp: row[1], facts: { path, articles, problems: row[4], media: row[5], spot, key: row[2] } },
    ];
  },
  pressed: (row: PressedRow, spools): [string, PressedSpots] => {
    const [record, page] = [row[1], row[2]];
    if (typeof record === "string") return [row[0], { record: null, page: null, reason: record }];
    if (page === undefined) throw new Error(`${row[0]} has no page`);
    return [row[0], { record: restoreSpot(record, spools), page: restoreSpot(page, spools), reason: null }];
  },
  documents: (row: DocumentRow, spools) => [row[0], restoreSpot(row[1], spools)],
  written: (row: WrittenRow) => row,
};

/** What is left when everything was taken. Who adds a field is told here to spell it. */
type Nothing = Record<string, never>;

function spellDraft(draft: DraftFacts, file: string) {
  const { path, from, place, title, lang, source, published, updated, topicIds, ...more } = draft;
  const {
    hash,
    words,
    fingerprint,
    claimedId,
    lines,
    withdrawn,
    correction,
    hidden,
    media,
    tags,
    links,
    part,
    ...nothing
  } = more;
  nothing satisfies Nothing;
  return [
    path === file ? 0 : path,
    from === path ? 0 : from,
    place,
    title,
    lang,
    source,
    published,
    updated,
    topicIds,
    hash,
    words,
    fingerprint,
    claimedId,
    lines.title,
    lines.id,
    withdrawn,
    correction,
    hidden,
    media,
    part,
    links,
    tags,
  ] as const;
}

function restoreDraft(row: DraftRow, file: string): DraftFacts {
  const path = row[0] === 0 ? file : row[0];
  return {
    path,
    from: row[1] === 0 ? path : row[1],
    place: row[2],
    title: row[3],
    lang: row[4],
    source: row[5],
    published: row[6],
    updated: row[7],
    topicIds: row[8],
    hash: row[9],
    words: row[10],
    fingerprint: row[11],
    claimedId: row[12],
    lines: { title: row[13], id: row[14] },
    withdrawn: row[15],
    correction: row[16],
    hidden: row[17],
    media: row[18],
    part: row[19],
    links: row[20],
    tags: row[21],
  };
}

function spellSpot([file, at, size, crc]: Spot, spools: string[]): SpotRow {
  const known = spools.indexOf(file);
  return [known < 0 ? spools.push(file) - 1 : known, at, size, crc];
}

function restoreSpot(row: SpotRow, spools: readonly string[]): Spot {
  const file = spools[row[0]];
  if (file === undefined) throw new Error("there is no such spool");
  return [file, row[1], row[2], row[3]];
}
