// An XML document as a tree of its elements, by their namespaces.

import { SaxesParser } from "saxes";

export interface XmlNode {
  /** Without its prefix. */
  readonly name: string;
  readonly uri: string;
  /** By their names as written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Its own text, and that of what is in it where it is markup. */
  readonly text: string;
}

interface Growing extends XmlNode {
  readonly children: Growing[];
  text: string;
}

/** No feed nests its elements deeper; readers give up earlier. */
const mostDeep = 500;

/** Reads a document; throws an Error with the place of what is not well-formed (XML 1.0 §2.1, Namespaces §7). */
export function readXmlTree(text: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  const open: Growing[] = [];
  let root: Growing | null = null;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const list = Object.values(attributes).map(({ name, value }) => [name, value]);
    const node: Growing = { name: local, uri, attributes: Object.fromEntries(list), children: [], text: "" };
    open.at(-1)?.children.push(node);
    root ??= node;
    if (open.push(node) > mostDeep) throw new Error(`elements stand in each other ${mostDeep} deep`);
  });
  const append = (data: string): void => {
    const innermost = open.at(-1);
    if (innermost !== undefined) innermost.text += data;
  };
  parser.on("text", append);
  parser.on("cdata", append);
  parser.on("closetag", () => {
    const node = open.pop();
    // The words of markup are the words of what holds it.
    if (node?.uri === xhtml) append(node.text);
  });
  parser.write(text).close();
  if (root === null) throw new Error("it holds no element");
  return root;
}

const xhtml = "http://www.w3.org/1999/xhtml";

/** The children of a name in a namespace; any of several where they are given. */
export function childrenOf(node: XmlNode, name: string, ...uris: readonly string[]): XmlNode[] {
  return node.children.filter((child) => child.name === name && uris.includes(child.uri));
}

/** The text of the first such child; null where there is none. */
export function textOf(node: XmlNode, name: string, ...uris: readonly string[]): string | null {
  return childrenOf(node, name, ...uris)[0]?.text.trim() ?? null;
}
