// findMoments: when the capture itself says the article came out, and when it was changed; null where it does not say.

import { type DayOrder, readDigits } from "../../dates.ts";
import type { Claim } from "../../draft.ts";
import { type Facts, headingOf } from "./facts.ts";
import { isUndecided, namesPlace, readOpening, readStamps, type Stamp } from "./stamps.ts";

/** The two moments a page may state. */
export interface Moments {
  readonly published: Claim<string> | null;
  readonly updated: Claim<string> | null;
}

/** Where the article lies: indices of its title (or -1), its first and its last line. */
export interface Place {
  readonly title: number;
  readonly first: number;
  readonly last: number;
}

/** How many lines from title or first paragraph a bare date may stand and still be the article's. */
const NEAR = 6;

/** How many lines below the article a bare date may stand; a labelled one twice as many. */
const FAR_BELOW = 4;

/** Words beside an unlabelled date, with and without a time: more of them speak of something else. */
const LONGEST_TIMED = 9;
const LONGEST_UNTIMED = 6;

/** Reads the stamped lines around an article; a date in a line of `elsewhere` is a picture's or a post's. */
export function findMoments(
  facts: readonly Facts[],
  elsewhere: Pick<ReadonlySet<number>, "has">,
  place: Place,
  timeZone: string,
  order: DayOrder,
): Moments {
  let published: { claim: Claim<string>; score: number } | null = null;
  let updated: { claim: Claim<string>; score: number } | null = null;
  facts.forEach((fact, index) => {
    if (fact.line.shape === "code") return;
    for (const stamp of readStamps(fact.text, fact.line.words, timeZone, order)) {
      // A dateline may name the photographer too; a caption never says at what time.
      if (elsewhere.has(index) && !(fact.caption && stamp.date.timed)) continue;
      const score = scoreStamp(stamp, facts, index, place);
      if (score <= 0) continue;
      const claim = claimOf(fact, stamp);
      if (stamp.kind === "updated") {
        if (updated === null || score > updated.score) updated = { claim, score };
      } else if (published === null || score > published.score) published = { claim, score };
    }
  });
  return settle(published ?? findOpening(facts, place, timeZone, order), updated);
}

/** The rule of a date whose line is the article's own. */
export const OPENING = "date the text opens with";

/** The date may stand in one of the first so many lines of the text: behind its lead and a heading. */
const OPENING_LINES = 4;

/** The date one of the first paragraphs opens with; a chronicle's paragraphs open with many. */
function findOpening(
  facts: readonly Facts[],
  { first, last }: Place,
  timeZone: string,
  order: DayOrder,
): { readonly claim: Claim<string> } | null {
  const found = facts.slice(first, last + 1).flatMap(({ line, prose }, index) => {
    const date = prose === 0 ? null : readOpening(line.text, timeZone, order);
    return date === null ? [] : [{ value: date.value, line, index }];
  });
  const [opening] = found;
  if (opening === undefined || opening.index >= OPENING_LINES) return null;
  if (found.some(({ value }) => value !== opening.value)) return null;
  const { text: quote, number: line } = opening.line;
  return { claim: { value: opening.value, rule: OPENING, quote, line } };
}

/** English where nothing is said of the country, and that of countries that write the month first. */
const MONTH_FIRST = /^en(?:-(?:US|CA|PH))?$/i;

/**
 * Whether dates like 3/4/2024 name the day or the month first: what other dates of the page show, else what the
 * language is used to.
 */
export function guessDayOrder(facts: readonly Facts[], lang: string): DayOrder {
  for (const { text, line } of facts) {
    const match =
      line.words > 30 ? null : /(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/.-])/.exec(text);
    if (match === null) continue;
    if (Number(match[1]) > 12) return "day-first";
    if (Number(match[2]) > 12) return "month-first";
  }
  return MONTH_FIRST.test(lang) ? "month-first" : "day-first";
}

/**
 * A page that only says when it was updated was published then, as far as anybody can tell. An update before the
 * publication is none.
 */
function settle(
  published: { readonly claim: Claim<string> } | null,
  updated: { readonly claim: Claim<string> } | null,
): Moments {
  if (published === null) return { published: updated?.claim ?? null, updated: null };
  const isLater = updated !== null && Date.parse(updated.claim.value) > Date.parse(published.claim.value);
  if (!isLater) return { published: published.claim, updated: null };
  return { published: published.claim, updated: updated.claim };
}

function scoreStamp(
  stamp: Stamp,
  facts: readonly Facts[],
  index: number,
  { title, first, last }: Place,
): number {
  const top = title >= 0 ? Math.min(title, first) : first;
  const head = title >= 0 ? Math.max(title, first) : first;
  if (stamp.kind === "else" || isOfEvent(stamp, facts, index)) return -1;
  const labelled = stamp.kind !== "bare";
  if (!labelled && speaksOfElse(stamp, facts[index])) return -1;
  let score = 2 + (stamp.date.timed ? 1 : 0) + (labelled ? 1.5 : 0) - 0.25 * stamp.rest;
  if (index >= top && index <= head) return score + 3;
  if (index < top) {
    const most = labelled ? NEAR * 2 : NEAR;
    const away = linesBetween(facts, index, top, most);
    if (away > most) return -1;
    // A weekday and a date alone above the title is today's date in a masthead.
    if (!labelled && !stamp.date.timed && /^(?:thứ|chủ nhật)/iu.test(facts[index]?.text ?? "")) score -= 3;
    return score + 1 - 0.5 * away;
  }
  if (index <= last) {
    const into = index - head;
    if (isParagraph(stamp, facts[index])) return -1;
    return into <= NEAR ? score + 2 - 0.3 * into : labelled ? score - 1.5 : -1;
  }
  const away = index - last;
  if (away > (labelled ? 2 : 1) * FAR_BELOW || (!labelled && stamp.rest > 3)) return -1;
  if (!labelled && (isOfComment(stamp, facts, index) || belowHeading(facts, last, index))) return -1;
  if (!labelled && facts[index - 1]?.text === facts[index - 2]?.text) return -1;
  return score - 1 - (labelled ? 0.3 : 0.4) * away;
}

/** True for a date in a paragraph. "9. September" and "By Ann Lee. Updated" look like two sentences, but end with none. */
function isParagraph({ rest }: Stamp, fact: Facts | undefined): boolean {
  if (fact === undefined || fact.prose === 0) return false;
  return fact.end !== "none" || rest > LONGEST_TIMED;
}

/** True where the line above or below names a place. */
function isOfEvent(stamp: Stamp, facts: readonly Facts[], index: number): boolean {
  const text = facts[index]?.text ?? "";
  return isUndecided(stamp, text) && [-1, 1].some((step) => namesPlace(facts[index + step]?.text ?? ""));
}

/** True where a name, a date and then a paragraph follow one another, as in comments. */
function isOfComment(stamp: Stamp, facts: readonly Facts[], index: number): boolean {
  const next = facts[index + 1];
  if (next === undefined || next.line.words <= 6) return false;
  return stamp.rest > 0 || (next.noise.length === 0 && next.end === "sentence");
}

/** True for a line below a heading of comments or of related links that stands below the article. */
export function belowHeading(facts: readonly Facts[], last: number, index: number): boolean {
  return facts.slice(last + 1, index).some((fact) => headingOf(fact) !== null);
}

/** True for a date in a sentence or among many words: the day of an event or of a picture. */
function speaksOfElse(stamp: Stamp, fact: Facts | undefined): boolean {
  if (fact === undefined || (fact.caption && !stamp.date.timed)) return true;
  if (fact.end === "sentence" && stamp.rest > 2) return true;
  return stamp.rest > (stamp.date.timed ? LONGEST_TIMED : LONGEST_UNTIMED);
}

/** Lines with words between two others; of more than `most` not how many. */
function linesBetween(facts: readonly Facts[], from: number, to: number, most: number): number {
  let count = 0;
  for (let index = from + 1; index < to && count <= most; index++)
    if ((facts[index]?.line.words ?? 0) > 0) count++;
  return count;
}

function claimOf({ line }: Facts, stamp: Stamp): Claim<string> {
  return {
    value: stamp.date.value,
    rule: stamp.kind === "bare" ? "dateline beside the title" : "stamped line",
    quote: line.text,
    line: line.number,
  };
}

/** A date in an address: a stamp of 8 to 14 digits at its end, or a path like /2013/11/01/. */
export function readAddressDate(address: Claim<string>, timeZone: string): Claim<string> | null {
  const path = URL.canParse(address.value) ? new URL(address.value).pathname : "";
  const digits =
    /[-_/](20\d{12}(?=\d{3}(?!\d)|(?!\d))|20\d{10}(?!\d)|20\d{6}(?!\d))\d{0,3}(?:\.\w+)?\/?$/.exec(path)?.[1];
  const parts = /\/((?:19|20)\d\d)[/-](\d{2})[/-](\d{2})(?:\/|-|$)/.exec(path);
  const value =
    (digits === undefined ? null : readDigits(digits, timeZone)) ??
    (parts === null ? null : readDigits(`${parts[1]}${parts[2]}${parts[3]}`, timeZone));
  return value === null ? null : { ...address, value, rule: "stamp in the source address" };
}
