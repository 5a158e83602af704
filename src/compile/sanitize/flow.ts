// Rebuilds content from what is allowed: a tree of any shape in, a plain sequence of well-formed blocks out.

import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { escapeClean } from "../../feeds/xml.ts";
import { cleanCharacters } from "../characters.ts";
import { childTags } from "../elements.ts";
import { ATTRIBUTES, BLOCKS, DROPPED, HEADINGS, INLINE } from "./allowed.ts";
import { readFormula } from "./formulas.ts";
import { writeTag } from "./markup.ts";
import { writeEmbed, writeImage, writePlayer } from "./media.ts";
import { PLAYER_ELEMENTS, PLAYER_LINK } from "./players.ts";
import { type Piece, splitParagraphs, trimRun, type Wrapper, writeRun } from "./run.ts";
import { isDataTable, tableRows } from "./tables.ts";

/** Deeper content loses its elements, so that no file can exhaust the stack. */
const DEEPEST = 150;
/** The longest chain of inline elements that is kept. */
const MOST_WRAPPERS = 8;

/** What a container holds so far: finished blocks, and the run of inline content that is being collected. */
interface Flow {
  readonly blocks: string[];
  run: Piece[];
  /** The pictures of the run. */
  readonly pictures: Set<string>;
  readonly base: string | null;
}

function startFlow(base: string | null): Flow {
  return { blocks: [], run: [], pictures: new Set(), base };
}

/** The nodes as blocks of clean markup. */
export function writeBlocks(nodes: readonly ChildNode[], base: string | null, depth = 0): string[] {
  const flow = startFlow(base);
  collect(nodes, flow, [], depth);
  endParagraph(flow);
  return flow.blocks;
}

/** The nodes as clean inline markup where they hold one run, else as blocks: for list items and table cells. */
function writeItem(nodes: readonly ChildNode[], base: string | null, depth: number): string {
  const flow = startFlow(base);
  collect(nodes, flow, [], depth);
  if (flow.blocks.length > 0) {
    endParagraph(flow);
    const [only, ...others] = flow.blocks;
    const inner = others.length === 0 ? /^<p>(.*)<\/p>$/s.exec(only ?? "")?.[1] : undefined;
    return inner ?? flow.blocks.join("");
  }
  const paragraphs = splitParagraphs(flow.run);
  if (paragraphs.length < 2) return writeRun(paragraphs[0] ?? []);
  return paragraphs.map((paragraph) => `<p>${writeRun(paragraph)}</p>`).join("");
}

/** The nodes as one line of clean inline markup, whatever blocks they hold. */
function writeLine(nodes: readonly ChildNode[], base: string | null, depth: number): string {
  const flow = startFlow(base);
  const { run } = flow;
  collectLine(nodes, flow, depth);
  return writeRun(trimRun(run.filter((piece) => piece.kind !== "media")));
}

function collectLine(nodes: readonly ChildNode[], flow: Flow, depth: number): void {
  for (const node of nodes) {
    if (isTag(node) && BLOCKS.has(node.name) && depth < DEEPEST) {
      flow.run.push({ kind: "text", markup: " ", wrappers: [] });
      collectLine(node.children, flow, depth + 1);
      flow.run.push({ kind: "text", markup: " ", wrappers: [] });
    } else collect([node], flow, [], depth);
  }
}

function collect(nodes: readonly ChildNode[], flow: Flow, wrappers: readonly Wrapper[], depth: number): void {
  for (const node of nodes) {
    if (isText(node)) pushText(flow, node.data, wrappers);
    else if (isTag(node) && node.name === "math") pushText(flow, readFormula(node), wrappers);
    else if (isTag(node) && !DROPPED.has(node.name)) {
      if (depth > DEEPEST) pushText(flow, ` ${readText(node)} `, wrappers);
      else collectElement(node, flow, wrappers, depth + 1);
    }
  }
}

function pushText(flow: Flow, text: string, wrappers: readonly Wrapper[]): void {
  flow.run.push({ kind: "text", markup: escapeClean(cleanCharacters(text)), wrappers });
}

function collectElement(element: Element, flow: Flow, wrappers: readonly Wrapper[], depth: number): void {
  const { name, attribs, children } = element;
  const write = BLOCK_WRITERS.get(name);
  if (write !== undefined) {
    endParagraph(flow);
    const block = write(element, flow.base, depth);
    if (block === null) {
      collect(children, flow, wrappers, depth);
      endParagraph(flow);
    } else
      for (const one of typeof block === "string" ? [block] : block) if (one !== "") flow.blocks.push(one);
  } else if (BLOCKS.has(name)) {
    endParagraph(flow);
    collect(children, flow, wrappers, depth);
    endParagraph(flow);
  } else if (name === "br") flow.run.push({ kind: "break", markup: "<br/>", wrappers });
  else if (name === "img" || name === "picture" || name === "amp-img") {
    const markup = writeImage(element, flow.base);
    if (markup !== "" && !flow.pictures.has(markup)) {
      flow.pictures.add(markup);
      flow.run.push({ kind: "media", markup, wrappers });
    }
  } else collect(children, flow, addWrapper(element, attribs, wrappers, flow.base), depth);
}

/** The wrappers around what stands in this element; the element counts only where it is allowed and adds something. */
function addWrapper(
  element: Element,
  attribs: Readonly<Record<string, string>>,
  wrappers: readonly Wrapper[],
  base: string | null,
): readonly Wrapper[] {
  const { name } = element;
  const allowed = INLINE.get(name);
  if (allowed === undefined || wrappers.length >= MOST_WRAPPERS) return wrappers;
  if (wrappers.some((wrapper) => wrapper.name === name)) return wrappers;
  const open = writeTag(name, attribs, allowed, base);
  if (name === "a" && !open.includes(" href=")) return wrappers;
  return [...wrappers, { name, open }];
}

function endParagraph(flow: Flow): void {
  if (flow.run.length === 0) return;
  for (const paragraph of splitParagraphs(flow.run)) {
    const onlyMedia = paragraph.every((piece) => piece.kind !== "text" || piece.markup.trim() === "");
    const markup = writeRun(paragraph);
    flow.blocks.push(onlyMedia ? `<figure>${markup}</figure>` : `<p>${markup}</p>`);
  }
  flow.run = [];
  flow.pictures.clear();
}

/**
 * How a block is written: as one block, or as several; null where its content is to be taken as if the element were
 * not there, which has to be decided before anything inside is written, or the work would double with every level.
 */
type BlockWriter = (
  element: Element,
  base: string | null,
  depth: number,
) => string | readonly string[] | null;

const writeHeading: BlockWriter = (element, base, depth) => {
  if (readText(element).trim() === "") return null;
  const name = HEADINGS.get(element.name) ?? "h2";
  const line = writeLine(element.children, base, depth);
  return line === "" ? "" : `${writeTag(name, element.attribs, [], base)}${line}</${name}>`;
};

const writeList: BlockWriter = (element, base, depth) => {
  const name = element.name === "ol" ? "ol" : "ul";
  const items: string[] = [];
  for (const child of element.children) {
    const isItem = isTag(child) && child.name === "li";
    const inner = writeItem(isItem ? child.children : [child], base, depth + 1);
    const attribs = isItem ? child.attribs : {};
    if (inner !== "") items.push(`${writeTag("li", attribs, ATTRIBUTES.get("li") ?? [], base)}${inner}</li>`);
  }
  if (items.length === 0) return "";
  return `${writeTag(name, element.attribs, ATTRIBUTES.get(name) ?? [], base)}${items.join("")}</${name}>`;
};

const writeTerms: BlockWriter = (element, base, depth) => {
  const groups = childTags(element).flatMap((child) => (child.name === "div" ? childTags(child) : [child]));
  if (groups.length < 2 || groups.some((child) => child.name !== "dt" && child.name !== "dd")) return null;
  const parts = groups.map((part) =>
    part.name === "dt"
      ? `<dt>${writeLine(part.children, base, depth + 1)}</dt>`
      : `<dd>${writeItem(part.children, base, depth + 1)}</dd>`,
  );
  return `<dl>${parts.join("")}</dl>`;
};

const writeQuote: BlockWriter = (element, base, depth) => {
  const blocks = writeBlocks(element.children, base, depth);
  if (blocks.length === 0) return "";
  const open = writeTag("blockquote", element.attribs, ATTRIBUTES.get("blockquote") ?? [], base);
  return `${open}${blocks.join("")}</blockquote>`;
};

const writePreformatted: BlockWriter = (element, base) => {
  const text = escapeClean(cleanCharacters(readText(element)))
    .replace(/^\n+/, "")
    .trimEnd();
  if (text === "") return "";
  const code = element.children.find((child) => isTag(child) && child.name === "code");
  const language =
    code !== undefined && isTag(code) ? /\blang(?:uage)?-([\w+#-]+)/.exec(code.attribs["class"] ?? "") : null;
  const open = language === null ? "<code>" : `<code class="language-${language[1]}">`;
  const inner = code === undefined ? text : `${open}${text}</code>`;
  return `${writeTag("pre", element.attribs, [], base)}${inner}</pre>`;
};

const writeTable: BlockWriter = (element, base, depth) => {
  if (!isDataTable(element)) return null;
  const rows: string[] = [];
  for (const row of tableRows(element)) {
    const cells = row.children.filter((child) => isTag(child) && /^t[dh]$/.test(child.name)) as Element[];
    const markup = cells.map((cell) => {
      const open = writeTag(cell.name, cell.attribs, ATTRIBUTES.get(cell.name) ?? [], base);
      return `${open}${writeItem(cell.children, base, depth + 1)}</${cell.name}>`;
    });
    if (markup.some((cell) => !/^<t[dh][^>]*><\/t[dh]>$/.test(cell)))
      rows.push(`<tr>${markup.join("")}</tr>`);
  }
  if (rows.length === 0) return "";
  const caption = element.children.find((child) => isTag(child) && child.name === "caption");
  const title = caption !== undefined && isTag(caption) ? writeLine(caption.children, base, depth) : "";
  return `<table>${title === "" ? "" : `<caption>${title}</caption>`}<tbody>${rows.join("")}</tbody></table>`;
};

/**
 * A figure keeps its media first and its caption last; one that frames neither media nor a table is no figure, and a
 * caption whose picture is lost goes with it.
 */
const writeFigure: BlockWriter = (element, base, depth) => {
  const caption = childTags(element).find((child) => child.name === "figcaption");
  const body = writeBlocks(
    element.children.filter((child) => child !== caption),
    base,
    depth,
  );
  const line = caption === undefined ? "" : writeLine(caption.children, base, depth);
  const player = body.length === 1 ? PLAYER_LINK.exec(body[0] ?? "")?.[1] : undefined;
  if (player !== undefined)
    return `<figure>${player}${line === "" ? "" : `<figcaption>${line}</figcaption>`}</figure>`;
  if (body.length === 0) return "";
  const framed = body.filter((block) => /^<(?:figure|table|pre|blockquote)/.test(block));
  const words = body.filter((block) => block.startsWith("<p>"));
  // A link to a player is a figure of its own: beside a picture it would be a link in a line.
  const crowded = framed.length > 1 && framed.some((block) => /^<figure><a [^>]*>[^<]*<\/a>/.test(block));
  if (
    crowded ||
    framed.length === 0 ||
    framed.length + words.length < body.length ||
    (words.length > 0 && line !== "")
  ) {
    return line === "" ? body : [...body, `<p>${line}</p>`];
  }
  const inner = framed
    .map((block) => block.replace(/^<figure>(.*?)(?:<figcaption>.*)?<\/figure>$/s, "$1"))
    .join("");
  const text = line === "" ? words.map((block) => block.slice(3, -4)).join("<br/>") : line;
  return `<figure>${inner}${text === "" ? "" : `<figcaption>${text}</figcaption>`}</figure>`;
};

/** By the element's name, which may be any word: `constructor` too. */
const BLOCK_WRITERS: ReadonlyMap<string, BlockWriter> = new Map<string, BlockWriter>([
  ...[...HEADINGS.keys()].map((name) => [name, writeHeading] as const),
  ["ul", writeList],
  ["ol", writeList],
  ["menu", writeList],
  ["dir", writeList],
  ["dl", writeTerms],
  ["blockquote", writeQuote],
  ["pre", writePreformatted],
  ["listing", writePreformatted],
  ["table", writeTable],
  ["figure", writeFigure],
  ["hr", () => "<hr/>"],
  ["video", writeEmbed],
  ["audio", writeEmbed],
  ["iframe", writePlayer],
  ["embed", writePlayer],
  ["object", (element) => writePlayer(element) || null],
  ["amp-video", writeEmbed],
  ["amp-audio", writeEmbed],
  ...PLAYER_ELEMENTS.map((name) => [name, writePlayer] as const),
]);

/** The text of an element as it stands, found without recursion. */
function readText(element: Element): string {
  let text = "";
  const stack: ChildNode[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) text += node.data;
    else if (isTag(node) && node.name === "br") text += "\n";
    else if (isTag(node) && !DROPPED.has(node.name)) {
      for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push(node.children[at] as ChildNode);
    }
  }
  return text;
}
