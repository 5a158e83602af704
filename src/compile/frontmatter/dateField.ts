// readDateField: a date of front matter, and where it is none, what it lacks.

import { type DayOrder, parseDate } from "../dates.ts";

/** What is wrong with a value, and what to do about it. */
export type DateFault = readonly [what: string, fix: string];

/** Languages dates like 3/4/2026 are read by: that of the article where it is known, and that of the site (BCP 47). */
export interface DateHabits {
  readonly article: string | null;
  readonly site: string;
}

/** The instant `stated` says, RFC 3339 with an offset, or what is wrong with it. `key` is the name it stands under. */
export function readDateField(
  key: string,
  stated: string,
  timeZone: string,
  habits: DateHabits,
): string | DateFault {
  const text = stated.replace(SHORT_OFFSET, "$1 $20$3:00");
  const order = guessOrder(habits);
  const date = parseDate(text, timeZone, order ?? "day-first");
  if (date === null) return explain(key, text, timeZone);
  if (order !== null || date === parseDate(text, timeZone, "month-first")) return date;
  const days = [parseDate(text, timeZone, "month-first"), date].map((day) => day?.slice(0, 10));
  return [
    `\`${key}\` may be ${days.join(" or ")}: ${JSON.stringify(text)}`,
    "Write it like the one that is meant",
  ];
}

/** Hours from UTC in one digit, which only a value that is a date can mean: `2024-05-02 10:00:00 -5`. */
const SHORT_OFFSET = /(:\d\d)\s?([+-])(\d)$/;

/**
 * Whether the day or the month stands first. English alone does not tell: a site in another language, or one whose tag
 * names a country, has a habit, but not for an article that is only said to be in English.
 */
function guessOrder({ article, site }: DateHabits): DayOrder | null {
  const own = article === null ? null : orderOf(article);
  if (own !== null) return own;
  if (article !== null && !isEnglish(site)) return null;
  return orderOf(site);
}

/** What a language is used to (CLDR); null for English of no country. */
function orderOf(lang: string): DayOrder | null {
  if (!isEnglish(lang)) return "day-first";
  const country = /^en-(?:[a-z]{4}-)?([a-z]{2})\b/i.exec(lang)?.[1]?.toUpperCase();
  if (country === undefined) return null;
  return MONTH_FIRST.has(country) ? "month-first" : "day-first";
}

const MONTH_FIRST = new Set(["US", "PH", "AS", "GU", "MH", "MP", "PR", "UM", "VI"]);

function isEnglish(lang: string): boolean {
  return /^en\b/i.test(lang);
}

function explain(key: string, text: string, timeZone: string): DateFault {
  const fix = "Write it like 2024-05-02 or 2024-05-02T10:00:00+07:00";
  const value = JSON.stringify(text);
  if (/^\s*\d{4}(?:[-/.]\d{1,2})?\s*$/.test(text)) return [`\`${key}\` names no day: ${value}`, fix];
  // 2000 had every day a year can have.
  const year = /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0] ?? "2000";
  const isOtherYear = year !== "2000" && parseDate(text.replace(year, "2000"), timeZone) !== null;
  if (isOtherYear && (year < "1900" || year > "2100"))
    return [`\`${key}\` is not between 1900 and 2100: ${value}`, "Correct the year"];
  return [`\`${key}\` holds no date that exists: ${value}`, fix];
}
