// clockBeside: the time of day and the zone that stand beside a day in a text.

import { ZONE, zoneOffset } from "./zones.ts";

/** A time of day. 24:00 is 1440 minutes. */
export interface Clock {
  readonly minutes: number;
  readonly seconds: number;
}

/** A time found beside a day. */
export interface FoundClock {
  readonly clock: Clock;
  /** Minutes east of UTC; null where no zone is stated. */
  readonly offset: number | null;
  /** Where day and time together begin and end. */
  readonly start: number;
  readonly end: number;
}

const CLOCK =
  /(?<![\d.,/-])(?<h>\d{1,2})(?:\s?(?:[:hg]|giờ)\s?|(?=\.\d{2}\s?(?:uhr|[ap]\.?m|(?:gmt|utc|bst|ist|[cew]es?t|mes?z|[ecmp][sd]t|aes?dt|aest|nz[sd]t)\b|$|\)))\.)(?<i>\d{2})(?::(?<s>\d{2})(?:[.,]\d+)?)?(?:\s?(?<half>[ap]\.?m\.?|SA|CH)(?![\p{L}]))?(?!\d)/iu;
const HOUR = /(?<![\d.,/-])(?<h>\d{1,2})\s?(?<half>[ap]\.?m\b\.?)/iu;

/** What may stand between a day and its time: spaces, signs and a few short words. */
const BETWEEN =
  /^(?:[\s,;|•·()\u2013\u2014@T-]|(?<!\p{L})(?:at|um|lúc|à|a las|alle|om|kl\.?|klo|hora|ore|uhr|ngày|hôm|pukul|g\.|w|o)(?![\p{L}]))*$/iu;

/** A weekday between a time and its day: "11:48, Thu, Jul 18". */
const WEEKDAY = /^[\s,|-]*(?:[\p{L}.]{2,10}(?:\s(?:hai|ba|tư|năm|sáu|bảy|nhật))?)?[\s,|-]*$/u;

/** The time stated right after the day at `start` to `end` of a text, or right before it; null where there is none. */
export function clockBeside(text: string, start: number, end: number): FoundClock | null {
  const after = text.slice(end, end + 40);
  const before = text.slice(Math.max(0, start - 32), start);
  for (const pattern of [CLOCK, HOUR]) {
    const next = pattern.exec(after);
    if (next !== null && BETWEEN.test(after.slice(0, next.index))) {
      const read = readClock(next);
      const stop = next.index + next[0].length;
      if (read !== null) {
        const zone = zoneAfter(after.slice(stop));
        return { clock: read, offset: zone.offset, start, end: end + stop + zone.length };
      }
    }
    const last = [...before.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].at(-1);
    if (last !== undefined) {
      const rest = before.slice(last.index + last[0].length);
      const zone = zoneAfter(rest);
      const read = readClock(last);
      if (read !== null && (BETWEEN.test(rest.slice(zone.length)) || WEEKDAY.test(rest.slice(zone.length)))) {
        return { clock: read, offset: zone.offset, start: start - (before.length - last.index), end };
      }
    }
  }
  return null;
}

function readClock(match: RegExpMatchArray): Clock | null {
  const groups = match.groups ?? {};
  let hour = Number(groups["h"]);
  const minute = Number(groups["i"] ?? 0);
  const seconds = Number(groups["s"] ?? 0);
  const half = (groups["half"] ?? "").toLowerCase().replace(/\./g, "");
  if ((half === "pm" || half === "ch") && hour < 12) hour += 12;
  if ((half === "am" || half === "sa") && hour === 12) hour = 0;
  if (hour > 24 || minute > 59 || seconds > 59 || (hour === 24 && minute + seconds > 0)) return null;
  return { minutes: hour * 60 + minute, seconds };
}

function zoneAfter(text: string): { offset: number | null; length: number } {
  const match = ZONE.exec(text);
  if (match === null || !/^\s?(?:uhr\s?)?$/i.test(text.slice(0, match.index)))
    return { offset: null, length: 0 };
  const offset = zoneOffset(match);
  return offset === null ? { offset, length: 0 } : { offset, length: match.index + match[0].length };
}
