// findTitle: the article's title, out of what the page states and shows, without the site's name.

import type { Element } from "domhandler";
import type { Claim } from "../../draft.ts";
import { type Block, isBesideTitle } from "./blocks.ts";
import type { Metadata, Statement } from "./metadata.ts";
import { isSiteName } from "./siteName.ts";
import { conceptsOf } from "./tokens.ts";
import { likenessOf, sameWords } from "./words.ts";

/** What parts a title from the name of its site. */
const PARTED = /\s+[-–—|·•«»:/]+\s+|\s*[|»]\s*|\s+[-–—]\s*(?=\S+\.\w{2,4}$)/u;

/**
 * The title, or null for a page that has none. The heading on the page wins, except where the metadata gives it a
 * beginning ("Budget: …") or the line that stands below it in the heading, and where the stated headline of a news
 * article is neither the heading nor what the browser's tab shows: that one was written for the article, the other two
 * for search engines.
 */
export function findTitle(blocks: readonly Block[], metadata: Metadata, first: number): Claim<string> | null {
  const strip = (one: Statement): Statement => ({ ...one, value: stripSite(one.value, metadata) });
  const stated = metadata.titles.map(strip).filter(({ value }) => value !== "");
  const tab = strip({ value: metadata.pageTitle, rule: "title element" });
  const headline = stated.find(({ rule }) => rule === "JSON-LD headline");
  const heading = findHeading(blocks, first, [...stated, tab], metadata);
  if (headline !== undefined && heading !== null && metadata.isNews) {
    const others = [tab.value, heading.value].map((other) => likenessOf(other, headline.value));
    if (others.every((share) => share < 0.8)) return claim(headline);
  }
  if (heading !== null) {
    const longer = stated.find(
      ({ value }) =>
        (value.endsWith(heading.value) && /[:.]\s*$/.test(value.slice(0, -heading.value.length))) ||
        (value.startsWith(heading.value) && isBelow(value.slice(heading.value.length), blocks)),
    );
    return claim(longer ?? heading);
  }
  return claim(stated[0] ?? (tab.value === "" ? null : tab));
}

/** The heading of level 1 the metadata agrees with most; else the last above the text that is not the site's name. */
function findHeading(
  blocks: readonly Block[],
  first: number,
  stated: readonly Statement[],
  metadata: Metadata,
): Statement | null {
  const headings = withoutBeside(blocks.filter(({ around }) => around.some(isTopHeading))).filter(
    ({ facts }) => !isSiteName(facts.line.text, metadata),
  );
  const agreed = headings
    .map((block) => ({
      block,
      share: stated.reduce((best, { value }) => Math.max(best, likenessOf(value, block.facts.line.text)), 0),
    }))
    .filter(({ share }) => share >= (metadata.isNews ? 0.6 : 0.35))
    .sort((a, b) => b.share - a.share || b.block.facts.line.words - a.block.facts.line.words)[0];
  if (agreed !== undefined) {
    return { value: agreed.block.facts.line.text, rule: "heading the metadata agrees with" };
  }
  if (
    stated.some((one, at) => stated.slice(at + 1).some((other) => likenessOf(one.value, other.value) >= 0.8))
  )
    return null;
  const above = headings.filter((block) => block.index <= first && block.linked < 0.5).at(-1);
  if (above !== undefined) return { value: above.facts.line.text, rule: "heading above the text" };
  return headings.length > 0 ? null : findLesserHeading(blocks, first, stated, metadata);
}

function isTopHeading({ name }: Element): boolean {
  return name === "h1";
}

function isBeside({ around }: Block): boolean {
  return around.slice(0, Math.max(0, around.findIndex(isTopHeading))).some(isBesideTitle);
}

/** The lines of headings without those that stand beside the title in the same one. */
function withoutBeside(lines: readonly Block[]): Block[] {
  const titled = new Set(
    lines.filter((line) => !isBeside(line)).map(({ around }) => around.find(isTopHeading)),
  );
  return lines.filter((line) => !isBeside(line) || !titled.has(line.around.find(isTopHeading)));
}

/** True for words that stand beside the title in its heading. */
function isBelow(words: string, blocks: readonly Block[]): boolean {
  return blocks.some((block) => isBeside(block) && sameWords(words, block.facts.line.text));
}

/** How far above the text a heading may stand, in lines. */
const NEAR = 8;
const FEWEST_WORDS = 4;
const MOST_WORDS = 30;

/**
 * On a page without a heading of level 1, whose metadata speaks of none of its lines: the nearest line above the text
 * that is a heading by its tag or by its name.
 */
function findLesserHeading(
  blocks: readonly Block[],
  first: number,
  stated: readonly Statement[],
  metadata: Metadata,
): Statement | null {
  const above = blocks.slice(Math.max(0, first - NEAR), first + 1);
  const isStated = ({ facts }: Block) =>
    stated.some(({ value }) => likenessOf(value, facts.line.text) >= 0.6);
  if (above.some(isStated)) return null;
  const heading = above.findLast(({ around, facts: { line, noise, prose }, linked, hidden }) => {
    if (linked >= 0.5 || hidden || noise.length > 0 || prose > 0 || isSiteName(line.text, metadata))
      return false;
    if (line.words < FEWEST_WORDS || line.words > MOST_WORDS) return false;
    const nearest = around.slice(0, 2);
    return nearest.some(
      (element) => /^h[234]$/.test(element.name) || conceptsOf(element).includes("headline"),
    );
  });
  return heading === undefined ? null : { value: heading.facts.line.text, rule: "line named as a heading" };
}

/** A statement as the title, without the sign that parted it from the word above it. */
function claim(statement: Statement | undefined | null): Claim<string> | null {
  if (statement === undefined || statement === null) return null;
  const value = statement.value.replace(/^\s*[:|·•–—-]\s+/u, "");
  return { value, rule: statement.rule, quote: statement.value, line: null };
}

/** The site's name as the browser's tab shows it behind the article's title; null where the two do not part. */
export function nameSite(pageTitle: string, title: string | null): Statement | null {
  const parts = splitTitle(pageTitle);
  const name = parts.at(-1)?.text.trim() ?? "";
  const rest = pageTitle.slice(0, parts.at(-2)?.end ?? 0);
  if (title === null || parts.length < 2 || !sameWords(rest, title) || name.split(/\s+/).length > 6)
    return null;
  return { value: name, rule: "end of the title element" };
}

/** The title without the parts that are the site's name, at either end. */
function stripSite(title: string, metadata: Pick<Metadata, "siteName" | "address">): string {
  const isSite = (part: string) => isSiteName(part, metadata);
  let parts = splitTitle(title);
  while (parts.length > 1 && isSite(parts.at(-1)?.text ?? "")) parts = parts.slice(0, -1);
  while (parts.length > 1 && isSite(parts[0]?.text ?? "")) parts = parts.slice(1);
  const first = parts[0];
  const last = parts.at(-1);
  return first === undefined || last === undefined ? title.trim() : title.slice(first.start, last.end).trim();
}

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function splitTitle(title: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const match of title.matchAll(new RegExp(PARTED.source, "gu"))) {
    parts.push({ text: title.slice(start, match.index), start, end: match.index });
    start = match.index + match[0].length;
  }
  parts.push({ text: title.slice(start), start, end: title.length });
  return parts.filter(({ text }) => text.trim() !== "");
}
