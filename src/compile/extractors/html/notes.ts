// keepNotes: footnotes the article refers to, and notes in frames of their own among its paragraphs, are parts of it.

import type { Document, Element } from "domhandler";
import { elementsIn, textOf } from "../../elements.ts";
import { decode } from "../../media/paths.ts";
import type { Block } from "./blocks.ts";
import type { Decision } from "./decide.ts";
import { ancestorsOf } from "./tree.ts";

/** What a reference to a footnote looks like: a number, a letter or a sign, in brackets or not. */
const REFERENCE = /^[\s[(]*(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})[\s\])]*$/iu;
/** What is longer, in characters, is none. */
const LONGEST_REFERENCE = 40;
/** What has more words is a page to jump to, or a part of one. */
const MOST_WORDS = 200;

/** The decisions, with those parts that were cut for standing apart. */
export function keepNotes(blocks: readonly Block[], decisions: readonly Decision[]): readonly Decision[] {
  const footnotes = findFootnotes(blocks, decisions);
  const callouts = findCallouts(blocks, decisions);
  if (footnotes.size === 0 && callouts.size === 0) return decisions;
  return decisions.map((decision, index) => {
    if (footnotes.has(index)) return { keep: true, rule: "footnote the article refers to" };
    return callouts.has(index) ? { keep: true, rule: "note among the article's paragraphs" } : decision;
  });
}

/** Frames that editors offer for a remark within a text. */
const CALLOUT = /(?:^|[\s_-])(?:callout|admonition)(?:$|[\s_-])/i;

/** Indices of the cut lines of such frames that stand among kept lines, hold a sentence and lead nowhere. */
function findCallouts(blocks: readonly Block[], decisions: readonly Decision[]): ReadonlySet<number> {
  const isKept = (index: number) => decisions[index]?.keep === true;
  const frames = new Map<Element, Block[]>();
  for (const block of blocks) {
    if (isKept(block.index)) continue;
    const frame = block.around.findLast(({ attribs }) => CALLOUT.test(attribs["class"] ?? ""));
    if (frame === undefined) continue;
    const inside = frames.get(frame);
    if (inside === undefined) frames.set(frame, [block]);
    else inside.push(block);
  }
  const found = new Set<number>();
  for (const inside of frames.values()) {
    const words = inside.reduce((sum, { facts }) => sum + facts.line.words, 0);
    const isAmong = isKept((inside[0]?.index ?? 0) - 1) && isKept((inside.at(-1)?.index ?? 0) + 1);
    const isRemark = inside.every(
      ({ facts, linked, hidden }) => facts.noise.length === 0 && linked < 0.3 && !hidden,
    );
    if (isAmong && isRemark && words <= MOST_WORDS && inside.some(({ facts }) => facts.end === "sentence"))
      for (const { index, facts } of inside) if (facts.line.words > 0) found.add(index);
  }
  return found;
}

const BACK = /[↩⤴↑⏎]/;

/** Takes the signs away that lead from footnotes back to the text: outside the page they lead nowhere. */
export function dropBacklinks(document: Document): void {
  for (const element of elementsIn(document.children)) {
    if (element.name !== "a" || !(element.attribs["href"] ?? "").startsWith("#")) continue;
    if (BACK.test(textOf(element.children)) && !/[\p{L}\p{N}]/u.test(textOf(element.children)))
      element.children = [];
  }
}

/** True for the source of a page that may have such signs. */
export function mayHaveBacklinks(source: string): boolean {
  return BACK.test(source) || /&#8617;|&#x21a9;|&larr?hk;/i.test(source);
}

/** Indices of the cut lines in elements that references of kept lines point to. */
function findFootnotes(blocks: readonly Block[], decisions: readonly Decision[]): ReadonlySet<number> {
  const wanted = new Set<string>();
  let first = 0;
  for (const block of blocks) {
    if (decisions[block.index]?.keep !== true || block.linked === 0) continue;
    for (const id of referencesOf(block)) {
      if (wanted.size === 0) first = block.index;
      wanted.add(id);
    }
  }
  const found = new Set<number>();
  if (wanted.size === 0) return found;
  const words = new Map<Element, number>();
  const inside = new Map<number, Element>();
  for (const block of blocks.slice(first + 1)) {
    const note = block.around.find(({ attribs }) => wanted.has(attribs["id"] ?? ""));
    if (note === undefined) continue;
    words.set(note, (words.get(note) ?? 0) + block.facts.line.words);
    if (decisions[block.index]?.keep !== true && !block.hidden) inside.set(block.index, note);
  }
  for (const [index, note] of inside) if ((words.get(note) ?? 0) <= MOST_WORDS) found.add(index);
  return found;
}

/** The names that links of a line to other places of the page point to, where they look like references. */
function* referencesOf({ nodes }: Block): Generator<string> {
  for (const node of nodes) {
    const link = ancestorsOf(node)
      .slice(0, 4)
      .find(({ name }) => name === "a");
    const href = link?.attribs["href"] ?? "";
    if (
      link !== undefined &&
      href.startsWith("#") &&
      REFERENCE.test(textOf(link.children, LONGEST_REFERENCE))
    )
      yield decode(href.slice(1));
  }
}
