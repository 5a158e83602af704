// findSurroundings: what follows an article or interrupts it, known by its shape where no heading announces it.

import { findComments } from "./comments.ts";
import type { Facts } from "./facts.ts";
import type { Decision } from "./spans.ts";
import { findStrays } from "./strays.ts";
import { findDoubled, findTeaserRows } from "./teasers.ts";

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
/** The article goes on after at most so many such lines. */
const LONGEST_BREAK = 3;
/** Longest such line, in words. */
const LONGEST_INTERRUPTION = 25;

/** What shapes tell beyond the weights. */
export interface Surroundings {
  /** Lines to be cut although they were weighed as the article's, with the rule for each. */
  readonly cuts: ReadonlyMap<number, string>;
  /** Paragraphs to be kept although they were cut, as the article goes on in them. */
  readonly continued: readonly number[];
}

/** Corrects what was decided by weight where the shape of the lines is plainer. */
export function findSurroundings(facts: readonly Facts[], decisions: readonly Decision[]): Surroundings {
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
  return { cuts, continued: findContinued(facts, kept) };
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

/** Paragraphs parted from the article by nothing but an advertisement, a pointer, a picture or its caption. */
function findContinued(facts: readonly Facts[], kept: readonly boolean[]): number[] {
  const continued: number[] = [];
  let between = Infinity;
  facts.forEach((fact, index) => {
    if (kept[index]) between = fact.prose > 0 ? 0 : between;
    else if (fact.line.words === 0 || fact.caption || isInterruption(fact)) between++;
    else if (
      between > 0 &&
      between <= LONGEST_BREAK &&
      fact.line.words >= 20 &&
      fact.end === "sentence" &&
      fact.noise.length === 0
    ) {
      continued.push(index);
      between = 0;
    } else between = Infinity;
  });
  return continued;
}
