// Instants as each format spells them, read no more kindly than the strictest reader does.

import type { FormatName } from "./feedDocument.ts";

/** RFC 3339 §5.6. */
const rfc3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** RFC 822 §5 with the four digits of RFC 1123, as RSS asks for. */
const rfc822 =
  /^((Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(:\d\d)? ([+-]\d{4}|GMT|UTC?|Z|[ECMP][SD]T)$/;

/** Milliseconds since 1970; null where it is no instant in this format. */
export function readInstant(format: FormatName, text: string): number | null {
  const spelled = format === "RSS 2.0" ? rfc822 : rfc3339;
  if (!spelled.test(text)) return null;
  const instant = Date.parse(text.replace(/ (UT|Z)$/, " GMT"));
  return Number.isNaN(instant) || !isDay(text, instant) ? null : instant;
}

/** February 30 is no day, and the wrong weekday no date. */
function isDay(text: string, instant: number): boolean {
  const day = /^(\d{4}-\d\d-\d\d)/.exec(text)?.[1];
  if (day !== undefined) return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  const weekday = /^(\w{3}),/.exec(text)?.[1];
  // The names of American zones are left to Date.parse.
  if (weekday === undefined || /[ECMP][SD]T$/.test(text)) return true;
  const [, sign, hours, minutes] = /([+-])(\d\d)(\d\d)$/.exec(text) ?? [];
  const shift = (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return named(instant + shift) === weekday;
}

function named(instant: number): string {
  return new Date(instant).toUTCString().slice(0, 3);
}
