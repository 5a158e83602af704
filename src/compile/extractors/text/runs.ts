// runOf: lines that belong together: the rows of a table, the items of a numbered list.

import type { Facts } from "./facts.ts";

/** A run of lines that begins where it was asked for. */
export interface Run {
  readonly kind: "table" | "ol";
  /** Index of the first line after it. */
  readonly to: number;
}

/** Longest item of a list, in words; longer ones are paragraphs. */
const LONGEST_ITEM = 60;
/** Longest line without a sentence that may be a heading or one of several labels. */
const LONGEST_LABEL = 14;

/** The table or the numbered list that begins at a line, or null. */
export function runOf(facts: readonly Facts[], from: number): Run | null {
  const columns = columnsOf(facts[from]);
  let to = from + 1;
  if (columns > 1) {
    while (facts[to]?.line.gapBefore === 0 && columnsOf(facts[to]) === columns) to++;
    return to - from > 1 ? { kind: "table", to } : null;
  }
  if (!isItem(facts[from], 1)) return null;
  while (isItem(facts[to], to - from + 1)) to++;
  return to - from > 1 ? { kind: "ol", to } : null;
}

/** The cells of a row whose columns are parted by tabs. */
export function cellsOf(raw: string): string[] {
  return raw.split("\t").map((cell) => cell.replace(/\s+/g, " ").trim());
}

function columnsOf(fact: Facts | undefined): number {
  if (fact === undefined || fact.line.shape === "code") return 0;
  return fact.line.raw.trim().split("\t").length;
}

/** The number a line begins with, as in "3. …" or "(3) …"; null where there is none. */
export function numberOf(text: string): number | null {
  const number = /^\(?(\d{1,3})[.)]\s+\S/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

function isItem(fact: Facts | undefined, number: number): boolean {
  if (fact === undefined || fact.line.shape !== "text" || fact.line.words > LONGEST_ITEM) return false;
  return numberOf(fact.text) === number;
}

/** True for a short line without a sentence: a heading, or one of several labels. */
export function isShort({ line, end, prose }: Facts): boolean {
  return line.shape === "text" && line.words <= LONGEST_LABEL && end === "none" && prose === 0;
}
