// readTitlePage: what is asked about a page once, before its lines are weighed as titles.

import type { Facts } from "./facts.ts";
import { contentWords } from "./features.ts";
import type { Decision } from "./spans.ts";
import { hasDate } from "./stamps.ts";
import { type Namings, readNamings } from "./titleNamings.ts";

/**
 * The notice of a browser and the texts of a menu may be kept above the title by mistake: no more than this share of
 * the article's words, in no more than so many lines.
 */
const MOST_MISTAKEN = 0.12;
const FARTHEST_BELOW = 160;
/** Paragraphs whose letters a title is held against. */
const OPENING = 6;
/** Lines below the last candidate that are looked at for a date. */
const STAMPS_BELOW = 8;

/** A page as titles see it. Lists are by line. */
export interface TitlePage {
  /** Index of the article's first paragraph. */
  readonly first: number;
  /** Index of the last paragraph a title may stand right above; what was kept above it may be a mistake. */
  readonly to: number;
  readonly bodyWords: ReadonlySet<string>;
  /** Pieces of words of the opening. They show kinship where words are joined and bent. */
  readonly openingGrams: ReadonlySet<string>;
  /** How often a text stands outside the article. */
  readonly copies: ReadonlyMap<string, number>;
  /** Texts that stand inside the article, a number before them left out: its headings among them. */
  readonly inside: ReadonlySet<string>;
  readonly namings: Namings;
  /** Whether a line up to `to`, or not far below, is short and holds a date. */
  readonly stamps: readonly boolean[];
  /** The next paragraph from a line on, up to `to`. */
  readonly next: readonly number[];
  /** Share of the article's words above a line. */
  readonly above: readonly number[];
  /** How many lines above a line have words. */
  readonly filled: readonly number[];
}

/** Looks over the page whose first paragraph is at `first`. */
export function readTitlePage(
  facts: readonly Facts[],
  decisions: readonly Decision[],
  first: number,
): TitlePage {
  const isParagraph = facts.map(({ prose }, index) => prose > 0 && decisions[index]?.keep === true);
  const { above, filled } = countAbove(facts, isParagraph);
  const farthest = Math.min(first + FARTHEST_BELOW, facts.length - 1);
  let to = first;
  for (let index = first + 1; index <= farthest; index++)
    if (isParagraph[index] && (above[index] ?? 1) <= MOST_MISTAKEN) to = index;
  const next: number[] = [];
  for (let index = to, at = to; index >= 0; index--) {
    if (isParagraph[index]) at = index;
    next[index] = at;
  }
  const isInside = facts.map((_, index) => index > to && decisions[index]?.keep === true);
  const outside = facts.filter((_, index) => !isInside[index]);
  const copies = new Map<string, number>();
  for (const { text } of outside) copies.set(text, (copies.get(text) ?? 0) + 1);
  const paragraphs = facts.filter((_, index) => isParagraph[index]);
  const opening = facts.filter((_, index) => index >= to && isParagraph[index]).slice(0, OPENING);
  return {
    first,
    to,
    bodyWords: new Set(paragraphs.flatMap(({ text }) => contentWords(text))),
    openingGrams: new Set(opening.flatMap(({ text }) => gramsOf(text))),
    copies,
    inside: new Set(
      facts.filter((_, index) => isInside[index]).map(({ text }) => text.replace(/^\d{1,3}[.):]\s+/, "")),
    ),
    namings: readNamings(outside),
    stamps: facts.map(
      ({ text, line }, index) => index <= to + STAMPS_BELOW && line.words < 20 && isDated(text),
    ),
    next,
    above,
    filled,
  };
}

function countAbove(
  facts: readonly Facts[],
  isParagraph: readonly boolean[],
): { readonly above: readonly number[]; readonly filled: readonly number[] } {
  const words = facts.reduce((sum, { prose }, index) => sum + (isParagraph[index] ? prose : 0), 0);
  const above: number[] = [];
  const filled = [0];
  let sum = 0;
  facts.forEach(({ prose, line }, index) => {
    above.push(sum / Math.max(1, words));
    if (isParagraph[index]) sum += prose;
    filled.push((filled[index] ?? 0) + (line.words > 0 ? 1 : 0));
  });
  return { above, filled };
}

/** Four letters each of the words that carry matter; shorter words whole. */
export function gramsOf(text: string): string[] {
  return contentWords(text).flatMap((word) =>
    word.length <= 4 ? [word] : Array.from({ length: word.length - 3 }, (_, at) => word.slice(at, at + 4)),
  );
}

/** How long ago a page came out, where it names no day. */
const AGO =
  /(?<!\p{L})(?:\d+|an?|one) (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago(?!\p{L})|(?<!\p{L})vor \d+ (?:minuten?|stunden?|tag(?:en)?|wochen?)|(?<!\p{L})il y a \d+ |(?<!\p{L})hace \d+ |\d+ (?:phút|giờ|ngày|tuần|tháng) trước|\d+\s?(?:分|時間|日)前|\d+\s?(?:시간|분|일) 전/iu;
const LONGEST_AGO = 100;

function isDated(text: string): boolean {
  return hasDate(text) || (text.length <= LONGEST_AGO && AGO.test(text));
}
