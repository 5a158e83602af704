// findCore: the heaviest run of prose in a file, the first guess at where the article is.

import type { Facts } from "./facts.ts";

/** A run of lines, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a line without prose costs the run it lies in, in words. */
const LABEL_COST = 7;
const NOISE_COST = 14;

/**
 * The run of lines with the most words of prose, each line without prose being paid for. Where nothing is prose,
 * the longest line.
 */
export function findCore(facts: readonly Facts[]): Span {
  let best = { from: 0, to: 0, sum: -Infinity };
  let from = 0;
  let sum = 0;
  facts.forEach((fact, index) => {
    if (sum <= 0) {
      sum = 0;
      from = index;
    }
    sum += weigh(fact);
    if (sum > best.sum) best = { from, to: index, sum };
  });
  if (best.sum > 0) return { from: best.from, to: best.to };
  const longest = facts.reduce(
    (at, fact, index) => (fact.line.words > (facts[at]?.line.words ?? 0) ? index : at),
    0,
  );
  return { from: longest, to: longest };
}

function weigh(fact: Facts): number {
  if (fact.prose > 0) return fact.noise.length > 0 ? fact.prose / 3 : Math.min(fact.prose, 80);
  if (fact.line.shape === "bullet" && fact.end === "sentence") return -2;
  return fact.noise.length > 0 ? -NOISE_COST : -LABEL_COST;
}
