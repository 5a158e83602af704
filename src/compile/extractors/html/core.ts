// findCore: the element that holds the page's running prose, and the lines in which that prose begins and ends.

import type { Element } from "domhandler";
import { type Block, pathOf } from "./blocks.ts";

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
  for (const block of blocks) {
    let share = proseOf(block);
    if (share === 0) continue;
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
  const wide = element === null ? null : widen(element, blocks);
  const inside = blocks.filter((block) => proseOf(block) > 0 && wide !== null && block.around.includes(wide));
  return { element: wide, first: inside[0]?.index ?? 0, last: inside.at(-1)?.index ?? -1 };
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
