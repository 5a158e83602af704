// Dates in text: many spellings, one output, RFC 3339 with the offset the text states or the site's zone has.

import { type Clock, clockBeside } from "./dates/clocks.ts";
import { monthNumber } from "./dates/months.ts";
import { offsetAt } from "./dates/zones.ts";

/** Which of two numbers is the day where a date like 3/4/2024 leaves it open. */
export type DayOrder = "day-first" | "month-first";

/** A date found in running text. */
export interface FoundDate {
  /** RFC 3339 with offset. */
  readonly value: string;
  /** The words it was read from. */
  readonly quote: string;
  /** Where the words begin and end in the text. */
  readonly start: number;
  readonly end: number;
  /** True when a time of day is stated. */
  readonly timed: boolean;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const WORD = "[\\p{L}\\p{M}]{3,12}\\.?";
const END = "(?![\\d\\p{L}])";

/** The spellings of a day, tried in this order at every place of a text. Each names the parts it captures. */
const DAY_FORMS: readonly RegExp[] = [
  // Where words are not parted, a label may run into the day: "입력2023.11.02.".
  /(?<![\d./-])(?<=^|\P{L}|[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])(?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?!\d|[-/]\d)/gu,
  /(?<y>\d{4})\s?[年년]\s?(?<m>\d{1,2})\s?[月월]\s?(?<d>\d{1,2})\s?[日일]/gu,
  new RegExp(
    `(?<![\\d\\p{L}./-])(?:ngày\\s+)?(?<d>\\d{1,2})\\s+tháng\\s+(?<m>\\d{1,2})(?:\\s*,\\s*|\\s+năm\\s+|\\s*\\/\\s*|\\s+)(?<y>\\d{4})${END}`,
    "giu",
  ),
  new RegExp(
    `(?<![\\d\\p{L}./-])tháng\\s+(?<m>\\d{1,2})\\s+(?<d>\\d{1,2})\\s*,\\s*(?<y>\\d{4})${END}`,
    "giu",
  ),
  // Arabic papers name a month twice: "24 نيسان / أبريل 2020".
  new RegExp(
    `(?<![\\d./-])(?<d>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?(?:\\s+(?:de|of)\\s+|\\s+d[’']\\s*|\\s*-\\s*|\\s+)(?:\\p{sc=Arabic}{2,12}\\s*\\/\\s*)?(?<w>${WORD})(?:\\s*,\\s*|\\s+(?:de|del)\\s+|\\s*-\\s*|\\s+)(?<y>\\d{4})(?!\\d|[-/.]\\d|\\p{L})`,
    "giu",
  ),
  // The year may run into a time that lost its space: "March 7, 20247:55 AM".
  new RegExp(`(?<w>${WORD})\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?(?:\\s*[,.]\\s*|\\s+)(?<y>\\d{4})`, "giu"),
  /(?<![\d\p{L}./-])(?<a>\d{1,2})(?<s>\s?[-/.]\s?)(?<b>\d{1,2})\k<s>(?<y>\d{4})(?!\d|[-/.:]\d)/gu,
  // A name may run into the day: "Ann Lee24.04.2024".
  /(?<=\p{Ll}{2})(?<a>\d{1,2})(?<s>[-/.])(?<b>\d{1,2})\k<s>(?<y>\d{4})(?!\d|[-/.:]\d)/gu,
  // And a day into its time: "28.09.1912:44" is of 2019, and so is "28.09.201912:44".
  /(?<![\d./-])(?<a>\d{2})(?<s>[-/.])(?<b>\d{2})\k<s>(?<y>(?:20)?\d{2})(?=[012]\d:[0-5]\d)/gu,
  /(?<![\d\p{L}./-])(?<a>\d{1,2})(?<s>[-/.])(?<b>\d{1,2})\k<s>(?<y>\d{2})(?!\d|[-/.:]\d|\p{L})/gu,
];

/** What a value may hold beside its date: signs, and one word for the weekday ("Wed", "Thứ sáu", "（火）"). */
const BESIDE_VALUE = /^[\s,;|()（）-]*(?:[\p{L}.]+(?:\s(?:hai|ba|tư|năm|sáu|bảy|nhật))?)?[\s,;|()（）-]*$/u;

/**
 * The one date a value states, as RFC 3339 with offset, or null. For values known to be dates (metadata, front
 * matter): anything beside date, time, zone and weekday makes it null. A value without zone is in `timeZone`
 * (IANA); without a time it is midnight there. Throws RangeError on an unknown zone.
 */
export function parseDate(text: string, timeZone: string, order: DayOrder = "day-first"): string | null {
  const plain = readStamp(text, timeZone);
  if (plain !== null) return plain;
  const value = text.normalize("NFC").replace(/\s+/g, " ").trim();
  if (value.length > 80) return null;
  const found = findDates(value, timeZone, order)[0];
  if (found === undefined) return null;
  const rest = `${value.slice(0, found.start)} ${value.slice(found.end)}`;
  return BESIDE_VALUE.test(rest) ? found.value : null;
}

/** The dates with day, month and year a text states, in order, each with the time and zone beside it. */
export function findDates(stated: string, timeZone: string, order: DayOrder = "day-first"): FoundDate[] {
  const found: FoundDate[] = [];
  const text = plainDigits(stated);
  if (!/\d/.test(text)) return found;
  const ahead: Ahead = [];
  let from = 0;
  while (from < text.length) {
    const next = nextDay(text, from, order, ahead);
    if (next === null) break;
    const clock = clockBeside(text, next.start, next.end);
    const end = Math.max(next.end, clock?.end ?? 0);
    const value = formatInstant(next.day, clock?.clock ?? null, clock?.offset ?? null, timeZone);
    const start = Math.min(next.start, clock?.start ?? next.start);
    if (value !== null) {
      found.push({ value, quote: stated.slice(start, end), start, end, timed: clock !== null });
    }
    from = end;
  }
  return found;
}

/** Digits of Arabic, Persian, Devanagari, Bengali and Thai, and full-width ones. */
const OTHER_DIGITS = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0E50-\u0E59\uFF10-\uFF19]/g;

/** The text with the digits that dates are searched by; every character keeps its place. */
function plainDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (digit) => {
    const code = digit.charCodeAt(0);
    const isIndic = code >= 0x0966 && code <= 0x09ef;
    return String((code % 16) - (isIndic ? 6 : 0));
  });
}

const INSTANT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

function splitDay(date: string): Day {
  const [year, month, day] = date.split("-").map(Number);
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** The same instant in UTC: `2023-12-20T17:36:17+07:00` → `2023-12-20T10:36:17Z`; null for one there is not. */
export function toUtc(value: string): string | null {
  const day = INSTANT.exec(value)?.[1];
  const date = new Date(value);
  // Of the 31st of February the engine makes one in March.
  if (day === undefined || Number.isNaN(date.getTime()) || !isDay(splitDay(day))) return null;
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}

/** A day of ISO 8601, or an instant of RFC 3339 without parts of a second, as most values are written. */
const STAMP = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:Z|(?!-00:00)([+-])(\d\d):([0-5]\d)))?$/;

/** What the longer way makes of such a value; null for every other, and for one that says no day or time there is. */
function readStamp(text: string, timeZone: string): string | null {
  const match = STAMP.exec(text);
  if (match === null) return null;
  const [, date = "", hour, minute, second, sign = "+", east = "00", eastMinutes = "00"] = match;
  const read = splitDay(date);
  if (!isDay(read)) return null;
  if (hour === undefined) return formatInstant(read, null, null, timeZone);
  if (hour > "23" || `${minute}` > "59" || `${second}` > "59" || east > "13") return null;
  return `${date}T${hour}:${minute}:${second}${sign}${east}:${eastMinutes}`;
}

/** RFC 3339 of a stamp of 8, 12 or 14 digits (`20231220173617`) in the zone, or null when it is no date. */
export function readDigits(digits: string, timeZone: string): string | null {
  const part = (from: number, to: number) => Number(digits.slice(from, to) || "0");
  const day = { year: part(0, 4), month: part(4, 6), day: part(6, 8) };
  if (!isDay(day)) return null;
  const hour = part(8, 10);
  const minute = part(10, 12);
  const seconds = part(12, 14);
  if (hour > 23 || minute > 59 || seconds > 59) return null;
  const clock = digits.length >= 12 ? { minutes: hour * 60 + minute, seconds } : null;
  return formatInstant(day, clock, null, timeZone);
}

interface PlacedDay {
  readonly day: Day;
  readonly start: number;
  readonly end: number;
}

/** Of each form the next day it has; null where it has none any more. A text is searched once, not once a day. */
type Ahead = (PlacedDay | null | undefined)[];

/** The next day from a place on, asked for places in their order; of two that begin together the first form's. */
function nextDay(text: string, from: number, order: DayOrder, ahead: Ahead): PlacedDay | null {
  let best: PlacedDay | null = null;
  for (const [index, form] of DAY_FORMS.entries()) {
    let next = ahead[index];
    if (next === undefined || (next !== null && next.start < from)) {
      next = findDay(text, from, form, order);
      ahead[index] = next;
    }
    if (next !== null && (best === null || next.start < best.start)) best = next;
  }
  return best;
}

function findDay(text: string, from: number, form: RegExp, order: DayOrder): PlacedDay | null {
  form.lastIndex = from;
  for (let match = form.exec(text); match !== null; match = form.exec(text)) {
    const day = readDay(match.groups ?? {}, order);
    if (day !== null) return { day, start: match.index, end: match.index + match[0].length };
    form.lastIndex = match.index + 1;
  }
  return null;
}

function readDay(groups: Readonly<Record<string, string | undefined>>, order: DayOrder): Day | null {
  const { y = "", a, b, s = "", w } = groups;
  const year = y.length === 2 ? Number(y) + (Number(y) < 70 ? 2000 : 1900) : Number(y);
  let month = Number(groups["m"] ?? 0);
  let day = Number(groups["d"] ?? 0);
  if (w !== undefined) month = monthNumber(w) ?? 0;
  if (a !== undefined && b !== undefined) {
    const monthFirst = Number(b) > 12 || (order === "month-first" && s.trim() === "/" && Number(a) <= 12);
    [day, month] = monthFirst ? [Number(b), Number(a)] : [Number(a), Number(b)];
  }
  const read = { year, month, day };
  return isDay(read) ? read : null;
}

/** True for a day the calendar has, leap years included, between 1900 and 2100. */
function isDay({ year, month, day }: Day): boolean {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function formatInstant(
  day: Day,
  clock: Clock | null,
  offset: number | null,
  timeZone: string,
): string | null {
  const local =
    Date.UTC(day.year, day.month - 1, day.day) +
    (clock?.minutes ?? 0) * 60_000 +
    (clock?.seconds ?? 0) * 1000;
  const east = offset ?? offsetAt(timeZone, local);
  const sign = east < 0 ? "-" : "+";
  const size = Math.abs(east);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${new Date(local).toISOString().slice(0, 19)}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
