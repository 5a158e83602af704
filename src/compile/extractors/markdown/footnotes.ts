// addFootnotes: footnotes of GitHub, Pandoc and Obsidian: `[^1]` with `[^1]: …` elsewhere, and `^[…]` in place.
//
// They become numbers and a list at the end, without links between the two. A link inside the document leads out of the
// reader wherever it is made absolute and the names are dropped (FreshRSS, Miniflux); an absolute one is no footnote to
// readers that show them in place (NetNewsWire), and would make the content change with the article's address.

import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { beginOf } from "./rows.ts";

/** A footnote, and its number once something refers to it. */
interface Footnote {
  readonly tokens: readonly Token[];
  number: number | null;
}

/** What is kept while one text is read. */
interface Footnotes {
  /** By their names. */
  readonly defined: Map<string, Footnote>;
  /** In the order of their numbers. */
  readonly numbered: Footnote[];
  /** How many definitions the line that is read stands in. */
  depth: number;
}

/** Teaches a parser to read them. */
export function addFootnotes(parser: MarkdownIt): void {
  parser.block.ruler.before("reference", "footnote", readDefinition, { alt: ["paragraph", "reference"] });
  parser.block.ruler.after("footnote", "footnote_end", endsFootnote, { alt: ["paragraph"] });
  parser.inline.ruler.before("link", "footnote_reference", readReference);
  parser.inline.ruler.before("link", "footnote_inline", readInPlace);
  parser.core.ruler.before("inline", "footnotes_taken", takeDefinitions);
  parser.core.ruler.after("inline", "footnotes_told", tellFootnotes);
  parser.renderer.rules["footnote_number"] = (tokens, at) => `<sup>[${tokens[at]?.content}]</sup>`;
}

const known = Symbol("footnotes");

function footnotesOf(env: Record<string | symbol, unknown>): Footnotes {
  const footnotes = (env[known] as Footnotes | undefined) ?? {
    defined: new Map(),
    numbered: [],
    depth: 0,
  };
  env[known] = footnotes;
  return footnotes;
}

const NAME = /\[\^([^\s[\]^]+)\]/y;

/** The name of a footnote between brackets at a place, and where it ends. */
function readName(text: string, at: number): { readonly name: string; readonly end: number } | null {
  if (!text.startsWith("[^", at)) return null;
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[1];
  return name === undefined ? null : { name: name.toLowerCase(), end: NAME.lastIndex };
}

/** How far the lines below the first are indented that belong to a footnote. */
const indent = 4;

/** `[^name]: text`, and what is indented below it. */
function readDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = beginOf(state, startLine);
  const found = readName(state.src, start);
  if (found === null || state.src[found.end] !== ":" || found.end >= (state.eMarks[startLine] ?? 0))
    return false;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= indent) return false;
  if (silent) return true;
  const before = {
    mark: state.bMarks[startLine] ?? 0,
    shift: state.tShift[startLine] ?? 0,
    count: state.sCount[startLine] ?? 0,
    type: state.parentType,
  };
  const behind = found.end + 1;
  const space = /[ \t]*/y;
  space.lastIndex = behind;
  state.push("footnote_open", "", 1).content = found.name;
  state.bMarks[startLine] = behind;
  state.tShift[startLine] = space.exec(state.src)?.[0].length ?? 0;
  state.blkIndent += indent;
  state.sCount[startLine] = state.blkIndent;
  state.parentType = "footnote";
  const footnotes = footnotesOf(state.env);
  footnotes.depth += 1;
  state.md.block.tokenize(state, startLine, endLine);
  footnotes.depth -= 1;
  state.parentType = before.type;
  state.blkIndent -= indent;
  state.bMarks[startLine] = before.mark;
  state.tShift[startLine] = before.shift;
  state.sCount[startLine] = before.count;
  state.push("footnote_close", "", -1);
  return true;
}

/** Below a footnote the address of a link belongs to the text again: people write both in one list. */
function endsFootnote(state: StateBlock, line: number, _: number, silent: boolean): boolean {
  if (!silent || footnotesOf(state.env).depth === 0) return false;
  const address = /\[[^[\]\n]+\]:[ \t]*\S/y;
  address.lastIndex = beginOf(state, line);
  return (state.sCount[line] ?? 0) < state.blkIndent && address.test(state.src);
}

/** Takes the definitions out of the text; of two of one name the first counts. */
function takeDefinitions(state: StateCore): void {
  if (state.tokens.every(({ type }) => type !== "footnote_open")) return;
  const { defined } = footnotesOf(state.env);
  const left: Token[] = [];
  const open: { readonly name: string; readonly tokens: Token[] }[] = [];
  for (const token of state.tokens) {
    if (token.type === "footnote_open") open.push({ name: token.content, tokens: [] });
    else if (token.type === "footnote_close") {
      const ended = open.pop();
      if (ended !== undefined && !defined.has(ended.name))
        defined.set(ended.name, { tokens: ended.tokens, number: null });
    } else (open.at(-1)?.tokens ?? left).push(token);
  }
  state.tokens = left;
}

/** `[^name]` where there is such a footnote. */
function readReference(state: StateInline, silent?: boolean): boolean {
  const found = readName(state.src, state.pos);
  if (found === null || found.end > state.posMax) return false;
  const footnotes = footnotesOf(state.env);
  const footnote = footnotes.defined.get(found.name);
  if (footnote === undefined) return false;
  state.pos = found.end;
  if (!silent) writeNumber(state, footnotes, footnote);
  return true;
}

/** `^[text]`. */
function readInPlace(state: StateInline, silent?: boolean): boolean {
  const { pos, src, md } = state;
  if (!src.startsWith("^[", pos)) return false;
  const end = md.helpers.parseLinkLabel(state, pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const inline = new state.Token("inline", "", 0);
    inline.content = src.slice(pos + 2, end);
    inline.children = [];
    writeNumber(state, footnotesOf(state.env), { tokens: [inline], number: null });
  }
  state.pos = end + 1;
  return true;
}

function writeNumber(state: StateInline, { numbered }: Footnotes, footnote: Footnote): void {
  if (footnote.number === null) footnote.number = numbered.push(footnote);
  state.push("footnote_number", "", 0).content = String(footnote.number);
}

/** The list at the end. What nothing refers to comes last: no word of an author is lost. */
function tellFootnotes(state: StateCore): void {
  const { defined, numbered } = footnotesOf(state.env);
  const told: Token[] = [];
  // Footnotes may refer to footnotes, so that the list grows while it is told.
  const unasked = defined.values();
  for (let at = 0; ; at++) {
    const footnote = numbered[at] ?? nextUnasked(unasked, numbered);
    if (footnote === null) break;
    told.push(tag(state, "list_item", "li", 1));
    for (const token of footnote.tokens) {
      if (token.type === "inline")
        state.md.inline.parse(token.content, state.md, state.env, token.children ?? []);
      told.push(token);
    }
    told.push(tag(state, "list_item", "li", -1));
  }
  if (told.length === 0) return;
  const list = [tag(state, "ordered_list", "ol", 1), ...told, tag(state, "ordered_list", "ol", -1)];
  state.tokens = [...state.tokens, new state.Token("hr", "hr", 0), ...list];
}

/** The next footnote that has no number, with one; null when all have. */
function nextUnasked(footnotes: Iterator<Footnote>, numbered: Footnote[]): Footnote | null {
  for (let next = footnotes.next(); next.done !== true; next = footnotes.next()) {
    if (next.value.number !== null) continue;
    next.value.number = numbered.push(next.value);
    return next.value;
  }
  return null;
}

function tag(state: StateCore, type: string, name: string, nesting: 1 | -1): Token {
  return new state.Token(`${type}_${nesting === 1 ? "open" : "close"}`, name, nesting);
}
