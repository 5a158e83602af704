// writeFormulas: the formulas of a page as text, each once, though pages show them by other means too.

import { type ChildNode, type Document, type Element, isTag, type ParentNode, Text } from "domhandler";
import { elementsIn } from "../../elements.ts";
import { readFormula } from "../../sanitize/formulas.ts";

/** More children than this has no element that holds one formula. */
const MOST_PARTS = 8;

/** Puts their text in the place of formulas in MathML, in place. */
export function writeFormulas(document: Document): void {
  const formulas = [...elementsIn(document.children)].filter(({ name }) => name === "math");
  for (const math of formulas) {
    const text = new Text(readFormula(math));
    const holder = holderOf(math);
    text.parent = holder;
    holder.name = "span";
    holder.attribs = {};
    holder.children = [text];
  }
}

/** The element that shows a formula: itself, or the one that holds it for those who listen, and its picture for others. */
function holderOf(math: Element): Element {
  let holder = math;
  for (let level = 0; level < 2; level++) {
    const parent: ParentNode | null = holder.parent;
    if (parent === null || !isTag(parent as ChildNode) || parent.children.length > MOST_PARTS) break;
    const others = parent.children.filter((child) => child !== holder && isTag(child)) as Element[];
    if (others.some(isPictureOfFormula)) return parent as Element;
    if (others.length > 0 || !isInline(parent as Element)) break;
    holder = parent as Element;
  }
  return math;
}

function isInline({ name }: Element): boolean {
  return name === "span" || name.startsWith("mjx-");
}

/** True for what is drawn for the eye where MathML stands for the ear: KaTeX, MathJax and Wikipedia do that. */
function isPictureOfFormula({ attribs }: Element): boolean {
  return attribs["aria-hidden"] === "true";
}
