// findCredits: who wrote the article, which paper it is from and what its address is, from the lines that say so.

import type { Claim } from "../../draft.ts";
import type { Facts } from "./facts.ts";
import { belowHeading, type Place } from "./published.ts";
import { looksLikePerson, readAddressLine, readCredit, readSignedStamp } from "./signs.ts";
import { hasDate } from "./stamps.ts";

/** What the credit lines say. */
export interface Credits {
  readonly byline: Claim<string> | null;
  readonly sourceName: Claim<string> | null;
  readonly sourceUrl: Claim<string> | null;
  /** Indices of the lines that were read, by the rule that read them. */
  readonly lines: ReadonlyMap<number, string>;
  /** Index of the line that closes the article, or null. */
  readonly end: number | null;
}

/** How far above the first paragraph a byline may stand. */
const ABOVE = 8;

/** Reads the credits around an article at `place`; only Vietnamese papers (`lang`) sign below it with a bare name. */
export function findCredits(facts: readonly Facts[], { title, first, last }: Place, lang: string): Credits {
  let byline: Claim<string> | null = null;
  let sourceName: Claim<string> | null = null;
  let sourceUrl: Claim<string> | null = null;
  let end: number | null = null;
  const lines = new Map<number, string>();
  const claim = (fact: Facts, value: string, rule: string): Claim<string> => ({
    value,
    rule,
    quote: fact.text,
    line: fact.line.number,
  });
  const shareAbove = measureAbove(facts, first, last);
  const from = Math.max(0, Math.min(title < 0 ? first : title, first) - ABOVE);
  const to = Math.min(facts.length - 1, last + 6);
  for (let index = from; index <= to; index++) {
    const fact = facts[index];
    if (fact === undefined || index === title || fact.caption || fact.line.shape === "code") continue;
    const closes = index > first + 1;
    const address = readAddressLine(fact.text);
    if (address !== null) {
      if (sourceUrl === null && (closes || /[:：]\s*https?:/.test(fact.text))) {
        sourceUrl = claim(fact, address, "address line beside the credits");
        lines.set(index, "address line beside the credits");
      }
      continue;
    }
    const credit = readCredit(fact.text, fact.line.words);
    if (credit !== null && fact.end !== "sentence") {
      if (credit.byline !== null) byline ??= claim(fact, credit.byline, "credit line");
      if (credit.sourceName !== null) sourceName ??= claim(fact, credit.sourceName, "credit line");
      if (credit.sourceUrl !== null) sourceUrl ??= claim(fact, credit.sourceUrl, "credit line");
      lines.set(index, "credit line");
      if (closes && end === null && isClosing(fact, shareAbove(index))) end = index;
      continue;
    }
    const signed = index < first || index > last ? readSignedStamp(fact.text, fact.line.words) : null;
    if (signed !== null) {
      byline ??= claim(fact, signed, "name on a stamped line");
      lines.set(index, "name on a stamped line");
      continue;
    }
    if (index > title && index < first && standsBelowTitle(facts, index, last)) {
      byline ??= claim(fact, fact.text, "name alone below the title");
      if (byline.value === fact.text) lines.set(index, "name alone below the title");
      continue;
    }
    if (
      lang === "vi" &&
      closes &&
      byline === null &&
      index >= last &&
      index <= last + 2 &&
      isBareName(fact) &&
      !belowHeading(facts, last, index) &&
      !headsComment(facts, index)
    ) {
      byline = claim(fact, fact.text.replace(/^[-–—]\s*/, ""), "name alone below the article");
      lines.set(index, "name alone below the article");
    }
  }
  return { byline, sourceName, sourceUrl, lines, end };
}

/** True where a paper's closing credit stands: below most of the article's words, of which `share` are above. */
function isClosing({ text }: Facts, share: number): boolean {
  return /^\(?(?:nguồn|theo)(?!\p{L})/iu.test(text)
    ? share > 0.5
    : /^\(?(?:source|quelle)\s*:/iu.test(text) && share > 0.85;
}

/** The share of an article's words of prose that stands above a line; lines are asked for in their order. */
function measureAbove(facts: readonly Facts[], first: number, last: number): (index: number) => number {
  const words = (from: number, to: number) =>
    facts.slice(from, to).reduce((sum, { prose }) => sum + prose, 0);
  if (first < 0) return () => 0;
  let all: number | null = null;
  let at = first;
  let above = 0;
  return (index) => {
    all ??= words(first, last + 1);
    above += words(at, index);
    at = Math.max(at, index);
    return above / Math.max(1, all);
  };
}

/** Names parted by spaces, dashes, commas; every part begins with a capital. */
const BARE_NAME =
  /^\p{Lu}[\p{L}\p{M}.’'-]*(?:(?:\s(?:[-–,&]|and|und|et|y|và)\s|,?\s)\p{Lu}[\p{L}\p{M}.’'-]*)*\.?(?:\s\([^)]{2,20}\))?$/u;

/**
 * True for two capitalised words or more alone on a line that a name stands on: beside the date, set twice (beside the
 * author's picture), or again below the article.
 */
function standsBelowTitle(facts: readonly Facts[], index: number, last: number): boolean {
  const fact = facts[index];
  if (fact === undefined || fact.line.words < 2 || !isBareName(fact) || !looksLikePerson(fact.text))
    return false;
  if (isWrittenSmall(fact.text, facts)) return false;
  const near = [facts[index - 1], facts[index + 1]];
  return (
    near.some((other) => other?.text === fact.text || (other !== undefined && isStamped(other))) ||
    facts.slice(last + 1, last + 7).some(({ text }) => text === fact.text)
  );
}

/** True for capitalised words that mostly stand in the file with small letters too: the name of a section. */
function isWrittenSmall(name: string, facts: readonly Facts[]): boolean {
  const small = name.toLowerCase();
  const text = facts.map((fact) => fact.text).join(" ");
  const stands = (words: string) => new RegExp(`(?<![^\\s“"(])${words}(?!\\p{L})`, "u").test(text);
  if (/[^\x20-\x7e’]/.test(small)) return stands(small.replace(/[^\p{L}\p{M}\s]/gu, "."));
  const words = small.match(/[a-z]{3,}/g) ?? [];
  return words.filter(stands).length > words.length / 2;
}

function isStamped({ text, line }: Facts): boolean {
  return line.words <= 12 && hasDate(text);
}

/** True for the name above a comment: a date and then a sentence follow. */
function headsComment(facts: readonly Facts[], index: number): boolean {
  const [stamp, comment] = [facts[index + 1], facts[index + 2]];
  return stamp !== undefined && stamp.line.words <= 8 && hasDate(stamp.text) && comment?.end === "sentence";
}

/** "V.T.", "Nguyễn Hưng", "HỮU THẮNG - LÊ AN": initials or capitalised words alone on a line. */
function isBareName(fact: Facts): boolean {
  const text = fact.text.replace(/^[-–—]\s*/, "");
  if (fact.noise.length > 0 || fact.line.words > 6 || fact.line.words === 0) return false;
  return BARE_NAME.test(text);
}
