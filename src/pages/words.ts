// The words of the interface, one table per language. A new language is a new file in words/ and a row in `tables`.

import { primaryLanguage } from "../catalog/language.ts";
import { english } from "./words/english.ts";
import type { Words } from "./words/table.ts";
import { vietnamese } from "./words/vietnamese.ts";

export type { Words };

const tables: readonly Words[] = [vietnamese, english];

/** The words for a site that speaks this language; English where there are none in it. */
export function wordsIn(lang: string): Words {
  return tables.find((words) => words.lang === primaryLanguage(lang)) ?? english;
}

/** One of the words in every language there is, as a topic's title is given. */
export function inEveryLanguage(pick: (words: Words) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(tables.map((words) => [words.lang, pick(words)]));
}
