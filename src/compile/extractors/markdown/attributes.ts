// addAttributes: lists of attributes as kramdown, Goldmark and Pandoc write them, and the marks of their extensions that
// say nothing to a reader: `{: .class}`, `## Heading {#id}`, `{:toc}`, `[[toc]]`, `{::nomarkdown}`, `*[HTML]: words`.

import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { beginOf, isCode } from "./rows.ts";

const ATTRIBUTE = `(?:[#.][\\w:-]+|[\\w:-]+=(?:"[^"\\n]*"|'[^'\\n]*'|[^\\s"'{}]+))`;
const LIST = `${ATTRIBUTE}(?:\\s+${ATTRIBUTE})*`;
/** A row that is nothing else. Without its colon `{#name}` may be a word of the text. */
const ROW = new RegExp(
  `^\\{(?::\\s*(?:(?:toc|no_toc|refdef(?::.*)?)(?:\\s+${LIST})?|${LIST})|\\s*(?:\\.[\\w-]+|[\\w-]+="[^"\\n]*")(?:\\s+${ATTRIBUTE})*)\\s*\\}\\s*$`,
);
/** Where kramdown is told to change its ways, and words it explains by the way. */
const EXTENSION = /\{:(?::(?:nomarkdown|options)\b[^{}\n]*|\/(?:nomarkdown|options)?)\}/y;
const ABBREVIATION = /^\*\[[^\]\n]+\]:\s/;
/** What Logseq says of the size of a picture. */
const SIZE = "\\{:(?:height|width) \\d{1,5}(?:, :(?:height|width) \\d{1,5})?\\}";
const BEHIND = new RegExp(`\\{:?\\s*${LIST}\\s*\\}|${SIZE}`, "y");
const OF_HEADING = new RegExp(`[ \\t]{0,99}\\{:?\\s*(?:-|${LIST})\\s*\\}[ \\t]*$`);
const CONTENTS = /^(?:\[\[_?toc_?\]\]|\[toc\])$/i;

/** Teaches a parser to leave them out. Code stays as it is. */
export function addAttributes(parser: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list", "table"];
  parser.block.ruler.before("table", "attributes", readRow, { alt });
  parser.inline.ruler.push("attributes", readBehind);
  parser.inline.ruler.before("emphasis", "icon", readIcon);
  parser.core.ruler.after("block", "attributes", dropAttributes);
}

const brace = 0x7b;
const asterisk = 0x2a;

/** A row of attributes for the block above or below it. */
function readRow(state: StateBlock, line: number, _: number, silent: boolean): boolean {
  const from = beginOf(state, line);
  const sign = state.src.charCodeAt(from);
  if ((sign !== brace && sign !== asterisk) || isCode(state, line)) return false;
  const row = state.src.slice(from, state.eMarks[line]);
  if (!(sign === brace ? ROW : ABBREVIATION).test(row)) return false;
  if (silent) return true;
  state.line = line + 1;
  state.push("attributes", "", 0).content = row;
  return true;
}

/** What attributes may stand right behind of. */
const OWNERS = new Set(["image", "link_close", "code_inline"]);

function readBehind(state: StateInline, silent?: boolean): boolean {
  const { src, pos, pending, tokens } = state;
  if (src.charCodeAt(pos) !== brace) return false;
  EXTENSION.lastIndex = pos;
  if (EXTENSION.test(src)) {
    state.pos = EXTENSION.lastIndex;
    return true;
  }
  if (silent || pending !== "") return false;
  const last = tokens.at(-1);
  // What stresses words is paired later, so its signs are text here; and where they are none this may be a formula.
  const isStress =
    last !== undefined &&
    /^[*_]{1,2}$/.test(last.content) &&
    /^\{(?::|\s*\.[A-Za-z])/.test(src.slice(pos, pos + 9));
  if (!isStress && !OWNERS.has(last?.type ?? "")) return false;
  BEHIND.lastIndex = pos;
  if (!BEHIND.test(src)) return false;
  state.pos = BEHIND.lastIndex;
  return true;
}

/** Sets of icons that Material for MkDocs brings along. */
const ICON = /:(?:material|octicons|fontawesome|simple)-[a-z\d-]{1,60}:[ \t]?/y;
const colon = 0x3a;

function readIcon(state: StateInline): boolean {
  if (state.src.charCodeAt(state.pos) !== colon) return false;
  ICON.lastIndex = state.pos;
  if (!ICON.test(state.src) || ICON.lastIndex > state.posMax) return false;
  state.pos = ICON.lastIndex;
  return true;
}

function dropAttributes(state: StateCore): void {
  const kept: Token[] = [];
  for (const token of state.tokens) {
    if (token.type === "attributes") {
      if (/^\{:\s*toc\b/.test(token.content)) dropList(kept);
      continue;
    }
    const before = kept.at(-1)?.type;
    if (token.type === "inline" && before === "heading_open" && token.content.endsWith("}"))
      token.content = token.content.replace(OF_HEADING, "");
    const isContents = token.type === "inline" && before === "paragraph_open" && CONTENTS.test(token.content);
    if (isContents) token.content = "";
    kept.push(token);
  }
  state.tokens = kept;
}

/** Takes the list at the end away, which holds the place of a table of contents. */
function dropList(tokens: Token[]): void {
  const last = tokens.at(-1);
  if (last === undefined || !/^(?:bullet|ordered)_list_close$/.test(last.type)) return;
  const opening = last.type.replace("close", "open");
  const from = tokens.findLastIndex(({ type, level }) => type === opening && level === last.level);
  if (from >= 0) tokens.splice(from);
}
