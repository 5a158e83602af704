// readFormula: a formula in MathML as one line of text: feeds hold no MathML, and few readers show it.

import { type ChildNode, type Element, isTag, isText } from "domhandler";

/** A formula as its source says it, which is the clearest (TeX mostly); else as its label does, else its signs. */
export function readFormula(math: Element): string {
  let signs = "";
  let source: string | null = null;
  const stack: ChildNode[] = math.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) signs += node.data;
    else if (!isTag(node)) continue;
    else if (node.name === "annotation") {
      if (/tex/i.test(node.attribs["encoding"] ?? "")) source ??= textIn(node);
    } else if (node.name !== "annotation-xml") {
      for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push(node.children[at] as ChildNode);
    }
  }
  const text = source ?? math.attribs["alttext"] ?? signs;
  return text
    .trim()
    .replace(/^\{\\displaystyle\s*(.*)\}$/s, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

function textIn({ children }: Element): string | null {
  const text = children.map((child) => (isText(child) ? child.data : "")).join("");
  return text.trim() === "" ? null : text;
}
