// addContainers: boxes around text: `:::note` of Docusaurus and VitePress, `!!! note` and `=== "tab"` of Python-Markdown.
//
// Notes become quotations with a label, as those of Obsidian do; all else is what stands in it.

import type { MarkdownIt, StateBlock } from "markdown-it";
import { beginOf, isCode, pushParagraph } from "./rows.ts";
import { labelTokens } from "./signs.ts";
import { linkToYouTube } from "./tags.ts";

/** Teaches a parser to read them. */
export function addContainers(parser: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  parser.block.ruler.before("fence", "container", readFenced, { alt });
  parser.block.ruler.before("fence", "directive", readDirective, { alt });
  parser.block.ruler.before("code", "indented_container", readIndented, { alt });
}

const NOTES =
  /^(?:note|tip|info|warning|caution|danger|important|success|check|done|question|help|faq|failure|fail|missing|bug|example|quote|cite|abstract|summary|tldr|seealso|hint|attention|error|todo|secondary|remark|alert)$/i;

/** `:::name`, `::: name title`, `:::name[title]{.x}`. */
const FENCE =
  /^(:{3,})[ \t]*(?:\{[ \t]*\.)?(?:callout-)?([A-Za-z][\w-]*)(?:\[([^\]\n]*)\])?(?:[ \t]*\{[^}\n]*\}|[^{}\n]*\})?[ \t]*(.*)$/;
const FENCE_END = /^(:{3,})[ \t]*$/;
/** `!!! note`, `??? note "title"`, `=== "title"`. */
const INDENTED =
  /^(?:(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)([\w \t-]*)|(===)[!+]?[ \t]+(?="))(?:"(.*)")?[ \t]*$/;

function readFenced(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const row = rowOf(state, startLine, ":::");
  const match = row === null ? null : FENCE.exec(row);
  if (match === null) return false;
  const [, sign = "", name = "", bracketed, behind = ""] = match;
  const title = (bracketed ?? behind).trim();
  const found = findEnd(state, startLine, endLine, sign.length);
  const indent = found === null ? 0 : lowestIndent(state, startLine + 1, found);
  // Words may stand left of the item that their box is in. If the end does too, it may be that of another box.
  const end = indent < state.blkIndent && (state.sCount[found ?? 0] ?? 0) < state.blkIndent ? null : found;
  if (end === null && title !== "") return false;
  if (silent) return true;
  if (end === null) {
    // Eleventy's parser closes at the end of the text what its author forgot to close.
    state.line = startLine + 1;
    return true;
  }
  writeBox(state, startLine, end, Math.min(indent, state.blkIndent), name, title || null);
  state.line = end + 1;
  return true;
}

function lowestIndent(state: StateBlock, from: number, end: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (let line = from; line < end; line++)
    if (!state.isEmpty(line)) lowest = Math.min(lowest, state.sCount[line] ?? 0);
  return lowest;
}

function readIndented(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const row =
    rowOf(state, startLine, "!!!") ?? rowOf(state, startLine, "???") ?? rowOf(state, startLine, "===");
  const match = row === null ? null : INDENTED.exec(row);
  if (match === null) return false;
  const [, name = "", more = "", tab, quoted] = match;
  // Words that are neither in quotation marks nor for the place of the box are meant for its title, or are no sign at all.
  const words = more.replace(/\b(?:inline|end)\b/g, "").trim();
  const title =
    quoted?.trim() ?? (words || (tab === undefined && !NOTES.test(name) ? capitalize(name) : null));
  const indent = (state.sCount[startLine] ?? 0) + 4;
  let end = startLine + 1;
  for (let line = end; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    if ((state.sCount[line] ?? 0) < indent) break;
    end = line + 1;
  }
  if (end === startLine + 1) return false;
  if (silent) return true;
  writeBox(state, startLine, end, indent, tab === undefined ? name : "tab", title);
  state.line = end;
  return true;
}

/** `::name[words]{id=x}` in a line of its own: its words, a film as a link to it. */
const DIRECTIVE = /^::([A-Za-z][\w-]*)(?:\[([^\]\n]*)\])?(?:\{([^}\n]*)\})?[ \t]*$/;

/** What a rule of CSS holds, which begins in the same way: `::before { … }`. */
const STYLES = /^\s*[\w-]+\s*:/;

function readDirective(state: StateBlock, startLine: number, _: number, silent: boolean): boolean {
  const row = rowOf(state, startLine, "::");
  const match = row === null ? null : DIRECTIVE.exec(row);
  if (match === null || (match[2] === undefined && match[3] === undefined)) return false;
  if (STYLES.test(match[3] ?? "")) return false;
  if (silent) return true;
  const [, name = "", words = "", attributes = ""] = match;
  const id = /(?:#|\bid=|\bvideo=)["']?([\w-]{6,})/.exec(attributes)?.[1];
  const text = /^youtube$/i.test(name) && id !== undefined ? linkToYouTube(id) : words;
  if (text !== "") pushParagraph(state, text, [startLine, startLine + 1]);
  state.line = startLine + 1;
  return true;
}

/** The words of a line that begins with a sign and is no code; null for any other. */
function rowOf(state: StateBlock, line: number, sign: string): string | null {
  const start = beginOf(state, line);
  if (!state.src.startsWith(sign, start) || isCode(state, line)) return null;
  return state.src.slice(start, state.eMarks[line]).trimEnd();
}

const known = Symbol("ends of containers");

/** Where the search for an end of some colons, in a part of the text, began, and what it found. */
type Found = Map<string, { readonly from: number; readonly end: number }>;

/** The line that ends a container: the first below it of as many colons or more; null where there is none. */
function findEnd(state: StateBlock, startLine: number, endLine: number, colons: number): number | null {
  const env = state.env as Record<symbol, Found | undefined>;
  const found: Found = env[known] ?? new Map();
  env[known] = found;
  const key = `${state.lineMax} ${colons}`;
  const last = found.get(key);
  let end = last?.end ?? 0;
  // What was found for a line above is right until it is passed, so every line is looked at once.
  if (last === undefined || startLine < last.from || startLine >= end) {
    end = startLine + 1;
    while (end < state.lineMax && (FENCE_END.exec(rowAt(state, end))?.[1]?.length ?? 0) < colons) end += 1;
    if (end === state.lineMax) end = Number.POSITIVE_INFINITY;
    found.set(key, { from: startLine, end });
  }
  return end < endLine ? end : null;
}

function rowAt(state: StateBlock, line: number): string {
  const start = beginOf(state, line);
  return state.src[start] === ":" ? state.src.slice(start, state.eMarks[line]) : "";
}

/** Writes what stands below a line up to another, with its label; `title` is null where the name stands for it. */
function writeBox(
  state: StateBlock,
  startLine: number,
  end: number,
  indent: number,
  name: string,
  title: string | null,
): void {
  const isNote = NOTES.test(name);
  const isNamed = isNote && !/^(?:quote|cite)$/i.test(name);
  const label = title ?? (isNamed ? capitalize(name) : "");
  const before = { type: state.parentType, max: state.lineMax, indent: state.blkIndent };
  if (isNote) state.push("blockquote_open", "blockquote", 1).map = [startLine, end];
  if (label !== "") state.tokens.push(...labelTokens(state.Token, label, [startLine, startLine + 1]));
  state.parentType = "container";
  state.lineMax = end;
  state.blkIndent = indent;
  state.md.block.tokenize(state, startLine + 1, end);
  state.parentType = before.type;
  state.lineMax = before.max;
  state.blkIndent = before.indent;
  if (isNote) state.push("blockquote_close", "blockquote", -1);
}

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
