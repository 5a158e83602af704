// Workshop: the work that is done file by file and article by article, in a thread or without one. Words stay on the
// disk; what goes back and forth is facts.

import { hash } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { type Article, dateOf } from "../../catalog/article.ts";
import { type Accepted, type EntryTimes, makeArticle } from "../../compile/accept.ts";
import { namesById } from "../../compile/correction.ts";
import type { AcceptedDraft } from "../../compile/identity/candidate.ts";
import { expectEntry } from "../../compile/identity/identify.ts";
import type { LedgerEntry } from "../../compile/identity/ledger.ts";
import { type MediaLibrary, openMedia } from "../../compile/media/library.ts";
import type { PublishedFile } from "../../compile/media/publish.ts";
import { preparePress, tryPress } from "../../compile/press.ts";
import { isProblem, type Problem } from "../../compile/problems.ts";
import { type ReadDraft, readSeed } from "../../compile/read.ts";
import { readSeedFile, type SeedFile } from "../../compile/seeds.ts";
import { readSite } from "../../compile/site.ts";
import { indexTopics } from "../../compile/topics.ts";
import { openSpoolReader, openSpoolWriter, type Spot } from "./spool.ts";

/** What a workshop is furnished with. */
export interface Furnishing {
  /** The seeds folder. */
  readonly folder: string;
  /** Text of site.toml. */
  readonly site: string;
  /** Origin that stands in for the site's url; null for its own. */
  readonly origin: string | null;
  /** RFC 3339 in UTC, whole seconds: what articles never seen before are dated by. */
  readonly now: string;
  /** Where spools lie, and the name of the one this workshop writes. */
  readonly spools: string;
  readonly spool: string;
}

/** A file that goes with an article, without its bytes. */
export type MediaFacts = Omit<PublishedFile, "file"> & { readonly file: string };

/** An accepted draft without its words. */
export type DraftFacts = Omit<AcceptedDraft, "text" | "media"> & {
  readonly media: readonly MediaFacts[];
  /** Where it lies within its file's spot; null for the one article of a file. */
  readonly part: Part | null;
};

/** A part of a spot, which can be read by itself. */
type Part = readonly [from: number, size: number, crc: number];

/** Where an article lies whose file lies at `spot`. */
export function spotOfPart([file, at, ...whole]: Spot, part: Part | null): Spot {
  const [from, size, crc] = part ?? [0, ...whole];
  return [file, at + from, size, crc];
}

/** A file to read, and the lines of the ledger of what it held last; null where nothing of it is to be pressed. */
export interface ReadTask {
  readonly file: SeedFile;
  readonly known: readonly LedgerEntry[] | null;
}

/** What was read, and by their keys its articles as they will most likely be published. */
export interface ReadResult {
  readonly facts: ReadFacts;
  readonly pressed: readonly (readonly [key: string, spots: PressedSpots])[];
}

/** What one file holds. */
export interface ReadFacts {
  readonly path: string;
  readonly articles: readonly DraftFacts[];
  readonly problems: readonly Problem[];
  /** The media it asked for, and their stamps (`stampFile`). */
  readonly media: readonly (readonly [path: string, stamp: string])[];
  /** Where its articles lie whole; null where there are none. */
  readonly spot: Spot | null;
  /** Says what lies there: equal keys, equal words. */
  readonly key: string;
}

/** An article to press: where it lies, and what is decided upon it. */
export interface PressTask {
  readonly spot: Spot;
  readonly entry: EntryTimes;
  readonly topics: readonly string[];
  /** The addresses of articles it links to, by what its links name. */
  readonly links: readonly (readonly [target: string, address: string])[];
  /** True for one dated later than anything the ledger knows of. */
  readonly isComing: boolean;
}

/** Says everything the records of an article depend on but the site; `article` says its words. */
export function keyOfPress(
  article: string,
  { entry: { id, seen, changed, moved, returned }, topics, links, isComing }: Omit<PressTask, "spot">,
): string {
  const parts = [article, id, seen, changed, moved, returned, topics, links, isComing];
  return hash("sha256", JSON.stringify(parts), "base64url").slice(0, 22);
}

/** Where the records of an article lie, or why it has none. */
export type PressedSpots =
  | { readonly record: Spot; readonly page: Spot; readonly reason: null }
  | { readonly record: null; readonly page: null; readonly reason: string };

/** The work: reading, and pressing. */
export interface Workshop {
  /** Reads files, and presses what they hold while it is at hand: only what gets another line has to be pressed again. */
  readonly read: (tasks: readonly ReadTask[]) => ReadResult[];
  readonly press: (tasks: readonly PressTask[]) => PressedSpots[];
  readonly close: () => void;
}

/** A file that was read, before anything of it is pressed. */
interface FileRead {
  readonly facts: ReadFacts;
  /** Its articles as they lie in a spool. As objects they would outlive the engine's nursery, and be long in its way. */
  readonly stored: readonly Buffer[];
}

/** An article as it lies in a spool. */
interface Stored {
  readonly accepted: Accepted;
  readonly files: readonly (readonly [address: string, file: MediaFacts])[];
}

const noBytes = Buffer.alloc(0);

/** Opens a workshop. */
export function openWorkshop({ folder, site, origin, now, spools, spool }: Furnishing): Workshop {
  const { settings } = readSite(site, origin);
  if (settings === null) throw new Error("site.toml cannot be read");
  const topics = indexTopics(settings.rules);
  const writer = openSpoolWriter(spools, spool);
  const reader = openSpoolReader(spools);
  const library = openMedia(folder);
  const press = preparePress(settings);
  const pressOne = (bytes: Buffer, task: Omit<PressTask, "spot">): PressedSpots => {
    const { record, page, reason } = tryPress(() => press(restoreArticle(bytes, task), task.isComing));
    return reason === null
      ? { record: writer.add(record), page: writer.add(page), reason }
      : { record, page, reason };
  };

  const readOne = (file: SeedFile): FileRead => {
    const { path } = file;
    const seed = readSeedFile(folder, file);
    if (isProblem(seed)) {
      const facts = { path, articles: [], problems: [seed], media: [], spot: null, key: "" };
      return { facts, stored: [] };
    }
    const asked = new Map<string, string>();
    const watched = watchMedia(library, folder, asked);
    const reading = readSeed(seed, settings, topics, watched);
    const stored = reading.articles.map(storeArticle);
    const bytes = Buffer.concat(stored);
    let from = 0;
    const parts = stored.map((one): Part => {
      from += one.length;
      return [from - one.length, one.length, crc32(one)];
    });
    const facts: ReadFacts = {
      path,
      articles: reading.articles.map(
        ({ draft: _, accepted: _a, topics: _t, files: _f, text: _x, media, ...facts }, index): DraftFacts => {
          const part = parts.length === 1 ? null : (parts[index] ?? null);
          return { ...facts, media: media.map(factsOfMedia), part };
        },
      ),
      problems: reading.problems,
      media: [...asked],
      spot: stored.length === 0 ? null : writer.add(bytes),
      // What came of an error that should not be is not remembered.
      key: reading.failed ? "" : hash("sha256", bytes, "base64url").slice(0, 22),
    };
    return { facts, stored };
  };

  /** Presses what was read of a file, each article with the line it will most likely get. */
  const pressRead = ({ facts, stored }: FileRead, known: ReadTask["known"]): ReadResult["pressed"] => {
    if (known === null) return [];
    // Of several lines of one place the first counts.
    const lines = new Map(known.toReversed().map((entry) => [entry.from, entry]));
    return facts.articles.flatMap((draft, index): ReadResult["pressed"] => {
      if (draft.withdrawn !== null || draft.hidden || namesById(draft.correction)) return [];
      // Where its links lead is known when all files are read.
      if (draft.links.length > 0) return [];
      const entry = expectEntry(draft, lines.get(draft.from) ?? null, now);
      const isComing = dateOf({ published: draft.published, firstSeen: entry.seen }) > now;
      const task = { entry, topics: draft.topicIds, links: [], isComing };
      const key = keyOfPress(keyOfArticle(facts.key, index), task);
      return [[key, pressOne(stored[index] ?? noBytes, task)]];
    });
  };

  return {
    read: (tasks) => {
      // All are read before the first is pressed: in turn, each kind of work would push the code and the tables of the
      // other out of the processor's caches, and all would take a tenth longer.
      const results = tasks
        .map(({ file, known }) => ({ read: readOne(file), known }))
        .map(({ read, known }): ReadResult => ({ facts: read.facts, pressed: pressRead(read, known) }));
      writer.flush();
      return results;
    },
    press: (tasks) => {
      const pressed = tasks.map((task) => pressOne(reader.read(task.spot), task));
      writer.flush();
      return pressed;
    },
    close: () => {
      writer.close();
      reader.close();
    },
  };
}

/** Says which words an article of a file has: equal keys, equal articles. */
export function keyOfArticle(file: string, index: number): string {
  return `${file} ${index}`;
}

function storeArticle({ accepted, files }: ReadDraft): Buffer {
  const named = [...files].map(([address, one]) => [address, factsOfMedia(one)] as const);
  return Buffer.from(JSON.stringify({ accepted, files: named } satisfies Stored));
}

/** The article that lies in a spool. */
export function restoreArticle(
  bytes: Buffer,
  { entry, topics, links }: Pick<PressTask, "entry" | "topics" | "links">,
): Article {
  const { accepted, files } = JSON.parse(bytes.toString("utf8")) as Stored;
  const named = new Map(files.map(([address, file]) => [address, restoreMedia(file, unread)]));
  return makeArticle(accepted, entry, topics, named, new Map(links));
}

/** The text of an article that lies in a spool. */
export function restoreText(bytes: Buffer): string {
  return (JSON.parse(bytes.toString("utf8")) as Stored).accepted.text;
}

/** A file that goes with an article, with its bytes again. */
export function restoreMedia(facts: MediaFacts, find: MediaLibrary["find"]): PublishedFile {
  const file = find(facts.file) ?? { path: facts.file, size: facts.length, read: () => new Uint8Array(0) };
  return { ...facts, file };
}

/**
 * Says whether a file is another one than it was: its size and when it was written; empty where there is none, the code
 * of the error for a name no file can have.
 */
export function stampFile(folder: string, path: string): string {
  try {
    const stats = statSync(join(folder, path), { throwIfNoEntry: false });
    return stats === undefined ? "" : `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "unknown";
  }
}

const unread: MediaLibrary["find"] = () => null;

function factsOfMedia({ file, ...facts }: PublishedFile): MediaFacts {
  return { ...facts, file: file.path };
}

/** The library, with a note of what was asked of it. */
function watchMedia(library: MediaLibrary, folder: string, asked: Map<string, string>): MediaLibrary {
  return {
    find: (path) => {
      asked.set(path, stampFile(folder, path));
      return library.find(path);
    },
    resembling: library.resembling,
  };
}
