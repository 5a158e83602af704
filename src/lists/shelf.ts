// Shelf: the articles of an artefact by their ordinals, read from its bytes where they lie.

import {
  type Artefact,
  type ColdTier,
  type FragmentKind,
  type PackedFragment,
  type RetractedArticle,
  retractionsTold,
  unpackOrdinals,
} from "../catalog/artefact.ts";
import { ALL, type Site, type Topic } from "../catalog/catalog.ts";
import {
  type ArticleRecord,
  joinBytes,
  type PageRecord,
  readArticle,
  readPage,
  readRuns,
} from "../catalog/record.ts";
import type { HeadLayouts } from "../feeds/layout.ts";
import { type Fragment, storeBytes } from "./gzip.ts";
import { countWhile, openRoll, type Roll } from "./members.ts";
import { openSearch, type Search } from "./search.ts";

/** Reads an asset file of the cold tier by its path; null where there is none. */
export type ReadCold = (path: string) => Promise<Uint8Array | null>;

/** The articles, newest first, and what is asked of them. Seconds are since 1970. */
export interface Shelf {
  readonly site: Site;
  readonly topics: readonly Topic[];
  readonly langs: readonly string[];
  /** How many articles there are, those still to come included; how many are hot; how many expressions look at. */
  readonly count: number;
  readonly hot: number;
  readonly horizon: number;
  readonly cold: ColdTier | null;
  readonly readCold: ReadCold;
  /** The first ordinal that is published by this second. */
  readonly firstBy: (now: number) => number;
  /** The instant an article still to come is dated by; 0 for any other. */
  readonly coming: (ordinal: number) => number;
  /** The articles of a topic, or of `all`; null for no topic. */
  readonly rollOf: (id: string) => Roll | null;
  /** Ordinals of a language (primary subtag) within the horizon, ascending. */
  readonly ofLang: (lang: string) => Uint32Array;
  /** Ordinals of the hot articles that hold a phrase, ascending. */
  readonly ofPhrase: Search;
  /** What lists are joined from, of a hot article. */
  readonly record: (ordinal: number) => ArticleRecord;
  /** What the page of a hot article is joined from. */
  readonly page: (ordinal: number) => PageRecord;
  /** What stands before the content of an entry. */
  readonly opening: (kind: FragmentKind, number: number) => Uint8Array;
  /** What heads of feeds are filled into. */
  readonly layouts: HeadLayouts;
  /** What the pages of all articles have in common. */
  readonly frame: Readonly<Record<"start" | "middle" | "end", Fragment>>;
  /** Articles taken back that feeds may tell of, the latest first. */
  readonly retractions: readonly RetractedArticle[];
  /** When an article last came into a topic or left one, or got another date, in seconds since 1970; 0 if none ever did. */
  readonly moved: number;
  /** When the words of an article last changed, in seconds since 1970; 0 if they never did. */
  readonly edited: number;
}

const none = new Uint32Array(0);
const noBytes = new Uint8Array(0);

/** Nothing is cold, or nobody can read it. */
export const readsNothing: ReadCold = async () => null;

/** Opens the shelf of an artefact. Nothing is copied; lists of ordinals are unpacked when first asked for. */
export function openShelf(
  { index, bytes }: Pick<Artefact, "bytes"> & { readonly index: Omit<Artefact["index"], "documents"> },
  readCold: ReadCold = readsNothing,
): Shelf {
  const { sections, topics, langs, count, hot, horizon, cold, site } = index;
  const view = ([at, size]: readonly [number, number]): Uint8Array => new Uint8Array(bytes, at, size);
  const dates = new Uint32Array(bytes, sections.dates[0], sections.dates[1] / 4);
  const records = readRuns(view(sections.records));
  const pages = readRuns(view(sections.pages));
  const rolls = new Map([
    [ALL, openRoll(bytes, sections.all, horizon)],
    ...topics.map(({ id }, number): [string, Roll] => {
      const members = sections.topics[number];
      if (members === undefined) throw new Error(`the artefact lacks the members of ${id}`);
      return [id, openRoll(bytes, members, horizon)];
    }),
  ]);
  const spoken = new Map<string, Uint32Array>();
  const openings = new Map<string, Uint8Array>();
  return {
    site,
    topics,
    langs,
    count,
    hot,
    horizon,
    cold,
    readCold,
    firstBy: (now) => countWhile(dates, (date) => date > now),
    coming: (ordinal) => dates[ordinal] ?? 0,
    rollOf: (id) => rolls.get(id) ?? null,
    ofPhrase: openSearch(bytes, sections),
    ofLang: (lang) => {
      const span = sections.langs[langs.indexOf(lang)];
      const known = spoken.get(lang) ?? (span === undefined ? none : unpackOrdinals(view(span)));
      if (span !== undefined) spoken.set(lang, known);
      return known;
    },
    record: (ordinal) => readArticle(records.run(ordinal)),
    page: (ordinal) => readPage(pages.run(ordinal)),
    opening: (kind, number) => {
      if (kind === "item") return noBytes;
      const name = `${kind} ${number}`;
      const known = openings.get(name) ?? storeText(index.openings[number]?.[kind] ?? "");
      openings.set(name, known);
      return known;
    },
    layouts: index.layouts,
    frame: {
      start: fragmentAt(bytes, index.frame.start),
      middle: fragmentAt(bytes, index.frame.middle),
      end: fragmentAt(bytes, index.frame.end),
    },
    retractions: Object.values(index.retracted)
      .sort((a, b) => b.when - a.when || (a.id < b.id ? -1 : 1))
      .slice(0, retractionsTold),
    moved: index.moved,
    edited: index.edited,
  };
}

/** What the page of an article is joined from; `content` is used where its record holds none. */
export function pageParts(
  { start, middle, end }: Shelf["frame"],
  page: PageRecord,
  content: Uint8Array,
): Fragment[] {
  const { head, heading, tail, length, crc } = page;
  const own = page.content ?? content;
  return [start, { streams: [head, ...middle.streams, heading, own, tail, ...end.streams], length, crc }];
}

function fragmentAt(bytes: ArrayBuffer, [at, size, length, crc]: PackedFragment): Fragment {
  return { streams: [new Uint8Array(bytes, at, size)], length, crc };
}

function storeText(text: string): Uint8Array {
  return joinBytes(storeBytes(new TextEncoder().encode(text)));
}
