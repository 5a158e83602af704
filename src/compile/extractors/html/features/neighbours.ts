// neighbourFeatures: what stands before and after a line, near and far.

import type { Block } from "../blocks.ts";
import { proseOf } from "../core.ts";
import { bin } from "./bins.ts";
import { type LineView, type PageView, parentOf } from "./view.ts";

const AWAY = [1, 2, 4, 8, 16];
const SINCE = [0, 1, 3, 8, 20];

/** Lines since the last heading of related links and of comments; Infinity where there was none. */
export interface Since {
  readonly related: number;
  readonly comments: number;
}

/** Names of the features of a line's neighbourhood. */
export function* neighbourFeatures(page: PageView, line: LineView, since: Since): Generator<string> {
  const { blocks, core } = page;
  const { block, index, place, size, kind, links, tag, inCore } = line;
  const copies = page.copies.get(block.facts.line.text) ?? 0;
  if (copies > 1) yield* [`repeated ${kind}`, `repeated ${place}`];
  if (copies > 2) yield* ["repeated often", `repeated often ${tag}`];
  for (const step of [-3, -2, -1, 1, 2, 3]) {
    const what = `next ${step} ${describe(blocks[index + step], block)}`;
    yield what;
    if (Math.abs(step) === 1) yield* [`${what} ${size}`, `${what} ${tag}`];
  }
  const wide = densityAround(blocks, index, 8);
  yield* [
    `around ${densityAround(blocks, index, 3)} ${kind}`,
    `wide ${wide} ${kind}`,
    `wide ${wide} ${place}`,
  ];
  if (block.mediaBefore > 0) yield* [`after media ${size}`, `after media ${links}`];
  if ((blocks[index + 1]?.mediaBefore ?? 0) > 0) yield `before media ${size}`;
  if (index < core.first) yield `ahead ${bin(core.first - index, AWAY)} ${kind}`;
  else if (index > core.last) {
    const behind = `behind ${bin(index - core.last, AWAY)}`;
    yield* [`${behind} ${kind}`, `${behind} ${inCore}`];
  } else {
    yield* [
      `deep ${bin(index - core.first, [0, 1, 3])}`,
      `last ${bin(core.last - index, [0, 1, 3])} ${kind}`,
    ];
  }
  if (since.related < 40) {
    const related = `since related ${bin(since.related, SINCE)}`;
    yield* [`${related} ${place}`, `${related} ${kind}`];
  }
  if (since.comments < 60) yield `since comments ${bin(since.comments, SINCE)} ${place}`;
}

function describe(near: Block | undefined, block: Block): string {
  if (near === undefined) return "edge";
  return `${whatIs(near)} ${parentOf(near) === parentOf(block) ? "same" : "other"}`;
}

function whatIs({ facts, linked, element }: Block): string {
  if (facts.noise.length > 0) return "noise";
  if (linked > 0.7) return "link";
  if (facts.caption) return "caption";
  if (facts.prose > 0) return "prose";
  return /^h\d$/.test(element?.name ?? "") ? "heading" : "label";
}

/** Share of prose among the lines up to `reach` away, in quarters. */
function densityAround(blocks: readonly Block[], index: number, reach: number): number {
  const near = blocks
    .slice(Math.max(0, index - reach), index + reach + 1)
    .filter((block) => block.index !== index);
  const prose = near.filter((block) => proseOf(block) > 0).length;
  return near.length === 0 ? 0 : Math.round((4 * prose) / near.length);
}
