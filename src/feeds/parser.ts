// A strict parser of machine-written XML: elements, attributes, text and CDATA; white space between elements is
// dropped. What is not well-formed throws.

import { isElement, type XmlElement, type XmlNode } from "./xml.ts";

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The root element of a document (XML 1.0 §2.1). */
export function parseXml(text: string): XmlElement {
  const start = text.startsWith("<?xml") ? text.indexOf("?>") + 2 : 0;
  const root: XmlNode[] = [];
  const end = parseChildren(text, start, root);
  const [only, ...others] = root;
  if (end !== text.length || only === undefined || !isElement(only) || others.length > 0) {
    throw new Error("an XML document is one element");
  }
  return only;
}

/** Reads what stands between two tags into `children`; the position of the end tag, or of the end of the text. */
function parseChildren(text: string, start: number, children: XmlNode[]): number {
  let at = start;
  while (at < text.length && !text.startsWith("</", at)) {
    if (text.startsWith("<![CDATA[", at)) {
      const end = find(text, "]]>", at);
      children.push(text.slice(at + 9, end));
      at = end + 3;
    } else if (text.startsWith("<", at)) {
      at = parseElement(text, at, children);
    } else {
      const next = text.indexOf("<", at);
      const end = next === -1 ? text.length : next;
      const data = text.slice(at, end);
      if (data.trim() !== "") children.push(decodeEntities(data));
      at = end;
    }
  }
  return at;
}

const startTag = /<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y;
const attribute = /([\w:.-]+)="([^"<]*)"/g;

/** Reads one element into `siblings`; the position behind it. */
function parseElement(text: string, start: number, siblings: XmlNode[]): number {
  startTag.lastIndex = start;
  const tag = startTag.exec(text);
  if (tag === null) throw new Error(`no start tag at ${start}`);
  const [whole, name = "", list = "", empty] = tag;
  const attributes: Record<string, string> = {};
  for (const [, key = "", value = ""] of list.matchAll(attribute)) {
    if (Object.hasOwn(attributes, key)) throw new Error(`<${name}> has two attributes ${key}`);
    attributes[key] = decodeEntities(value);
  }
  const children: XmlNode[] = [];
  siblings.push({ name, attributes, children });
  if (empty === "/") return start + whole.length;
  const end = parseChildren(text, start + whole.length, children);
  const endTag = `</${name}>`;
  if (!text.startsWith(endTag, end)) throw new Error(`<${name}> is not closed at ${end}`);
  return end + endTag.length;
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:(\w+);)?/g, (whole, name: string | undefined) => {
    const character = name === undefined ? undefined : entities[name];
    if (character === undefined) throw new Error(`${whole} is no entity of XML`);
    return character;
  });
}

function find(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  if (at === -1) throw new Error(`${what} is missing`);
  return at;
}
