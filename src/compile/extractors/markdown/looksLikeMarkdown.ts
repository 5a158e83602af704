// looksLikeMarkdown: whether a text has what only Markdown has, so that a capture given its ending is still a capture.

import { readHeader } from "../../frontmatter/header.ts";

/** Headings, fences, quotations, rules, strong words, front matter; links between notes, and comments. */
const SIGN =
  /^(?:#{1,6}\s+\S|```|~~~|> |---\n|\+\+\+\n)|^={3,}$|\*\*\S|\b__\S|\[\[(?=\D)[^[\]\n]+\]\]|(?<![\d%])%%[^%]+%%|\{% *comment *%\}/m;

/** Front matter in JSON. */
const OBJECT = /^\{\s*"[\w-]+"\s*:/;

/** True for a text with any of these, with a link, with a picture that lies beside it, or with metadata on top. */
export function looksLikeMarkdown(text: string): boolean {
  return SIGN.test(text) || OBJECT.test(text) || holdsLink(text) || readHeader(text) !== null;
}

/** True for a text with `[label](address)`, or `![label](path)`, on one line. Every sign is looked at once. */
function holdsLink(text: string): boolean {
  const [addressEnd, pathEnd] = [finderOf(text, /[)\s]/g), finderOf(text, /[)\n]/g)];
  let start = 0;
  for (const { index: end } of text.matchAll(/[\]\n]/g)) {
    const label = text.slice(start, end);
    start = end + 1;
    if (!text.startsWith("](", end)) continue;
    const from = end + 2;
    const isEnded = (end: number): boolean => end > from && text[end] === ")";
    if (/(?<!!)\[./s.test(label) && isEnded(addressEnd(from))) return true;
    if (label.includes("![") && !isForeign(text, from) && isEnded(pathEnd(from))) return true;
  }
  return false;
}

function isForeign(text: string, from: number): boolean {
  const scheme = /\w+:|\/\//y;
  scheme.lastIndex = from;
  return scheme.test(text);
}

/** Where the next of some signs stands from a place on, asked for places in their order. */
function finderOf(text: string, sign: RegExp): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found >= from) return found;
    sign.lastIndex = from;
    found = sign.exec(text)?.index ?? text.length;
    return found;
  };
}
