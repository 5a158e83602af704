// addFormulas: mathematics in TeX, which a page would have typeset, is kept as its source says it: no sign in it is
// Markdown. `$$ … $$`, `$ … $`, `\( … \)`, `\[ … \]`, and the latter as kramdown needs them, `\\( … \\)`.

import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { beginOf, isCode, pushParagraph } from "./rows.ts";

/** Teaches a parser to read it. */
export function addFormulas(parser: MarkdownIt): void {
  parser.block.ruler.before("fence", "formula", readDisplayed, { alt: ["paragraph", "blockquote", "list"] });
  parser.inline.ruler.before("escape", "formula", readFormula);
}

const LONGEST = 2000;
const MARKS: readonly (readonly [opening: string, closing: string, written: string, test: RegExp | null])[] =
  [
    ["$$", "$$", "$$", null],
    ["\\\\(", "\\\\)", "\\(", null],
    ["\\\\[", "\\\\]", "\\[", null],
    // Elsewhere these are brackets that are to be no link.
    ["\\(", "\\)", "\\(", /\\[A-Za-z]|[_^={}]/],
    ["\\[", "\\]", "\\[", /\\[A-Za-z]/],
  ];
/** Between single signs, which may be sums of money: nothing but what Markdown would have taken for its own. */
const SINGLE = /\$(?=[^\s$])(?=[^$\n]{0,200}[\\_^*{[=])((?:[^$\\\n`]|\\[^\n]){1,200})(?<=\S)\$(?![\w$])/y;
/** Signs an author had to keep from Markdown, which was to read the formula. */
const GUARDED = /\\[_*]/;

const dollar = 0x24;
const backslash = 0x5c;

function readFormula(state: StateInline, silent?: boolean): boolean {
  const { src, pos, posMax } = state;
  const sign = src.charCodeAt(pos);
  if (sign !== dollar && sign !== backslash) return false;
  for (const [opening, closing, written, test] of MARKS) {
    if (!src.startsWith(opening, pos)) continue;
    const from = pos + opening.length;
    const end = src.slice(from, from + LONGEST).indexOf(closing);
    if (end < 0 || from + end + closing.length > posMax) continue;
    const formula = src.slice(from, from + end);
    if (formula.trim() === "" || GUARDED.test(formula) || test?.test(formula) === false) continue;
    if (!silent)
      state.pending += written + readEntities(formula) + closing.slice(closing.length - written.length);
    state.pos = from + end + closing.length;
    return true;
  }
  return sign === dollar && readSingle(state, silent);
}

function readSingle(state: StateInline, silent?: boolean): boolean {
  const { src, pos, posMax } = state;
  if (/[\w$]/.test(src.charAt(pos - 1))) return false;
  SINGLE.lastIndex = pos;
  const [formula = ""] = SINGLE.exec(src) ?? [];
  if (formula === "" || pos + formula.length > posMax || /\\[_*|]|\]\(/.test(formula)) return false;
  if (!silent) state.pending += readEntities(formula);
  state.pos += formula.length;
  return true;
}

/** Signs that are no TeX: HTML made an author write them so. */
function readEntities(formula: string): string {
  return formula.replace(/&(lt|gt|amp);/g, (_, name: "lt" | "gt" | "amp") => ENTITIES[name]);
}

const ENTITIES = { lt: "<", gt: ">", amp: "&" } as const;

/** One in lines of its own, in which nothing is a list or a heading, and no blank line ends a paragraph. */
function readDisplayed(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const from = beginOf(state, line);
  if (!state.src.startsWith("$$", from) || isCode(state, line)) return false;
  if (state.src.slice(from + 2, state.eMarks[line]).includes("$$")) return false;
  let last = line + 1;
  for (; last < endLine && (state.sCount[last] ?? 0) >= state.blkIndent; last++) {
    const row = state.src.slice(state.bMarks[last], state.eMarks[last]);
    if (row.includes("$$")) break;
  }
  const isClosed = state.src.slice(state.bMarks[last], state.eMarks[last]).trim().endsWith("$$");
  if (last >= endLine || !isClosed || (state.eMarks[last] ?? 0) - from > LONGEST) return false;
  if (silent) return true;
  state.line = last + 1;
  const formula = state.getLines(line, state.line, state.blkIndent, false).trim();
  pushParagraph(state, formula, [line, state.line]);
  return true;
}
