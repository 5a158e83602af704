// addSigns: boxes of task lists and labels of quotations, as GitHub and Obsidian write them.

import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** Teaches a parser to read them. */
export function addSigns(parser: MarkdownIt): void {
  parser.core.ruler.after("block", "signs", readSigns);
}

const BOX = /^\[([ xX])\][ \t\n]+(?=\S)/;
const LABEL = /^\[!([\p{L}][\p{L}\d_ -]{0,30})(?:\|[^\]\n]*)?\][+-]?[ \t]*(.*)(?:\n|$)/u;

function readSigns(state: StateCore): void {
  const { tokens } = state;
  /** The tokens with labels put in; null while there is none. */
  let made: Token[] | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (
      token.type === "inline" &&
      token.content.startsWith("[") &&
      tokens[at - 1]?.type === "paragraph_open"
    ) {
      const around = tokens[at - 2]?.type;
      if (around === "list_item_open") token.content = token.content.replace(BOX, writeBox);
      else if (around === "blockquote_open") {
        const label = takeLabel(state, token);
        if (label.length > 0) made ??= tokens.slice(0, at);
        made?.splice(-1, 0, ...label);
      }
    }
    made?.push(token);
  }
  state.tokens = made ?? tokens;
}

function writeBox(_: string, mark: string): string {
  return mark === " " ? "☐ " : "☑ ";
}

/** Takes the label off the first paragraph of a quotation; what it says, as a paragraph of its own. */
function takeLabel({ Token: Made }: StateCore, inline: Token): Token[] {
  const match = LABEL.exec(inline.content);
  if (match === null) return [];
  const [line, kind = "", title = ""] = match;
  inline.content = inline.content.slice(line.length);
  const isQuote = /^(?:quote|cite)$/i.test(kind);
  const label = title.trim() || (isQuote ? "" : kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase());
  if (label === "") return [];
  return labelTokens(Made, label, inline.map);
}

/** A label above a text, as a paragraph of its own. `map` are the lines it stands in. */
export function labelTokens(Made: StateCore["Token"], label: string, map: Token["map"]): Token[] {
  const words = new Made("inline", "", 0);
  words.content = label;
  words.children = [];
  words.map = map;
  return [
    new Made("paragraph_open", "p", 1),
    new Made("strong_open", "strong", 1),
    words,
    new Made("strong_close", "strong", -1),
    new Made("paragraph_close", "p", -1),
  ];
}
