// elementFeatures: what the elements around a line are, what they are called, and what else is made like them.

import type { Element } from "domhandler";
import { pathOf } from "../blocks.ts";
import { conceptsOf } from "../tokens.ts";
import { bin } from "./bins.ts";
import { type LineView, type PageView, parentOf } from "./view.ts";

/** Elements that mean something, wherever they stand around a line. */
const TELLING = new Set(
  (
    "article aside nav footer header form figure figcaption table ul ol dl blockquote section button label a b strong " +
    "em i small span details address time h1 h2 h3 h4 h5 h6"
  ).split(" "),
);
const SHARES = [0, 0.02, 0.1, 0.3, 0.6];

/** Names of the features of a line's elements. */
export function* elementFeatures(page: PageView, line: LineView): Generator<string> {
  const { block, tag, place, size, kind, links, inCore } = line;
  const side = inCore ? "inside" : "outside";
  yield* [`tag ${tag}`, `tag ${tag} ${place}`, `tag ${tag} ${size}`, `tag ${tag} ${kind} ${links}`];
  for (const element of block.around) {
    const { name } = element;
    if (page.coreChain.has(element)) {
      if (name === "article" || name === "main") yield `core in ${name}`;
    } else if (TELLING.has(name)) yield* [`within ${name}`, `within ${name} ${kind}`];
  }
  for (const element of nearest(line)) for (const concept of conceptsOf(element)) yield `near ${concept}`;
  let levels = 0;
  for (const element of block.around) {
    if (page.coreChain.has(element)) break;
    levels += 1;
    for (const concept of conceptsOf(element)) yield* [`class ${concept}`, `class ${concept} ${side}`];
  }
  const level = `levels ${inCore ? "in" : "out"} ${Math.min(6, levels)}`;
  yield* [level, `${level} ${kind}`];

  const alike = page.byPath.get(pathOf(block));
  if (alike !== undefined) {
    yield `group ${bin(alike.prose / page.prose, SHARES)} ${kind}`;
    const count = bin(alike.count, [1, 3, 8]);
    yield `group links ${bin(alike.linked / alike.count, [0, 0.1, 0.3, 0.7])} ${kind} ${count}`;
  }
  const parent = parentOf(block);
  const siblings = parent === null ? undefined : page.byParent.get(parent);
  if (siblings !== undefined) {
    yield `parent prose ${bin(siblings.prose / page.prose, SHARES)} ${kind}`;
    yield `parent links ${bin(siblings.linkedLetters / Math.max(1, siblings.letters), [0.05, 0.2, 0.5, 0.9])} ${kind}`;
  }
}

/** The element that makes the line, and the inline ones around all of it. */
function nearest({ block }: LineView): readonly Element[] {
  const at = block.element === null ? -1 : block.around.indexOf(block.element);
  return block.around.slice(0, at + 1);
}
