// findTitleCandidates: the lines that may state an article's title, and what speaks for or against each.

import { bin } from "../bins.ts";
import type { Facts } from "./facts.ts";
import { contentWords } from "./features.ts";
import type { Decision } from "./spans.ts";
import { hasDate, withoutDates } from "./stamps.ts";
import { gramsOf, readTitlePage, type TitlePage } from "./titlePage.ts";

/** How many lines above the article's first paragraph may hold its title. */
const REACH = 40;
/** How far above a line a byline counts. */
const NEAR = 6;
/** Lines on either side that show whether a line stands in a menu. */
const AROUND = [-3, -2, -1, 1, 2, 3];
/** Headlines in a row that are counted, and words of one. */
const MOST_HEADLINES = 3;
const SHORTEST_HEADLINE = 4;

/** A line that may be the title, and the names of what holds for it. */
export interface TitleCandidate {
  readonly index: number;
  readonly features: readonly string[];
}

/** The candidates above the article's first paragraph, at `first`, and below what may have been kept by mistake. */
export function findTitleCandidates(
  facts: readonly Facts[],
  decisions: readonly Decision[],
  first: number,
): TitleCandidate[] {
  if (first < 0) return [];
  const page = readTitlePage(facts, decisions, first);
  const from = belowRelease(facts, Math.max(0, first - REACH), first);
  const candidates: TitleCandidate[] = [];
  for (let index = from; index <= page.to; index++) {
    const fact = facts[index];
    if (fact === undefined || !mayBeTitle(fact) || isNumberedHeading(facts, index)) continue;
    if (index >= first && fact.line.shape !== "heading" && /[.。…]["”’»)]*$/.test(fact.text)) continue;
    if (page.stamps[index] === true && isDateAlone(fact.text)) continue;
    if (isPath(fact, page)) continue;
    const features = [
      ...describeText(fact, page),
      ...describePlace(facts, page, index, from),
      ...describeHeadlines(facts, page, index),
    ];
    features.push(...pairUp(features));
    if (decisions[index]?.keep) features.push(index > first ? "kept below" : "kept");
    candidates.push({ index, features });
  }
  return candidates;
}

/**
 * Features that say more together: a headline may stand further away than a short line, and a date below speaks more for
 * it.
 */
function pairUp(features: readonly string[]): string[] {
  const words = features.find((name) => name.startsWith("words ")) ?? "";
  const away = features.find((name) => name.startsWith("away ")) ?? "";
  const dates = features.filter((name) => name.startsWith("date "));
  return [away, ...(dates.length === 0 ? ["no date"] : dates)].map((name) => `${words} ${name}`);
}

/** What the line itself says, and where else the page says it. */
function describeText(fact: Facts, page: TitlePage): string[] {
  const { text, line, end, noise } = fact;
  const shared = shareOf(contentWords(text), page.bodyWords);
  const features = [
    `shared ${bin(shared, [0, 0.2, 0.4, 0.6, 0.8])}`,
    `letters ${bin(shareOf(gramsOf(text), page.openingGrams), [0.2, 0.4, 0.55, 0.7, 0.85])}`,
    `words ${bin(line.words, [2, 3, 4, 6, 9, 14, 20])}`,
    `end ${end === "sentence" ? text.slice(-1) : end}`,
    `copies ${Math.min(3, page.copies.get(text) ?? 1)}`,
  ];
  if (fact.caption) features.push("caption");
  if (fact.sentences > 0) features.push("several sentences");
  if (noise.length > 0) features.push(noise.includes("site navigation") ? "navigation" : "noise");
  if (BYLINE.test(text)) features.push("byline");
  if (SEPARATOR.test(text)) features.push("separator");
  if (/^[(#@]|[-–—]$/.test(text)) features.push("odd ends");
  const { headed, ended, numbered, pictured, holds } = page.namings(text);
  if (numbered || page.inside.has(text)) features.push("heads a part");
  if (headed) features.push("begins another line");
  if (ended) features.push("ends another line");
  if (pictured) features.push("names a picture");
  if (holds) features.push("holds another line");
  return features;
}

/** True for "Home | News | Sport": names in a row of which none is in the article. */
function isPath({ text }: Facts, { bodyWords }: TitlePage): boolean {
  return SEPARATOR.test(text) && shareOf(contentWords(text), bodyWords) === 0;
}

function shareOf(parts: readonly string[], all: ReadonlySet<string>): number {
  return parts.filter((part) => all.has(part)).length / Math.max(1, parts.length);
}

/** What stands around the line, up to the next paragraph. */
function describePlace(facts: readonly Facts[], page: TitlePage, index: number, from: number): string[] {
  const { stamps, filled } = page;
  const fact = facts[index];
  const next = page.next[index] ?? page.first;
  const away = next === index ? 0 : (filled[next + 1] ?? 0) - (filled[index + 1] ?? 0);
  const features = [
    `away ${bin(away, [0, 1, 2, 3, 5, 8, 14])}`,
    `before ${describe(facts[index - 1], stamps[index - 1])}`,
    `gap ${Math.min(1, fact?.line.gapBefore ?? 0)}${Math.min(1, fact?.line.gapAfter ?? 0)}`,
  ];
  const after = describe(facts[index + 1], stamps[index + 1]);
  if (["date", "byline", "prose"].includes(after)) features.push(`after ${after}`);
  if (index > page.first) features.push(`mistaken ${bin(page.above[index] ?? 0, [0.03, 0.06])}`);
  if (stamps[index] === true) features.push("holds date");
  if (stamps.slice(index + 1, next + 1).includes(true)) features.push("date below");
  if (stamps.slice(Math.max(from, index - REACH), index).includes(true)) features.push("date above");
  if (facts.slice(index + 1, next).some(({ text }) => BYLINE.test(text))) features.push("byline below");
  const nearAbove = facts.slice(Math.max(from, index - NEAR), index);
  if (nearAbove.some(({ text }) => BYLINE.test(text))) features.push("byline above");
  return features;
}

/**
 * Headlines and short labels around the line. A title stands among short labels; of two headlines the second may say
 * more about the first; many in a row point at other articles.
 */
function describeHeadlines(facts: readonly Facts[], page: TitlePage, index: number): string[] {
  const fact = facts[index];
  if (fact === undefined) return [];
  const [above, below] = [-1, 1].map((step) => headlinesFrom(facts, page.stamps, index, step));
  const menu = AROUND.filter((step) => {
    const other = facts[index + step];
    const isShort = other !== undefined && other.line.words <= 3;
    return isShort && page.stamps[index + step] !== true && !BYLINE.test(other.text);
  });
  const features = [`menu ${menu.length}`];
  for (const [name, row] of Object.entries({ above, below })) {
    features.push(`heads ${name} ${row?.length ?? 0}`);
    const near = row?.[0];
    if (near !== undefined)
      features.push(`${near.line.words < fact.line.words ? "longer" : "shorter"} than ${name}`);
  }
  if (isHeadline(fact) && above?.length === 1) features.push("second of two");
  if (isHeadline(fact) && above?.length === 0 && below?.length === 1) features.push("first of two");
  return features;
}

/** The lines like headlines that stand in a row from a line on, pictures between them passed over. */
function headlinesFrom(
  facts: readonly Facts[],
  stamps: readonly boolean[],
  index: number,
  step: number,
): Facts[] {
  const row: Facts[] = [];
  for (let at = index + step; row.length < MOST_HEADLINES; at += step) {
    const fact = facts[at];
    if (fact === undefined) break;
    if (fact.line.words === 0) continue;
    if (!isHeadline(fact) || stamps[at] === true) break;
    row.push(fact);
  }
  return row;
}

function isHeadline(fact: Facts): boolean {
  if (!mayBeTitle(fact) || fact.line.words < SHORTEST_HEADLINE || fact.noise.length > 0) return false;
  return !fact.caption && fact.end !== "colon" && !BYLINE.test(fact.text) && !/\.$/.test(fact.text);
}

/** True for a day and a time with hardly a word beside them. */
function isDateAlone(text: string): boolean {
  return (withoutDates(text).match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0) < 2;
}

/** True for "1. …" where "2. …" follows: the heading of a part. */
function isNumberedHeading(facts: readonly Facts[], index: number): boolean {
  const [, number, sign] = /^(\d{1,2})([.)])\s/.exec(facts[index]?.text ?? "") ?? [];
  if (number === undefined) return false;
  const next = `${Number(number) + 1}${sign} `;
  return facts.some(({ text, prose }, at) => at > index && prose === 0 && text.startsWith(next));
}

/** What stands between the names of a path or a menu. */
export const SEPARATOR = /[|»›]|\s[/>]\s/;

/** What official papers are headed with; whose paper it is stands above, its title below. */
const RELEASE =
  /^\P{L}*(?:thông cáo báo chí|thông tin báo chí|press release|news release|media release|for immediate release|pressemitteilung|medienmitteilung|communiqué de presse|comunicado de prensa|comunicato stampa)\P{L}*$/iu;

function belowRelease(facts: readonly Facts[], from: number, first: number): number {
  const release = facts.slice(0, first).findLastIndex(({ text }) => RELEASE.test(text));
  const titled = facts.slice(release + 1, first).some((fact) => mayBeTitle(fact) && !hasDate(fact.text));
  return release >= from && titled ? release + 1 : from;
}

/** How a line begins that names who wrote the article. */
export const BYLINE = /^(?:by|von|par|por|di|av|door|autor|author|written by|text)[\s:]+\p{Lu}/iu;

/** True for a line that is no list item, address or paragraph. */
export function mayBeTitle({ line, address, text }: Facts): boolean {
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
