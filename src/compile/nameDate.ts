// readNameDate: the day a post's name begins with, as Jekyll and Eleventy date theirs: `2024-05-02-title.md`.

import { parseDate } from "./dates.ts";
import type { Claim } from "./draft.ts";

/** Names that say nothing of their own: the post is called after its folder. */
const INDEX = /(?:^|\/)_?index(?:\.[\w-]+)?\.\w+$/i;
const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;

/** Midnight of that day in `timeZone`; null for a name that begins with none, or with one there is not. */
export function readNameDate(path: string, timeZone: string): Claim<string> | null {
  const name = path.replace(INDEX, "").replace(/^.*\//, "");
  const [quote, year, month = "", day = ""] = DAY.exec(name) ?? [];
  if (quote === undefined) return null;
  const value = parseDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, timeZone);
  return value === null ? null : { value, rule: "day in the file's name", quote: name, line: null };
}
