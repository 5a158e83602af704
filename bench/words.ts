// Words: the many rare words of real news, put in the place of a text's own words of the same form.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProseLanguage } from "./language.ts";
import type { Random } from "./random.ts";

/** How often a word that could be another is another. */
const change = { en: 0.4, vi: 0.3 } as const;
/** Shorter words are mostly those that hold a sentence together. */
const shortest = { en: 5, vi: 3 } as const;

const pools = { en: readPools("en"), vi: readPools("vi") };

/** The word, or one that may stand where it stands: in English one that ends alike, as verbs and plurals do. */
export function varyWord(word: string, language: ProseLanguage, random: Random): string {
  if (word.length < shortest[language] || !/^\p{Ll}+$/u.test(word)) return word;
  if (random.next() >= change[language]) return word;
  const pool = pools[language].get(endingOf(word, language));
  return pool === undefined ? word : random.pick(pool);
}

function endingOf(word: string, language: ProseLanguage): string {
  if (language === "vi") return "";
  return /(?:ed|ing|ly|ion)$/.exec(word)?.[0] ?? word.slice(-1);
}

function readPools(language: ProseLanguage): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(join(import.meta.dirname, "prose", `${language}.words.txt`), "utf8");
  const pools = new Map<string, string[]>();
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const ending = endingOf(word, language);
    pools.set(ending, [...(pools.get(ending) ?? []), word.replaceAll("_", " ")]);
  }
  return pools;
}
