// decideLines: which lines are the article's, by weighing each and choosing the best row of kept and cut stretches.

import { describeVerdict } from "../reasons.ts";
import { chooseStretches } from "../stretches.ts";
import type { Facts } from "./facts.ts";
import { featuresOf } from "./features.ts";
import { judgement } from "./reasons.ts";
import { runOf } from "./runs.ts";
import { WEIGHTS } from "./weights.ts";

/** What was decided about a line, and why. */
export interface Decision {
  readonly keep: boolean;
  /** Log-odds that the line is the article's, by itself. */
  readonly score: number;
  readonly rule: string;
}

/** What every change from kept to cut costs. */
const CHANGE_COST = 2;
/** Added to each line's log-odds: losing a line of the article is worse than keeping one of clutter. */
const BIAS = 0.3;
/** A line counts by its length, but not fully: one long teaser must not outweigh ten short paragraphs. */
const LENGTH_POWER = 0.75;

/** Decides about all lines of a file together. Code is not weighed: it goes with the line above it. */
export function decideLines(facts: readonly Facts[]): Decision[] {
  const weighed = weighLines(facts.filter(({ line }) => line.shape !== "code"));
  let next = 0;
  let above: Decision = { keep: false, score: 0, rule: "code outside the article" };
  return facts.map(({ line }) => {
    if (line.shape !== "code") above = weighed[next++] ?? above;
    else if (above.keep) return { ...above, rule: "code inside the article" };
    return above;
  });
}

function weighLines(facts: readonly Facts[]): Decision[] {
  const features = featuresOf(facts);
  const scores = features.map((names) => names.reduce((sum, name) => sum + (WEIGHTS[name] ?? 0), 0));
  const gains = scores.map(
    (score, index) => (score + BIAS) * Math.max(1, facts[index]?.line.words ?? 1) ** LENGTH_POWER,
  );
  const keeps = keepWholeLists(facts, chooseStretches(gains, CHANGE_COST));
  return facts.map((fact, index) => {
    const keep = keeps[index] ?? false;
    const score = scores[index] ?? 0;
    return {
      keep,
      score,
      rule: describeVerdict(judgement, keep, score, fact.noise[0], features[index] ?? []),
    };
  });
}

/** A list or a table is kept or cut as a whole, as most of its lines are; a table between kept lines is kept. */
function keepWholeLists(facts: readonly Facts[], keeps: readonly boolean[]): boolean[] {
  const whole = [...keeps];
  for (let from = 0; from < facts.length; from++) {
    let to = from;
    while (facts[to]?.line.shape === "bullet" && (to === from || facts[to]?.line.gapBefore === 0)) to++;
    const run = to > from ? null : runOf(facts, from);
    if (run !== null) to = run.to;
    if (to - from < 2) continue;
    if (run?.kind === "table" && keeps[from - 1] === true && keeps[to] === true) {
      whole.fill(true, from, to);
      from = to - 1;
      continue;
    }
    const kept = keeps.slice(from, to).filter((keep) => keep).length;
    whole.fill(kept * 2 > to - from, from, to);
    from = to - 1;
  }
  return whole;
}
