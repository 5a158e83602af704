// compileFolder: a seeds folder becomes a pressed catalog, by a crew of threads and with what is remembered of last time.

import { type Article, type ArticleFacts, compareArticles, dateOf } from "../../catalog/article.ts";
import type { Site } from "../../catalog/catalog.ts";
import { factsOf } from "../../compile/accept.ts";
import { decide } from "../../compile/compile.ts";
import { type FindLinks, indexLinks } from "../../compile/crossLinks.ts";
import { fileOf, type LedgerEntry, lastInstant, lastMove } from "../../compile/identity/ledger.ts";
import { refusePublished } from "../../compile/identity/others.ts";
import type { Settled } from "../../compile/identity/settle.ts";
import { listVacancies } from "../../compile/identity/vacancies.ts";
import { openMedia } from "../../compile/media/library.ts";
import type { PublishedFile } from "../../compile/media/publish.ts";
import { describeUnread, type PressedCatalog } from "../../compile/pressed.ts";
import type { Problem } from "../../compile/problems.ts";
import type { SeedFile, SeedListing } from "../../compile/seeds.ts";
import { type BookTexts, readBooks } from "../../compile/site/books.ts";
import type { SiteSettings } from "../../compile/site.ts";
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
  /** Whether what is read will be pressed too: then both are done at once. */
  readonly willPress: boolean;
}

/** An article that is published, its words where they lie. */
export interface PlacedArticle {
  readonly facts: ArticleFacts;
  readonly article: PlacedDraft;
  readonly entry: LedgerEntry;
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
  /** Lists the published articles, the newest first. */
  readonly list: () => readonly PlacedArticle[];
  /** Reads one of them with its words; its links to others lead nowhere. */
  readonly whole: (article: PlacedArticle) => Article;
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
  const books = readBooks(input);
  const { settings, known } = books;
  if (settings === null) {
    const problems = [...books.problems, ...refusePublished(input.listing.others, known)];
    const press = (): never => {
      throw new Error("there is no article");
    };
    return {
      settings: null,
      known,
      ledger: [],
      media: [],
      problems,
      list: () => [],
      whole: press,
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
    return decide({ ...books, settings }, files, input.listing, now);
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
    problems: settled.problems,
    list: () => listPublished(settled),
    whole: ({ article, entry }) =>
      restoreArticle(reader.read(article.spot), { entry, topics: article.topicIds, links: [] }),
    press: () => pressAll(settings, settled, memory, crew, progress, reader.read),
    bake: crew.bake,
    compress: crew.compress,
    dismiss: crew.dismiss,
    close,
  };
}

/** Reads what is new or has changed. `ledger` is the one of last time. */
async function readAll(
  { folder, listing, willPress }: FolderInput,
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
  const known = missing.length === 0 || !willPress ? null : Map.groupBy(ledger, ({ from }) => fileOf(from));
  progress.begin("articles", missing.length);
  const read = await crew.read(
    missing.map((file) => ({ file, known: willPress ? (known?.get(file.path) ?? []) : null })),
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

function listPublished({ files }: Pick<Settled<PlacedDraft>, "files">): PlacedArticle[] {
  return files
    .flatMap((file) => file.known)
    .filter(({ article }) => article.withdrawn === null)
    .map(({ article, entry }) => ({ article, entry, facts: factsOf(article, entry, article.topicIds) }))
    .sort((a, b) => compareArticles(a.facts, b.facts));
}

/** Finds what links lead to. What is still to come must not be told of by a link. */
function indexPublished(listed: readonly PlacedArticle[], known: string, site: Site): FindLinks {
  if (listed.every(({ article }) => article.links.length === 0)) return () => [];
  const there = listed.filter(({ facts }) => dateOf(facts) <= known);
  return indexLinks(
    there.map(({ article: { path, from, source }, facts }) => ({ path, from, source, facts })),
    site,
  );
}

/** An article that is pressed. */
interface Row {
  readonly facts: ArticleFacts;
  readonly task: PressTask;
  readonly key: string;
}

async function pressAll(
  { site, topics }: SiteSettings,
  settled: Settled<PlacedDraft>,
  memory: Memory,
  crew: Crew,
  progress: Progress,
  read: (spot: Spot) => Buffer,
): Promise<{ readonly pressed: PlacedCatalog; readonly problems: readonly Problem[] }> {
  const { retractions, ledger } = settled;
  const known = lastInstant(ledger);
  const listed = listPublished(settled);
  const findLinks = indexPublished(listed, known, site);
  const rows = listed.map(({ facts, article, entry }): Row => {
    const { id, seen, changed, moved, returned } = entry;
    const { spot, topicIds } = article;
    const isComing = dateOf(facts) > known;
    const links = findLinks(article.links, facts);
    const task = { spot, entry: { id, seen, changed, moved, returned }, topics: topicIds, links, isComing };
    return { facts, task, key: keyOfPress(article.key, task) };
  });

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
  await crew.relieve();
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
