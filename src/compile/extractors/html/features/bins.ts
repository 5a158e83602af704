// The bins of pages.

import * as bins from "../../bins.ts";

/** `≤n` with the first limit that is not exceeded, `≤∞` beyond all. */
export function bin(value: number, limits: readonly number[]): string {
  return bins.bin(value, limits, "≤∞");
}

/** The length of a line in words. */
export function sizeOf(words: number): string {
  return bin(words, [1, 2, 4, 8, 14, 24, 40, 70]);
}

/** How much of a line stands in links. */
export function linksOf(linked: number): string {
  if (linked === 0) return "none";
  if (linked < 0.15) return "few";
  return linked < 0.5 ? "some" : linked < 0.95 ? "most" : "all";
}
