// makeParagraphs: what authors write with blank lines between paragraphs, as WordPress shows it
// (https://developer.wordpress.org/reference/functions/wpautop/).

import { type ChildNode, Element, isComment, isTag, isText, Text } from "domhandler";
import { htmlParser } from "../../../../compile/packages.ts";
import { parseHtml } from "../../../../compile/parseHtml.ts";
import { BLOCKS } from "../../../../compile/sanitize/allowed.ts";
import { writeEmbed } from "../films.ts";

/** Elements whose text is parted into paragraphs, and those in which a single one stays without an element of its own. */
const FLOWS = new Set(
  "blockquote div section article main aside header footer center form details".split(" "),
);
const ITEMS = new Set("li dd td th".split(" "));
/** Elements whose line ends are shown as such. */
const LINES = new Set("p address summary".split(" "));
/** Elements that are left as they are. */
const KEPT = new Set("pre script style textarea svg math iframe object video audio noscript".split(" "));

/** HTML with a paragraph for whatever blank lines part, and breaks for other line ends; an address alone in its line is embedded. */
export function makeParagraphs(html: string): string {
  const { children } = parseHtml(html.replace(/\r\n?/g, "\n"));
  return htmlParser().DomUtils.getOuterHTML(fill(children, "flow"), { encodeEntities: "utf8" });
}

type Kind = "flow" | "item" | "lines" | "other";

function kindOf(name: string): Kind {
  if (FLOWS.has(name)) return "flow";
  if (ITEMS.has(name)) return "item";
  return LINES.has(name) ? "lines" : "other";
}

/** The nodes of an element of some kind, with their paragraphs. A tree is never deeper than its parser makes it. */
function fill(nodes: readonly ChildNode[], kind: Kind): ChildNode[] {
  const made: ChildNode[] = [];
  let run: ChildNode[] = [];
  const flush = (): void => {
    made.push(...writeRun(run, kind));
    run = [];
  };
  for (const node of nodes) {
    const isBlock = isTag(node) && (BLOCKS.has(node.name) || KEPT.has(node.name));
    if (!isBlock && !isMore(node)) {
      run.push(node);
      continue;
    }
    flush();
    if (isTag(node) && !KEPT.has(node.name)) node.children = fill(node.children, kindOf(node.name));
    made.push(node);
    if (kind === "flow") made.push(new Text("\n"));
  }
  flush();
  return made;
}

/** The mark below what is shown where a post is listed. */
function isMore(node: ChildNode): boolean {
  return isComment(node) && /^\s*more\b/.test(node.data);
}

/** Text and inline elements between two blocks. */
function writeRun(run: readonly ChildNode[], kind: Kind): ChildNode[] {
  if (kind === "other") return [...run];
  const parts = splitRun(run)
    .map(trimPart)
    .filter((part) => part.some(isSeen));
  const joined = kind === "lines" || (kind === "item" && parts.length < 2);
  if (joined)
    return parts.flatMap((part, number) =>
      number === 0 ? breakLines(part) : [lineBreak(), lineBreak(), ...breakLines(part)],
    );
  return parts.flatMap((part): ChildNode[] => {
    const address = aloneIn(part);
    if (address !== null) return [...parseHtml(writeEmbed(address)).children, new Text("\n")];
    return [new Element("p", {}, breakLines(part)), new Text("\n")];
  });
}

/** What blank lines part. Those inside an inline element part nothing: it would have to end and begin again. */
function splitRun(run: readonly ChildNode[]): ChildNode[][] {
  const parts: ChildNode[][] = [[]];
  for (const node of run) {
    if (!isText(node)) {
      parts.at(-1)?.push(node);
      continue;
    }
    for (const [number, text] of node.data.split(/\n[^\S\n\u00A0]*\n\s*/).entries()) {
      if (number > 0) parts.push([]);
      if (text !== "") parts.at(-1)?.push(new Text(text));
    }
  }
  return parts;
}

function trimPart(part: ChildNode[]): ChildNode[] {
  const [first] = part;
  const last = part.at(-1);
  if (first !== undefined && isText(first)) first.data = first.data.replace(/^[^\S\u00A0]+/, "");
  if (last !== undefined && isText(last)) last.data = last.data.replace(/[^\S\u00A0]+$/, "");
  return part;
}

function isSeen(node: ChildNode): boolean {
  return isText(node) ? /[^\s\u00A0]/.test(node.data) : isTag(node);
}

/** Where nothing but an address stands there, that. */
function aloneIn(part: readonly ChildNode[]): string | null {
  const text = part.filter(isSeen);
  const [only] = text;
  if (only === undefined || text.length > 1 || !isText(only)) return null;
  const address = only.data.trim();
  return /^https?:\/\/[^\s<>"]+$/.test(address) && URL.canParse(address) ? address : null;
}

function lineBreak(): Element {
  return new Element("br", {});
}

/** The nodes with a break for every line end that none stands at already. */
function breakLines(nodes: readonly ChildNode[]): ChildNode[] {
  const made: ChildNode[] = [];
  for (const node of nodes) {
    if (isTag(node)) {
      if (!KEPT.has(node.name) && node.name !== "code") node.children = breakLines(node.children);
      made.push(node);
    } else if (isText(node)) {
      const last = made.at(-1);
      const isBroken = last !== undefined && isTag(last) && last.name === "br";
      const [head = "", ...lines] = (isBroken ? node.data.replace(/^[^\S\u00A0]+/, "") : node.data).split(
        /[^\S\n\u00A0]*\n\s*/,
      );
      made.push(new Text(head), ...lines.flatMap((line) => [lineBreak(), new Text(`\n${line}`)]));
    } else made.push(node);
  }
  return made;
}
