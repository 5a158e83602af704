// findTitle: the line that states the article's title, and a title made from the first clause where none does.

import { cutAtWord } from "../../summary.ts";
import type { Facts } from "./facts.ts";
import type { Decision } from "./spans.ts";
import { hasDate } from "./stamps.ts";
import { BYLINE, findTitleCandidates, mayBeTitle, SEPARATOR } from "./titleCandidates.ts";
import { LEAST_SCORE, TITLE_WEIGHTS } from "./titleWeights.ts";

/** Longest title made from a clause, in characters. */
const LONGEST_DERIVED = 90;
/** A clause shorter than this says too little to end a derived title at its comma. */
const SHORTEST_CLAUSE = 30;

/** Index of the line that states the title, or -1. */
export function findTitle(facts: readonly Facts[], decisions: readonly Decision[]): number {
  const first = firstParagraph(facts, decisions);
  const above = facts[first - 1];
  // In a poem or a list nothing is prose to weigh a title by: it is the line right above.
  if (facts[first]?.prose === 0) return above !== undefined && mayBeTitle(above) ? first - 1 : -1;
  let best = { index: -1, score: LEAST_SCORE };
  for (const { index, features } of findTitleCandidates(facts, decisions, first)) {
    const score = features.reduce((sum, name) => sum + (TITLE_WEIGHTS[name] ?? 0), 0);
    if (score > best.score) best = { index, score };
  }
  return best.index >= 0 ? best.index : findBareTitle(facts, first);
}

/**
 * 0 where the file opens with a title, and no more than one other line above the article says anything; else -1. With
 * so little around it a title has nothing to be weighed by.
 */
function findBareTitle(facts: readonly Facts[], first: number): number {
  const lines = facts.slice(0, Math.max(0, first)).filter(({ text, line, noise, caption, address }) => {
    const says = line.words > 0 && noise.length === 0 && !caption && !address;
    return says && !hasDate(text) && !BYLINE.test(text) && !SEPARATOR.test(text);
  });
  const opens = lines.length > 0 && lines.length <= 2 && lines[0] === facts[0];
  return opens && lines.every((line) => mayBeTitle(line) && !/[.。…,:;]["”’»)]*$/.test(line.text)) ? 0 : -1;
}

/** Index of the first kept line of prose, or of the first kept line where none is prose; -1 where none is kept. */
export function firstParagraph(facts: readonly Facts[], decisions: readonly Decision[]): number {
  const prose = facts.findIndex((fact, index) => decisions[index]?.keep === true && fact.prose > 0);
  return prose >= 0 ? prose : decisions.findIndex(({ keep }) => keep);
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
