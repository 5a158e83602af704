// findSurroundings: what follows an article or interrupts it, known by its shape where no heading announces it.

import { findComments } from "./comments.ts";
import { type Facts, headingOf } from "./facts.ts";
import { closesArticle } from "./signs.ts";
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
/** Links between two paragraphs, below their heading. */
const MOST_LINKS = 3;
/** Fewest words of a paragraph the article goes on in. */
const SHORTEST_PARAGRAPH = 15;
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
  const doubled = new Set(findDoubled(facts, above));
  doubled.forEach((index) => {
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
  facts.forEach((fact, index) => {
    const isLink = fact.prose === 0 && fact.line.words > 3 && !/\.$/.test(fact.text);
    if (isLink && fact.line.gapBefore === 0 && isPointer(facts[index - 1]))
      cut(index, "link below its heading");
  });
  return { cuts, continued: findContinued(facts, kept).filter((index) => !doubled.has(index)) };
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

/**
 * Paragraphs parted from the article by nothing but an advertisement, a pointer, a picture or its caption; or by a few
 * links below their heading, when the article goes on or ends with a credit below them.
 */
function findContinued(facts: readonly Facts[], kept: readonly boolean[]): number[] {
  const continued: number[] = [];
  let pending: number[] = [];
  let between = Infinity;
  let links = 0;
  let skipped = 0;
  const goOn = (confirmed: boolean) => {
    if (confirmed) for (const index of pending) continued.push(index);
    if (confirmed) pending = [];
    between = links = skipped = 0;
  };
  facts.forEach((fact, index) => {
    const follows = between <= LONGEST_BREAK;
    if (kept[index]) {
      if (fact.prose > 0) goOn(follows);
    } else if (fact.line.words === 0 || fact.caption || isInterruption(fact) || headsLinks(fact)) {
      between++;
      if (headsLinks(fact)) links = MOST_LINKS;
    } else if (follows && isParagraph(fact)) {
      pending.push(index);
      goOn(skipped === 0 && pending.length === 1);
    } else if (pending.length > 0 && between === 0 && closesArticle(fact.text, fact.line.words)) {
      goOn(true);
      between = Infinity;
    } else if (fact.prose === 0 && links > 0) {
      links--;
      skipped++;
    } else between = Infinity;
    if (between > LONGEST_BREAK) pending = [];
  });
  return pending.at(-1) === facts.length - 1 ? [...continued, ...pending] : continued;
}

/** True for "Read also:" alone on a line: what it points at stands below it. */
function isPointer(fact: Facts | undefined): boolean {
  return headsLinks(fact) && fact?.noise.includes("pointer to another article") === true;
}

function headsLinks(fact: Facts | undefined): boolean {
  return fact?.prose === 0 && headingOf(fact) === "heading of related links";
}

/** True for a sentence or more that nothing says is clutter. */
function isParagraph({ line, prose, end, noise }: Facts): boolean {
  return line.words >= SHORTEST_PARAGRAPH && prose > 0 && end === "sentence" && noise.length === 0;
}
