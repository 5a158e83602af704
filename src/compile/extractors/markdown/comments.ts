// dropComments: what authors write for themselves alone: comments of Obsidian, Liquid, Hugo, Nunjucks and kramdown.

import { parseBlocks } from "./parser.ts";

/** A text without its comments. */
export interface Uncommented {
  /** All other lines keep their numbers. */
  readonly text: string;
  /** 1-based line of a comment that is never closed, and takes all below it along; null where there is none. */
  readonly open: number | null;
}

interface Kind {
  readonly opening: RegExp;
  readonly closing: RegExp;
  /** Where one of these hides the rest of the file when it is not closed. */
  readonly hidesRest: "anywhere" | "line begins" | "never";
}

const KINDS: readonly Kind[] = [
  { opening: /(?<![\d%\\])%%/, closing: /%%/g, hidesRest: "line begins" },
  {
    opening: /\{\{[%<]\s*comment\s*[%>]\}\}/,
    closing: /\{\{[%<]\s*\/\s*comment\s*[%>]\}\}/g,
    hidesRest: "anywhere",
  },
  { opening: /\{::comment\}/, closing: /\{:\/(?:comment)?\}/g, hidesRest: "anywhere" },
  { opening: /\{%-?\s*comment\s*-?%\}/, closing: /\{%-?\s*endcomment\s*-?%\}/g, hidesRest: "anywhere" },
  { opening: /\{\{-?\s?\/\*/, closing: /\*\/\s?-?\}\}/g, hidesRest: "anywhere" },
  { opening: /\{#-?(?=\s)/, closing: /#\}/g, hidesRest: "never" },
];
const MARK = new RegExp(`(\`+)|${KINDS.map(({ opening }) => `(${opening.source})`).join("|")}`, "g");

/**
 * Code that a comment holds hides where it ends; so many times a text is looked at anew behind such a one. Behind more
 * of them comments are dropped from code too: better that than one that is published.
 */
const LOOKS = 20;

/** The text without comments. Those in code are code. */
export function dropComments(text: string): Uncommented {
  let found: Uncommented & { readonly rest: number | null } = { text, open: null, rest: 0 };
  if (!text.includes("%%") && !/\{(?:%|\{-? ?\/|\{<\s*comment|#|::c)/.test(text)) return found;
  for (let look = 0; found.rest !== null; look++) found = sweep(found.text, found.rest, look < LOOKS);
  return found;
}

/** Drops comments behind a place, up to the first that holds a mark of code: what is code below it is not known. */
function sweep(text: string, from: number, minds: boolean): Uncommented & { readonly rest: number | null } {
  const code = minds ? codeOf(text) : [];
  let kept = text.slice(0, from);
  let at = from;
  let below = 0;
  const spans = { none: new Map<string, number>(), blank: -1 };
  /** Those that are not closed any more. */
  const unclosed = new Set<Kind>();
  MARK.lastIndex = at;
  for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
    const { index } = match;
    while ((code[below]?.end ?? text.length) <= index) below += 1;
    const block = code[below];
    if (block !== undefined && block.start <= index) {
      MARK.lastIndex = block.end;
      continue;
    }
    const ticks = match[1];
    if (ticks !== undefined) {
      const end = text[index - 1] === "\\" ? -1 : endOfSpan(text, MARK.lastIndex, ticks, spans);
      if (end > 0) MARK.lastIndex = end;
      continue;
    }
    const kind = KINDS[match.slice(2).findIndex((part) => part !== undefined)];
    if (kind === undefined) continue;
    kind.closing.lastIndex = MARK.lastIndex;
    const isClosed = !unclosed.has(kind) && kind.closing.test(text);
    if (!isClosed) unclosed.add(kind);
    if (isClosed) {
      const end = kind.closing.lastIndex;
      const comment = text.slice(index, end);
      kept += text.slice(at, index) + comment.replace(/[^\n]/g, "");
      at = end;
      MARK.lastIndex = end;
      if (minds && /`{3}|~{3}/.test(comment))
        return { text: kept + text.slice(at), open: null, rest: kept.length };
    } else if (hidesRest(kind, text, index)) {
      const open = text.slice(0, index).split("\n").length;
      return {
        text: kept + text.slice(at, index) + text.slice(index).replace(/[^\n]/g, ""),
        open,
        rest: null,
      };
    }
  }
  return { text: kept + text.slice(at), open: null, rest: null };
}

function hidesRest(kind: Kind, text: string, at: number): boolean {
  if (kind.hidesRest !== "line begins") return kind.hidesRest === "anywhere";
  return /^[\s>]*$/.test(text.slice(text.lastIndexOf("\n", at) + 1, at));
}

/** Where the blocks of code are, as places of the text, in their order. */
function codeOf(text: string): { readonly start: number; readonly end: number }[] {
  const lines = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.push(at + 1);
  return parseBlocks(text).flatMap(({ type, map, content }) => {
    const isCode =
      type === "fence" ||
      type === "code_block" ||
      (type === "html_block" && /^\s*<(?:pre|script|style)\b/i.test(content));
    if (!isCode || map === null) return [];
    return [{ start: lines[map[0]] ?? text.length, end: lines[map[1]] ?? text.length }];
  });
}

/** What is known of spans of code: how far there is none of some backticks, and where the paragraph ends. */
interface Spans {
  readonly none: Map<string, number>;
  blank: number;
}

/** Where a span of code ends that these backticks begin, asked for in their order; -1 where they begin none. */
function endOfSpan(text: string, from: number, ticks: string, spans: Spans): number {
  const { none } = spans;
  if ((none.get(ticks) ?? 0) > from) return -1;
  if (spans.blank < from) {
    const blank = text.indexOf("\n\n", from);
    spans.blank = blank < 0 ? text.length : blank;
  }
  const limit = spans.blank;
  for (let at = text.indexOf(ticks, from); at >= 0 && at < limit; at = text.indexOf(ticks, at)) {
    let end = at;
    while (text[end] === "`") end += 1;
    if (end - at === ticks.length) return end;
    at = end;
  }
  none.set(ticks, limit);
  return -1;
}
