// summarize: a plain-text summary out of an article's first sentences.

import { joinSpaces } from "./characters.ts";

/** Longest summary, in characters. */
const LONGEST = 300;
/** A summary that ends with a sentence should say at least this much. */
const SHORTEST = 80;

/** A full stop that ends no sentence follows these: titles, initials, and numbers of days in German. */
const ABBREVIATED =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Col|Lt|Sen|Rep|Gov|No|vs|Tp|TP|GS|PGS|TS|ThS|Nr|bzw|ca|etc|e\.g|i\.e|[\p{Lu}]|\d{1,2})\.$/u;

/**
 * The first sentences of `text` (paragraphs parted by line feeds), at most 300 characters: whole sentences where
 * one ends late enough, else cut at a word with an ellipsis. Empty for an empty text.
 */
export function summarize(text: string): string {
  const flat = flattenStart(text);
  if (flat.length <= LONGEST) return flat;
  const end = lastSentenceEnd(flat.slice(0, LONGEST + 1));
  if (end >= SHORTEST) return flat.slice(0, end);
  return cutAtWord(flat, LONGEST);
}

/** The text on one line; of a long one only as much as a summary can need. */
function flattenStart(text: string): string {
  for (let length = 2 * LONGEST; ; length *= 4) {
    const flat = joinSpaces(text.slice(0, length));
    if (length >= text.length || flat.length > LONGEST + 1) return flat;
  }
}

/** `text` cut at a word so that it has at most `longest` characters with its ellipsis; as it is when it fits. */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest);
  const space = room.lastIndexOf(" ");
  const whole = space > longest / 2 ? room.slice(0, space) : dropHalfPair(room.slice(0, longest - 1));
  return `${whole.replace(/[\s,;:.–—-]+$/u, "")}…`;
}

/** A cut must not leave half of a character that UTF-16 writes as two. */
function dropHalfPair(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, "");
}

function lastSentenceEnd(text: string): number {
  let end = 0;
  for (const match of text.matchAll(/[.!?…]["”’»)]*(?=\s)|[。！？]/gu)) {
    const stop = match.index + match[0].length;
    if (stop > LONGEST) break;
    if (!ABBREVIATED.test(text.slice(0, stop))) end = stop;
  }
  return end;
}
