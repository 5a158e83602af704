// findBriefs: whether a file is a digest, a row of one-line briefs each of which is an article of its own.

import type { Facts } from "./facts.ts";
import { contentWords } from "./features.ts";
import { numberOf } from "./runs.ts";
import { hasDate, withoutDates } from "./stamps.ts";

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

/** What a digest calls itself. Only below such a line, or a date alone, may a digest have a title. */
const DIGEST =
  /(?<!\p{L})(?:điểm (?:tin|báo)|bản tin|tin (?:vắn|nhanh|tóm tắt|sáng|trưa|chiều|tối)|tóm tắt tin|tổng hợp tin|briefs?|briefing|digest|round-?up|news in|headlines|at a glance|newsletter|kurz (?:notiert|gemeldet)|kurzmeldungen|kurznachrichten|en bref|en breve|in breve|brevi)(?!\p{L})/iu;
/** Longest line of a digest's own title, in words, and how many there may be. */
const LONGEST_TITLE = 14;
const MOST_TITLES = 2;
/** Words beside a date that stands alone: weekday and place. */
const MOST_BESIDE = 4;
const NUMBER = /^\(?(\d{1,3})[.)]\s+/;
/** Fewest headings with numbers that make a digest of longer briefs. */
const FEWEST_SECTIONS = 3;

/** One brief of a digest. */
export interface Brief {
  /** Its heading, without the number, or null. */
  readonly heading: Facts | null;
  /** Its lines, without signs of lists or numbers; one, where it has no heading. */
  readonly body: readonly Facts[];
}

/** A file that is a digest, its lines in order. */
export interface Digest {
  /** The digest's own title, what stands above its briefs. */
  readonly titles: readonly Facts[];
  readonly briefs: readonly Brief[];
}

/** The briefs of a digest, in order, or null when the file is something else. */
export function findBriefs(facts: readonly Facts[]): Digest | null {
  const from = facts.findIndex((fact) => !isLabel(fact));
  const to = facts.findLastIndex((fact) => !isLabel(fact));
  const all = from < 0 ? [] : facts.slice(from, to + 1);
  const titles = all.slice(0, countTitles(all));
  const rows = all.slice(titles.length);
  const sections = titles.some(({ text }) => DIGEST.test(text)) ? readSections(rows) : null;
  if (sections !== null) return { titles, briefs: sections };
  const briefs = stripNumbers(rows);
  const bullets = briefs.filter(({ line }) => line.shape === "bullet").length;
  if (briefs.length < FEWEST_BRIEFS || !briefs.every(isBriefLike)) return null;
  if (bullets !== 0 && bullets !== briefs.length) return null;
  return weighBriefs(briefs) > 0 ? { titles, briefs: briefs.map(asBrief) } : null;
}

function isLabel(fact: Facts): boolean {
  return fact.line.words <= LONGEST_LABEL && (fact.noise.length > 0 || fact.line.words === 0);
}

/** How many lines on top are the digest's own title: one of them says so, or there is nothing but dates. */
function countTitles(facts: readonly Facts[]): number {
  const body = facts.findIndex(({ line, end }) => line.words > LONGEST_TITLE || end === "sentence");
  const first = facts.findIndex(({ text }) => numberOf(text) === 1);
  const count = first < 0 ? body : Math.min(body < 0 ? first : body, first);
  if (count < 1 || count > MOST_TITLES) return 0;
  const titles = facts.slice(0, count);
  const says = titles.some(({ text }) => DIGEST.test(text));
  return says || titles.every(({ text }) => isDateAlone(text)) ? count : 0;
}

function isDateAlone(text: string): boolean {
  return hasDate(text) && (withoutDates(text).match(/\p{L}{2,}/gu)?.length ?? 0) <= MOST_BESIDE;
}

/** Lines without their numbers, where these count up from 1 over all of them. */
function stripNumbers(facts: readonly Facts[]): readonly Facts[] {
  return facts.every(({ text }, index) => numberOf(text) === index + 1) ? facts.map(stripNumber) : facts;
}

function stripNumber(fact: Facts): Facts {
  const text = fact.text.replace(NUMBER, "");
  return { ...fact, text, line: { ...fact.line, text, shape: "text" } };
}

function asBrief(fact: Facts): Brief {
  return { heading: null, body: [{ ...fact, line: { ...fact.line, text: fact.text, shape: "text" } }] };
}

/** Headings with numbers that count up, with paragraphs below each; null for anything else. */
function readSections(facts: readonly Facts[]): readonly Brief[] | null {
  const sections: { heading: Facts; body: Facts[] }[] = [];
  for (const fact of facts) {
    const heads = numberOf(fact.text) === sections.length + 1 && fact.end === "none";
    if (heads && fact.line.words <= LONGEST_TITLE) sections.push({ heading: stripNumber(fact), body: [] });
    else if (sections.length === 0) return null;
    else sections.at(-1)?.body.push(fact);
  }
  const whole = sections.every(({ body }) => body.some(({ prose }) => prose > 0));
  return sections.length >= FEWEST_SECTIONS && whole ? sections : null;
}

function isBriefLike({ line, end, sentences }: Facts): boolean {
  const fits = line.words >= SHORTEST_BRIEF && line.words <= LONGEST_BRIEF;
  return fits && (line.shape === "text" || line.shape === "bullet") && end !== "colon" && sentences <= 4;
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
    WEIGHTS.longest * lengths.reduce((longest, length) => Math.max(longest, length), 0)
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
