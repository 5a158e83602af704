// Records: an article as bytes. Its entry in every format and list, and its page, share one compressed content.
//
// Numbers are little-endian Uint32. Deflate streams are raw and end in a sync flush, so that they can be joined
// (lists/gzip.ts); those behind a content were compressed with it as their dictionary, and are good only behind it.

import { type FragmentKind, fragmentKinds } from "./artefact.ts";
import { fnv1a } from "./fnv.ts";

/** One entry, as far as it is not its content: the stream behind it, and length and CRC-32 of the whole, inflated. */
export interface EntryStream {
  readonly deflate: Uint8Array;
  readonly length: number;
  readonly crc: number;
}

/** What lists are joined from. Instants are seconds since 1970. */
export interface ArticleRecord {
  /** The instant the article is dated by, of its last update, and of the last change of its place in feeds. */
  readonly dated: number;
  readonly updated: number;
  readonly changed: number;
  /** Which of the artefact's openings stands before its content: the number of its language (`openingNumber`). */
  readonly opening: number;
  /** What stands between that and the content in RSS: a stream that was compressed with the opening as its dictionary. */
  readonly lead: Uint8Array;
  readonly content: Uint8Array;
  readonly entries: Readonly<Record<FragmentKind, EntryStream>>;
}

/** What the page of an article is joined from, within the frame all pages of articles share (`ArtefactIndex.frame`). */
export interface PageRecord {
  /** Good from this second on; 0 for always. */
  readonly from: number;
  readonly changed: number;
  /** Address of the page, and the opaque part of its weak entity tag (16 characters). */
  readonly path: string;
  readonly tag: string;
  /** What stands before the middle of the frame; */
  readonly head: Uint8Array;
  /** and between that and the content. */
  readonly heading: Uint8Array;
  /** The content's stream; null where it is the one of the article's record, empty where the page shares none. */
  readonly content: Uint8Array | null;
  readonly tail: Uint8Array;
  /** Length and CRC-32 of the page behind the start of the frame, inflated. */
  readonly length: number;
  readonly crc: number;
}

/** The number of a language tag, which articles know their openings by. */
export function openingNumber(lang: string): number {
  return fnv1a(lang);
}

const articleHead = 6 + 3 * fragmentKinds.length;

/** A record as bytes. */
export function packArticle(record: ArticleRecord): Uint8Array {
  const streams = fragmentKinds.map((kind) => record.entries[kind]);
  const { dated, updated, changed, opening, lead, content } = record;
  const numbers = [dated, updated, changed, opening, lead.length, content.length];
  for (const { deflate, length, crc } of streams) numbers.push(deflate.length, length, crc);
  return joinBytes([packNumbers(numbers), lead, content, ...streams.map(({ deflate }) => deflate)]);
}

/** The record `packArticle` packed, as views of its bytes. */
export function readArticle(bytes: Uint8Array): ArticleRecord {
  const number = readerOf(bytes);
  const take = takerOf(bytes, articleHead * 4);
  const lead = take(number(4));
  const content = take(number(5));
  const [rss, atom, json, item] = fragmentKinds.map((_, index): EntryStream => {
    const first = 6 + 3 * index;
    return { deflate: take(number(first)), length: number(first + 1), crc: number(first + 2) };
  });
  if (rss === undefined || atom === undefined || json === undefined || item === undefined)
    throw new Error("a record has an entry of each kind");
  return {
    dated: number(0),
    updated: number(1),
    changed: number(2),
    opening: number(3),
    lead,
    content,
    entries: { rss, atom, json, item },
  };
}

const pageHead = 9;
const tagLength = 16;
/** Stands for the size of a content that lies in the article's record. */
const elsewhere = 0xffffffff;

/** A page's record as bytes. */
export function packPage(page: PageRecord): Uint8Array {
  const { from, changed, head, heading, content, tail, length, crc } = page;
  const words = new TextEncoder().encode(page.tag + page.path);
  const numbers = [
    from,
    changed,
    length,
    crc,
    words.length,
    head.length,
    heading.length,
    content?.length ?? elsewhere,
    tail.length,
  ];
  return joinBytes([
    packNumbers(numbers),
    words,
    head,
    heading,
    ...(content === null ? [] : [content]),
    tail,
  ]);
}

/** The record `packPage` packed, as views of its bytes. */
export function readPage(bytes: Uint8Array): PageRecord {
  const number = readerOf(bytes);
  const take = takerOf(bytes, pageHead * 4);
  const words = new TextDecoder().decode(take(number(4)));
  const head = take(number(5));
  const heading = take(number(6));
  const content = number(7) === elsewhere ? null : take(number(7));
  return {
    from: number(0),
    changed: number(1),
    length: number(2),
    crc: number(3),
    tag: words.slice(0, tagLength),
    path: words.slice(tagLength),
    head,
    heading,
    content,
    tail: take(number(8)),
  };
}

/** Runs of bytes one after the other, and before them how many there are and where each begins and the last ends. */
export function packRuns(runs: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return joinBytes([packRunsHead(runs.map((run) => run.length)), ...runs]);
}

/** What stands before runs of these sizes. */
export function packRunsHead(sizes: readonly number[]): Uint8Array {
  const numbers = [sizes.length];
  let at = 4 * (sizes.length + 2);
  for (const size of sizes) {
    numbers.push(at);
    at += size;
  }
  return packNumbers([...numbers, at]);
}

/** How many runs there are, and one of them by its number; empty where there is none. */
export function readRuns(bytes: Uint8Array): {
  readonly count: number;
  readonly run: (index: number) => Uint8Array;
} {
  const number = readerOf(bytes);
  const count = bytes.length < 4 ? 0 : number(0);
  return {
    count,
    run: (index) =>
      index < count ? bytes.subarray(number(index + 1), number(index + 2)) : bytes.subarray(0, 0),
  };
}

/** Little-endian Uint32. */
export function packNumbers(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < numbers.length; index++) view.setUint32(index * 4, numbers[index] ?? 0, true);
  return bytes;
}

/** Bytes one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function readerOf(bytes: Uint8Array): (index: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (index) => view.getUint32(index * 4, true);
}

/** Takes runs of bytes one after the other, from `at` on. */
function takerOf(bytes: Uint8Array, at: number): (size: number) => Uint8Array {
  let next = at;
  return (size) => {
    next += size;
    return bytes.subarray(next - size, next);
  };
}
