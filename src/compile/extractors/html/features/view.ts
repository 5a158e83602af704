// PageView: what is counted once for a page, and asked about each of its lines.

import type { Element } from "domhandler";
import { type Block, pathOf } from "../blocks.ts";
import { type Core, findCore, proseOf } from "../core.ts";
import { linksOf, sizeOf } from "./bins.ts";

/** What else a page says about its article. */
export interface Evidence {
  readonly titles: readonly string[];
  readonly description: string | null;
  /** The article's text as its metadata gives it. */
  readonly body: string | null;
}

/** Lines made alike, counted together. */
export interface Group {
  readonly count: number;
  readonly prose: number;
  /** Sum of the shares of their letters that stand in links. */
  readonly linked: number;
  readonly letters: number;
  readonly linkedLetters: number;
}

/** A page as the features see it. */
export interface PageView {
  readonly blocks: readonly Block[];
  readonly evidence: Evidence;
  readonly core: Core;
  /** The element of the core and those around it. */
  readonly coreChain: ReadonlySet<Element>;
  /** Words of prose on the page, one at least. */
  readonly prose: number;
  /** Lines by how they are made: tags and classes of three elements. */
  readonly byPath: ReadonlyMap<string, Group>;
  /** Lines by the element two levels above. */
  readonly byParent: ReadonlyMap<Element, Group>;
  /** How often each text stands on the page. */
  readonly copies: ReadonlyMap<string, number>;
}

/** A line with what most features are crossed with. */
export interface LineView {
  readonly block: Block;
  readonly index: number;
  readonly inCore: boolean;
  /** Where it stands to the core: in it, in its element above or below, before, after or beside it. */
  readonly place: "in" | "head" | "tail" | "before" | "after" | "beside";
  readonly size: string;
  readonly kind: "prose" | "label";
  readonly links: string;
  /** Tag of the element that makes the line. */
  readonly tag: string;
}

/** Counts what is to be counted. */
export function viewPage(blocks: readonly Block[], evidence: Evidence): PageView {
  const core = findCore(blocks);
  const copies = new Map<string, number>();
  const byPath = new Map<string, Group>();
  const byParent = new Map<Element, Group>();
  for (const block of blocks) {
    const { text } = block.facts.line;
    copies.set(text, (copies.get(text) ?? 0) + 1);
    addTo(byPath, pathOf(block), block);
    const parent = parentOf(block);
    if (parent !== null) addTo(byParent, parent, block);
  }
  return {
    blocks,
    evidence,
    core,
    coreChain: new Set(core.element === null ? [] : chainOf(core.element)),
    prose: blocks.reduce((sum, block) => sum + proseOf(block), 0) || 1,
    byPath,
    byParent,
    copies,
  };
}

/** Looks at one line of a page. */
export function viewLine({ core }: PageView, block: Block): LineView {
  const { index, facts, linked } = block;
  const inCore = core.element !== null && block.around.includes(core.element);
  const where = index < core.first ? "before" : index > core.last ? "after" : "between";
  const place = inCore
    ? ({ before: "head", after: "tail", between: "in" } as const)[where]
    : ({ before: "before", after: "after", between: "beside" } as const)[where];
  return {
    block,
    index,
    inCore,
    place,
    size: sizeOf(facts.line.words),
    kind: facts.prose > 0 ? "prose" : "label",
    links: linksOf(linked),
    tag: block.element?.name ?? "none",
  };
}

/** The element around the one that makes the line. */
export function parentOf(block: Block): Element | null {
  const at = block.element === null ? -1 : block.around.indexOf(block.element);
  return at < 0 ? null : ((block.element?.parent as Element | null) ?? null);
}

function chainOf(element: Element): Element[] {
  const chain = [element];
  for (let parent = element.parent; parent !== null; parent = parent.parent) chain.push(parent as Element);
  return chain;
}

function addTo<Key>(groups: Map<Key, Group>, key: Key, block: Block): void {
  const group = groups.get(key) ?? { count: 0, prose: 0, linked: 0, letters: 0, linkedLetters: 0 };
  const { length } = block.facts.line.text;
  groups.set(key, {
    count: group.count + 1,
    prose: group.prose + proseOf(block),
    linked: group.linked + block.linked,
    letters: group.letters + length,
    linkedLetters: group.linkedLetters + length * block.linked,
  });
}
