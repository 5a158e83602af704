// featuresOf: what the weights are asked about each line of a page: its own shape, its elements, its neighbours.

import type { Element } from "domhandler";
import { type Block, pathOf } from "./blocks.ts";
import { type Core, findCore, proseOf } from "./core.ts";
import { conceptsOf } from "./tokens.ts";

/** What else a page says about its article. */
export interface Evidence {
  readonly titles: readonly string[];
  readonly description: string | null;
  /** The article's text as its metadata gives it. */
  readonly body: string | null;
}

/** Names of the features that hold for each line, in their order. */
export function featuresOf(blocks: readonly Block[], evidence: Evidence): string[][] {
  const core = findCore(blocks);
  const coreLine = new Set<Element>(core.element === null ? [] : chainOf(core.element));
  const groups = groupByPath(blocks);
  const total = blocks.reduce((sum, block) => sum + proseOf(block), 0) || 1;
  const copies = countTexts(blocks);
  const shared = shareWithBody(blocks, evidence.body);
  const parents = statsByParent(blocks);
  let sinceRelated = Infinity;
  let sinceComments = Infinity;
  return blocks.map((block, index) => {
    const { facts, linked } = block;
    const { line } = facts;
    const on = new Set<string>(["any"]);
    const add = (...names: string[]) => {
      for (const name of names) on.add(name);
    };
    const inCore = core.element !== null && block.around.includes(core.element);
    const place = inCore
      ? index < core.first
        ? "head"
        : index > core.last
          ? "tail"
          : "in"
      : index < core.first
        ? "before"
        : index > core.last
          ? "after"
          : "beside";
    const size = sizeOf(line.words);
    const kind = facts.prose > 0 ? "prose" : "label";
    const links =
      linked === 0 ? "none" : linked < 0.15 ? "few" : linked < 0.5 ? "some" : linked < 0.95 ? "most" : "all";
    sinceRelated = facts.noise.includes("heading of related links") ? 0 : sinceRelated + 1;
    sinceComments = facts.noise.includes("heading of comments") ? 0 : sinceComments + 1;

    // The line by itself.
    add(`size ${size}`, `size ${size} ${place}`, `size ${size} ${facts.end}`, `${kind} ${place}`);
    add(`links ${links}`, `links ${links} ${kind}`, `links ${links} ${place}`, `links ${links} ${size}`);
    add(`end ${facts.end} ${kind}`, `sentences ${Math.min(3, facts.sentences)}`);
    if (line.words >= 4)
      add(`small ${Math.min(5, Math.floor(facts.small * 12))} ${line.words > 12 ? "long" : "short"}`);
    add(`capitals ${Math.min(4, Math.floor(facts.capitals * 5))} ${line.words > 4 ? "long" : "short"}`);
    if (facts.digits > 0.1) add(`digits ${facts.digits > 0.3 ? "many" : "some"}`);
    for (const name of facts.noise)
      add(`noise ${name}`, `noise ${name} ${place}`, ...(line.words > 12 ? [`noise ${name} long`] : []));
    if (facts.noise.length === 0) add("no noise", `no noise ${place}`);
    if (facts.caption) add("caption", `caption ${line.words > 12 ? "long" : "short"}`);
    if (facts.address) add("address");
    if (/^["“„«‘'—–-]/.test(line.text)) add("opens with quote");
    if (/^\p{Ll}/u.test(line.text)) add(`opens small ${place}`);
    if (/^\d+[.)]\s/.test(line.text)) add(`numbered ${place}`);
    if (/\?$/.test(line.text)) add(`question ${place}`);
    if (/[|•·»›]/.test(line.text.slice(1))) add(`separator ${place}`);
    if (/https?:|www\./.test(line.text)) add("holds address");
    if (/(?<![\p{L}])(?:you|your|we|our|us|wir|uns|vous|nous|usted|bạn)(?![\p{L}])/iu.test(line.text))
      add(`addresses reader ${kind}`);
    if (/^(?:By|Von|Par|Por|Di|Av|Door|Autor)\s+\p{Lu}/u.test(line.text) && line.words < 14) add("byline");
    if (/\b(?:19|20)\d\d\b/.test(line.text) && line.words < 12) add(`short with year ${place}`);
    if (block.hidden) add("hidden", `hidden ${place}`);

    // Its elements.
    const name = block.element?.name ?? "none";
    add(`tag ${name}`, `tag ${name} ${place}`, `tag ${name} ${size}`, `tag ${name} ${kind} ${links}`);
    for (const element of block.around) {
      if (coreLine.has(element)) {
        if (["article", "main"].includes(element.name)) add(`core in ${element.name}`);
        continue;
      }
      if (
        /^(?:article|aside|nav|footer|header|form|figure|figcaption|table|ul|ol|dl|blockquote|section|button|label|a|b|strong|em|i|small|span|details|address|time|h[1-6])$/.test(
          element.name,
        )
      )
        add(`within ${element.name}`, `within ${element.name} ${kind}`);
    }
    const near = nearestElements(block);
    for (const element of near) for (const token of conceptsOf(element)) add(`near ${token}`);
    for (const element of block.around) {
      if (coreLine.has(element)) break;
      for (const token of conceptsOf(element))
        add(`class ${token}`, `class ${token} ${inCore ? "inside" : "outside"}`);
    }
    const away = block.around.findIndex((element) => coreLine.has(element));
    const levels = away < 0 ? block.around.length : away;
    add(
      `levels ${inCore ? "in" : "out"} ${Math.min(6, levels)}`,
      `levels ${inCore ? "in" : "out"} ${Math.min(6, levels)} ${kind}`,
    );

    // Lines like it, and lines around it.
    const group = groups.get(pathOf(block));
    add(`group ${bin((group?.prose ?? 0) / total, [0, 0.02, 0.1, 0.3, 0.6])} ${kind}`);
    add(
      `group links ${bin((group?.linked ?? 0) / (group?.count ?? 1), [0, 0.1, 0.3, 0.7])} ${kind} ${bin(group?.count ?? 0, [1, 3, 8])}`,
    );
    const parent = parents.get(block.element?.parent as Element);
    if (parent !== undefined) {
      add(`parent prose ${bin(parent.prose / total, [0, 0.02, 0.1, 0.3, 0.6])} ${kind}`);
      add(
        `parent links ${bin(parent.linkedLetters / Math.max(1, parent.letters), [0.05, 0.2, 0.5, 0.9])} ${kind}`,
      );
    }
    if ((copies.get(line.text) ?? 0) > 1) add(`repeated ${kind}`, `repeated ${place}`);
    for (const step of [-3, -2, -1, 1, 2, 3]) {
      const what = describeNear(blocks[index + step], block);
      add(`next ${step} ${what}`);
      if (Math.abs(step) === 1) add(`next ${step} ${what} ${size}`, `next ${step} ${what} ${name}`);
    }
    add(
      `around ${densityAround(blocks, index, 3)} ${kind}`,
      `wide ${densityAround(blocks, index, 8)} ${kind}`,
      `wide ${densityAround(blocks, index, 8)} ${place}`,
    );
    if (block.mediaBefore > 0) add(`after media ${size}`, `after media ${links}`);
    if ((blocks[index + 1]?.mediaBefore ?? 0) > 0) add(`before media ${size}`);
    if (index < core.first) add(`ahead ${bin(core.first - index, [1, 2, 4, 8, 16])} ${kind}`);
    else if (index > core.last)
      add(
        `behind ${bin(index - core.last, [1, 2, 4, 8, 16])} ${kind}`,
        `behind ${bin(index - core.last, [1, 2, 4, 8, 16])} ${inCore}`,
      );
    else
      add(`deep ${bin(index - core.first, [0, 1, 3])}`, `last ${bin(core.last - index, [0, 1, 3])} ${kind}`);
    if (sinceRelated < 40)
      add(
        `since related ${bin(sinceRelated, [0, 1, 3, 8, 20])} ${place}`,
        `since related ${bin(sinceRelated, [0, 1, 3, 8, 20])} ${kind}`,
      );
    if (sinceComments < 60) add(`since comments ${bin(sinceComments, [0, 1, 3, 8, 20])} ${place}`);

    // What the page says elsewhere.
    if (evidence.titles.some((title) => sameWords(title, line.text))) add("title", `title ${place}`);
    if (evidence.description !== null && line.words > 4) {
      const start = evidence.description.slice(0, 60);
      if (line.text.startsWith(start) || evidence.description.startsWith(line.text))
        add(`description ${place}`);
    }
    if (shared !== null)
      add(
        `stated ${bin(shared[index] ?? 0, [0, 0.3, 0.7])} ${kind}`,
        `stated ${bin(shared[index] ?? 0, [0, 0.3, 0.7])} ${line.words > 3}`,
      );
    return [...on];
  });
}

function chainOf(element: Element): Element[] {
  const chain = [element];
  for (let parent = element.parent; parent !== null; parent = parent.parent) chain.push(parent as Element);
  return chain;
}

/** The elements up to the one that makes the line, and the one around that. */
function nearestElements(block: Block): Element[] {
  const at = block.element === null ? -1 : block.around.indexOf(block.element);
  return block.around.slice(0, at + 1);
}

interface Group {
  count: number;
  prose: number;
  linked: number;
}

function groupByPath(blocks: readonly Block[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const block of blocks) {
    const path = pathOf(block);
    const group = groups.get(path) ?? { count: 0, prose: 0, linked: 0 };
    group.count += 1;
    group.prose += proseOf(block);
    group.linked += block.linked;
    groups.set(path, group);
  }
  return groups;
}

interface ParentStats {
  prose: number;
  letters: number;
  linkedLetters: number;
}

/** Prose and links below the elements two levels above each line. */
function statsByParent(blocks: readonly Block[]): Map<Element, ParentStats> {
  const stats = new Map<Element, ParentStats>();
  for (const block of blocks) {
    const parent = block.element?.parent as Element | null | undefined;
    if (parent === null || parent === undefined) continue;
    const one = stats.get(parent) ?? { prose: 0, letters: 0, linkedLetters: 0 };
    one.prose += proseOf(block);
    one.letters += block.facts.line.text.length;
    one.linkedLetters += block.facts.line.text.length * block.linked;
    stats.set(parent, one);
  }
  return stats;
}

function countTexts(blocks: readonly Block[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { facts } of blocks) counts.set(facts.line.text, (counts.get(facts.line.text) ?? 0) + 1);
  return counts;
}

/** For each line the share of its word triples that the stated body has; null where there is none to compare with. */
function shareWithBody(blocks: readonly Block[], body: string | null): number[] | null {
  if (body === null || body.length < 400) return null;
  const stated = new Set(triplesOf(body));
  return blocks.map(({ facts }) => {
    const triples = triplesOf(facts.line.text);
    return triples.length === 0 ? 0 : triples.filter((triple) => stated.has(triple)).length / triples.length;
  });
}

function triplesOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 3) return [words.join(" ")];
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
}

/** True for two texts of the same words. */
export function sameWords(a: string, b: string): boolean {
  const plain = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
  return plain(a) === plain(b);
}

function describeNear(near: Block | undefined, block: Block): string {
  if (near === undefined) return "edge";
  const same = near.element?.parent === block.element?.parent ? "same" : "other";
  const { facts, linked } = near;
  const what =
    facts.noise.length > 0
      ? "noise"
      : linked > 0.7
        ? "link"
        : facts.caption
          ? "caption"
          : facts.prose > 0
            ? "prose"
            : /^h\d$/.test(near.element?.name ?? "")
              ? "heading"
              : "label";
  return `${what} ${same}`;
}

function densityAround(blocks: readonly Block[], index: number, reach: number): number {
  let prose = 0;
  let all = 0;
  for (let at = Math.max(0, index - reach); at <= Math.min(blocks.length - 1, index + reach); at += 1) {
    if (at === index) continue;
    const block = blocks[at];
    if (block === undefined) continue;
    prose += proseOf(block) > 0 ? 1 : 0;
    all += 1;
  }
  return all === 0 ? 0 : Math.round((4 * prose) / all);
}

function sizeOf(words: number): string {
  return `≤${[1, 2, 4, 8, 14, 24, 40, 70].find((limit) => words <= limit) ?? "∞"}`;
}

function bin(value: number, limits: readonly number[]): string {
  return `≤${limits.find((limit) => value <= limit) ?? "∞"}`;
}

export type { Core };
