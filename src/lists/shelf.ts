// Shelf: the articles of an artefact by their ordinals, read from its bytes where they lie.

import {
  type Artefact,
  type FragmentKind,
  fragmentKinds,
  type RetractedArticle,
  type Span,
  unpackOrdinals,
} from "../catalog/artefact.ts";
import type { Site, Topic } from "../catalog/catalog.ts";
import type { Fragment } from "./gzip.ts";
import { openSearch, type Search } from "./search.ts";

/** The articles, newest first, and what is asked of them. Seconds are since 1970. */
export interface Shelf {
  readonly site: Site;
  readonly topics: readonly Topic[];
  readonly langs: readonly string[];
  /** How many articles there are, those still to come included. */
  readonly count: number;
  /** The first ordinal that is published by this second. */
  readonly firstBy: (now: number) => number;
  /** The instant an article is dated by, of its last update, and of the last change of its place in feeds. */
  readonly dated: (ordinal: number) => number;
  readonly updated: (ordinal: number) => number;
  readonly changed: (ordinal: number) => number;
  /** All ordinals, the first to arrive first. */
  readonly arrivals: Uint32Array;
  /** Ordinals of a topic, ascending; null for no topic. */
  readonly ofTopic: (id: string) => Uint32Array | null;
  /** Ordinals of a language (primary subtag), ascending. */
  readonly ofLang: (lang: string) => Uint32Array;
  /** Ordinals of the articles that hold a phrase, ascending. */
  readonly ofPhrase: Search;
  readonly fragment: (kind: FragmentKind, ordinal: number) => Fragment;
  /** Articles taken back, the latest first. */
  readonly retractions: readonly RetractedArticle[];
}

const none = new Uint32Array(0);

/** Opens the shelf of an artefact. Nothing is copied; lists of ordinals are unpacked when first asked for. */
export function openShelf({
  index,
  bytes,
}: Pick<Artefact, "bytes"> & { index: Omit<Artefact["index"], "documents"> }): Shelf {
  const { sections, topics, langs, count, site } = index;
  const numbers = ([at, size]: Span): Uint32Array => new Uint32Array(bytes, at, size / 4);
  const dates = numbers(sections.dates);
  const updates = numbers(sections.updates);
  const changes = numbers(sections.changes);
  const fragments = numbers(sections.fragments);
  const numberOfTopic = new Map(topics.map((topic, number) => [topic.id, number]));
  const numberOfLang = new Map(langs.map((lang, number) => [lang, number]));
  const unpacked = new Map<Span, Uint32Array>();
  const ordinals = (span: Span | undefined): Uint32Array => {
    if (span === undefined) return none;
    const known = unpacked.get(span) ?? unpackOrdinals(new Uint8Array(bytes, ...span));
    unpacked.set(span, known);
    return known;
  };
  return {
    site,
    topics,
    langs,
    count,
    firstBy: (now) => countAfter(dates, now),
    dated: (ordinal) => dates[ordinal] ?? 0,
    updated: (ordinal) => updates[ordinal] ?? 0,
    changed: (ordinal) => changes[ordinal] ?? 0,
    arrivals: numbers(sections.arrivals),
    ofTopic: (id) => {
      const number = numberOfTopic.get(id);
      return number === undefined ? null : ordinals(sections.topics[number]);
    },
    ofPhrase: openSearch(bytes, sections),
    ofLang: (lang) => ordinals(sections.langs[numberOfLang.get(lang) ?? -1]),
    fragment: (kind, ordinal) => {
      const at = (ordinal * fragmentKinds.length + fragmentKinds.indexOf(kind)) * 4;
      const [begin = 0, size = 0, length = 0, crc = 0] = fragments.subarray(at, at + 4);
      return { deflate: new Uint8Array(bytes, begin, size), length, crc };
    },
    retractions: Object.values(index.retracted).sort((a, b) => b.when - a.when || (a.id < b.id ? -1 : 1)),
  };
}

/** How many of these descending dates are later than this second. */
function countAfter(dates: Uint32Array, now: number): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dates[middle] ?? 0) > now) low = middle + 1;
    else high = middle;
  }
  return low;
}
