// What the name of a Markdown file says: the day of a post, `2024-05-02-ferry.md`, and the title of a note, `Ferries.md`.

import { parseDate } from "../../dates.ts";
import type { Claim } from "../../draft.ts";

/** A day at the beginning of a name. One of long ago is what a text is about. */
const DAY = /^((?:199|20\d)\d)([-_.])(\d{1,2})\2(\d{1,2})(?=[-_. ]|$)[-_. ]*/;
/** The same as folders: `2024/05/02/ferry.md`. */
const FOLDERS = /(?:^|\/)((?:199|20\d)\d)\/(\d{2})\/(\d{2})(?:\/|-)[^/]+$/;
/** Names that say what a file is for: that of its folder says what it is about. */
const GENERAL = /^_?(?:index|readme|post|article)(?:\.[a-z]{2}(?:-[A-Za-z]{2,4})?)?$/i;

/** The day its path names, as the article's; null where it names none that exists. */
export function dayInName(path: string, timeZone: string): Claim<string> | null {
  const [file = "", folder = ""] = path.split("/").toReversed();
  const own = file.replace(/\.\w+$/, "");
  // A folder of many is named by the day somebody put them there.
  const isFolders = GENERAL.test(own) || folder.replace(DAY, "") === own;
  const [, year, , month, day] = DAY.exec(own) ?? (isFolders ? DAY.exec(folder) : null) ?? [];
  const [, ...folders] = FOLDERS.exec(path) ?? [];
  const stated = year === undefined ? folders : [year, month?.padStart(2, "0"), day?.padStart(2, "0")];
  if (stated.length === 0) return null;
  const value = parseDate(stated.join("-"), timeZone);
  return value === null ? null : { value, rule: "name of the file", quote: path, line: null };
}

/** What programs and people in a hurry call a file. */
const EMPTY =
  /^(?:(?:untitled|unbenannt|copy of|pasted)\b.*|(?:(?:new|my)\s+)?(?:document|draft|notes?|capture|page|post|article|story|text|file|home|index|readme)[\s\d()_-]*)$/i;

/**
 * The title its name is, as in notebooks, which title notes by their names; null for a name that is rather made for an
 * address. One word is no title unless the text `isNote`: it may be any name.
 */
export function titleInName(path: string, isNote: boolean): Claim<string> | null {
  const name = nameOf(path);
  const value = name.replace(DAY, "").replaceAll("___", "/").replace(/\s+/g, " ").trim();
  const words = value.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const begins = /^["'“‘(«]?(?:\p{Lu}|\p{Lo}|\d)/u.test(value);
  // Numbers in front of a name that is made for an address, and names in which signs stand for spaces.
  const isAddress = !/\s/.test(value) && /^\d|_|^readme\b/i.test(value);
  const isTitle =
    begins && !isAddress && !EMPTY.test(value) && value.length <= 150 && !/^(?:\p{Lu}|[_\d-])+$/u.test(value);
  if (!isTitle || words.length < (isNote ? 1 : 2)) return null;
  return { value, rule: "name of the file", quote: path, line: null };
}

/** A name without its ending, that of the folder where its own is a general one. */
function nameOf(path: string): string {
  const [file = "", folder = ""] = path.split("/").toReversed();
  const name = file.replace(/\.\w+$/, "");
  return GENERAL.test(name) ? folder : name;
}
