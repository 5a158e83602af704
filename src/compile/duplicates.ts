// The same story captured twice becomes one article; the other files are named as its other captures.

import { foldAccents } from "../catalog/words.ts";
import { indexSketches } from "./likeness.ts";
import type { AcceptedDraft } from "./read.ts";

/** From this share of word pairs on (Jaccard, counted exactly) two texts are one story told once. */
const sameStory = 0.6;
/** Short texts share set phrases: a price reported daily reads alike every day. */
const sameBrief = 0.85;
const briefWords = 60;
/** Captures of one source address may be its earlier and its later version. */
const samePage = 0.3;
/** Sketches err by some 0.08, so they are asked for a little less than what is counted afterwards. */
const slack = 0.2;
/** Two captures of one story may state its date differently by this many days (an update, a time zone). */
const daysApart = 3;

/** What must be known to judge duplicates. */
export interface DuplicateRules {
  /** Pairs the publisher keeps apart: paths, with `#n` for one brief of a digest. */
  readonly apart: readonly (readonly string[])[];
  /** Articles already published, by what readers see of them and by where they are: the capture readers have stays. */
  readonly hashes: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/** The articles that are left, each with its other captures (none for most), in the order given. */
export function mergeDuplicates(
  articles: readonly AcceptedDraft[],
  rules: DuplicateRules,
): ReadonlyMap<AcceptedDraft, readonly AcceptedDraft[]> {
  const apart = new Set(rules.apart.flatMap((names) => names.flatMap((a) => names.map((b) => `${a}\n${b}`))));
  const index = indexSketches(articles, (article) => article.fingerprint);
  const merged = new Map<AcceptedDraft, AcceptedDraft[]>();
  const captureOf = new Map<AcceptedDraft, AcceptedDraft>();
  for (const article of [...articles].sort((a, b) => compareCaptures(a, b, rules))) {
    if (captureOf.has(article)) continue;
    const others: AcceptedDraft[] = [];
    for (const { item: other } of index.find(article.fingerprint, samePage - slack)) {
      const open = other !== article && !captureOf.has(other) && !merged.has(other);
      if (!open || apart.has(`${article.from}\n${other.from}`) || !tellSameStory(article, other)) continue;
      others.push(other);
      captureOf.set(other, article);
    }
    merged.set(
      article,
      others.sort((a, b) => (a.from < b.from ? -1 : 1)),
    );
  }
  return new Map(
    articles.flatMap((article) => (merged.has(article) ? [[article, merged.get(article) ?? []]] : [])),
  );
}

/** The better capture first: the one readers have, then one that says when and where it is from, then by path. */
function compareCaptures(a: AcceptedDraft, b: AcceptedDraft, { hashes, places }: DuplicateRules): number {
  const rank = (one: AcceptedDraft): number =>
    (hashes.has(one.hash) ? 8 : 0) +
    (places.has(one.from) ? 4 : 0) +
    (one.accepted.published !== null ? 2 : 0) +
    (one.source !== null ? 1 : 0);
  return rank(b) - rank(a) || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.draft.place - b.draft.place);
}

function tellSameStory(a: AcceptedDraft, b: AcceptedDraft): boolean {
  const [from, to] = [a.accepted.published, b.accepted.published];
  if (from !== null && to !== null && Math.abs(Date.parse(from) - Date.parse(to)) > daysApart * 86_400_000)
    return false;
  const [left, right] = [wordPairs(a.text), wordPairs(b.text)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  const share = common / Math.max(1, left.size + right.size - common);
  if (a.source !== null && a.source === b.source) return share >= samePage;
  return share >= (Math.min(left.size, right.size) < briefWords ? sameBrief : sameStory);
}

function wordPairs(text: string): Set<string> {
  const words = foldAccents(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map((word, i) => `${words[i - 1] ?? ""} ${word}`));
}
