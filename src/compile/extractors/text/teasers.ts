// findTeaserRows, findDoubled: other articles below this one, as rows of titles with a paragraph or set twice.

import { ENOUGH_ABOVE, type Facts, headingOf } from "./facts.ts";
import { contentWords } from "./features.ts";

/** Pairs of a title line and one paragraph that make a row of teasers. */
const FEWEST_TEASERS = 3;

/** Lines without prose that stand twice in a row: link texts of a picture and its title. */
export function findDoubled(facts: readonly Facts[], above: readonly number[]): number[] {
  return facts.flatMap((fact, index) => {
    const next = facts[index + 1];
    const doubled = next !== undefined && fact.text === next.text && fact.line.words >= 3;
    return doubled && (above[index] ?? 0) >= ENOUGH_ABOVE && fact.line.words <= 30 ? [index, index + 1] : [];
  });
}

/** Rows of a title line and one paragraph, where most words were cut already or a heading of clutter stands above. */
export function findTeaserRows(
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
      const mostlyCut = keptShare(facts, kept, from, to) < (heading ? 0.75 : 0.5);
      if (mostlyCut || (endsFile(facts, to) && speaksOfElse(facts, kept, from, to))) rows.push([from, to]);
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

/** True where nothing but clutter follows a line. */
function endsFile(facts: readonly Facts[], index: number): boolean {
  return facts.slice(index + 1).every(({ prose }) => prose === 0);
}

/** True when the paragraphs of a row share less than half as many words with the article as its own paragraphs do. */
function speaksOfElse(facts: readonly Facts[], kept: readonly boolean[], from: number, to: number): boolean {
  const own = facts.slice(0, from).filter((fact, index) => kept[index] && fact.prose > 0);
  const row = facts.slice(from, to + 1).filter(({ prose }) => prose > 0);
  const counts = new Map<string, number>();
  for (const { text } of own) {
    for (const word of new Set(contentWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const share = (lines: readonly Facts[], least: number) => {
    const words = lines.flatMap(({ text }) => [...new Set(contentWords(text))]);
    return words.filter((word) => (counts.get(word) ?? 0) >= least).length / Math.max(1, words.length);
  };
  return own.length >= 2 && share(row, 1) < share(own, 2) / 2;
}

function looksLikeTeaserTitle(fact: Facts): boolean {
  return (
    fact.noise.length === 0 &&
    fact.line.words >= 4 &&
    fact.line.words <= 30 &&
    !/[.:;,]$/.test(fact.text) &&
    fact.sentences <= 1
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
