// The artefact: the shape of what compile leaves in dist/ and the Worker reads.
//
// Articles are known by their ordinal: their place in the order of the catalog, 0 for the newest. Those still to come
// stand first, so "published by now" is "from this ordinal on".
//
// There are two tiers. The hot one is in the Worker's bundle: tables, ready documents and the newest articles, as much as
// the plan's limit on scripts allows. Where that is not everything, all articles lie in the cold tier too: asset files
// that the Worker reads, uploaded by the same deploy.

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

/** One ready-made answer, compressed. */
export interface DocumentEntry {
  readonly kind: DocumentKind;
  /** Weak entity tag with its quotes, made of the uncompressed content alone. */
  readonly etag: string;
  /** When anything in it last changed, in seconds since 1970. */
  readonly modified: number;
  /** Where its gzip member stands: in the bytes beside the table it is named in, or whole in an asset file. */
  readonly content: Span | string;
  /** The same compressed by Brotli, beside it; absent where there was no room. */
  readonly brotli?: Span;
  /** Good from this second on; absent for always. */
  readonly from?: number;
  /** Good until this second: then an article appears in it, and it is joined anew; absent for always. */
  readonly until?: number;
}

/** Ready documents by their paths: one, or its editions with the earliest `from` first. */
export type Documents = Readonly<Record<string, readonly DocumentEntry[]>>;

/** An article that was taken back: its permanent id, when (seconds since 1970) and why. */
export interface RetractedArticle {
  readonly id: string;
  readonly when: number;
  readonly reason: string | null;
}

/** How many of the articles taken back, the latest, feeds may tell of. */
export const retractionsTold = 500;

/** Where a run of bytes stands: its beginning and its length. */
export type Span = readonly [at: number, size: number];

/** A raw deflate stream in the bytes: beginning, size, length inflated, CRC-32 inflated (lists/gzip.ts). */
export type PackedFragment = readonly [at: number, size: number, length: number, crc: number];

/** The articles of a topic, or of all. */
export interface Members {
  /** How many there are, those beyond the horizon included. */
  readonly total: number;
  /** How many places there are in the order of arrival: those of articles taken back stay empty. */
  readonly places: number;
  /**
   * Ordinals within the horizon, and however many more a feed needs: differences as variable-length integers. Null for
   * every ordinal within the horizon.
   */
  readonly ordinals: Span | null;
  /**
   * Places in the order of arrival, the first to arrive 0, one for each ordinal: by how much each differs from what it
   * would be if articles had arrived in the order of their dates (zigzag, variable-length). Empty where none does.
   */
  readonly shifts: Span;
}

/** How the asset files of the cold tier are cut. */
export interface ColdTier {
  /** In how many files the pages of articles lie, by their short ids; a power of two. */
  readonly buckets: number;
  /** How many archive pages of a topic lie in a file. */
  readonly pagesPerFile: number;
}

/** The table of contents, `dist/site.json.txt`. */
export interface ArtefactIndex {
  readonly format: 4;
  readonly site: Site;
  readonly topics: readonly Topic[];
  /** Languages of the articles: primary subtags. */
  readonly langs: readonly string[];
  /** Ready documents of the hot tier, and those in an asset file of their own. */
  readonly documents: Documents;
  /** Articles taken back, by short id; of very many the latest, and the others in the cold tier. */
  readonly retracted: Readonly<Record<string, RetractedArticle>>;
  /** When an article last came into a topic or left one, or got another date, in seconds since 1970; 0 if none ever did. */
  readonly moved: number;
  /** When the words of an article that is published last changed, in seconds since 1970; 0 if none ever did. */
  readonly edited: number;
  /** What stands before the content of an entry, in each format: by number, see `ArticleRecord.opening`. */
  readonly openings: Readonly<Record<number, Readonly<Record<Exclude<FragmentKind, "item">, string>>>>;
  /** The layouts that heads of feeds are filled into, as XML, by the names of their shapes (feeds/layout.ts). */
  readonly layouts: Readonly<Record<string, string>>;
  /** What the pages of all articles have in common: they are joined within it (`PageRecord`). */
  readonly frame: Readonly<Record<"start" | "middle" | "end", PackedFragment>>;
  /** How many articles there are, those still to come included; */
  readonly count: number;
  /** how many of them, the newest, are in the hot tier; */
  readonly hot: number;
  /** and how many of them, the newest, expressions look at. */
  readonly horizon: number;
  /** Null where everything is in the hot tier. */
  readonly cold: ColdTier | null;
  readonly sections: {
    /** Little-endian Uint32 an article still to come: the instant it is dated by, seconds since 1970. */
    readonly dates: Span;
    /** Records of the hot articles and of their pages, as runs (record.ts). */
    readonly records: Span;
    readonly pages: Span;
    /** The articles of all, and of each topic, in the order of `topics`. */
    readonly all: Members;
    readonly topics: readonly Members[];
    /** Ordinals of each language within the horizon, in the order of `langs`: as those of topics. */
    readonly langs: readonly Span[];
    /** All words of the hot articles, one a line, and where each stands (lists/search.ts). */
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

/** Whole numbers, negative ones too, seven bits a byte (zigzag, LEB128); nothing where all are 0. */
export function packShifts(shifts: readonly number[]): Uint8Array {
  if (shifts.every((shift) => shift === 0)) return new Uint8Array(0);
  const bytes: number[] = [];
  for (const shift of shifts) {
    let rest = shift < 0 ? -2 * shift - 1 : 2 * shift;
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** The `count` numbers `packShifts` packed. */
export function unpackShifts(bytes: Uint8Array, count: number): Int32Array {
  const shifts = new Int32Array(count);
  let at = 0;
  for (let index = 0; index < count && at < bytes.length; index++) {
    let value = 0;
    let shift = 0;
    let byte = bytes[at++] ?? 0;
    for (; byte > 127; shift += 7, byte = bytes[at++] ?? 0) value += (byte & 127) << shift;
    value += byte << shift;
    shifts[index] = value & 1 ? -(value + 1) / 2 : value / 2;
  }
  return shifts;
}
