// findTitle: the line that states the article's title, and a title made from the first clause where none does.

import { cutAtWord } from "../../summary.ts";
import type { Facts } from "./facts.ts";
import { contentWords } from "./features.ts";
import type { Decision } from "./spans.ts";
import { hasDate } from "./stamps.ts";

/** Longest title made from a clause, in characters. */
const LONGEST_DERIVED = 90;
/** A clause shorter than this says too little to end a derived title at its comma. */
const SHORTEST_CLAUSE = 30;
/** How many lines above the article's first paragraph may hold its title. */
const REACH = 40;

/** Index of the line that states the title, or -1. */
export function findTitle(facts: readonly Facts[], decisions: readonly Decision[]): number {
  const first = firstParagraph(facts, decisions);
  if (first < 0) return -1;
  const body = facts.filter((fact, index) => decisions[index]?.keep && fact.prose > 0);
  const bodyWords = new Set(body.flatMap((fact) => contentWords(fact.text)));
  let best = { index: -1, score: 0 };
  for (let index = Math.max(0, first - REACH); index < first; index++) {
    const score = scoreTitle(facts, decisions, index, first, bodyWords);
    if (score > best.score) best = { index, score };
  }
  return best.index;
}

/** Index of the first kept line of prose that more of the article follows. */
export function firstParagraph(facts: readonly Facts[], decisions: readonly Decision[]): number {
  return facts.findIndex((fact, index) => decisions[index]?.keep === true && fact.prose > 0);
}

function scoreTitle(
  facts: readonly Facts[],
  decisions: readonly Decision[],
  index: number,
  first: number,
  bodyWords: ReadonlySet<string>,
): number {
  const fact = facts[index];
  if (fact === undefined) return -Infinity;
  const { line, text } = fact;
  if (line.words < 2 || line.words > 32 || fact.address || line.shape === "bullet" || line.shape === "code")
    return -Infinity;
  if (fact.noise.some((name) => name !== "pointer to another article" && name !== "author note"))
    return -Infinity;
  if (hasDate(text) && line.words < 10) return -Infinity;
  if (/^(?:by|von|par|por|di|av|door)\s+\p{Lu}/iu.test(text) && line.words < 10) return -Infinity;
  if (/[-–—|]$|^\(/.test(text)) return -Infinity;
  const words = contentWords(text);
  const shared = words.length === 0 ? 0 : words.filter((word) => bodyWords.has(word)).length / words.length;
  let score = 1 + 4 * shared;
  score -= 0.11 * (first - index);
  score += line.words >= 5 ? 1 : line.words >= 3 ? 0.2 : -0.8;
  if (line.words > 22) score -= 1;
  if (fact.end === "sentence" && /\.$/.test(text)) score -= line.words > 14 ? 2 : 1;
  if (fact.end === "colon" || fact.end === "dots") score -= 1.5;
  if (fact.caption) score -= 3;
  if (line.shape === "heading") score += /^#\s/.test(line.text) ? 3 : 1;
  if (decisions[index]?.keep) score += 0.3;
  const copies = facts.filter((other, at) => at !== index && other.text === text).length;
  if (copies > 0) score += copies > 2 ? -0.5 : 0.4;
  if (facts.some((other, at) => at > index && other.text.startsWith(`${text} - `))) score += 2;
  return score;
}

/**
 * A title for an article that states none: its first clause, cut at a word, always with an ellipsis when anything
 * was left out.
 */
export function deriveTitle(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  const clause = /^.*?[,;:.!?…](?=\s|$)/u.exec(flat.slice(SHORTEST_CLAUSE));
  const end = clause === null ? flat.length : SHORTEST_CLAUSE + clause[0].length - 1;
  if (end <= LONGEST_DERIVED) {
    const title = flat.slice(0, end);
    return end >= flat.length - 1 ? title : `${title}…`;
  }
  return cutAtWord(flat, LONGEST_DERIVED);
}
