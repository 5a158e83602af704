// findStrays: a teaser or a comment that reads like the article but stands far below it.

import { type Facts, headingOf } from "./facts.ts";

/** A stretch below a heading of clutter with less than this share of all kept words may be a stray. */
const LITTLE_KEPT = 0.15;

/**
 * Stretches kept below a heading of links or comments, each smaller than the clutter between it and the article:
 * a teaser or a comment that happens to read like the article.
 */
export function findStrays(facts: readonly Facts[], kept: readonly boolean[]): Map<number, string> {
  const strays = new Map<number, string>();
  const total = facts.reduce((sum, fact, index) => sum + (kept[index] ? fact.line.words : 0), 0);
  let sum = 0;
  let gap = 0;
  let heading: string | null = null;
  for (let index = 0; index < facts.length; index++) {
    if (!kept[index]) {
      gap += facts[index]?.line.words ?? 0;
      heading = headingOf(facts[index]) ?? heading;
      continue;
    }
    let end = index;
    let words = 0;
    for (; end < facts.length && kept[end]; end++) words += facts[end]?.line.words ?? 0;
    const stray = heading !== null && sum >= total / 2 && words < total * LITTLE_KEPT && gap > words;
    if (stray) for (let at = index; at < end; at++) strays.set(at, `below a ${heading}`);
    else {
      gap = 0;
      heading = null;
    }
    sum += words;
    if (stray) gap += words;
    index = end - 1;
  }
  return strays;
}
