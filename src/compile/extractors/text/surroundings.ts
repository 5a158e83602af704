// findSurroundings: what follows an article or interrupts it, known by its shape where no heading announces it.

import type { Facts } from "./facts.ts";
import type { Decision } from "./spans.ts";
import { isCommentHead } from "./stamps.ts";

/** Words of the article that must stand above before anything is taken for comments or teasers below it. */
const ENOUGH_ABOVE = 40;
/** Pairs of a title line and one paragraph that make a row of teasers. */
const FEWEST_TEASERS = 3;
/** A stretch below a heading of clutter with less than this share of all kept words may be a stray. */
const LITTLE_KEPT = 0.15;
/** Lines from one comment's head to the next, at most. */
const CLOSE_COMMENTS = 25;
/** Noise that is never part of an article, however deep inside it stands; whole lines only. */
const NEVER_BODY = new Set([
  "advertisement",
  "pointer to another article",
  "share button",
  "loading message",
  "player control",
  "comment control",
  "consent notice",
  "account link",
]);
/** Longest such line, in words. */
const LONGEST_INTERRUPTION = 25;

/** Lines to be cut although they were weighed as the article's, with the rule for each. */
export function findSurroundings(
  facts: readonly Facts[],
  decisions: readonly Decision[],
): Map<number, string> {
  const cuts = new Map<number, string>();
  const kept = decisions.map(({ keep }) => keep);
  const cut = (index: number, rule: string) => {
    if (kept[index]) cuts.set(index, rule);
    kept[index] = false;
  };
  facts.forEach((fact, index) => {
    if (fact.line.words === 0) cut(index, "remains of a picture");
    else if (isInterruption(fact)) cut(index, fact.noise.find((name) => NEVER_BODY.has(name)) ?? "clutter");
  });
  const above = runningWords(facts, kept);
  findDoubled(facts, above).forEach((index) => {
    cut(index, "title set twice, as teasers are");
  });
  const comments = findComments(facts, above);
  if (comments !== null) {
    for (let index = comments[0]; index <= comments[1]; index++)
      cut(index, "comment below a name and a time");
  }
  for (const [from, to] of findTeaserRows(facts, kept, above)) {
    for (let index = from; index <= to; index++)
      cut(index, "teaser: a title and one paragraph, in a row of such");
  }
  for (const [index, rule] of findStrays(facts, kept)) cut(index, rule);
  return cuts;
}

function isInterruption(fact: Facts): boolean {
  return (
    fact.line.words <= LONGEST_INTERRUPTION &&
    fact.line.shape !== "code" &&
    (fact.prose === 0 || fact.noise.includes("pointer to another article")) &&
    fact.noise.some((name) => NEVER_BODY.has(name))
  );
}

/** Words kept above each line. */
function runningWords(facts: readonly Facts[], kept: readonly boolean[]): number[] {
  let sum = 0;
  return facts.map((fact, index) => {
    const above = sum;
    if (kept[index]) sum += fact.line.words;
    return above;
  });
}

/** Lines without prose that stand twice in a row: link texts of a picture and its title. */
function findDoubled(facts: readonly Facts[], above: readonly number[]): number[] {
  return facts.flatMap((fact, index) => {
    const next = facts[index + 1];
    const doubled = next !== undefined && fact.text === next.text && fact.line.words >= 3;
    return doubled && (above[index] ?? 0) >= ENOUGH_ABOVE && fact.line.words <= 30 ? [index, index + 1] : [];
  });
}

/** The comments below an article: from the first of two or more lines with a name and a time, each close to the next. */
function findComments(facts: readonly Facts[], above: readonly number[]): readonly [number, number] | null {
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

/** Rows of a title line and one paragraph, where most words were cut already or a heading of clutter stands above. */
function findTeaserRows(
  facts: readonly Facts[],
  kept: readonly boolean[],
  above: readonly number[],
): (readonly [number, number])[] {
  const rows: (readonly [number, number])[] = [];
  const half = Math.max(ENOUGH_ABOVE, (above.at(-1) ?? 0) / 2);
  let from = -1;
  let pairs = 0;
  const close = (to: number) => {
    if (from >= 0 && pairs >= FEWEST_TEASERS) {
      const heading = headingOf(facts[from - 1]) !== null;
      if (keptShare(facts, kept, from, to) < (heading ? 0.75 : 0.5)) rows.push([from, to]);
    }
    from = -1;
    pairs = 0;
  };
  for (let index = 0; index < facts.length; index++) {
    const title = facts[index];
    const paragraph = facts[index + 1];
    const after = facts[index + 2];
    const isPair =
      (above[index] ?? 0) >= half &&
      title !== undefined &&
      paragraph !== undefined &&
      looksLikeTeaserTitle(title) &&
      paragraph.line.words >= 8 &&
      paragraph.line.words <= 80 &&
      paragraph.end !== "none" &&
      (after === undefined || after.prose === 0 || looksLikeTeaserTitle(after));
    if (isPair) {
      if (from < 0) from = index;
      pairs++;
      index++;
    } else if (title !== undefined && title.line.words > 6) {
      close(index - 1);
    }
  }
  close(facts.length - 1);
  return rows;
}

function looksLikeTeaserTitle(fact: Facts): boolean {
  return fact.line.words >= 4 && fact.line.words <= 30 && !/[.:;,]$/.test(fact.text) && fact.sentences <= 1;
}

/**
 * Stretches kept below a heading of links or comments, each smaller than the clutter between it and the article:
 * a teaser or a comment that happens to read like the article.
 */
function findStrays(facts: readonly Facts[], kept: readonly boolean[]): Map<number, string> {
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

function headingOf(fact: Facts | undefined): string | null {
  return (
    fact?.noise.find((name) => name === "heading of related links" || name === "heading of comments") ?? null
  );
}

/** Share of the words of prose between two lines that are kept; 1 where there are none. */
function keptShare(facts: readonly Facts[], kept: readonly boolean[], from: number, to: number): number {
  let all = 0;
  let held = 0;
  for (let index = from; index <= to; index++) {
    const words = facts[index]?.prose ?? 0;
    all += words;
    if (kept[index]) held += words;
  }
  return all === 0 ? 1 : held / all;
}
