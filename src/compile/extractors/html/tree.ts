// The tree of a page: what is looked at when it is read, and small questions about its elements.

import { type ChildNode, type Element, isTag, type ParentNode } from "domhandler";
import { BLOCKS } from "../../sanitize/allowed.ts";

/** Elements whose text is never an article's. */
const UNREAD: ReadonlySet<string> = new Set(
  (
    "head script style template noscript svg math canvas iframe object embed audio video map select datalist textarea " +
    "input progress meter dialog frameset applet title link meta"
  ).split(" "),
);

/** Deeper elements are not looked at, so that no file can exhaust the stack. */
export const DEEPEST = 400;

/** True for an element whose content takes part in reading. */
export function isRead(element: Element): boolean {
  return !UNREAD.has(element.name);
}

/** True for an element that starts and ends a line. */
export function isBlockElement(element: Element): boolean {
  return BLOCKS.has(element.name) || element.name === "button" || element.name === "label";
}

/** The elements around a node, the nearest first. */
export function ancestorsOf(node: ChildNode | ParentNode): Element[] {
  const found: Element[] = [];
  for (let parent = node.parent; parent !== null && isTag(parent as ChildNode); parent = parent.parent) {
    found.push(parent as Element);
  }
  return found;
}
