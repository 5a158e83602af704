// decideBlocks: which lines of a page are the article's, by weighing each and choosing the best row of stretches.

import { describeVerdict } from "../reasons.ts";
import { chooseStretches } from "../stretches.ts";
import type { Block } from "./blocks.ts";
import type { Evidence } from "./features/view.ts";
import { featuresOf } from "./features.ts";
import { judgement } from "./reasons.ts";
import { WEIGHTS } from "./weights.ts";

/** What was decided about a line, and why. */
export interface Decision {
  readonly keep: boolean;
  readonly rule: string;
  /** Why a line that is cut is the caption of a picture, where that is known. */
  readonly caption?: string;
}

/** What every change from kept to cut costs. */
const CHANGE_COST = 1;
/** A line counts by its length, but not fully: one long teaser must not outweigh ten short paragraphs. */
const LENGTH_POWER = 0.5;

/** Shorter lines may be said again: headings, answers, lines of a song. */
const LEAST_REPEATED = 8;

/** Decides about all lines of a page together. */
export function decideBlocks(blocks: readonly Block[], evidence: Evidence): Decision[] {
  const features = featuresOf(blocks, evidence);
  const scores = features.map((names) => names.reduce((sum, name) => sum + (WEIGHTS[name] ?? 0), 0));
  const gains = scores.map(
    (score, index) => score * Math.max(1, blocks[index]?.facts.line.words ?? 1) ** LENGTH_POWER,
  );
  const keeps = chooseStretches(gains, CHANGE_COST);
  const told = new Set<string>();
  return blocks.map((block, index) => {
    const keep = keeps[index] ?? false;
    const { text, words } = block.facts.line;
    if (keep && words >= LEAST_REPEATED) {
      if (told.has(text)) return { keep: false, rule: "stands on the page once already" };
      told.add(text);
    }
    return {
      keep,
      rule: describeVerdict(judgement, keep, scores[index] ?? 0, block.facts.noise[0], features[index] ?? []),
    };
  });
}
