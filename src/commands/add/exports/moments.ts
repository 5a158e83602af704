// Moments: the dates of exports as RFC 3339 with the offset they have or can be told to have.

import { parseDate } from "../../../compile/dates.ts";

/** A date as feeds write it (RFC 822, RFC 3339), without parts of a second; null for none that can be read. */
export function readMoment(stated: string, timeZone: string): string | null {
  const text = stated.trim().replace(/(:\d\d)\.\d+/, "$1");
  return text === "" ? null : parseDate(text, timeZone, "month-first");
}

/**
 * The moment of a date that is stated twice, as in an export of WordPress: by the clock of the site and in UTC, both
 * `2024-05-02 10:00:00`. Its offset is what parts them. Null where neither is a date.
 */
export function readTwice(local: string, utc: string, timeZone: string): string | null {
  const [here, there] = [stampOf(local), stampOf(utc)];
  if (there === null) return here === null ? null : parseDate(spell(here), timeZone);
  const minutes = here === null ? 0 : (here - there) / 60_000;
  const isOffset = Number.isInteger(minutes / 15) && Math.abs(minutes) < 14 * 60;
  if (here === null || !isOffset) return `${spell(there).replace(" ", "T")}Z`;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${spell(here).replace(" ", "T")}${minutes < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
}

function stampOf(text: string): number | null {
  const match = /^\s*(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)\s*$/.exec(text);
  const time = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2]}Z`);
  return Number.isNaN(time) || time < Date.UTC(1900) ? null : time;
}

function spell(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace("T", " ");
}
