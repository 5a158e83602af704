// findComments: the comments below an article, known by names and times where no heading announces them.

import { ENOUGH_ABOVE, type Facts } from "./facts.ts";
import { readStamps } from "./stamps.ts";

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

/**
 * True for the line above a comment: a name and a time ("Vân Nhàn 9/10/14 15:53"), or the time alone below a line
 * that is a name ("jbaxt says:").
 */
function isCommentHead(facts: readonly Facts[], index: number): boolean {
  const fact = facts[index];
  if (fact === undefined || fact.line.words > 14 || fact.end === "sentence") return false;
  const [stamp] = readStamps(fact.text, fact.line.words, "UTC", "day-first");
  if (stamp === undefined || stamp.kind !== "bare" || !stamp.date.timed) return false;
  const before = facts[index - 1];
  if (stamp.rest === 0) {
    return before !== undefined && before.line.words <= 6 && /:$/.test(before.text);
  }
  const name = fact.text.slice(0, fact.text.indexOf(stamp.date.quote)).trim();
  return name.length > 3 && stamp.rest <= 5 && /^[\p{Lu}@]/u.test(name) && !/[|:/,]/.test(name);
}
