// addCodeMarks: what stands in blocks of code for the program that shows them: languages, titles, marks of lines.

import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { labelTokens } from "./signs.ts";

/** Teaches a parser to read them. */
export function addCodeMarks(parser: MarkdownIt): void {
  parser.core.ruler.after("block", "code_marks", readMarks);
}

/** A comment that marks the lines around it, as Docusaurus writes it, in any language. */
const LINE =
  /^[ \t]*(?:\/\/|#|--|%|\/\*|<!--|\{\/\*|;)[ \t]*highlight-(?:next-line|start|end)[ \t]*(?:\*\/\}?|-->)?[ \t]*(?:\n|$)/gm;
/** The same behind a line, as VitePress and Shiki write it. */
const BEHIND = /[ \t]*(?:\/\/|#|--|\/\*|<!--)[ \t]*\[!code [^\]\n]{1,40}\][ \t]*(?:\*\/|-->)?/g;
/** The language of indented code, as Python-Markdown writes it. */
const SHEBANG = /^(?::::|#!)([A-Za-z][\w+#.-]{0,20})[ \t]*\n/;
/** What a file is called whose code it is. */
const TITLE = /(?:^|\s)(?:title|filename|file|name)=(?:"([^"\n]{1,200})"|'([^'\n]{1,200})')/;

function readMarks(state: StateCore): void {
  /** The tokens with titles put in; null while there is none. */
  let made: Token[] | null = null;
  const { tokens } = state;
  for (const [at, token] of tokens.entries()) {
    if (token.type === "code_block") readShebang(token);
    if (token.type === "fence") {
      if (token.content.includes("highlight-")) token.content = token.content.replace(LINE, "");
      if (token.content.includes("[!code ")) token.content = token.content.replace(BEHIND, "");
      const title = titleOf(token);
      if (title !== null) {
        made ??= tokens.slice(0, at);
        for (const each of labelTokens(state.Token, escapeMarkdown(title), token.map)) made.push(each);
      }
    }
    made?.push(token);
  }
  state.tokens = made ?? tokens;
}

function readShebang(token: Token): void {
  const match = SHEBANG.exec(token.content);
  // A box of text that is shown as code ends in such colons too.
  if (match === null || /^:{3,}[ \t]*$/m.test(token.content)) return;
  token.content = token.content.slice(match[0].length);
  token.type = "fence";
  token.tag = "code";
  token.info = match[1] ?? "";
}

/** A title that says more than the language does. */
function titleOf({ info }: Token): string | null {
  if (!info.includes("=")) return null;
  const [, double, single] = TITLE.exec(info) ?? [];
  const title = (double ?? single ?? "").trim();
  const language = /^[\w+#-]*/.exec(info.trim())?.[0] ?? "";
  const isLanguage = title.toLowerCase() === language.toLowerCase() || LONG_NAMES.has(title.toLowerCase());
  return title === "" || isLanguage ? null : title;
}

/** Languages by the names people call them by. */
const LONG_NAMES = new Set(
  "javascript typescript jsx tsx shell bash terminal console python ruby rust go java kotlin swift json yaml toml html css output".split(
    " ",
  ),
);

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>$~=^{}!&]/g, "\\$&");
}
