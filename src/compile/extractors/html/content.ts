// buildContent: the article's own part of a page: the lines that were kept, with the pictures that stand among them.

import { type ChildNode, type Document, Element, isTag, isText, type ParentNode, Text } from "domhandler";
import { escapeClean } from "../../../feeds/xml.ts";
import { PLAYER_ELEMENTS } from "../../sanitize/players.ts";
import { sanitizeHtml, sanitizeNodes } from "../../sanitize.ts";
import type { Block } from "./blocks.ts";
import { DEEPEST } from "./tree.ts";

/**
 * What a line of the page is to the article; a slide is a caption the article may end with, its dateline what it
 * begins with, without being a part of it.
 */
export type Role = "body" | "caption" | "slide" | "dateline" | "other";

const MEDIA = new Set([
  ...["img", "picture", "video", "audio", "iframe", "embed", "object", "amp-img", "amp-video", "amp-audio"],
  ...PLAYER_ELEMENTS,
]);
const PASSED = new Set(["script", "style", "template", "head", "svg", "noscript", "link", "meta"]);

/** What stands below an element. */
interface Holdings {
  body: boolean;
  caption: boolean;
  cut: boolean;
  media: boolean;
  /** The dateline the article begins with, and its last text. */
  dateline: boolean;
  last: boolean;
}

interface Walk {
  readonly roleOf: ReadonlyMap<Text, Role>;
  readonly holdings: Map<ParentNode, Holdings>;
  readonly last: Text | undefined;
  started: boolean;
  ended: boolean;
}

/** Clean HTML of the kept lines. `roles` has one entry per block, in their order. Empty when none is kept. */
export function buildContent(
  document: Document,
  blocks: readonly Block[],
  roles: readonly Role[],
  base: string | null,
): string {
  const roleOf = new Map<Text, Role>();
  blocks.forEach((block, index) => {
    for (const node of block.nodes) roleOf.set(node, roles[index] ?? "other");
  });
  const isTold = (role: Role) => role === "body" || role === "slide";
  const last = blocks[roles.findLastIndex(isTold)]?.nodes.findLast((node) => node.data.trim() !== "");
  if (last === undefined || !roles.includes("body")) return "";
  const walk: Walk = { roleOf, holdings: new Map(), last, started: false, ended: false };
  survey(document, walk, 0);
  return sanitizeNodes(select(document.children, walk, 0), base);
}

/** Text as a page states it in its metadata, as clean HTML: markup as it is, plain text by its lines. */
export function buildFromText(text: string, base: string | null): string {
  if (/<(?:p|br|div)\b/i.test(text)) return sanitizeHtml(text, base);
  const paragraphs = escapeClean(text)
    .split(/\n+/)
    .map((line) => `<p>${line}</p>`);
  return sanitizeHtml(paragraphs.join(""), base);
}

/** Notes for every element what stands below it. */
function survey(parent: ParentNode, walk: Walk, depth: number): Holdings {
  const all: Holdings = {
    body: false,
    caption: false,
    cut: false,
    media: false,
    dateline: false,
    last: false,
  };
  for (const node of parent.children) {
    if (isText(node)) {
      if (node.data.trim() === "") continue;
      if (node === walk.last) all.last = true;
      const role = walk.roleOf.get(node) ?? "other";
      if (role === "body") all.body = true;
      else if (role === "caption" || role === "slide") all.caption = true;
      else all.cut = true;
      if (role === "dateline") all.dateline = true;
    } else if (isTag(node) && depth <= DEEPEST && !PASSED.has(node.name)) {
      if (MEDIA.has(node.name)) all.media = true;
      else {
        const inner = survey(node, walk, depth + 1);
        all.body ||= inner.body;
        all.caption ||= inner.caption;
        all.cut ||= inner.cut;
        all.media ||= inner.media;
        all.dateline ||= inner.dateline;
        all.last ||= inner.last;
      }
    }
  }
  walk.holdings.set(parent, all);
  return all;
}

function select(nodes: readonly ChildNode[], walk: Walk, depth: number): ChildNode[] {
  const left: ChildNode[] = [];
  for (const node of nodes) {
    if (isText(node)) {
      const isSpace = node.data.trim() === "";
      const isBody = walk.roleOf.get(node) === "body";
      if (isSpace || isBody) left.push(node);
      if (!isSpace && (isBody || walk.roleOf.get(node) === "dateline")) walk.started = true;
      if (node === walk.last) walk.ended = true;
    } else if (isTag(node) && depth <= DEEPEST && !PASSED.has(node.name)) {
      if (!MEDIA.has(node.name)) for (const one of selectElement(node, walk, depth)) left.push(one);
      else if (walk.started && !walk.ended) left.push(node);
    }
  }
  return left;
}

function selectElement(element: Element, walk: Walk, depth: number): ChildNode[] {
  const holds = walk.holdings.get(element);
  const { name } = element;
  if (holds === undefined) return [];
  if (name === "br" || name === "hr") return walk.started && !walk.ended ? [element] : [];
  if (!holds.body) {
    if (!holds.media || walk.ended) {
      walk.started ||= holds.dateline;
      walk.ended ||= holds.last;
      return [];
    }
    // Pictures with other words around them belong to teasers; with captions, or alone, to the article.
    if (holds.cut && !holds.caption) return [];
    const isSmallest = !element.children.some(
      (child) => isTag(child) && isCaptioned(walk.holdings.get(child)),
    );
    if (name === "figure" || (holds.caption && isSmallest)) return [makeFigure(element, walk)];
  }
  const inner = select(element.children, walk, depth + 1);
  // What is kept as text must not count as the caption of a picture beside it.
  if (holds.body && /^fig(?:ure|caption)$/.test(name)) return [new Element("div", {}, inner)];
  return inner.length === 0 && !/^t[dh]$/.test(name) ? [] : [new Element(name, element.attribs, inner)];
}

/** The media below an element, and its captions in one line. */
function makeFigure(element: Element, walk: Walk): Element {
  const media: ChildNode[] = [];
  const words: string[] = [];
  const stack: ChildNode[] = element.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) {
      words.push(/^(?:caption|slide)$/.test(walk.roleOf.get(node) ?? "") ? node.data : " ");
      if (node === walk.last) walk.ended = true;
    }
    if (isTag(node) && MEDIA.has(node.name)) media.push(node);
    else if (isTag(node) && !PASSED.has(node.name))
      for (const child of node.children.toReversed()) stack.push(child);
  }
  const caption = new Element("figcaption", {}, [new Text(words.join(""))]);
  return new Element("figure", {}, words.join("").trim() === "" ? media : [...media, caption]);
}

function isCaptioned(holds: Holdings | undefined): boolean {
  return holds?.caption === true && holds.media;
}
