// readNamings: where a page says a line once more: at the end of a path, with a name behind it, for a picture.

import type { Facts } from "./facts.ts";

/** Longer lines name nothing; shorter texts stand in others by chance. */
const LONGEST = 300;
const SHORTEST = 12;
/** Letters at an end by which lines are looked up, and how many lines of one end are looked at. */
const KEY = 10;
const MOST_ALIKE = 30;

/** What other lines make of a text. */
export interface Naming {
  /** "Title - Site", "Title | Part". */
  readonly headed: boolean;
  /** "Home › Part › Title", "12 comments on “Title”". */
  readonly ended: boolean;
  /** It stands for a picture. */
  readonly pictured: boolean;
  /** "3. Title", as a part of the article is headed. */
  readonly numbered: boolean;
  /** It ends with another line, being the path to it. */
  readonly holds: boolean;
}

/** Tells what the lines of a page make of a text. */
export type Namings = (text: string) => Naming;

/** Looks through the lines of a page once. */
export function readNamings(facts: readonly Facts[]): Namings {
  const heads = new Map<string, string[]>();
  const tails = new Map<string, string[]>();
  const pictured = new Set(facts.map(({ line }) => line.alt));
  for (const said of facts.flatMap(({ text, line }) => [text, line.alt])) {
    const bare = stripQuotes(said);
    if (bare.length < SHORTEST || bare.length > LONGEST) continue;
    collect(heads, bare.slice(0, KEY), bare);
    collect(tails, bare.slice(-KEY), bare);
  }
  return (text) => {
    const bare = stripQuotes(text);
    const isLong = bare.length >= SHORTEST;
    const begun = isLong ? (heads.get(bare.slice(0, KEY)) ?? []) : [];
    const alike = isLong ? (tails.get(bare.slice(-KEY)) ?? []) : [];
    const before = alike
      .filter((other) => other.length > bare.length && other.endsWith(bare))
      .map((other) => other.slice(0, -bare.length));
    return {
      headed: begun.some((other) => other.startsWith(bare) && NAME_BEHIND.test(other.slice(bare.length))),
      ended: before.some((other) => !NUMBER.test(other)),
      numbered: before.some((other) => NUMBER.test(other)),
      pictured: pictured.has(text),
      holds: alike.some((other) => other.length < bare.length && /\s/.test(other) && bare.endsWith(other)),
    };
  };
}

const NAME_BEHIND = /^\s?[-–—|·•:»›/]/;
const NUMBER = /^\d{1,3}[.):]?\s*$/;

function collect(map: Map<string, string[]>, key: string, text: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [text]);
  else if (list.length < MOST_ALIKE) list.push(text);
}

/** The text without quotation marks around it, and without the stroke of a path before it. */
function stripQuotes(text: string): string {
  if (text.length > LONGEST) return text;
  return text.replace(/^["'“”„«»‘’/\s]+|["'“”«»‘’\s]+$/gu, "");
}
