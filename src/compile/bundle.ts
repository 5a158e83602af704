// Renders everything ahead, checks what it rendered, and lays it out in two tiers as the Worker reads it.

import { gunzipSync, gzipSync } from "node:zlib";
import type { ArtefactIndex, DocumentEntry, Documents, RetractedArticle, Span } from "../catalog/artefact.ts";
import { dateOf } from "../catalog/article.ts";
import { ALL, type Catalog } from "../catalog/catalog.ts";
import { coldDocumentPath, coldTopicPath, feedPath, indexPath, topicPath } from "../catalog/links.ts";
import { packFile } from "../catalog/pack.ts";
import { everythingQuery, type Query } from "../catalog/query.ts";
import { packRuns, readArticle } from "../catalog/record.ts";
import { openingsOf } from "../feeds/formats.ts";
import { goodUntil, joinList, type List, type ListKind, listOf } from "../lists/list.ts";
import { createWordPacker, type WordPacker } from "../lists/search.ts";
import { openShelf, type Shelf } from "../lists/shelf.ts";
import { ByteWriter } from "./bytes.ts";
import { checkForm } from "./check.ts";
import { type ColdFile, type ColdShape, layOutArchives, layOutPages, shapeCold } from "./cold.ts";
import { codeSize, describePassed, type Limits, plans } from "./limits.ts";
import { hashOf, pageStart, streamOf, toSeconds } from "./press.ts";
import { type PressedCatalog, pressCatalog } from "./pressed.ts";
import type { Problem } from "./problems.ts";
import { type Rendered, renderDocuments } from "./render.ts";
import { siteFile } from "./site.ts";
import { callRolls, type Rosters, uploadSize, writeTables } from "./tables.ts";

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
  /** Makes what was made before out of what is remembered; `name` says everything it depends on. */
  readonly remember?: (name: string, make: () => Uint8Array) => Uint8Array;
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

/** Lays out a pressed catalog. What fits the plan's script is hot, newest first; all articles are cold where some are not. */
export function bundlePressed(catalog: PressedCatalog, options: BundleOptions): Bundle {
  const { limits = plans.free, known } = options;
  const rosters = callRolls(catalog);
  const { horizon, size: tableSize } = chooseHorizon(catalog, rosters, known, limits);
  const bytes = new ByteWriter();
  const problems: Problem[] = [];
  const tables = writeTables(bytes, catalog, rosters, horizon, known);
  const start = streamOf(Buffer.from(pageStart(catalog.site)));
  const started: Span = bytes.add(start.deflate);
  const cold = shapeCold(catalog, rosters, limits.files - (options.otherFiles ?? 0));
  const { recent, older } = splitRetractions(catalog);

  const documents: Record<string, DocumentEntry[]> = {};
  const put = (path: string, entry: DocumentEntry): void => {
    const editions = documents[path];
    if (editions === undefined) documents[path] = [entry];
    else editions.push(entry);
  };
  const ready = readyDocuments(catalog, known, options, problems);
  const general = ready({ horizon: null, searchHorizon: null });
  const reserved =
    general.reduce((sum, { gzip }) => sum + gzip.length + 60, 0) + 400 + catalog.topics.length * 60;
  const room =
    limits.script - codeSize - tableSize - start.deflate.length - reserved - Object.keys(recent).length * 120;

  const lists = prepareLists(catalog, rosters, { tables, horizon, bytes, recent, cold }, options, problems);
  const { hot, words } = chooseHot(catalog, room, lists.estimate(), known);
  const listRoom = Math.max(0, room - hotSize(catalog, hot) - words.size());
  let isWhole = hot === catalog.articles.length;

  // Topics in the order in which anything last happened in them: those are asked for most.
  let used = 0;
  const order = [ALL, ...topicsByActivity(catalog, rosters)];
  options.progress?.begin("feeds", order.length);
  for (const topic of order) {
    options.progress?.step();
    const made = lists.make(topic);
    const size = made.reduce((sum, { gzip }) => sum + gzip.length + 60, 0);
    if (used + size <= listRoom) {
      used += size;
      for (const { path, entry, gzip } of made) put(path, { ...entry, content: bytes.add(gzip) });
    } else {
      isWhole = false;
      options.writeCold?.(packTopic(topic, made));
    }
  }
  options.progress?.end();
  const horizons = {
    horizon: horizon === catalog.articles.length ? null : horizon,
    searchHorizon: hot === catalog.articles.length ? null : hot,
  };
  for (const { path, entry, gzip } of isWhole ? general : ready(horizons)) {
    if (entry.kind === "sitemap" && gzip.length > 20_000 && !isWhole) {
      const file = coldDocumentPath(`${path.slice(1).replaceAll(/\W/g, "-")}-${entry.from ?? 0}`);
      options.writeCold?.({ path: file, key: entry.etag, bytes: () => gzip });
      put(path, { ...entry, content: file });
    } else put(path, { ...entry, content: bytes.add(gzip) });
  }
  if (!isWhole) {
    for (const file of layOutArchives(catalog, rosters, cold)) options.writeCold?.(file);
    for (const file of layOutPages(catalog, cold, older)) options.writeCold?.(file);
  }

  const packed = words.finish();
  const ordinals = Array.from({ length: hot }, (_, ordinal) => ordinal);
  const index: ArtefactIndex = {
    format: 3,
    site: catalog.site,
    topics: catalog.topics,
    langs: rosters.langs.map(([lang]) => lang),
    documents,
    retracted: isWhole ? { ...recent, ...older } : recent,
    openings: catalog.tags.map(openingsOf),
    pageStart: [...started, start.length, start.crc],
    count: catalog.articles.length,
    hot,
    horizon,
    cold: isWhole ? null : cold,
    sections: {
      ...tables,
      records: bytes.add(packRuns(ordinals.map(catalog.record))),
      pages: bytes.add(packRuns(ordinals.map(catalog.page))),
      words: bytes.add(Buffer.from(packed.words)),
      begins: bytes.addNumbers(packed.begins),
      places: bytes.add(packed.places),
    },
  };
  const finished = bytes.finish();
  const upload = codeSize + measureUpload(finished, index, limits);
  if (upload > limits.script) problems.push(describeScript(upload, limits));
  if (!isWhole) problems.push(...cold.problems);
  return { index, bytes: finished, upload, problems };
}

/** A document with its bytes, on its way into either tier. */
interface Ready {
  readonly path: string;
  readonly entry: Omit<DocumentEntry, "content">;
  readonly gzip: Uint8Array;
}

type Compress = (name: string, text: string | Uint8Array) => Uint8Array;

function compressor({ remember = (_, make) => make() }: BundleOptions): Compress {
  return (name, text) => remember(name, () => gzipSync(text, { level: 9 }));
}

/** What is no list: rendered when the horizons are known. */
function readyDocuments(
  catalog: PressedCatalog,
  known: string,
  options: BundleOptions,
  problems: Problem[],
): (horizons: { horizon: number | null; searchHorizon: number | null }) => Ready[] {
  const gzip = compressor(options);
  let made: readonly Rendered[] | null = null;
  return (horizons) => {
    const again = made !== null;
    // Only the index tells of horizons.
    const rendered: readonly Rendered[] =
      made === null || horizons.horizon !== null || horizons.searchHorizon !== null
        ? [...renderDocuments(catalog, known, horizons)]
        : made;
    made = rendered;
    return rendered.map(({ path, kind, text, modified, from }) => {
      if (!again || path === indexPath) report(problems, path, checkForm(kind, text));
      const tag = hashOf([text]);
      const good = from === null ? {} : { from: toSeconds(from) };
      const entry = { kind, etag: `W/"${tag}"`, modified: toSeconds(modified), ...good };
      return { path, entry, gzip: gzip(`${kind} ${tag}`, text) };
    });
  };
}

interface ListSetting {
  readonly tables: ReturnType<typeof writeTables>;
  readonly horizon: number;
  readonly bytes: ByteWriter;
  readonly recent: Readonly<Record<string, RetractedArticle>>;
  readonly cold: ColdShape;
}

/** The feeds and the page of every topic, by the code that joins them at the edge: only compressed better. */
function prepareLists(
  catalog: PressedCatalog,
  rosters: Rosters,
  { tables, horizon, bytes, recent, cold }: ListSetting,
  options: BundleOptions,
  problems: Problem[],
): { readonly make: (topic: string) => Ready[]; readonly estimate: () => number } {
  const known = toSeconds(options.known);
  const gzip = compressor(options);
  const empty = bytes.add(packRuns([]));
  const none: Span = [0, 0];
  const index = {
    format: 3 as const,
    site: catalog.site,
    topics: catalog.topics,
    langs: rosters.langs.map(([lang]) => lang),
    retracted: recent,
    openings: catalog.tags.map(openingsOf),
    pageStart: [0, 0, 0, 0] as const,
    count: catalog.articles.length,
    hot: catalog.articles.length,
    horizon,
    cold,
    sections: { ...tables, records: empty, pages: empty, words: none, begins: none, places: none },
  };
  const shelf: Shelf = {
    ...openShelf({ index, bytes: bytes.finish().buffer }),
    record: (ordinal) => readArticle(catalog.record(ordinal)),
  };
  const checked = new Set<ListKind>();
  return {
    make: (topic) => {
      const query: Query =
        topic === ALL ? everythingQuery : { ...everythingQuery, any: [[{ topic, not: false }]] };
      const until = goodUntil(shelf, query, known);
      return (["rss", "atom", "json", "page"] as const).map((kind) => {
        const list = listOf(shelf, query, kind, known);
        if (list instanceof Promise) throw new Error("a list was not at hand");
        const path = kind === "page" ? topicPath(topic) : feedPath(topic, kind);
        report(problems, path, checkAround(shelf, list, checked));
        const { etag, modified } = list;
        const entry = { kind, etag, modified, ...(until === null ? {} : { until }) };
        return { path, entry, gzip: gzip(`${kind} ${etag}`, gunzipSync(joinList(shelf, list))) };
      });
    },
    // Three formats and a page of each; whole bodies compress by a third more than their parts.
    estimate: () =>
      [rosters.all, ...rosters.topics].reduce((sum, { ordinals }) => {
        const newest = ordinals.slice(0, catalog.site.entriesPerFeed);
        return (
          sum + 6000 + newest.reduce((bytes, ordinal) => bytes + catalog.record(ordinal).length * 1.6, 0)
        );
      }, 0),
  };
}

/** Entries were read back one by one; here it is what stands around them, with the first of them between. */
function checkAround(shelf: Shelf, list: List, checked: Set<ListKind>): string | null {
  const one = list.records.slice(0, checked.has(list.kind) ? 0 : 1);
  if (one.length > 0) checked.add(list.kind);
  return checkForm(list.kind, gunzipSync(joinList(shelf, list, one)).toString("utf8"));
}

function packTopic(topic: string, made: readonly Ready[]): ColdFile {
  const documents: Record<string, DocumentEntry[]> = {};
  let at = 0;
  for (const { path, entry, gzip } of made) {
    documents[path] = [{ ...entry, content: [at, gzip.length] }];
    at += gzip.length;
  }
  return {
    path: coldTopicPath(topic),
    key: JSON.stringify(documents),
    bytes: () =>
      packFile(
        { documents } satisfies { documents: Documents },
        made.map(({ gzip }) => gzip),
      ),
  };
}

/** The ids of topics, those first in which an article is newest. */
function topicsByActivity({ topics }: PressedCatalog, rosters: Rosters): string[] {
  const newest = topics.map(({ id }, number) => ({
    id,
    newest: rosters.topics[number]?.ordinals[0] ?? Number.POSITIVE_INFINITY,
  }));
  return newest.sort((a, b) => a.newest - b.newest).map(({ id }) => id);
}

/** As many articles as expressions can look at while the tables take a quarter of the script at most. */
function chooseHorizon(
  catalog: PressedCatalog,
  rosters: Rosters,
  known: string,
  limits: Limits,
): { readonly horizon: number; readonly size: number } {
  for (let horizon = catalog.articles.length; ; horizon = Math.floor(horizon / 2)) {
    const bytes = new ByteWriter();
    writeTables(bytes, catalog, rosters, horizon, known);
    const size = bytes.length < 20_000 ? bytes.length : uploadSize(bytes.finish());
    if (size <= limits.script / 4 || horizon === 0) return { horizon, size };
  }
}

/** Bytes of the newest articles' records and pages. */
function hotSize(catalog: PressedCatalog, hot: number): number {
  let size = 0;
  for (let ordinal = 0; ordinal < hot; ordinal++) size += sizeAt(catalog, ordinal);
  return size;
}

function sizeAt(catalog: PressedCatalog, ordinal: number): number {
  return catalog.record(ordinal).length + catalog.page(ordinal).length + 8;
}

/** What part of the room the newest articles get where not everything fits; the rest is for the feeds of topics. */
const articlesShare = 0.6;

/** How many articles are hot, the newest, and their words. Articles still to come always are. */
function chooseHot(
  catalog: PressedCatalog,
  room: number,
  lists: number,
  known: string,
): { readonly hot: number; readonly words: WordPacker } {
  const count = catalog.articles.length;
  const words = createWordPacker();
  const all = hotSizeUpTo(catalog, room);
  const mayFit = all !== null && all + lists < room;
  const most = mayFit ? room - lists : room * articlesShare;
  let size = 0;
  for (let ordinal = 0; ordinal < count; ordinal++) {
    size += sizeAt(catalog, ordinal);
    const article = catalog.whole(ordinal);
    const isComing = dateOf(article) > known;
    if (!isComing && size + words.size() > most) {
      return mayFit ? chooseHot(catalog, room, Number.POSITIVE_INFINITY, known) : { hot: ordinal, words };
    }
    words.add(article.titleDerived ? article.text : `${article.title}\n${article.text}`);
  }
  return { hot: count, words };
}

/** Bytes of all articles, or null once they are more than there is room for. */
function hotSizeUpTo(catalog: PressedCatalog, room: number): number | null {
  let size = 0;
  for (let ordinal = 0; ordinal < catalog.articles.length; ordinal++) {
    size += sizeAt(catalog, ordinal);
    if (size > room) return null;
  }
  return size;
}

/** Feeds tell of an article taken back for 30 days; older ones are only asked for by their addresses. */
function splitRetractions({ retractions = [] }: PressedCatalog): {
  readonly recent: Record<string, RetractedArticle>;
  readonly older: Record<string, RetractedArticle>;
} {
  const rows = retractions.map(({ id, shortId, when, reason }) => {
    return [shortId, { id, when: toSeconds(when), reason }] as const;
  });
  return { recent: Object.fromEntries(rows.slice(0, 500)), older: Object.fromEntries(rows.slice(500)) };
}

/** Measured only where it may matter: what is not compressed yet only gets smaller. */
function measureUpload(bytes: Uint8Array, index: ArtefactIndex, limits: Limits): number {
  const text = Buffer.from(JSON.stringify(index));
  const raw = bytes.length + text.length;
  return raw < limits.script / 2 ? raw : uploadSize(bytes) + uploadSize(text);
}

function describeScript(upload: number, limits: Limits): Problem {
  const fix =
    limits.script < plans.paid.script
      ? 'Say plan = "paid" in [limits] of site.toml if the account has it, or publish fewer topics'
      : "Publish fewer topics, or two sites";
  return describePassed("bytes of script", upload, limits.script, fix);
}

function report(problems: Problem[], path: string, reason: string | null): void {
  if (reason === null) return;
  const what = `${path} does not read back (${reason})`;
  const fix = "Look for odd characters in the titles of the site and its topics; this should be reported";
  problems.push({ path: siteFile, line: null, level: "error", what, fix });
}
