// compileFolder: a seeds folder becomes a pressed catalog, by a crew of threads and with what is remembered of last time.

import { type ArticleFacts, compareArticles, dateOf } from "../../catalog/article.ts";
import { factsOf } from "../../compile/accept.ts";
import { type BookTexts, readBooks } from "../../compile/books.ts";
import { type LedgerEntry, lastInstant, lastMove } from "../../compile/ledger.ts";
import { openMedia } from "../../compile/media/library.ts";
import type { PublishedFile } from "../../compile/media/publish.ts";
import { reportCount } from "../../compile/media/report.ts";
import { refusePublished } from "../../compile/others.ts";
import { describeUnread, type PressedCatalog } from "../../compile/pressed.ts";
import type { Problem } from "../../compile/problems.ts";
import { pickUnread, type SeedFile, type SeedListing } from "../../compile/seeds.ts";
import { type Settled, settle } from "../../compile/settle.ts";
import type { SiteSettings } from "../../compile/site.ts";
import { fileOf } from "../../compile/traits.ts";
import { listVacancies } from "../../compile/vacancies.ts";
import type { Progress } from "../progress.ts";
import { type Crew, gatherCrew } from "./crew.ts";
import type { Memory } from "./memory.ts";
import { PlacedDraft } from "./placed.ts";
import { openSpoolReader, type Spot } from "./spool.ts";
import {
  keyOfPress,
  type PressedSpots,
  type PressTask,
  type ReadFacts,
  restoreArticle,
  stampFile,
} from "./workshop.ts";

/** Everything a compile depends on. */
export interface FolderInput extends BookTexts {
  readonly folder: string;
  readonly listing: SeedListing;
  /** RFC 3339 in UTC, whole seconds: what articles never seen before are dated by. */
  readonly now: string;
}

/** A pressed catalog whose bytes lie in spools. */
export interface PlacedCatalog extends PressedCatalog {
  readonly spotsOf: (ordinal: number) => { readonly record: Spot; readonly page: Spot };
}

/** What came of it. */
export interface CompiledFolder {
  /** Null when the site or the ledger cannot be read. */
  readonly settings: SiteSettings | null;
  /** The ledger as it was, as far as it can be read, and as it is to be. */
  readonly known: readonly LedgerEntry[];
  readonly ledger: readonly LedgerEntry[];
  readonly media: readonly PublishedFile[];
  readonly problems: readonly Problem[];
  /** Presses the articles; call it once the ledger may be written. */
  readonly press: () => Promise<{ readonly pressed: PlacedCatalog; readonly problems: readonly Problem[] }>;
  /** Makes files out of articles that were pressed. */
  readonly bake: Crew["bake"];
  readonly compress: Crew["compress"];
  /** Ends all threads. */
  readonly dismiss: Crew["dismiss"];
  /** Ends all threads, and whatever else is open; it may be called again. */
  readonly close: () => Promise<void>;
}

/** Compiles a folder. Equal input gives equal output, whatever is remembered. */
export async function compileFolder(
  input: FolderInput,
  memory: Memory,
  progress: Progress,
): Promise<CompiledFolder> {
  const { folder, site, origin, now } = input;
  const { settings, known, problems: misread } = readBooks(input);
  const refused = refusePublished(input.listing.others, known);
  const problems = [...misread, ...refused];
  if (settings === null) {
    const press = (): never => {
      throw new Error("there is nothing to press");
    };
    return {
      settings: null,
      known,
      ledger: [],
      media: [],
      problems,
      press,
      bake: press,
      compress: press,
      dismiss: async () => {},
      close: async () => {},
    };
  }
  const { spools } = memory;
  const crew = gatherCrew({ folder, site, origin, now, spools }, `spool-${process.pid}-${Date.now()}`);
  const reader = openSpoolReader(spools);
  const close = async (): Promise<void> => {
    reader.close();
    await crew.dismiss();
  };
  const understand = async (): Promise<Settled<PlacedDraft>> => {
    const facts = await readAll(input, known, memory, crew, progress);
    const library = openMedia(folder);
    const files = facts.map((file) => ({
      path: file.path,
      problems: file.problems,
      articles: file.articles.map((_, index) => new PlacedDraft(file, index, library.find, reader.read)),
    }));
    const unread = pickUnread(known, [...input.listing.problems, ...refused]);
    return settle(files, { ledger: known, now, apart: settings.apart, unread });
  };
  const settled = await understand().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    settings,
    known,
    ledger: settled.ledger,
    media: settled.media,
    problems: [
      ...problems,
      ...reportCount(settled.media.length, settings.limits.files),
      ...settled.problems,
      ...settled.files.flatMap((file) => file.problems),
    ],
    press: () => pressAll(settings, settled, memory, crew, progress, reader.read),
    bake: crew.bake,
    compress: crew.compress,
    dismiss: crew.dismiss,
    close,
  };
}

/** Reads what is new or has changed. `ledger` is the one of last time. */
async function readAll(
  { folder, listing }: FolderInput,
  ledger: readonly LedgerEntry[],
  memory: Memory,
  crew: Crew,
  progress: Progress,
): Promise<readonly ReadFacts[]> {
  const found = listing.files.map(({ path, stamp }) => {
    const known = memory.reading(path, stamp);
    return known?.media.every(([file, stamp]) => stampFile(folder, file) === stamp) ? known : undefined;
  });
  const missing = listing.files.filter((_, at) => found[at] === undefined);
  const known = missing.length === 0 ? null : Map.groupBy(ledger, ({ from }) => fileOf(from));
  progress.begin("articles", missing.length);
  const read = await crew.read(
    missing.map((file) => ({ file, known: known?.get(file.path) ?? [] })),
    progress.step,
  );
  progress.end();
  for (const { pressed } of read) for (const [key, spots] of pressed) memory.offerPressed(key, spots);
  const next = read.values();
  return listing.files.map((file: SeedFile, at) => {
    const known = found[at];
    if (known !== undefined) return known;
    const facts = next.next().value?.facts;
    if (facts === undefined) throw new Error(`${file.path} was not read`);
    if (facts.key !== "") memory.keepReading(file.stamp, facts);
    return facts;
  });
}

/** An article that is published. */
interface Row {
  readonly facts: ArticleFacts;
  readonly task: PressTask;
  readonly key: string;
}

async function pressAll(
  { site, topics }: SiteSettings,
  { files, retractions, ledger }: Settled<PlacedDraft>,
  memory: Memory,
  crew: Crew,
  progress: Progress,
  read: (spot: Spot) => Buffer,
): Promise<{ readonly pressed: PlacedCatalog; readonly problems: readonly Problem[] }> {
  const known = lastInstant(ledger);
  const listed = files.flatMap((file) => file.known).filter(({ article }) => article.withdrawn === null);
  const rows = listed.map(({ article, entry }): Row => {
    const { id, seen, changed, moved, returned } = entry;
    const { spot, topicIds } = article;
    const facts = factsOf(article, entry, topicIds);
    const isComing = dateOf(facts) > known;
    const task = { spot, entry: { id, seen, changed, moved, returned }, topics: topicIds, isComing };
    return { facts, task, key: keyOfPress(article.key, task) };
  });
  rows.sort((a, b) => compareArticles(a.facts, b.facts));

  const missing = rows.filter(({ key }) => memory.pressed(key) === undefined);
  progress.begin("articles again", missing.length);
  const made = await crew.press(
    missing.map(({ task }) => task),
    progress.step,
  );
  progress.end();
  for (const [at, { key }] of missing.entries()) {
    const spots = made[at];
    if (spots !== undefined) memory.keepPressed(key, spots);
  }
  const fileOf = new Map(ledger.map((entry) => [entry.id, entry.from]));
  const problems: Problem[] = [];
  const good = rows.flatMap((row): (Row & Extract<PressedSpots, { reason: null }>)[] => {
    const spots = memory.pressed(row.key);
    if (spots?.reason === null) return [{ ...row, ...spots }];
    problems.push(
      describeUnread(row.facts, spots ?? { reason: "it was not rendered" }, (id) => fileOf.get(id) ?? ""),
    );
    return [];
  });
  const at = (ordinal: number): (typeof good)[number] => {
    const row = good[ordinal];
    if (row === undefined) throw new Error(`there is no article ${ordinal}`);
    return row;
  };
  const articles = good.map(({ facts }) => facts);
  const pressed: PlacedCatalog = {
    site,
    topics,
    retractions,
    moved: lastMove(ledger),
    vacancies: listVacancies(ledger, articles),
    articles,
    record: (ordinal) => read(at(ordinal).record),
    page: (ordinal) => read(at(ordinal).page),
    sizeOf: (ordinal) => ({ record: at(ordinal).record[2], page: at(ordinal).page[2] }),
    spotsOf: (ordinal) => at(ordinal),
    keyOf: (ordinal) => at(ordinal).key,
    whole: (ordinal) => restoreArticle(read(at(ordinal).task.spot), at(ordinal).task),
  };
  return { pressed, problems };
}
