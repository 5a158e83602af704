// findComments: the comments below an article, known by names and times where no heading announces them.

import { ENOUGH_ABOVE, type Facts } from "./facts.ts";
import { isCommentHead } from "./stamps.ts";

/** Lines from one comment's head to the next, at most. */
const CLOSE_COMMENTS = 25;

/** The comments below an article: from the first of two or more lines with a name and a time, each close to the next. */
export function findComments(
  facts: readonly Facts[],
  above: readonly number[],
): readonly [number, number] | null {
  const heads = facts.flatMap((_, index) => {
    if ((above[index] ?? 0) < ENOUGH_ABOVE || (facts[index + 1]?.line.words ?? 0) === 0) return [];
    return isCommentHead(facts, index) ? [index] : [];
  });
  const [first] = heads;
  const last = heads.findLast((head, at) => at > 0 && head - (heads[at - 1] ?? 0) <= CLOSE_COMMENTS);
  if (first === undefined || last === undefined) return null;
  const below = (above.at(-1) ?? 0) - (above[last] ?? 0);
  return [first, below < (above[first] ?? 0) / 2 ? facts.length - 1 : last + 1];
}
