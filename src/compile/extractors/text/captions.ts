// findCaptions: lines that describe a picture; they belong beside the article, not in it.

import type { Facts } from "./facts.ts";

/** Longest caption, in words. */
const LONGEST_CAPTION = 60;

/** Indices of captions and picture credits between `from` and `to`, by the rule that found each. */
export function findCaptions(facts: readonly Facts[], from: number, to: number): Map<number, string> {
  const found = new Map<number, string>();
  for (let index = Math.max(0, from); index <= Math.min(to, facts.length - 1); index++) {
    const rule = captionRule(facts, index);
    if (rule !== null) found.set(index, rule);
  }
  return found;
}

function captionRule(facts: readonly Facts[], index: number): string | null {
  const fact = facts[index];
  if (fact === undefined || fact.line.words === 0 || fact.line.words > LONGEST_CAPTION) return null;
  if (fact.line.shape === "code" || fact.line.shape === "bullet") return null;
  if (fact.caption && !(fact.sentences > 2 && fact.line.words > 40)) return "credit of a picture";
  const before = facts[index - 1];
  const image = before?.line.shape === "image";
  if (fact.line.barred && (image || before?.line.barred)) return "table cell below a picture";
  if (
    before !== undefined &&
    NUMBERED.test(before.text) &&
    fact.line.gapBefore === 0 &&
    fact.end !== "sentence"
  ) {
    return "line below a numbered picture";
  }
  return null;
}

/** "Tên bài - ảnh 1": what some sites write as a picture's name. */
const NUMBERED = /\s-\s(?:ảnh|hình)\s\d+\.?$/iu;
