// Ready documents: what is rendered and compressed ahead, checked, on its way into either tier.

import { gunzipSync, gzipSync } from "node:zlib";
import type {
  ArtefactIndex,
  DocumentEntry,
  PackedFragment,
  RetractedArticle,
  Span,
} from "../../catalog/artefact.ts";
import { feedPath, topicPath } from "../../catalog/links.ts";
import { type ArticleRecord, packRuns, readArticle } from "../../catalog/record.ts";
import type { Horizons } from "../../feeds/directory.ts";
import { headLayouts } from "../../feeds/writer.ts";
import type { Later } from "../../lists/later.ts";
import {
  feedOf,
  goodUntil,
  joinList,
  type List,
  type ListKind,
  listOf,
  type UnwrittenFeed,
  writeFeed,
} from "../../lists/list.ts";
import { openShelf, type Shelf } from "../../lists/shelf.ts";
import { queryOf } from "../../pages/queries.ts";
import { checkDocument, checkForm } from "../press/check.ts";
import { hashOf, toSeconds } from "../press.ts";
import type { PressedCatalog } from "../pressed.ts";
import type { Problem } from "../problems.ts";
import { siteFile } from "../site.ts";
import type { ByteWriter } from "./bytes.ts";
import type { ColdShape } from "./cold.ts";
import { type Compressed, compressText, type Joined } from "./compress.ts";
import { type Indexes, type Rendered, renderDocuments } from "./render.ts";
import type { Roster, Rosters, Tables } from "./tables.ts";
import type { ListSizes } from "./tiers.ts";

/** Compressed documents of earlier compiles. A name says everything its bytes depend on. */
export interface Remembered {
  readonly recall: (name: string) => Packed | undefined;
  readonly keep: (name: string, compressed: Compressed) => void;
}

/** Nothing is remembered. */
export const nothingRemembered: Remembered = { recall: () => undefined, keep: () => {} };

/** A document with its bytes, on its way into either tier. */
export interface Ready extends Packed {
  readonly path: string;
  readonly entry: Omit<DocumentEntry, "content" | "brotli">;
}

/** Bytes that may be elsewhere: what is as it was need not be read. */
export interface Piece {
  readonly length: number;
  readonly read: () => Uint8Array;
}

/** Both of a text, at hand or not. */
export interface Packed {
  readonly gzip: Piece;
  readonly brotli: Piece;
}

/** What was compressed just now. */
export function packedOf({ gzip, brotli }: Compressed): Packed {
  const piece = (bytes: Uint8Array): Piece => ({ length: bytes.length, read: () => bytes });
  return { gzip: piece(gzip), brotli: piece(brotli) };
}

/** A list, known by its tag before it is joined. */
export interface ListToMake {
  readonly path: string;
  readonly entry: Ready["entry"];
  readonly name: string;
  /** Joins it, to be compressed whole. What does not read back is told, and not to be remembered. */
  readonly join: () => Joined & { readonly sound: boolean };
}

/** What is no list, but for the index. */
export function readyDocuments(
  catalog: PressedCatalog,
  known: string,
  remembered: Remembered,
  problems: Problem[],
): Ready[] {
  return makeReady(renderDocuments(catalog, known), remembered, problems);
}

/** The index, which tells of horizons. */
export function readyIndex(
  indexes: Indexes,
  horizons: Horizons,
  remembered: Remembered,
  problems: Problem[],
): Ready[] {
  return makeReady(indexes(horizons), remembered, problems);
}

/** About how many bytes the index and its editions will take, compressed, with horizons of so many articles. */
export function measureIndexes(indexes: Indexes, most: number): number {
  let size = 0;
  for (const { text } of indexes({ horizon: most, searchHorizon: most })) size += gzipSync(text).length + 100;
  return size;
}

function makeReady(rendered: Iterable<Rendered>, remembered: Remembered, problems: Problem[]): Ready[] {
  const ready: Ready[] = [];
  for (const { path, kind, text, modified, from } of rendered) {
    const tag = hashOf([text]);
    const good = from === null ? {} : { from: toSeconds(from) };
    const entry = { kind, etag: `W/"${tag}"`, modified: toSeconds(modified), ...good };
    const name = `${kind} ${tag}`;
    let packed = remembered.recall(name);
    if (packed === undefined) {
      const compressed = compressText(Buffer.from(text), kind !== "sitemap");
      packed = packedOf(compressed);
      // What does not read back is told every time.
      if (report(problems, path, checkForm(kind, text))) remembered.keep(name, compressed);
    }
    ready.push({ path, entry, ...packed });
  }
  return ready;
}

interface ListSetting {
  readonly tables: Tables;
  readonly horizon: number;
  readonly bytes: ByteWriter;
  readonly recent: Readonly<Record<string, RetractedArticle>>;
  readonly moved: number;
  readonly edited: number;
  readonly cold: ColdShape;
  readonly openings: ArtefactIndex["openings"];
}

/** The feeds and the page of every topic, by the code that joins them at the edge: only compressed better. */
export function prepareLists(
  catalog: PressedCatalog,
  rosters: Rosters,
  { tables, horizon, bytes, recent, moved, edited, cold, openings }: ListSetting,
  lastKnown: string,
  problems: Problem[],
): { readonly ofTopic: (topic: string) => ListToMake[]; readonly estimate: () => ListSizes } {
  const known = toSeconds(lastKnown);
  const empty = bytes.add(packRuns([]));
  const none: Span = [0, 0];
  const nothing: PackedFragment = [0, 0, 0, 0];
  const index = {
    format: 4 as const,
    site: catalog.site,
    topics: catalog.topics,
    langs: rosters.langs.map(([lang]) => lang),
    retracted: recent,
    moved,
    edited,
    openings,
    layouts: headLayouts(),
    frame: { start: nothing, middle: nothing, end: nothing },
    count: catalog.articles.length,
    hot: catalog.articles.length,
    horizon,
    cold,
    sections: { ...tables, records: empty, pages: empty, words: none, begins: none, places: none },
  };
  // The four lists of a topic hold the same articles, mostly.
  const records = new Map<number, ArticleRecord>();
  const shelf: Shelf = {
    ...openShelf({ index, bytes: bytes.finish().buffer }),
    record: (ordinal) => {
      const record = records.get(ordinal) ?? readArticle(catalog.record(ordinal));
      records.set(ordinal, record);
      return record;
    },
  };
  const checked = new Set<ListKind>();
  return {
    ofTopic: (topic) => {
      records.clear();
      const query = queryOf(topic);
      const until = goodUntil(shelf, query, known);
      const feed = atHand(feedOf(shelf, query, known));
      return (["rss", "atom", "json", "page"] as const).map((kind) => {
        const list =
          kind === "page" ? atHand(listOf(shelf, query, kind, known)) : writeFeed(shelf, feed, kind);
        const path = kind === "page" ? topicPath(topic) : feedPath(topic, kind);
        const { etag, modified } = list;
        const entry = { kind, etag, modified, ...(until === null ? {} : { until }) };
        const join = (): ReturnType<ListToMake["join"]> => {
          const sound = report(problems, path, checkAround(shelf, list, feed, checked));
          return { gzip: joinList(shelf, list), sound };
        };
        return { path, entry, name: `${kind} ${etag}`, join };
      });
    },
    estimate: () => {
      const sizeOf = ({ ordinals }: Roster): number =>
        ordinals
          .slice(0, catalog.site.entriesPerFeed)
          // Three formats and a page of each; whole bodies compress by a third more than their parts.
          .reduce((sum, ordinal) => sum + catalog.sizeOf(ordinal).record * 1.6, 6000);
      // Theirs are kept as Brotli too.
      const all = 1.85 * sizeOf(rosters.all);
      return { all, together: rosters.topics.reduce((sum, roster) => sum + sizeOf(roster), all) };
    },
  };
}

/** Nothing is cold yet: no list waits for a file. */
function atHand<T>(list: Later<T>): T {
  if (list instanceof Promise) throw new Error("a list was not at hand");
  return list;
}

/**
 * Entries were read back one by one; here it is what stands around them, compared with what it is to say; and of each
 * kind the first with an entry between.
 */
function checkAround(
  shelf: Shelf,
  list: List,
  { says }: UnwrittenFeed,
  checked: Set<ListKind>,
): string | null {
  const { kind, records } = list;
  const textWith = (records: List["records"]): string =>
    gunzipSync(joinList(shelf, list, records)).toString("utf8");
  if (kind === "page") return null;
  const reason = checkDocument(kind, textWith([]), { ...says, entries: [] });
  if (reason !== null || records.length === 0 || checked.has(kind)) return reason;
  checked.add(kind);
  return checkForm(kind, textWith(records.slice(0, 1)));
}

/** A document that does not read back is told, and published all the same: its entries were checked. True if it does. */
function report(problems: Problem[], path: string, reason: string | null): boolean {
  if (reason === null) return true;
  const what = `${path} does not read back (${reason})`;
  const fix = "Look for odd characters in the titles of the site and its topics; this should be reported";
  problems.push({ path: siteFile, line: null, level: "error", what, fix });
  return false;
}
