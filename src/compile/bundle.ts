// Renders everything ahead, checks what it rendered, and lays it out in two tiers as the Worker reads it.

import {
  type ArtefactIndex,
  type DocumentEntry,
  type Documents,
  type RetractedArticle,
  retractionsTold,
  type Span,
} from "../catalog/artefact.ts";
import { ALL, type Catalog } from "../catalog/catalog.ts";
import { coldDocumentPath, coldTopicPath, sitemapPath } from "../catalog/links.ts";
import { packFile } from "../catalog/pack.ts";
import { packRuns } from "../catalog/record.ts";
import { headLayouts } from "../feeds/writer.ts";
import { once } from "../lists/later.ts";
import { ByteWriter, uploadSize } from "./bytes.ts";
import { type ColdFile, layOutArchives, layOutPages, shapeCold } from "./cold.ts";
import {
  type Compressed,
  compressList,
  type Joined,
  type ListToMake,
  nothingRemembered,
  type Packed,
  packedOf,
  prepareLists,
  type Ready,
  type Remembered,
  readyDocuments,
  readyIndex,
} from "./documents.ts";
import { codeSize, describePassed, type Limits, plans } from "./limits.ts";
import { pageStart, streamOf, toSeconds } from "./press.ts";
import { openingsFor, type PressedCatalog, pressCatalog } from "./pressed.ts";
import type { Problem } from "./problems.ts";
import { countSitemaps } from "./render.ts";
import { callRolls, writeTables } from "./tables.ts";
import { chooseHorizon, chooseHot, fitsHot, hotSize, topicsByActivity } from "./tiers.ts";

/** The hot tier of the artefact as it is written to dist/, and what could not go into it. */
export interface Bundle {
  readonly index: ArtefactIndex;
  readonly bytes: Uint8Array;
  /** About how many bytes of an upload it takes, with the code. */
  readonly upload: number;
  readonly problems: readonly Problem[];
}

/** What a bundle is made with. */
export interface BundleOptions {
  /** The last instant the ledger knows of: articles dated after it are still to come. */
  readonly known: string;
  readonly limits?: Limits;
  /** Asset files the site has beside those of the cold tier. */
  readonly otherFiles?: number;
  /** Takes each file of the cold tier, in no order. */
  readonly writeCold?: (file: ColdFile) => void;
  readonly remembered?: Remembered;
  /** Told how far long work has come. */
  readonly progress?: {
    readonly begin: (what: string, total: number) => void;
    readonly step: () => void;
    readonly end: () => void;
  };
}

/** Renders a catalog in memory, all of it. `pathOf` names the file of an article. */
export function bundleCatalog(
  catalog: Catalog,
  known: string,
  pathOf: (id: string) => string,
  options: Omit<BundleOptions, "known"> = {},
): Bundle {
  const { pressed, problems } = pressCatalog(catalog, known, pathOf);
  const bundle = bundlePressed(pressed, { ...options, known });
  return { ...bundle, problems: [...problems, ...bundle.problems] };
}

/** Lays out a pressed catalog, and compresses its lists one after the other. */
export function bundlePressed(catalog: PressedCatalog, options: BundleOptions): Bundle {
  const steps = layOut(catalog, options);
  let last: readonly Compressed[] = [];
  let step = steps.next();
  while (step.done !== true) {
    const made = step.value.map(compressList);
    step = steps.next(last);
    last = made;
  }
  return step.value();
}

/**
 * The same, with lists compressed by somebody else, many at a time; what he gives is parallel to what he gets. When it
 * resolves all files of the cold tier were handed over, and the bundle is what the result returns.
 */
export async function bundleTogether(
  catalog: PressedCatalog,
  options: BundleOptions,
  compress: (lists: readonly Joined[]) => Promise<readonly Compressed[]>,
): Promise<() => Bundle> {
  const steps = layOut(catalog, options);
  let last: Promise<readonly Compressed[]> = Promise.resolve([]);
  let step = steps.next();
  while (step.done !== true) {
    const made = compress(step.value);
    // If anything fails before it is waited for, that is what is told.
    made.catch(() => {});
    step = steps.next(await last);
    last = made;
  }
  return step.value;
}

/** How many topics' lists are compressed at a time. */
const topicsAtATime = 4;

/**
 * Yields lists to compress, and gets those of the yield before: some can be joined while others are compressed. Of the
 * first there are none before.
 */
type Steps<Result> = Generator<readonly Joined[], Result, readonly Compressed[]>;

/**
 * What fits the plan's script is hot, newest first; all articles are cold where some are not. Returns what finishes the
 * bundle.
 */
function* layOut(catalog: PressedCatalog, options: BundleOptions): Steps<() => Bundle> {
  const { limits = plans.free, known, remembered = nothingRemembered } = options;
  const rosters = callRolls(catalog);
  const { horizon, size: tableSize } = chooseHorizon(catalog, rosters, known, limits);
  const bytes = new ByteWriter();
  const problems: Problem[] = [];
  const tables = writeTables(bytes, catalog, rosters, horizon, known);
  const start = streamOf(Buffer.from(pageStart(catalog.site)));
  const started: Span = bytes.add(start.deflate);
  const { recent, older } = splitRetractions(catalog);

  const documents: Record<string, DocumentEntry[]> = {};
  const put = (path: string, entry: DocumentEntry): void => {
    const editions = documents[path];
    if (editions === undefined) documents[path] = [entry];
    else editions.push(entry);
  };
  const cold = shapeCold(
    catalog,
    rosters,
    limits.files,
    (options.otherFiles ?? 0) + countSitemaps(catalog, known),
  );
  let isWhole = true;
  const goCold = (): void => {
    if (!isWhole) return;
    isWhole = false;
    for (const file of layOutArchives(catalog, rosters, cold)) options.writeCold?.(file);
    for (const file of layOutPages(catalog, cold, older)) options.writeCold?.(file);
  };
  // Where it is certain already, others can make the files while lists are joined here.
  if (horizon < catalog.articles.length || !fitsHot(catalog, limits.script - codeSize)) goCold();

  const openings = openingsFor(catalog.articles);
  const setting = { tables, horizon, bytes, recent, cold, openings };
  const lists = prepareLists(catalog, rosters, setting, known, problems);
  const divide = once(() => {
    const general = readyDocuments(catalog, known, remembered, problems);
    const bulky = general.filter(isBulky);
    const reserved = sizeOf(general) + 4000 + catalog.topics.length * 60 + Object.keys(recent).length * 120;
    const least = limits.script - codeSize - tableSize - start.deflate.length - reserved;
    const maybeWhole = isWhole && fitsHot(catalog, least);
    const room = maybeWhole ? least : least + sizeOf(bulky);
    const { hot, words } = chooseHot(catalog, room, lists.estimate(), known);
    if (!maybeWhole || hot < catalog.articles.length) goCold();
    const listRoom = Math.max(0, room - hotSize(catalog, hot) - words.size());
    return { general, hot, words, listRoom };
  });

  // Topics in the order in which anything last happened in them: those are asked for most.
  let used = 0;
  let kept = 0;
  const hotLists: Ready[] = [];
  const order = [ALL, ...topicsByActivity(catalog, rosters)];
  options.progress?.begin("feeds", order.length);
  yield* makeLists(order, lists.ofTopic, remembered, (topic, made) => {
    options.progress?.step();
    // Found out when the first lists are ready: meanwhile others are being compressed.
    const { listRoom } = divide();
    const size = sizeOf(made);
    if (used + size <= listRoom) {
      used += size;
      for (const one of made) hotLists.push(one);
      // The feeds of all articles are asked for most: room is kept for their Brotli before other topics get theirs.
      if (topic === ALL && used + brotliSizeOf(made) <= listRoom) kept = brotliSizeOf(made);
      if (topic === ALL) used += kept;
    } else {
      // It nearly fitted.
      goCold();
      options.writeCold?.(packTopic(topic, made));
    }
  });
  options.progress?.end();
  const { general, hot, words, listRoom } = divide();
  const hotDocuments: Ready[] = [...hotLists];
  for (const one of general) {
    const { path, entry, gzip } = one;
    if (isBulky(one) && !isWhole) {
      const file = coldDocumentPath(`${path.slice(1).replaceAll(/\W/g, "-")}-${entry.from ?? 0}`);
      options.writeCold?.({ path: file, key: entry.etag, recipe: { kind: "bytes", bytes: gzip.read } });
      put(path, { ...entry, content: file });
    } else hotDocuments.push(one);
  }
  return () => {
    const horizons = {
      horizon: horizon === catalog.articles.length ? null : horizon,
      searchHorizon: hot === catalog.articles.length ? null : hot,
    };
    hotDocuments.push(...readyIndex(catalog, known, horizons, remembered, problems));
    // What room is left goes to Brotli, in the same order.
    let left = listRoom - used + kept;
    for (const { path, entry, gzip, brotli } of hotDocuments) {
      const content = bytes.addPacked(gzip.read());
      left -= brotliSizeOf([{ brotli }]);
      put(
        path,
        left < 0 || brotli.length === 0
          ? { ...entry, content }
          : { ...entry, content, brotli: bytes.addPacked(brotli.read()) },
      );
    }
    const packed = words.finish();
    const ordinals = Array.from({ length: hot }, (_, ordinal) => ordinal);
    const index: ArtefactIndex = {
      format: 4,
      site: catalog.site,
      topics: catalog.topics,
      langs: rosters.langs.map(([lang]) => lang),
      documents,
      retracted: isWhole ? { ...recent, ...older } : recent,
      openings,
      layouts: headLayouts(),
      pageStart: [...started, start.length, start.crc],
      count: catalog.articles.length,
      hot,
      horizon,
      cold: isWhole ? null : { buckets: cold.buckets, pagesPerFile: cold.pagesPerFile },
      sections: {
        ...tables,
        records: bytes.addPacked(packRuns(ordinals.map(catalog.record))),
        pages: bytes.addPacked(packRuns(ordinals.map(catalog.page))),
        words: bytes.add(Buffer.from(packed.words)),
        begins: bytes.addNumbers(packed.begins),
        places: bytes.add(packed.places),
      },
    };
    const upload = codeSize + measureUpload(bytes, index, limits);
    if (upload > limits.script) problems.push(describeScript(upload, limits));
    if (!isWhole) for (const problem of cold.problems) problems.push(problem);
    return { index, bytes: bytes.finish(), upload, problems };
  };
}

/** The lists of some topics, on their way to be compressed. */
interface Group {
  readonly topics: readonly { readonly topic: string; readonly lists: readonly Omit<ListToMake, "join">[] }[];
  /** What is ready, by name, */
  readonly ready: Map<string, Packed>;
  /** and what is not. */
  readonly missing: readonly { readonly name: string; readonly sound: boolean }[];
}

/** Makes the lists of topics, and hands them over in that order. Those that are not remembered are compressed. */
function* makeLists(
  topics: readonly string[],
  listsOf: (topic: string) => readonly ListToMake[],
  remembered: Remembered,
  take: (topic: string, made: readonly Ready[]) => void,
): Steps<void> {
  let before: Group | null = null;
  for (let at = 0; at < topics.length; at += topicsAtATime) {
    const ready = new Map<string, Packed>();
    const missing: Group["missing"][number][] = [];
    const joined: Joined[] = [];
    const group = topics.slice(at, at + topicsAtATime).map((topic) => {
      const lists = listsOf(topic).map(({ join, ...list }) => {
        const known = remembered.recall(list.name);
        if (known === undefined) {
          const { gzip, sound } = join();
          joined.push({ gzip });
          missing.push({ name: list.name, sound });
        } else ready.set(list.name, known);
        return list;
      });
      return { topic, lists };
    });
    const compressed = yield joined;
    if (before !== null) finishGroup(before, compressed, remembered, take);
    before = { topics: group, ready, missing };
  }
  if (before !== null) finishGroup(before, yield [], remembered, take);
}

function finishGroup(
  { topics, ready, missing }: Group,
  compressed: readonly Compressed[],
  remembered: Remembered,
  take: (topic: string, made: readonly Ready[]) => void,
): void {
  for (const [index, { name, sound }] of missing.entries()) {
    const one = compressed[index];
    if (one === undefined) throw new Error(`${name} was not compressed`);
    if (sound) remembered.keep(name, one);
    ready.set(name, packedOf(one));
  }
  for (const { topic, lists } of topics) {
    const made = lists.flatMap(({ path, entry, name }) => {
      const one = ready.get(name);
      return one === undefined ? [] : [{ path, entry, ...one }];
    });
    take(topic, made);
  }
}

/** Bytes of documents, and of what is said of them. */
function sizeOf(documents: readonly Ready[]): number {
  return documents.reduce((sum, { gzip }) => sum + gzip.length + 60, 0);
}

function brotliSizeOf(documents: readonly Pick<Ready, "brotli">[]): number {
  return documents.reduce((sum, { brotli }) => sum + brotli.length + 30, 0);
}

/** Long lists of pages, and those of which there are several, are asked for seldom: they are hot where everything is. */
function isBulky({ path, entry, gzip }: Ready): boolean {
  return entry.kind === "sitemap" && (path !== sitemapPath || gzip.length > 20_000);
}

function packTopic(topic: string, made: readonly Ready[]): ColdFile {
  const documents: Record<string, DocumentEntry[]> = {};
  const body = (): Uint8Array[] => made.flatMap(({ gzip, brotli }) => [gzip.read(), brotli.read()]);
  let at = 0;
  for (const { path, entry, gzip, brotli } of made) {
    const middle = at + gzip.length;
    documents[path] = [{ ...entry, content: [at, gzip.length], brotli: [middle, brotli.length] }];
    at = middle + brotli.length;
  }
  return {
    path: coldTopicPath(topic),
    key: JSON.stringify(documents),
    recipe: {
      kind: "bytes",
      bytes: () => packFile({ documents } satisfies { documents: Documents }, body()),
    },
  };
}

/** Feeds tell of an article taken back for 30 days; older ones are only asked for by their addresses. */
function splitRetractions({ retractions = [] }: PressedCatalog): {
  readonly recent: Record<string, RetractedArticle>;
  readonly older: Record<string, RetractedArticle>;
} {
  const rows = retractions.map(({ id, shortId, when, reason }) => {
    return [shortId, { id, when: toSeconds(when), reason }] as const;
  });
  return {
    recent: Object.fromEntries(rows.slice(0, retractionsTold)),
    older: Object.fromEntries(rows.slice(retractionsTold)),
  };
}

/** At most so many bytes of an upload. Measured only where it matters: compressing makes it smaller, but not by much. */
function measureUpload(bytes: ByteWriter, index: ArtefactIndex, limits: Limits): number {
  const text = Buffer.from(JSON.stringify(index));
  const raw = bytes.length + text.length;
  return raw + codeSize < limits.script ? raw : bytes.uploadSize() + uploadSize(text);
}

function describeScript(upload: number, limits: Limits): Problem {
  const fix =
    limits.script < plans.paid.script
      ? 'Say plan = "paid" in [limits] of site.toml if the account has it, or publish fewer topics'
      : "Publish fewer topics, or two sites";
  return describePassed("bytes of script", upload, limits.script, fix);
}
