// The same story captured twice becomes one article; the other files are named as its other captures.

import { foldAccents } from "../../catalog/words.ts";
import { pairAlike } from "./alike.ts";
import type { AcceptedDraft } from "./candidate.ts";
import { leastOfStory, mostApart, sameStory } from "./traits.ts";

/** Captures of one source address may be its earlier and its later version. */
const samePage = 0.3;
/** More captures of one address than this are a digest, or a series that a page of its own never had. */
const mostCaptures = 200;
/** Sketches err by some 0.08, so they are asked for a little less than what is counted afterwards. */
const slack = 0.2;

/** What must be known to judge duplicates. */
export interface DuplicateRules {
  /** Pairs the publisher keeps apart: paths, with `#n` for one brief of a digest. */
  readonly apart: readonly (readonly string[])[];
  /** Articles already published, by what readers see of them and by where they are: the capture readers have stays. */
  readonly hashes: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** The id readers know an article by; null where they have none. It is asked only where two may be merged. */
  readonly publishedAs: (article: AcceptedDraft) => string | null;
}

/** What stories the captures tell. */
export interface Stories<One extends AcceptedDraft> {
  /** The articles that are left, each with its other captures (none for most), in the order given. */
  readonly captures: ReadonlyMap<One, readonly One[]>;
  /** Of these, pairs that tell one story and are both published: nothing readers have is taken from them unasked. */
  readonly twins: readonly (readonly [One, One])[];
}

/** Merges the captures of one story. */
export function mergeDuplicates<One extends AcceptedDraft>(
  articles: readonly One[],
  rules: DuplicateRules,
): Stories<One> {
  const apart = new Set(rules.apart.flatMap((names) => names.flatMap((a) => names.map((b) => `${a}\n${b}`))));
  const likely = findLikely(articles);
  const merged = new Map<One, One[]>();
  const captureOf = new Map<One, One>();
  const twins: (readonly [One, One])[] = [];
  for (const article of inOrder(articles, rules)) {
    if (captureOf.has(article)) continue;
    const others: One[] = [];
    let known: string | null = null;
    for (const other of likely.get(article) ?? []) {
      const open = other !== article && !captureOf.has(other) && !merged.has(other);
      if (!open || apart.has(`${article.from}\n${other.from}`) || !tellSameStory(article, other)) continue;
      known ??= rules.publishedAs(article);
      const otherKnown = rules.publishedAs(other);
      if (known !== null && otherKnown !== null && known !== otherKnown) {
        twins.push([article, other]);
        continue;
      }
      known ??= otherKnown;
      others.push(other);
      captureOf.set(other, article);
    }
    merged.set(
      article,
      others.sort((a, b) => (a.from < b.from ? -1 : 1)),
    );
  }
  return {
    captures: new Map(
      articles.flatMap((article) => (merged.has(article) ? [[article, merged.get(article) ?? []]] : [])),
    ),
    twins,
  };
}

/** The articles that may be other captures of each: those of its address, and those whose sketches are alike. */
function findLikely<One extends AcceptedDraft>(articles: readonly One[]): ReadonlyMap<One, ReadonlySet<One>> {
  const likely = new Map<One, Set<One>>();
  const note = (a: One, b: One): void => {
    likely.set(a, (likely.get(a) ?? new Set<One>()).add(b));
    likely.set(b, (likely.get(b) ?? new Set<One>()).add(a));
  };
  for (const [source, captures] of Map.groupBy(articles, ({ source }) => source)) {
    // An address that very many have is not that of one page.
    if (source === null || captures.length < 2 || captures.length > mostCaptures) continue;
    for (const [at, one] of captures.entries()) for (const other of captures.slice(at + 1)) note(one, other);
  }
  const sketches = articles.map(({ fingerprint }) => fingerprint);
  const times = articles.map(({ published }) => (published === null ? Number.NaN : Date.parse(published)));
  for (const [a, b] of pairAlike(sketches, sameStory - slack, times, mostApart)) {
    const [one, other] = [articles[a], articles[b]];
    if (one !== undefined && other !== undefined) note(one, other);
  }
  return likely;
}

/** The better capture first: the one readers have, then one that says when and where it is from, then by path. */
function inOrder<One extends AcceptedDraft>(
  articles: readonly One[],
  { hashes, places }: DuplicateRules,
): readonly One[] {
  const ranked = articles.map((one) => ({
    one,
    path: one.path,
    place: one.place,
    rank:
      (hashes.has(one.hash) ? 8 : 0) +
      (places.has(one.from) ? 4 : 0) +
      (one.published !== null ? 2 : 0) +
      (one.source !== null ? 1 : 0),
  }));
  ranked.sort((a, b) => b.rank - a.rank || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.place - b.place));
  return ranked.map(({ one }) => one);
}

function tellSameStory(a: AcceptedDraft, b: AcceptedDraft): boolean {
  const [from, to] = [a.published, b.published];
  if (from !== null && to !== null && Math.abs(Date.parse(from) - Date.parse(to)) > mostApart) return false;
  const [left, right] = [wordPairs(a.text), wordPairs(b.text)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  const share = common / Math.max(1, left.size + right.size - common);
  if (a.source !== null && a.source === b.source) return share >= samePage;
  return share >= leastOfStory(Math.min(left.size, right.size));
}

function wordPairs(text: string): Set<string> {
  const words = foldAccents(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map((word, i) => `${words[i - 1] ?? ""} ${word}`));
}
