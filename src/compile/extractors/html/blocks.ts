// readBlocks: a page as the lines a reader sees, each with the elements it stands in.

import { type ChildNode, type Document, type Element, isTag, isText, type Text } from "domhandler";
import { cleanLine } from "../../characters.ts";
import { type Facts, factsOf } from "../text/facts.ts";
import { countWords } from "../text/lines.ts";
import { conceptsOf } from "./tokens.ts";
import { ancestorsOf, DEEPEST, isBlockElement, isRead } from "./tree.ts";

/** A line of a page: text that nothing separates. */
export interface Block {
  /** Its place among the page's lines, from 0. */
  readonly index: number;
  /** The nodes its text stands in. */
  readonly nodes: readonly Text[];
  /** The elements around all of it, the nearest first; inline elements that hold all of it are among them. */
  readonly around: readonly Element[];
  /** The nearest element that makes a line. */
  readonly element: Element | null;
  /** The text, and what it shows by itself. */
  readonly facts: Facts;
  /** Share of its letters that stand in links, 0 to 1. */
  readonly linked: number;
  /** Pictures or players between the line before and this one. */
  readonly mediaBefore: number;
  /** True when the page hides it until somebody asks. */
  readonly hidden: boolean;
}

const MEDIA = new Set(["img", "picture", "video", "audio", "iframe", "amp-img", "svg", "canvas", "object"]);

/** What is being collected while the tree is walked. */
interface Walk {
  readonly blocks: Block[];
  nodes: Text[];
  text: string;
  linked: number;
  breaks: number;
  media: number;
}

/** The lines of a page, in document order. */
export function readBlocks(document: Document): Block[] {
  const walk: Walk = { blocks: [], nodes: [], text: "", linked: 0, breaks: 0, media: 0 };
  visit(document.children, walk, false, 0);
  endBlock(walk);
  return isMostlyHidden(walk.blocks)
    ? walk.blocks.map((block) => ({ ...block, hidden: false }))
    : walk.blocks;
}

/** True where hiding says nothing: a page that hides itself until its scripts have run. */
function isMostlyHidden(blocks: readonly Block[]): boolean {
  const prose = (hidden: boolean) =>
    blocks.reduce((sum, block) => sum + (block.hidden === hidden ? block.facts.prose : 0), 0);
  return prose(true) > 2 * prose(false);
}

function visit(nodes: readonly ChildNode[], walk: Walk, inLink: boolean, depth: number): void {
  for (const node of nodes) {
    if (isText(node)) addText(node, walk, inLink);
    else if (!isTag(node) || depth > DEEPEST) continue;
    else if (node.name === "br") addBreak(walk);
    else {
      if (MEDIA.has(node.name)) walk.media += 1;
      // How a word is read goes where the word goes, but says nothing by itself.
      if (node.name === "rt" || node.name === "rp") passText(node, walk);
      else if (isRead(node)) visitElement(node, walk, inLink, depth);
    }
  }
}

function visitElement(element: Element, walk: Walk, inLink: boolean, depth: number): void {
  const isBlock = isBlockElement(element) || isBesideTitle(element);
  if (isBlock) endBlock(walk);
  visit(element.children, walk, inLink || element.name === "a", depth + 1);
  if (isBlock) endBlock(walk);
}

/** True for what a heading holds beside its title: a date, a word above or below it. It is a line of its own. */
export function isBesideTitle(element: Element): boolean {
  if (!BESIDE.has(element.name)) return false;
  if (element.name === "span" && !isNamedBeside(element)) return false;
  return ancestorsOf(element).some(({ name }) => /^h[1-4]$/.test(name));
}

const BESIDE = new Set(["time", "small", "span"]);

function isNamedBeside(element: Element): boolean {
  const concepts = conceptsOf(element);
  if (concepts.includes("headline")) return false;
  return concepts.includes("category") || concepts.includes("subtitle") || concepts.includes("date");
}

/** Text that belongs to the line without being a part of what it says. */
function passText(element: Element, walk: Walk): void {
  for (const node of element.children) {
    if (isText(node) && walk.nodes.length > 0) walk.nodes.push(node);
  }
}

function addText(node: Text, walk: Walk, inLink: boolean): void {
  if (node.data.trim() === "") {
    if (walk.nodes.length > 0) walk.nodes.push(node);
    walk.text += " ";
    return;
  }
  if (walk.breaks > 1) endBlock(walk);
  walk.breaks = 0;
  walk.nodes.push(node);
  walk.text += node.data;
  if (inLink) walk.linked += node.data.trim().length;
}

function addBreak(walk: Walk): void {
  walk.breaks += 1;
  walk.text += " ";
}

function endBlock(walk: Walk): void {
  const { nodes, linked } = walk;
  const text = cleanLine(walk.text);
  walk.nodes = [];
  walk.text = "";
  walk.linked = 0;
  walk.breaks = 0;
  if (nodes.length === 0) return;
  if (text === "") return;
  const around = sharedAncestors(nodes.filter((node) => node.data.trim() !== ""));
  const element = around.find(isBlockElement) ?? null;
  const letters = nodes.reduce((sum, node) => sum + node.data.trim().length, 0);
  walk.blocks.push({
    index: walk.blocks.length,
    nodes,
    around,
    element,
    facts: factsOf(lineOf(text, walk.blocks.length, element)),
    linked: letters === 0 ? 0 : Math.min(1, linked / letters),
    mediaBefore: walk.media,
    hidden: around.some(isHidden),
  });
  walk.media = 0;
}

/** The elements around all of the nodes, the nearest first. */
function sharedAncestors(nodes: readonly Text[]): Element[] {
  const [first, ...others] = nodes;
  if (first === undefined) return [];
  let shared = ancestorsOf(first);
  for (const node of others) {
    if (node.parent === first.parent) continue;
    const around = new Set(ancestorsOf(node));
    shared = shared.filter((element) => around.has(element));
  }
  return shared;
}

function lineOf(text: string, index: number, element: Element | null): Facts["line"] {
  const name = element?.name ?? "";
  const shape = name === "li" ? "bullet" : /^h\d$/.test(name) ? "heading" : name === "pre" ? "code" : "text";
  return {
    number: index + 1,
    raw: text,
    text,
    shape,
    alt: "",
    words: countWords(text),
    gapBefore: 0,
    gapAfter: 0,
    barred: false,
  };
}

/** An element is around many lines. */
const knownHidden = new WeakMap<Element, boolean>();

function isHidden(element: Element): boolean {
  const known = knownHidden.get(element);
  if (known !== undefined) return known;
  const { attribs } = element;
  const hidden =
    attribs["hidden"] !== undefined ||
    attribs["aria-hidden"] === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs["style"] ?? "");
  knownHidden.set(element, hidden);
  return hidden;
}

/** What follows tells no kinds of lines apart. */
const LONGEST_CLASS = 1000;

/** Names an element and two above it, by tag and class: lines of one kind share it. */
export function pathOf(block: Block): string {
  const at = block.element === null ? 0 : block.around.indexOf(block.element);
  return block.around
    .slice(at, at + 3)
    .map((element) => `${element.name}.${(element.attribs["class"] ?? "").slice(0, LONGEST_CLASS)}`)
    .join("<");
}
