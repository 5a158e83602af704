// Prose: sentences that read and compress like news, recombined from a text of this folder by a Markov chain.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProseLanguage } from "./language.ts";
import { nameFor } from "./names.ts";
import type { Random } from "./random.ts";
import { varyWord } from "./words.ts";

/** Words that may follow two words, and one word. */
interface Chain {
  readonly begins: readonly (readonly [string, string])[];
  readonly afterTwo: ReadonlyMap<string, readonly string[]>;
  readonly afterOne: ReadonlyMap<string, readonly string[]>;
}

/**
 * How often a word is chosen by the one before it, not by the two before it. The texts are short: by two words alone
 * whole sentences of theirs would return in every article, and articles would compress as no real ones do.
 */
const leap = 0.34;
/** A sentence that has not ended by now is ended. */
const longest = 45;
/** In place of the end of a sentence. */
const end = "";

const chains = { en: readChain("en"), vi: readChain("vi") };

/** A sentence of at least `least` words, ending in a full stop or a question mark. */
export function writeSentence(language: ProseLanguage, random: Random, least = 5): string {
  for (;;) {
    const words = walk(chains[language], random);
    if (words.length >= least)
      return balance(words.map((word) => fill(varyWord(word, language, random), language, random)).join(" "));
  }
}

function walk(chain: Chain, random: Random): readonly string[] {
  const words: string[] = [...random.pick(chain.begins)];
  while (words.length < longest) {
    const [before = "", last = ""] = words.slice(-2);
    const choices =
      (random.next() < leap ? undefined : chain.afterTwo.get(`${before} ${last}`)) ??
      chain.afterOne.get(last);
    const next = choices === undefined ? end : random.pick(choices);
    if (next === end) return words;
    words.push(next);
  }
  return words;
}

/** A name or a number where the text has a place for one. */
function fill(word: string, language: ProseLanguage, random: Random): string {
  return word.replace(/\{(\w+)\}/, (_, kind: string) => nameFor(kind, language, random));
}

/** Quotation marks come in pairs in the texts and not in what is made of them; a sentence ends as sentences do. */
function balance(sentence: string): string {
  const plain = sentence.replace(/["“”]/g, "").replace(/[,;:]?$/, "");
  return /[.?!]$/.test(plain) ? plain : `${plain}.`;
}

function readChain(language: ProseLanguage): Chain {
  const text = readFileSync(join(import.meta.dirname, "prose", `${language}.txt`), "utf8");
  const begins: (readonly [string, string])[] = [];
  const afterTwo = new Map<string, string[]>();
  const afterOne = new Map<string, string[]>();
  for (const sentence of text.split(/(?<=[.?!]["”]?)\s+/)) {
    const words = sentence.split(/\s+/).filter((word) => word !== "");
    const [first, second] = words;
    if (first === undefined || second === undefined) continue;
    begins.push([first, second]);
    words.forEach((word, place) => {
      const next = words[place + 1] ?? end;
      add(afterOne, word, next);
      if (place > 0) add(afterTwo, `${words[place - 1]} ${word}`, next);
    });
  }
  return { begins, afterTwo, afterOne };
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
