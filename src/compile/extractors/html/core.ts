// findCore: the element that holds the page's running prose, and the lines in which that prose begins and ends.

import type { Element } from "domhandler";
import { type Block, pathOf } from "./blocks.ts";
import { conceptsOf } from "./tokens.ts";

/** Where the prose of a page stands. */
export interface Core {
  /** The element around it; null for a page without prose. */
  readonly element: Element | null;
  /** Indices of its first and last line of prose. */
  readonly first: number;
  readonly last: number;
}

/** What an element's claim to a line of prose loses with every level between them. */
const DECAY = 0.8;
/** What a line of prose counts beside the article: in comments, in a notice about cookies, in the foot of the page. */
const APART = 0.25;
const APART_TAGS = new Set(["aside", "footer", "nav"]);
const APART_CONCEPTS = new Set(["comment", "cookie", "login"]);
/** Names of columns beside the article and of what stands in them, each the whole of a class or an id. */
const APART_NAME = /^(?:widget(?:[_-].*)?|textwidget|(?:left-?|right-?)?side-?bar|secondary|footer)$/i;
/** Elements that make or mark one line. */
const LINES = new Set("p li h1 h2 h3 h4 h5 h6 b strong em i font".split(" "));
/** Levels above a line that are asked. */
const LEVELS = 12;

/** Words of running prose a line adds: none for links, captions and clutter. */
export function proseOf({ facts, linked, hidden }: Block): number {
  if (hidden || linked > 0.5 || facts.caption || facts.noise.length > 0) return 0;
  return facts.prose * (1 - linked);
}

/** Finds the element that holds most prose with least around it. */
export function findCore(blocks: readonly Block[]): Core {
  const scores = new Map<Element, number>();
  // What holds the heading of the page is not beside the article, whatever it is called.
  const titled = new Set<Element>();
  for (const { around } of blocks) {
    if (around.some(({ name }) => name === "h1")) for (const element of around) titled.add(element);
  }
  for (const block of blocks) {
    let share = proseOf(block);
    if (share === 0) continue;
    if (block.around.some((element) => isApart(element) && !titled.has(element))) share *= APART;
    for (const element of block.around.slice(0, LEVELS)) {
      scores.set(element, (scores.get(element) ?? 0) + share);
      share *= DECAY;
    }
  }
  let element: Element | null = null;
  let best = 0;
  for (const [candidate, score] of scores) {
    if (score > best) {
      element = candidate;
      best = score;
    }
  }
  const wide = element === null ? null : widen(holderOf(element), blocks);
  const inside = blocks.filter((block) => proseOf(block) > 0 && wide !== null && block.around.includes(wide));
  return { element: wide, first: inside[0]?.index ?? 0, last: inside.at(-1)?.index ?? -1 };
}

/** An article of one long paragraph is what that stands in: its short lines are beside it. */
function holderOf(element: Element): Element {
  const parent = element.parent;
  return LINES.has(element.name) && parent !== null && "attribs" in parent
    ? holderOf(parent as Element)
    : element;
}

/** An element is around many lines. */
const knownApart = new WeakMap<Element, boolean>();

/** True for an element named after what stands beside an article. */
function isApart(element: Element): boolean {
  const known = knownApart.get(element);
  if (known !== undefined) return known;
  const { name, attribs } = element;
  const apart =
    APART_TAGS.has(name) ||
    conceptsOf(element).some((concept) => APART_CONCEPTS.has(concept)) ||
    `${attribs["class"] ?? ""} ${attribs["id"] ?? ""}`.split(/\s+/).some((one) => APART_NAME.test(one));
  knownApart.set(element, apart);
  return apart;
}

/** The element, or one around it that holds much more prose of the same make: articles in several sections. */
function widen(element: Element, blocks: readonly Block[]): Element {
  const groups = new Map<string, number>();
  let total = 0;
  for (const block of blocks) {
    const prose = proseOf(block);
    if (prose === 0 || !block.around.includes(element)) continue;
    total += prose;
    const path = pathOf(block);
    groups.set(path, (groups.get(path) ?? 0) + prose);
  }
  const usual = new Set([...groups].filter(([, prose]) => prose > 0.25 * total).map(([path]) => path));
  const sums = new Map<Element, number>();
  for (const block of blocks) {
    const prose = proseOf(block);
    if (prose === 0 || !usual.has(pathOf(block))) continue;
    for (const around of block.around) sums.set(around, (sums.get(around) ?? 0) + prose);
  }
  let best = element;
  let held = total;
  for (let parent = element.parent; parent !== null && "attribs" in parent; parent = parent.parent) {
    const around: Element = parent;
    const same = sums.get(around) ?? 0;
    if (same > 1.25 * held) {
      best = around;
      held = same;
    }
  }
  return best;
}
