// The tree of a page: what is looked at when it is read, and small questions about its elements.

import { type ChildNode, type Document, type Element, isTag, isText, type ParentNode } from "domhandler";
import { htmlParser } from "../../packages.ts";
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

/** Parses a page. Never throws. */
export function parsePage(html: string): Document {
  return htmlParser().parseDocument(html);
}

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

/** All descendants that are elements, in document order, found without recursion. */
export function* descendantsOf(root: ParentNode): Generator<Element> {
  const stack: ChildNode[] = root.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isTag(node)) continue;
    yield node;
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) stack.push(child);
    }
  }
}

/** The text of a node as it stands, found without recursion; scripts too, for those who ask for them. */
export function textOf(root: ParentNode): string {
  let text = "";
  const stack: ChildNode[] = root.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) text += node.data;
    else if ("children" in node) {
      for (let at = node.children.length - 1; at >= 0; at -= 1) {
        const child = node.children[at];
        if (child !== undefined) stack.push(child);
      }
    }
  }
  return text;
}
