// Walks over the tree of markup, none of them by recursion: a page may nest as deep as it is long.

import { type ChildNode, type Element, isTag, isText } from "domhandler";

/** All elements in document order. */
export function* elementsIn(nodes: readonly ChildNode[]): Generator<Element> {
  const stack = nodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isTag(node)) continue;
    yield node;
    for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push(node.children[at] as ChildNode);
  }
}

/** The elements right below another. */
export function childTags(element: Element): Element[] {
  return element.children.filter((child) => isTag(child));
}

/** The text of all nodes as it stands, that of scripts too; once it is longer than `most`, no more of it is read. */
export function textOf(nodes: readonly ChildNode[], most = Number.POSITIVE_INFINITY): string {
  let text = "";
  /** Lists of nodes, one inside the other, and how far each has been read. */
  const stack = [{ nodes, at: 0 }];
  for (let list = stack.at(-1); list !== undefined && text.length <= most; list = stack.at(-1)) {
    const node = list.nodes[list.at];
    list.at += 1;
    if (node === undefined) stack.pop();
    else if (isText(node)) text += node.data;
    else if ("children" in node) stack.push({ nodes: node.children, at: 0 });
  }
  return text;
}
