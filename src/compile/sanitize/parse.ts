// parseMarkup: HTML as a tree. Plain, well-formed markup, as this program writes it itself, is read at once.

import { type ChildNode, Element, Text } from "domhandler";
import { parseHtml } from "../parseHtml.ts";

/** The tree of any HTML; elements of it know their children, not what is around them. */
export function parseMarkup(html: string): ChildNode[] {
  return parsePlain(html) ?? parseHtml(html).children;
}

/** Elements without content. */
const VOID = new Set(["br", "hr", "img"]);
const NO_END: ReadonlySet<string> = new Set();
const ENDS_P: ReadonlySet<string> = new Set(["p"]);

/** The elements that are read here, with those around them whose end they would stand for. */
const PLAIN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ..."a abbr b br cite code del em i img ins kbd mark q s small strong sub sup u"
    .split(" ")
    .map((name) => [name, NO_END] as const),
  ..."blockquote figcaption figure h1 h2 h3 h4 h5 h6 hr ol p pre table ul"
    .split(" ")
    .map((name) => [name, ENDS_P] as const),
  ["li", new Set(["li"])],
  ["tbody", new Set(["thead", "tbody"])],
  ["thead", NO_END],
  ["tr", new Set(["tr", "th", "td"])],
  ["th", new Set(["th"])],
  ["td", new Set(["thead", "th", "td"])],
]);

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&gt;": ">", "&lt;": "<", "&quot;": '"' };

/**
 * The tree of markup whose every element is a usual one and closed where it has to be; null for any other, on which
 * only a whole parser knows what is meant.
 */
export function parsePlain(html: string): ChildNode[] | null {
  const top: ChildNode[] = [];
  const open: Element[] = [];
  let siblings = top;
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf("<", at);
    const end = tag < 0 ? html.length : tag;
    if (end > at) {
      const text = decodePlain(html.slice(at, end));
      if (text === null) return null;
      siblings.push(new Text(text));
    }
    if (tag < 0) break;
    const stop = html.indexOf(">", tag);
    if (stop < 0) return null;
    const parent = open.at(-1);
    if (html.charCodeAt(tag + 1) === slash) {
      if (parent === undefined || html.slice(tag + 2, stop) !== parent.name) return null;
      open.pop();
      siblings = (open.at(-1)?.children as ChildNode[] | undefined) ?? top;
    } else {
      const element = readTag(html.slice(tag + 1, stop));
      if (element === null) return null;
      const ended = PLAIN.get(element.name);
      if (ended === undefined || (parent !== undefined && ended.has(parent.name))) return null;
      siblings.push(element);
      if (!VOID.has(element.name)) {
        open.push(element);
        siblings = element.children as ChildNode[];
      }
    }
    at = stop + 1;
  }
  return open.length === 0 ? top : null;
}

const slash = 0x2f;

/** The element of an opening tag, given without its brackets; null where it is not written in the plainest way. */
function readTag(tag: string): Element | null {
  const space = tag.indexOf(" ");
  if (space < 0) {
    if (!tag.endsWith("/")) return new Element(tag, {});
    const name = tag.slice(0, -1);
    return VOID.has(name) ? new Element(name, {}) : null;
  }
  const name = tag.slice(0, space);
  const attribs: Record<string, string> = {};
  let at = space;
  while (at < tag.length) {
    if (tag.charCodeAt(at) === slash) {
      if (at !== tag.length - 1 || !VOID.has(name)) return null;
      break;
    }
    const equals = tag.indexOf('="', at);
    const end = equals < 0 ? -1 : tag.indexOf('"', equals + 2);
    if (end < 0 || tag[at] !== " ") return null;
    const key = tag.slice(at + 1, equals);
    const value = decodePlain(tag.slice(equals + 2, end));
    if (value === null || !/^[a-z-]+$/.test(key) || Object.hasOwn(attribs, key)) return null;
    attribs[key] = value;
    at = end + 1;
  }
  return new Element(name, attribs);
}

/** Text with the entities this program writes; null where there are others. */
function decodePlain(text: string): string | null {
  let from = text.indexOf("&");
  if (from < 0) return text;
  let plain = "";
  let at = 0;
  for (; from >= 0; from = text.indexOf("&", at)) {
    const end = text.indexOf(";", from) + 1;
    const character = ENTITIES[text.slice(from, end)];
    if (character === undefined) return null;
    plain += text.slice(at, from) + character;
    at = end;
  }
  return plain + text.slice(at);
}
