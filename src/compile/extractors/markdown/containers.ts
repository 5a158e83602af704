// addContainers: blocks between rows of colons, as Docusaurus, VuePress, Eleventy and Quarto write them. Notes and warnings
// are quotations with a label; of all others only what they hold is kept.

import type { MarkdownIt, StateBlock } from "markdown-it";

/** Teaches a parser to read them. */
export function addContainers(parser: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  parser.block.ruler.before("fence", "container", readContainer, { alt });
}

const ROW = /^(:{3,})\s*(\{[^}\n]*\}|[\w-]*)\s*(.*?)\s*:*$/;
const NOTES = new Set(
  "note tip info warning danger caution important attention hint success error".split(" "),
);
const colon = 0x3a;
/** People nest no deeper; so far ends are looked for. */
const DEEPEST = 20;

function readContainer(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const opening = rowAt(state, line);
  if (opening === null || opening.name === "") return false;
  const last = findEnd(state, line, endLine);
  if (last === null && opening.title !== "") return false;
  if (silent) return true;
  if (last === null) {
    // Eleventy's parser closes at the end of the text what its author forgot to close.
    state.line = line + 1;
    return true;
  }
  const isNote = NOTES.has(opening.name);
  if (isNote) state.push("blockquote_open", "blockquote", 1).map = [line, last + 1];
  if (opening.title !== "") writeTitle(state, opening.title, line);
  const { lineMax, parentType } = state;
  state.lineMax = last;
  state.parentType = "blockquote";
  state.md.block.tokenize(state, line + 1, last);
  state.lineMax = lineMax;
  state.parentType = parentType;
  if (isNote) state.push("blockquote_close", "blockquote", -1);
  state.line = last + 1;
  return true;
}

interface Row {
  readonly colons: number;
  /** Empty for one that closes. */
  readonly name: string;
  readonly title: string;
}

/** What a row of colons says; null for any other row. */
function rowAt(state: StateBlock, line: number): Row | null {
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (state.src.charCodeAt(from) !== colon || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return null;
  const match = ROW.exec(state.src.slice(from, state.eMarks[line]));
  if (match === null) return null;
  const [, colons = "", name = "", rest = ""] = match;
  const title = /^\[(.*)\]$/.exec(rest)?.[1] ?? rest;
  return { colons: colons.length, name: name.toLowerCase(), title: /^\{.*\}$/.test(title) ? "" : title };
}

/** The row that closes a container; those inside it have their own. Null where there is none. */
function findEnd(state: StateBlock, line: number, endLine: number): number | null {
  let depth = 0;
  for (let at = line; at < endLine; at++) {
    if (at > line && (state.sCount[at] ?? 0) < state.blkIndent && !state.isEmpty(at)) return null;
    const row = rowAt(state, at);
    if (row === null) continue;
    depth += row.name === "" ? -1 : 1;
    if (depth === 0) return at;
    if (depth > DEEPEST) return null;
  }
  return null;
}

function writeTitle(state: StateBlock, title: string, line: number): void {
  state.push("paragraph_open", "p", 1);
  state.push("strong_open", "strong", 1);
  const inline = state.push("inline", "", 0);
  inline.content = title;
  inline.map = [line, line + 1];
  inline.children = [];
  state.push("strong_close", "strong", -1);
  state.push("paragraph_close", "p", -1);
}
