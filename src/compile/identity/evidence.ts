// Evidence: what speaks for an article found now being one that is known, and what speaks against it.

import type { Candidate } from "./candidate.ts";
import type { LedgerEntry } from "./ledger.ts";
import { compareBytes, indexSketches } from "./likeness.ts";
import { areApart, areOneTitle, type Traits, traitsOf } from "./traits.ts";

/** An article and a line of the ledger that may be one. */
export interface Pair {
  readonly candidate: Candidate;
  readonly entry: LedgerEntry;
  /** Share of word pairs in common, 0 to 1. */
  readonly share: number;
  /** The best single reason to take them for one. */
  readonly by: "its source address" | "likeness" | "its title" | "its place";
  /** All evidence on one scale: the share of words, and what the rest is worth beside it. */
  readonly weight: number;
}

/**
 * From this share of word pairs on, two texts are one article edited. Measured on news of one country and season:
 * unrelated articles share under 0.05, reports of one event up to 0.35, an article with half its paragraphs rewritten
 * about 0.37, one with every tenth word changed 0.6.
 */
const alike = 0.25;
/** In the same file, or under the same title, less will do: an article rewritten where it stands. */
const alikeInPlace = 0.12;
/** Of two addresses of one site, or of two dates, much more is asked: series repeat their set phrases. */
const alikeThoughApart = 0.6;
/** So many entries are looked at for one article: of a series of thousands, the likest. */
const most = 12;

/** Two pairs whose weights are closer than this are equally good. Sketches err by some 0.06. */
export const margin = 0.13;
const worth = { file: 0.2, name: 0.14, title: 0.14, source: 0.5, retracted: -0.14 };

/** Every article and entry with enough in common, the strongest first; ties in the order of ids and places. */
export function pairUp(candidates: readonly Candidate[], entries: readonly LedgerEntry[]): Pair[] {
  if (candidates.length === 0 || entries.length === 0) return [];
  const found = candidates.map((item) => ({ item, traits: traitsOf(item) }));
  const known = entries.map((item) => ({ item, traits: traitsOf(item) }));
  const byWords = indexSketches(known, ({ traits }) => traits.fingerprint);
  const byFile = groupByKey(known, ({ traits }) => traits.file);
  const byTitle = groupByKey(known, ({ traits }) => traits.title);
  const bySource = groupByKey(known, ({ traits }) => traits.source);
  const seekers = groupByKey(found, ({ traits }) => traits.source);
  const pairs: Pair[] = [];
  for (const { item: candidate, traits } of found) {
    // An address that a whole digest has, or several known articles, tells nothing.
    const sources = bySource(traits.source);
    const live = sources.filter(({ item }) => item.retracted === null);
    const [ofSource, ...more] = live.length > 0 ? live : sources;
    const sure = more.length === 0 && seekers(traits.source).length === 1 ? ofSource : undefined;
    const likest = byWords.find(traits.fingerprint, alikeInPlace, most).map(({ item }) => item);
    const titled = byTitle(traits.title).slice(0, most);
    const possible = new Set([...likest, ...byFile(traits.file), ...titled]);
    if (sure !== undefined) possible.add(sure);
    for (const one of possible) {
      const pair = weigh(candidate, traits, one.item, one.traits, one === sure);
      if (pair !== null) pairs.push(pair);
    }
  }
  return pairs.sort(
    (a, b) =>
      b.weight - a.weight ||
      compareText(a.entry.id, b.entry.id) ||
      compareText(a.candidate.from, b.candidate.from),
  );
}

/** The pair, if it has enough in common. */
function weigh(
  candidate: Candidate,
  here: Traits,
  entry: LedgerEntry,
  there: Traits,
  sameSource: boolean,
): Pair | null {
  const share = compareBytes(here.sketch, there.sketch);
  const whole = here.whole && there.whole;
  const sameFile = here.file === there.file;
  const sameTitle = areOneTitle(here.title, there.title);
  const near = (whole && sameFile) || sameTitle;
  if (!sameSource && !(whole && sameFile && sameTitle)) {
    const [least, leastNear] = areApart(here, there) ? [alikeThoughApart, alike] : [alike, alikeInPlace];
    if (share < (near ? leastNear : least)) return null;
  }
  const sameName = whole && here.name === there.name;
  const weight =
    share +
    (sameFile ? worth.file : sameName ? worth.name : 0) +
    (sameTitle ? worth.title : 0) +
    (sameSource ? worth.source : 0) +
    (entry.retracted === null ? 0 : worth.retracted);
  const by = sameSource
    ? "its source address"
    : share >= alike
      ? "likeness"
      : sameTitle
        ? "its title"
        : "its place";
  return { candidate, entry, share, by, weight };
}

/** Items by a key of theirs; none has the empty key. */
function groupByKey<T>(items: readonly T[], keyOf: (item: T) => string): (key: string) => readonly T[] {
  const groups = Map.groupBy(items, keyOf);
  return (key) => (key === "" ? [] : (groups.get(key) ?? []));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
