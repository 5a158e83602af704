// Which article is which: every article found now is given its line of the ledger, or known to have none.

import type { Candidate } from "./candidate.ts";
import { margin, type Pair, pairUp } from "./evidence.ts";
import { type Finding, type Search, take } from "./findings.ts";
import { fileOf, isId, type LedgerEntry } from "./ledger.ts";
import { leastOfStory, nameOf } from "./traits.ts";

export type { Doubt, Finding, Misnomer, Recognition } from "./findings.ts";

/**
 * Recognises all articles at once; the result is parallel to `candidates`, and the order of neither list matters. What
 * is certain goes first, so that the rest has fewer to be mistaken for: an id the file names, equal words, then all
 * other evidence weighed together. Every entry goes to one article at most. Entries of retracted articles count too:
 * what comes back keeps its id.
 */
export function recognise(
  candidates: readonly Candidate[],
  entries: readonly LedgerEntry[],
): readonly Finding[] {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const search: Search = { found: new Map(), free: new Set(sorted) };
  const open = (): Candidate[] => candidates.filter((candidate) => !search.found.has(candidate));
  recogniseByName(candidates, sorted, search);
  recogniseByWords(open(), search, (entry) => entry.retracted === null);
  keepPublished(open(), search);
  recogniseByWords(open(), search, () => true);
  refuseNew(candidates, search);
  recogniseByEvidence(pairUp(open(), [...search.free]), search);
  return candidates.map((candidate) => search.found.get(candidate) ?? null);
}

/** An id that one file names is its own, known or not. */
function recogniseByName(
  candidates: readonly Candidate[],
  entries: readonly LedgerEntry[],
  search: Search,
): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const claims = Map.groupBy(candidates, (candidate) => candidate.claimedId);
  for (const [id, claimants] of claims) {
    if (id === null || id === "new") continue;
    const entry = byId.get(id) ?? null;
    const why = !isId(id) ? "no id" : claimants.length > 1 ? "named twice" : null;
    for (const candidate of claimants) {
      if (why !== null) search.found.set(candidate, { misnomer: { why, entry } });
      else if (entry === null) search.found.set(candidate, { named: id });
      else take(search, candidate, entry, "its id");
    }
    if (entry !== null) search.free.delete(entry);
  }
}

/** Equal words are one article; of several, those that did not move first, then what has been known longest. */
function recogniseByWords(
  candidates: readonly Candidate[],
  search: Search,
  counts: (entry: LedgerEntry) => boolean,
): void {
  const entries = [...search.free].filter(counts);
  const byHash = Map.groupBy(entries, (entry) => entry.hash);
  const closeness: readonly ((candidate: Candidate, entry: LedgerEntry) => boolean)[] = [
    ({ from }, entry) => from === entry.from,
    ({ from }, entry) => fileOf(from) === fileOf(entry.from),
    ({ from }, entry) => nameOf(from) === nameOf(entry.from),
    () => true,
  ];
  for (const isClose of closeness) {
    for (const candidate of candidates) {
      if (search.found.has(candidate)) continue;
      const [entry] = (byHash.get(candidate.hash) ?? [])
        .filter((one) => search.free.has(one) && isClose(candidate, one))
        .sort((a, b) => (a.seen < b.seen ? -1 : 1));
      if (entry !== undefined) take(search, candidate, entry, "its words");
    }
  }
}

/**
 * Of two captures of one story, one is published and the other's line was taken back. When that other capture stands in
 * for the first, its words are those of the line taken back, but readers know the story by the line that is published.
 */
function keepPublished(candidates: readonly Candidate[], search: Search): void {
  const hashes = new Set([...search.free].map((entry) => entry.hash));
  if (!candidates.some(({ hash }) => hashes.has(hash))) return;
  const published = [...search.free].filter((entry) => entry.retracted === null);
  const pairs = pairUp(candidates, published);
  const ofCandidate = Map.groupBy(pairs, (pair) => pair.candidate);
  const ofEntry = Map.groupBy(pairs, (pair) => pair.entry);
  for (const pair of pairs) {
    const { candidate, entry, share, weight } = pair;
    if (!hashes.has(candidate.hash) || share < leastOfStory(candidate.text.split(/\s+/u).length)) continue;
    const others = [...(ofCandidate.get(candidate) ?? []), ...(ofEntry.get(entry) ?? [])];
    if (others.some((other) => other !== pair && other.weight > weight - margin)) continue;
    take(search, candidate, entry, pair.by);
  }
}

/**
 * "new" is said once: the next time the article is known by its words. Where they changed as well, and one that is
 * alike stands in its file, it may be that article edited, or again a new one.
 */
function refuseNew(candidates: readonly Candidate[], search: Search): void {
  const claimants = candidates.filter((one) => one.claimedId === "new" && !search.found.has(one));
  const alike = Map.groupBy(pairUp(claimants, [...search.free]), (pair) => pair.candidate);
  for (const candidate of claimants) {
    const old = alike.get(candidate)?.find(({ entry }) => isInPlace(candidate, entry));
    const misnomer = { why: "not new", entry: old?.entry ?? null } as const;
    search.found.set(candidate, old === undefined ? null : { misnomer });
    if (old !== undefined) search.free.delete(old.entry);
  }
}

function isInPlace(candidate: Candidate, entry: LedgerEntry): boolean {
  return entry.retracted === null && fileOf(candidate.from) === fileOf(entry.from);
}

/**
 * Takes every pair that nothing rivals; what that settles may leave others without a rival. What is left when no such
 * pair is, is in doubt.
 */
function recogniseByEvidence(pairs: readonly Pair[], search: Search): void {
  const ofCandidate = Map.groupBy(pairs, (pair) => pair.candidate);
  const ofEntry = Map.groupBy(pairs, (pair) => pair.entry);
  const isOpen = ({ candidate, entry }: Pair): boolean =>
    !search.found.has(candidate) && search.free.has(entry);
  const rivalsOf = (pair: Pair): Pair[] =>
    [...(ofCandidate.get(pair.candidate) ?? []), ...(ofEntry.get(pair.entry) ?? [])].filter(
      (other) => other !== pair && other.weight > pair.weight - margin && isOpen(other),
    );
  const doubted = new Set<LedgerEntry>();
  for (let open = pairs.filter(isOpen); open.length > 0; open = open.filter(isOpen)) {
    const sure = open.filter((pair) => {
      if (!isOpen(pair) || rivalsOf(pair).length > 0) return false;
      take(search, pair.candidate, pair.entry, pair.by);
      return true;
    });
    if (sure.length > 0) continue;
    for (const pair of open) {
      const rivals = isOpen(pair) ? rivalsOf(pair) : [];
      if (rivals.length > 0) raiseDoubt(pair, rivals, search, doubted);
    }
  }
  for (const { candidate, entry, share, weight } of pairs) {
    const strongest = ofEntry.get(entry)?.[0]?.weight ?? 0;
    if (search.found.has(candidate) || !doubted.has(entry) || weight <= strongest - margin) continue;
    search.found.set(candidate, { doubt: { entries: [entry], rivals: [], likeness: share } });
  }
}

function raiseDoubt(
  { candidate, entry, share }: Pair,
  rivals: readonly Pair[],
  search: Search,
  doubted: Set<LedgerEntry>,
): void {
  const entries = [entry, ...rivals.filter((pair) => pair.candidate === candidate).map((pair) => pair.entry)];
  const others = rivals.filter((pair) => pair.entry === entry).map((pair) => pair.candidate);
  search.found.set(candidate, { doubt: { entries, rivals: others, likeness: share } });
  for (const other of others) {
    const rest = [candidate, ...others.filter((one) => one !== other)];
    search.found.set(other, { doubt: { entries: [entry], rivals: rest, likeness: share } });
  }
  for (const one of entries) {
    doubted.add(one);
    search.free.delete(one);
  }
}
