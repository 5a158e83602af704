// findBriefs: whether a file is a digest, a row of one-line briefs each of which is an article of its own.

import type { Facts } from "./facts.ts";
import { contentWords } from "./features.ts";

/** Fewer lines are a short article. */
const FEWEST_BRIEFS = 4;
/** A brief is a sentence or two; in words. */
const SHORTEST_BRIEF = 12;
const LONGEST_BRIEF = 80;
/** Lines of clutter above and below the briefs are left aside when they are this short, in words. */
const LONGEST_LABEL = 8;

/** Words that lean on a sentence before them; a brief stands alone. */
const LEANING =
  /^["“]?(?:tuy nhiên|ngoài ra|bên cạnh đó|theo đó|trước đó|sau đó|trong khi đó|do đó|vì vậy|đồng thời|cũng|ông|bà|anh|chị|cô|họ|điều này|nước này|tại đây|đây|còn|và|nhưng|cụ thể|mặt khác|hiện|được biết|như vậy|cuối cùng|thế nhưng|việc này|nguyên nhân|phát biểu|kết thúc|lý do|however|but|and|he|she|they|it|this|that|these|those|meanwhile|also|in addition|moreover|then|still|so|his|her|their|there|yet|er|sie|es|das|dies|diese[rs]?|doch|aber|und|dabei|zudem|auch|damit|il|elle|cette|ce|mais|lo|esta|este|pero)(?![\p{L}])/iu;

/**
 * How a row of lines is weighed: the sum of each measure times its weight must exceed 0. Found by logistic
 * regression on digests (real ones and leads of unrelated articles put together) against rows of paragraphs out of
 * single articles. Paragraphs of one article share words with their neighbours; briefs do not, even on one theme.
 */
const WEIGHTS = {
  always: 6.7,
  fewLines: -8.8,
  sharedWords: -11.5,
  sharedWithNext: -7.9,
  sharedNames: -1.7,
  leaning: -2.7,
  unequal: -4.5,
  sentences: -0.5,
  speech: -6,
  longest: 2.4 / 60,
} as const;

/** The briefs of a digest, in order, or null when the file is something else. */
export function findBriefs(facts: readonly Facts[]): readonly Facts[] | null {
  const isLabel = (fact: Facts) =>
    fact.line.words <= LONGEST_LABEL && (fact.noise.length > 0 || fact.line.words === 0);
  const from = facts.findIndex((fact) => !isLabel(fact));
  const to = facts.findLastIndex((fact) => !isLabel(fact));
  const briefs = from < 0 ? [] : facts.slice(from, to + 1);
  if (briefs.length < FEWEST_BRIEFS || !briefs.every(isBriefLike)) return null;
  return weighBriefs(briefs) > 0 ? briefs : null;
}

function isBriefLike({ line, end, sentences }: Facts): boolean {
  const fits = line.words >= SHORTEST_BRIEF && line.words <= LONGEST_BRIEF;
  return fits && line.shape === "text" && end !== "colon" && sentences <= 4;
}

function weighBriefs(briefs: readonly Facts[]): number {
  const lengths = briefs.map(({ line }) => line.words);
  const mean = average(lengths);
  const deviation = Math.sqrt(average(lengths.map((length) => (length - mean) ** 2)));
  const words = briefs.map(({ text }) => new Set(contentWords(text)));
  const names = briefs.map(({ text }) => new Set(text.match(/\p{Lu}[\p{L}\p{M}'’-]+/gu) ?? []));
  const named = names.filter((set) => set.size > 0);
  const share = (test: RegExp) => average(briefs.map(({ text }) => (test.test(text) ? 1 : 0)));
  return (
    WEIGHTS.always +
    WEIGHTS.fewLines / Math.sqrt(briefs.length) +
    WEIGHTS.sharedWords * average(sharesAmong(words)) +
    WEIGHTS.sharedWithNext * average(words.slice(1).map((set, index) => overlap(set, words[index]))) +
    WEIGHTS.sharedNames * (named.length === 0 ? 0 : average(sharesAmong(named))) +
    WEIGHTS.leaning * share(LEANING) +
    WEIGHTS.unequal * (deviation / mean) +
    WEIGHTS.sentences * average(briefs.map(({ sentences }) => sentences)) +
    WEIGHTS.speech * share(/^["“„«–—-]/) +
    WEIGHTS.longest * Math.max(...lengths)
  );
}

/** For each set, the share of its members that stand in another set too. */
function sharesAmong(sets: readonly ReadonlySet<string>[]): number[] {
  const counts = new Map<string, number>();
  for (const set of sets) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1);
  return sets.map(
    (set) => [...set].filter((word) => (counts.get(word) ?? 0) > 1).length / Math.max(1, set.size),
  );
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string> | undefined): number {
  if (other === undefined) return 0;
  return [...one].filter((word) => other.has(word)).length / Math.max(1, Math.min(one.size, other.size));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
