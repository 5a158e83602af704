// List: a feed or a page of any query, put together from what was rendered ahead.

import type { FragmentKind } from "../catalog/artefact.ts";
import type { FeedExtension } from "../catalog/links.ts";
import { plainTopic, type Query } from "../catalog/query.ts";
import type { ArticleRecord } from "../catalog/record.ts";
import { listTag } from "../catalog/versions.ts";
import { beforeAll, type FeedHead, type HeadOptions, headOf } from "../feeds/feed.ts";
import { formatOf } from "../feeds/formats.ts";
import { articlesShown, renderListing } from "../pages/listing.ts";
import { countArchives, newestArchive, selectArchive } from "./archive.ts";
import { gatherRecords } from "./gather.ts";
import { crc32, joinGzip, type Part } from "./gzip.ts";
import { type Later, onceThere } from "./later.ts";
import { countArticles, selectArticles } from "./select.ts";
import type { Shelf } from "./shelf.ts";

/** What a list is rendered as. */
export type ListKind = FeedExtension | "page";

/** A list before its parts are joined: enough to tell whether a client has it. */
export interface List {
  readonly kind: ListKind;
  readonly head: Uint8Array;
  readonly separator: Uint8Array;
  readonly tail: Uint8Array;
  /** What stands in it, in its order. */
  readonly records: readonly ArticleRecord[];
  /** CRC-32 of each of its entries. */
  readonly sums: readonly number[];
  /** Weak entity tag with its quotes. */
  readonly etag: string;
  /** When anything in it last changed, in seconds since 1970. */
  readonly modified: number;
}

/** A feed before it is written in one of the formats: what its head says, and what stands in it. */
export interface UnwrittenFeed {
  readonly says: FeedHead;
  readonly records: readonly ArticleRecord[];
  /** When an article may have left it last, in seconds since 1970. */
  readonly left: number;
}

/** How long a feed tells of an article that was taken back, in seconds: 30 days. */
const tombstoneAge = 30 * 86_400;

/** The newest articles of a query, as they are at `now` (seconds since 1970). */
export function listOf(
  shelf: Shelf,
  query: Query,
  kind: ListKind,
  now: number,
  note?: "feed-preview",
): Later<List> {
  if (kind === "page") return pageOf(shelf, query, now, note);
  return onceThere(feedOf(shelf, query, now), (feed) => writeFeed(shelf, feed, kind));
}

function pageOf(shelf: Shelf, query: Query, now: number, note?: "feed-preview"): Later<List> {
  const first = shelf.firstBy(now);
  const ordinals = selectArticles(shelf, query, first, articlesShown);
  const total = countArticles(shelf, query, first);
  const { site, topics, langs } = shelf;
  const shown = ordinals.length;
  const { head, tail } = renderListing({ site, topics, langs, query, shown, total, ...(note && { note }) });
  return onceThere(gatherRecords(shelf, query, ordinals), (records) =>
    makeList("page", { head, separator: "\n", tail }, records, lastLeft(shelf, query, now)),
  );
}

/** The newest articles of a query as a feed, which is the same in every format. */
export function feedOf(shelf: Shelf, query: Query, now: number): Later<UnwrittenFeed> {
  const ordinals = selectArticles(shelf, query, shelf.firstBy(now), shelf.site.entriesPerFeed);
  const topic = plainTopic(query);
  const newest = topic === null ? null : newestArchive(shelf, topic, now);
  const options = { ...newest, tombstones: tombstonesAt(shelf, now) };
  return onceThere(gatherRecords(shelf, query, ordinals), (records) =>
    headed(shelf, query, records, options, now),
  );
}

/** Archive page `number` of a topic (RFC 5005 §4); null where there is none. */
export function archiveOf(
  shelf: Shelf,
  query: Query,
  number: number,
  kind: FeedExtension,
  now: number,
): Later<List | null> {
  const topic = plainTopic(query);
  const count = topic === null ? 0 : countArchives(shelf, topic, now);
  if (topic === null || number < 1 || number > count) return null;
  const options = {
    archive: number,
    isFull: number < count,
    prevArchive: number > 1 ? number - 1 : null,
    nextArchive: number < count ? number + 1 : null,
  };
  return onceThere(selectArchive(shelf, topic, number, now), (records) =>
    writeFeed(shelf, headed(shelf, query, records, options, now), kind),
  );
}

/** The list as one gzip member; with fewer records where only some of its entries are wanted. */
export function joinList(
  shelf: Shelf,
  list: List,
  records: readonly ArticleRecord[] = list.records,
): Uint8Array<ArrayBuffer> {
  const kind = fragmentOf(list.kind);
  const parts: Part[] = [list.head];
  for (const [index, record] of records.entries()) {
    if (index > 0) parts.push(list.separator);
    const { deflate, length, crc } = record.entries[kind];
    parts.push({ streams: streamsOf(shelf, kind, record, deflate), length, crc });
  }
  return joinGzip([...parts, list.tail]);
}

function streamsOf(
  shelf: Shelf,
  kind: FragmentKind,
  { opening, lead, content }: ArticleRecord,
  close: Uint8Array,
): Uint8Array[] {
  if (kind === "item") return [close];
  const open = shelf.opening(kind, opening);
  return kind === "rss" ? [open, lead, content, close] : [open, content, close];
}

/** What a list of this kind is joined from. */
function fragmentOf(kind: ListKind): FragmentKind {
  return kind === "page" ? "item" : kind;
}

/** The second at which a list of this query changes: an article appears, or a tombstone expires; null for never. */
export function goodUntil(shelf: Shelf, query: Query, now: number): number | null {
  const first = shelf.firstBy(now);
  // Mostly nothing is to come, and nothing is searched for a second time.
  const coming =
    first === 0 ? [] : selectArticles(shelf, query, 0, first).filter((ordinal) => ordinal < first);
  const next = coming.length === 0 ? null : shelf.coming(coming.at(-1) ?? 0);
  const expiries = recentRetractions(shelf, now).map(({ when }) => when + tombstoneAge);
  return [next, ...expiries].reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
}

function headed(
  shelf: Shelf,
  query: Query,
  records: readonly ArticleRecord[],
  options: HeadOptions,
  now: number,
): UnwrittenFeed {
  const newest = records.reduce((latest, record) => Math.max(latest, record.updated), 0);
  const updated = newest === 0 ? beforeAll : instantOf(newest);
  const says = headOf(shelf.site, shelf.topics, query, updated, options);
  return { says, records, left: lastLeft(shelf, query, now) };
}

/** Writes a feed in a format. */
export function writeFeed(shelf: Shelf, { says, records, left }: UnwrittenFeed, kind: FeedExtension): List {
  const { head, separator, tail } = formatOf[kind];
  const text = { head: head(says, shelf.layouts), separator, tail: tail() };
  return makeList(kind, text, records, left);
}

const encoder = new TextEncoder();

/**
 * When an article may last have left the list of a query. Which lists one has left is not kept: they may all have changed
 * when it was taken back or moved, and by an edit those that ask for a language or for words.
 */
function lastLeft(shelf: Shelf, { lang, phrases }: Query, now: number): number {
  const gone = shelf.retractions.find(({ when }) => when <= now)?.when ?? 0;
  return Math.max(shelf.moved, gone, lang === null && phrases.length === 0 ? 0 : shelf.edited);
}

function makeList(
  kind: ListKind,
  text: { readonly head: string; readonly separator: string; readonly tail: string },
  records: readonly ArticleRecord[],
  left: number,
): List {
  const head = encoder.encode(text.head);
  const tail = encoder.encode(text.tail);
  const fragment = fragmentOf(kind);
  const sums = records.map((record) => record.entries[fragment].crc);
  return {
    kind,
    head,
    separator: encoder.encode(text.separator),
    tail,
    records,
    sums,
    etag: listTag(crc32(head) ^ crc32(tail), sums),
    modified: records.reduce((latest, { changed }) => Math.max(latest, changed), Math.max(left, oldest)),
  };
}

/** What a list without any article is dated by. */
const oldest = Date.parse(beforeAll) / 1000;

function recentRetractions(shelf: Shelf, now: number): Shelf["retractions"] {
  return shelf.retractions.filter(({ when }) => when <= now && when + tombstoneAge > now);
}

function tombstonesAt(shelf: Shelf, now: number): FeedHead["tombstones"] {
  return recentRetractions(shelf, now).map(({ id, when, reason }) => ({ id, when: instantOf(when), reason }));
}

/** RFC 3339 in UTC, whole seconds. */
function instantOf(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
