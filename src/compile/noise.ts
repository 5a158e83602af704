// nameNoise: web clutter by name, what a line of a page can be other than the article. The tables stand in noise/.

import { EAST_ASIAN_NOISE } from "./noise/eastAsian.ts";
import { ENGLISH_NOISE } from "./noise/english.ts";
import { GERMAN_NOISE } from "./noise/german.ts";
import { NORTHERN_NOISE } from "./noise/northern.ts";
import { ROMANCE_NOISE } from "./noise/romance.ts";
import type { NoiseName, NoiseRule } from "./noise/rule.ts";
import { VIETNAMESE_NOISE } from "./noise/vietnamese.ts";

export type { NoiseName } from "./noise/rule.ts";

/**
 * All rows; a line may match several, and every line is held against every language, as pages mix them. To teach the
 * cleaner a newspaper's clutter, add a phrase to the row of its kind in the file of its language, or a row.
 */
export const NOISE: readonly NoiseRule[] = [
  ...VIETNAMESE_NOISE,
  ...ENGLISH_NOISE,
  ...GERMAN_NOISE,
  ...ROMANCE_NOISE,
  ...NORTHERN_NOISE,
  ...EAST_ASIAN_NOISE,
];

/** Longest line any row judges, in words. */
const LONGEST_JUDGED = Math.max(...NOISE.map(({ words }) => words));

/** Kinds of clutter a line shows, without repeats. `words` is the line's length in words. */
export function nameNoise(text: string, words: number): readonly NoiseName[] {
  if (words > LONGEST_JUDGED || text.length > LONGEST_JUDGED * 16) return [];
  const names: NoiseName[] = [];
  for (const rule of NOISE) {
    if (words <= rule.words && !names.includes(rule.name) && rule.pattern.test(text)) names.push(rule.name);
  }
  return names;
}
