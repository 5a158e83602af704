// Which article is which: every article found now is given its line of the ledger, or known to have none.

import type { LedgerEntry } from "./ledger.ts";
import { compareSketches, indexSketches } from "./likeness.ts";

/** What an article is recognised by. */
export interface Candidate {
  /** Path and place, as the ledger writes them. */
  readonly from: string;
  readonly source: string | null;
  readonly title: string;
  readonly text: string;
  /** `hashWords` of everything readers see. */
  readonly hash: string;
  /** `sketchText` of its text. */
  readonly fingerprint: string;
  /** The id its file names, `"new"` where it says it is none of the known ones, null where it says nothing. */
  readonly claimedId: string | null;
}

/** How an article was recognised. */
export interface Recognition {
  readonly entry: LedgerEntry;
  readonly by: "its id" | "its words" | "its source address" | "likeness" | "its place";
  /** Share of word pairs in common with what was known, 0 to 1. */
  readonly likeness: number;
}

/** An article that could be either of several known ones; it is asked for, never guessed. */
export interface Doubt {
  readonly entries: readonly LedgerEntry[];
  /** Other articles found now that could be the same known one. */
  readonly rivals: readonly Candidate[];
  readonly likeness: number;
}

/** What is known of one article: how it was recognised, a doubt, or null for one never seen before. */
export type Finding = { readonly recognition: Recognition } | { readonly doubt: Doubt } | null;

/**
 * From this share of word pairs on, two texts are one article edited. Measured on news of one country and season:
 * unrelated articles share under 0.05, an article with half its paragraphs rewritten about 0.33.
 */
const alike = 0.25;
/** At the same place of the same file less will do: an article rewritten where it stands. */
const alikeInPlace = 0.12;
/** Two shares closer than this are equally good. */
const margin = 0.13;

/**
 * Recognises all articles at once; the result is parallel to `candidates`. What is certain goes first, so that the
 * rest has fewer to be mistaken for: an id the file names, equal words, a source address only one has, likeness.
 * Every entry goes to one article at most. Entries of retracted articles count too: what comes back keeps its id.
 */
export function recognise(
  candidates: readonly Candidate[],
  entries: readonly LedgerEntry[],
): readonly Finding[] {
  const found = new Map<Candidate, Finding>();
  const free = new Set(entries);
  const take = (candidate: Candidate, entry: LedgerEntry, by: Recognition["by"], likeness: number): void => {
    found.set(candidate, { recognition: { entry, by, likeness } });
    free.delete(entry);
  };

  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const candidate of candidates) {
    if (candidate.claimedId === null) continue;
    const entry = byId.get(candidate.claimedId);
    if (entry !== undefined && free.has(entry)) take(candidate, entry, "its id", 1);
    else found.set(candidate, null);
  }

  const byHash = Map.groupBy(free, (entry) => entry.hash);
  for (const candidate of candidates) {
    if (found.has(candidate)) continue;
    const same = (byHash.get(candidate.hash) ?? []).filter((entry) => free.has(entry));
    const entry =
      same.find((one) => one.from === candidate.from) ??
      same.find((one) => one.retracted === null) ??
      same[0];
    if (entry !== undefined) take(candidate, entry, "its words", 1);
  }

  const open = candidates.filter((candidate) => !found.has(candidate));
  const bySource = Map.groupBy(free, (entry) => entry.source);
  const seekers = Map.groupBy(open, (candidate) => candidate.source);
  for (const candidate of open) {
    const { source } = candidate;
    const [entry, ...more] = source === null ? [] : (bySource.get(source) ?? []);
    if (entry === undefined || more.length > 0 || seekers.get(source)?.length !== 1) continue;
    take(candidate, entry, "its source address", compareSketches(candidate.fingerprint, entry.fingerprint));
  }

  recogniseByLikeness(
    open.filter((candidate) => !found.has(candidate)),
    free,
    take,
    (candidate, doubt) => found.set(candidate, { doubt }),
  );
  return candidates.map((candidate) => found.get(candidate) ?? null);
}

interface Pair {
  readonly candidate: Candidate;
  readonly entry: LedgerEntry;
  readonly share: number;
  readonly inPlace: boolean;
}

/** Takes the best pairs first; a pair that another one equals is taken only where it stands in its old place. */
function recogniseByLikeness(
  candidates: readonly Candidate[],
  free: ReadonlySet<LedgerEntry>,
  take: (candidate: Candidate, entry: LedgerEntry, by: Recognition["by"], likeness: number) => void,
  doubt: (candidate: Candidate, doubt: Doubt) => void,
): void {
  const pairs = pairUp(candidates, free);
  const ofCandidate = Map.groupBy(pairs, (pair) => pair.candidate);
  const ofEntry = Map.groupBy(pairs, (pair) => pair.entry);
  const settled = new Set<Candidate>();
  const doubted = new Set<LedgerEntry>();
  const rivalsOf = (pair: Pair): Pair[] =>
    [...(ofCandidate.get(pair.candidate) ?? []), ...(ofEntry.get(pair.entry) ?? [])].filter((other) => {
      const live = free.has(other.entry) && !settled.has(other.candidate);
      const better = pair.inPlace && !other.inPlace;
      return other !== pair && live && !better && other.share > pair.share - margin;
    });
  for (const pair of pairs) {
    const { candidate, entry, share } = pair;
    if (settled.has(candidate) || !free.has(entry) || doubted.has(entry)) continue;
    const rivals = rivalsOf(pair);
    settled.add(candidate);
    if (rivals.length === 0) {
      take(candidate, entry, share >= alike ? "likeness" : "its place", share);
      continue;
    }
    const entries = [entry, ...rivals.filter((r) => r.candidate === candidate).map((r) => r.entry)];
    const others = rivals.filter((r) => r.entry === entry).map((r) => r.candidate);
    for (const one of entries) doubted.add(one);
    doubt(candidate, { entries, rivals: others, likeness: share });
    for (const other of others) {
      settled.add(other);
      doubt(other, {
        entries: [entry],
        rivals: [candidate, ...others.filter((one) => one !== other)],
        likeness: share,
      });
    }
  }
}

/** Every article and entry with enough in common, best first; live entries before retracted ones, then by id. */
function pairUp(candidates: readonly Candidate[], free: ReadonlySet<LedgerEntry>): Pair[] {
  const index = indexSketches(free, (entry) => entry.fingerprint);
  const pairs = candidates.flatMap((candidate) =>
    index.find(candidate.fingerprint, alikeInPlace).flatMap(({ item: entry, share }) => {
      const inPlace = entry.from === candidate.from;
      return share >= alike || inPlace ? [{ candidate, entry, share, inPlace }] : [];
    }),
  );
  const rank = (pair: Pair): number =>
    pair.share + (pair.inPlace ? margin : 0) - (pair.entry.retracted === null ? 0 : 0.01);
  return pairs.sort(
    (a, b) => rank(b) - rank(a) || (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0),
  );
}
