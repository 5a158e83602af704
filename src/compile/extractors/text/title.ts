// findTitle: the line that states the article's title, and a title made from the first clause where none does.

import { cutAtWord } from "../../summary.ts";
import { bin } from "../bins.ts";
import type { Facts } from "./facts.ts";
import { contentWords } from "./features.ts";
import type { Decision } from "./spans.ts";
import { hasDate } from "./stamps.ts";
import { LEAST_SCORE, TITLE_WEIGHTS } from "./titleWeights.ts";

/** Longest title made from a clause, in characters. */
const LONGEST_DERIVED = 90;
/** A clause shorter than this says too little to end a derived title at its comma. */
const SHORTEST_CLAUSE = 30;
/** How many lines above the article's first paragraph may hold its title. */
const REACH = 40;

/** Index of the line that states the title, or -1. */
export function findTitle(facts: readonly Facts[], decisions: readonly Decision[]): number {
  const first = firstParagraph(facts, decisions);
  const above = facts[first - 1];
  // In a poem or a list nothing is prose to weigh a title by: it is the line right above.
  if (facts[first]?.prose === 0) return above !== undefined && mayBeTitle(above) ? first - 1 : -1;
  let best = { index: -1, score: LEAST_SCORE };
  for (const { index, features } of titleCandidates(facts, decisions)) {
    const score = features.reduce((sum, name) => sum + (TITLE_WEIGHTS[name] ?? 0), 0);
    if (score > best.score) best = { index, score };
  }
  return best.index >= 0 ? best.index : findBareTitle(facts, first);
}

/**
 * 0 where the file opens with a title, and no more than one other line above the article says anything; else -1. With
 * so little around it a title has nothing to be weighed by.
 */
function findBareTitle(facts: readonly Facts[], first: number): number {
  const lines = facts.slice(0, Math.max(0, first)).filter(({ text, line, noise, caption, address }) => {
    const says = line.words > 0 && noise.length === 0 && !caption && !address;
    return says && !hasDate(text) && !BYLINE.test(text) && !SEPARATOR.test(text);
  });
  const opens = lines.length > 0 && lines.length <= 2 && lines[0] === facts[0];
  return opens && lines.every((line) => mayBeTitle(line) && !/[.。…,:;]["”’»)]*$/.test(line.text)) ? 0 : -1;
}

/** Index of the first kept line of prose, or of the first kept line where none is prose; -1 where none is kept. */
export function firstParagraph(facts: readonly Facts[], decisions: readonly Decision[]): number {
  const prose = facts.findIndex((fact, index) => decisions[index]?.keep === true && fact.prose > 0);
  return prose >= 0 ? prose : decisions.findIndex(({ keep }) => keep);
}

/** The lines that may be the title and what speaks for or against each. */
function titleCandidates(
  facts: readonly Facts[],
  decisions: readonly Decision[],
): { readonly index: number; readonly features: readonly string[] }[] {
  const first = firstParagraph(facts, decisions);
  if (first < 0) return [];
  const bodyWords = new Set(
    facts.flatMap((fact, index) => (decisions[index]?.keep && fact.prose > 0 ? contentWords(fact.text) : [])),
  );
  const copies = new Map<string, number>();
  for (const { text } of facts) copies.set(text, (copies.get(text) ?? 0) + 1);
  const stamps = facts.map(({ text, line }, index) => index <= first + 8 && line.words < 20 && hasDate(text));
  const from = belowRelease(facts, Math.max(0, first - REACH), first);
  const candidates: { index: number; features: string[] }[] = [];
  for (let index = from; index <= first; index++) {
    const fact = facts[index];
    if (fact === undefined || !mayBeTitle(fact) || isNumberedHeading(facts, index)) continue;
    if (index === first && fact.line.shape !== "heading" && /[.。…]["”’»)]*$/.test(fact.text)) continue;
    const words = contentWords(fact.text);
    const shared = words.length === 0 ? 0 : words.filter((word) => bodyWords.has(word)).length / words.length;
    const away = facts.slice(index + 1, first + 1).filter(({ line }) => line.words > 0).length;
    const after = facts[index + 1];
    const before = facts[index - 1];
    const features = [
      `away ${bin(away, [0, 1, 2, 3, 5, 8, 14])}`,
      `shared ${bin(shared, [0, 0.2, 0.4, 0.6, 0.8])}`,
      `words ${bin(fact.line.words, [2, 3, 4, 6, 9, 14, 20])}`,
      `end ${fact.end === "sentence" ? fact.text.slice(-1) : fact.end}`,
      `copies ${Math.min(3, copies.get(fact.text) ?? 1)}`,
      `after ${describe(after, stamps[index + 1])}`,
      `before ${describe(before, stamps[index - 1])}`,
      `gap ${Math.min(1, fact.line.gapBefore)}${Math.min(1, fact.line.gapAfter)}`,
      `shape ${fact.line.shape}`,
    ];
    if (decisions[index]?.keep) features.push("kept");
    if (fact.caption) features.push("caption");
    for (const name of new Set(fact.noise)) features.push(`noise ${name}`);
    if (stamps[index] === true) features.push("holds date");
    if (BYLINE.test(fact.text)) features.push("byline");
    if (stamps.slice(index + 1, first + 1).includes(true)) features.push("date below");
    if (stamps.slice(from, index).includes(true)) features.push("date above");
    if (facts.slice(index + 1, first).some(({ text }) => BYLINE.test(text))) features.push("byline below");
    if (facts.slice(Math.max(from, index - 6), index).some(({ text }) => BYLINE.test(text)))
      features.push("byline above");
    if (SEPARATOR.test(fact.text)) features.push("separator");
    if (/^[(#@]|[-–—]$/.test(fact.text)) features.push("odd ends");
    if (/^\d+[.)]/.test(fact.text)) features.push("numbered");
    if (index === 0) features.push("first line");
    if (facts.some((other, at) => at > index && other.text.startsWith(`${fact.text} - `)))
      features.push("named by a picture");
    candidates.push({ index, features });
  }
  return candidates;
}

/** True for "1. …" where "2. …" follows: the heading of a part. */
function isNumberedHeading(facts: readonly Facts[], index: number): boolean {
  const [, number, sign] = /^(\d{1,2})([.)])\s/.exec(facts[index]?.text ?? "") ?? [];
  if (number === undefined) return false;
  const next = `${Number(number) + 1}${sign} `;
  return facts.some(({ text, prose }, at) => at > index && prose === 0 && text.startsWith(next));
}

/** What stands between the names of a path or a menu. */
const SEPARATOR = /[|»›]|\s[/>]\s/;

/** What official papers are headed with; whose paper it is stands above, its title below. */
const RELEASE =
  /^\P{L}*(?:thông cáo báo chí|thông tin báo chí|press release|news release|media release|for immediate release|pressemitteilung|medienmitteilung|communiqué de presse|comunicado de prensa|comunicato stampa)\P{L}*$/iu;

function belowRelease(facts: readonly Facts[], from: number, first: number): number {
  const release = facts.slice(0, first).findLastIndex(({ text }) => RELEASE.test(text));
  const titled = facts.slice(release + 1, first).some((fact) => mayBeTitle(fact) && !hasDate(fact.text));
  return release >= from && titled ? release + 1 : from;
}

const BYLINE = /^(?:by|von|par|por|di|av|door|autor|author|written by|text)[\s:]+\p{Lu}/iu;

function mayBeTitle({ line, address, text }: Facts): boolean {
  if (line.words < 1 || line.words > 40 || text.length < 4 || address || !/\p{L}/u.test(text)) return false;
  return line.shape === "text" || line.shape === "heading";
}

function describe(fact: Facts | undefined, stamped: boolean | undefined): string {
  if (fact === undefined) return "edge";
  if (stamped === true) return "date";
  if (BYLINE.test(fact.text)) return "byline";
  if (fact.line.words === 0) return "picture";
  if (fact.caption) return "caption";
  if (fact.prose > 0) return "prose";
  if (fact.noise.length > 0) return "noise";
  return fact.line.words > 5 ? "long label" : "label";
}

/**
 * A title for an article that states none: its first clause, cut at a word, always with an ellipsis when anything
 * was left out.
 */
export function deriveTitle(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  const clause = /^.*?[,;:.!?…](?=\s|$)/u.exec(flat.slice(SHORTEST_CLAUSE));
  const end = clause === null ? flat.length : SHORTEST_CLAUSE + clause[0].length - 1;
  if (end <= LONGEST_DERIVED) {
    const title = flat.slice(0, end);
    return end >= flat.length - 1 ? title : `${title}…`;
  }
  return cutAtWord(flat, LONGEST_DERIVED);
}
