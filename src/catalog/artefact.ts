// The artefact: the shape of what compile leaves in dist/ and the Worker reads.
//
// Articles are known by their ordinal: their place in the order of the catalog, 0 for the newest. Those still to come
// stand first, so "published by now" is "from this ordinal on".

import type { Site, Topic } from "./catalog.ts";

/** What a document is, by the part it plays. */
export type DocumentKind =
  | "page"
  | "rss"
  | "atom"
  | "json"
  | "opml"
  | "index"
  | "schema"
  | "sitemap"
  | "robots";

/** What is rendered of each article for lists to be joined from: an entry in each format, an item of a page. */
export const fragmentKinds = ["rss", "atom", "json", "item"] as const;
export type FragmentKind = (typeof fragmentKinds)[number];

/** One ready-made answer, compressed, inside the artefact's bytes. */
export interface DocumentEntry {
  readonly kind: DocumentKind;
  /** Weak entity tag with its quotes, made of the uncompressed content alone. */
  readonly etag: string;
  /** When anything in it last changed, in seconds since 1970. */
  readonly modified: number;
  /** Its content: one gzip member, or fragments to join into one where it shares a part with other documents. */
  readonly content: Span | readonly PackedFragment[];
  /** Good from this second on; absent for always. */
  readonly from?: number;
  /** Good until this second: then an article appears in it, and it is joined anew; absent for always. */
  readonly until?: number;
}

/** An article that was taken back: its permanent id, when (seconds since 1970) and why. */
export interface RetractedArticle {
  readonly id: string;
  readonly when: number;
  readonly reason: string | null;
}

/** Where a run of bytes stands: its beginning and its length. */
export type Span = readonly [at: number, size: number];

/** A raw deflate stream in the bytes: beginning, size, length inflated, CRC-32 inflated (lists/gzip.ts). */
export type PackedFragment = readonly [at: number, size: number, length: number, crc: number];

/** The table of contents, `dist/site.json.txt`. */
export interface ArtefactIndex {
  readonly format: 2;
  readonly site: Site;
  readonly topics: readonly Topic[];
  /** Languages of the articles: primary subtags. */
  readonly langs: readonly string[];
  /** Every ready document by its path: one, or its editions with the earliest `from` first. */
  readonly documents: Readonly<Record<string, readonly DocumentEntry[]>>;
  /** Path of an article's page by its short id. */
  readonly articles: Readonly<Record<string, string>>;
  /** Articles taken back, by short id. */
  readonly retracted: Readonly<Record<string, RetractedArticle>>;
  /** How many articles there are, those still to come included. */
  readonly count: number;
  readonly sections: {
    /** Little-endian Uint32 an article: the instant it is dated by, newest first; seconds since 1970. */
    readonly dates: Span;
    /** The same of its last update, */
    readonly updates: Span;
    /** of the last change of its place in feeds, */
    readonly changes: Span;
    /** and its ordinal's place in the order of arrival, the first to arrive first. */
    readonly arrivals: Span;
    /** Four little-endian Uint32 (beginning, size, length inflated, CRC-32 inflated) for each kind of each article. */
    readonly fragments: Span;
    /** Ordinals of each topic, in the order of `topics`: differences as variable-length integers. */
    readonly topics: readonly Span[];
    /** Ordinals of each language, in the order of `langs`. */
    readonly langs: readonly Span[];
    /** All words of the articles, one a line, and where each stands (lists/search.ts). */
    readonly words: Span;
    readonly begins: Span;
    readonly places: Span;
  };
}

/** Both files of the artefact: `dist/site.json.txt` and `dist/site.bin`. */
export interface Artefact {
  readonly index: ArtefactIndex;
  readonly bytes: ArrayBuffer;
}

/** The names of the two files, in dist/. */
export const artefactFiles = { index: "site.json.txt", bytes: "site.bin" } as const;

/** Ascending numbers as the differences between them, seven bits a byte, the lowest first (LEB128). */
export function packOrdinals(ordinals: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = -1;
  for (const ordinal of ordinals) {
    let rest = ordinal - before - 1;
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
    before = ordinal;
  }
  return Uint8Array.from(bytes);
}

/** The numbers `packOrdinals` packed. */
export function unpackOrdinals(bytes: Uint8Array): Uint32Array {
  const ordinals = new Uint32Array(bytes.length);
  let count = 0;
  let before = -1;
  for (let at = 0; at < bytes.length; at++) {
    let rest = 0;
    let shift = 0;
    let byte = bytes[at] ?? 0;
    for (; byte > 127; shift += 7, byte = bytes[++at] ?? 0) rest += (byte & 127) << shift;
    before += rest + (byte << shift) + 1;
    ordinals[count++] = before;
  }
  return ordinals.subarray(0, count);
}
