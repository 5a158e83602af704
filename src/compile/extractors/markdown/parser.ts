// The parser of all Markdown: CommonMark with tables and strikethrough, and what notebooks and forges add to it.

import type { MarkdownIt, Token } from "markdown-it";
import { definitionLists, markdownIt } from "../../packages.ts";
import { addAttributes } from "./attributes.ts";
import { addCodeMarks } from "./codeMarks.ts";
import { addComponents } from "./components.ts";
import { addContainers } from "./containers.ts";
import { addEastAsian } from "./eastAsian.ts";
import { addEmoji } from "./emoji.ts";
import { addFootnotes } from "./footnotes.ts";
import { addFormulas } from "./formulas.ts";
import { addGists } from "./gists.ts";
import { addObsidian } from "./obsidian.ts";
import { addSigns } from "./signs.ts";

let parser: MarkdownIt | null = null;

/** The parser, made for the first text. */
export function markdown(): MarkdownIt {
  if (parser !== null) return parser;
  const Parser = markdownIt();
  parser = new Parser({ html: true, linkify: true });
  const { linkify } = parser;
  linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  // GitHub Flavored Markdown §6.9; other addresses without a scheme may be names, or ends of sentences.
  linkify.add("www.", {
    validate: (text, at, { re }) => {
      const host = re.get_relative_proto_validator();
      host.lastIndex = at;
      return /[@/:._-]/.test(text.charAt(at - 5)) ? 0 : (host.exec(text)?.[0].length ?? 0);
    },
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
  // All that is left to find has one of these signs in it; most paragraphs have none, and to search them is slow.
  const search = linkify.test.bind(linkify);
  linkify.test = (text) =>
    (text.includes("//") || text.includes("@") || text.includes("www.")) && search(text);
  addAttributes(parser);
  addEastAsian(parser);
  addCodeMarks(parser);
  addComponents(parser);
  addContainers(parser);
  addEmoji(parser);
  addFormulas(parser);
  addFootnotes(parser);
  addGists(parser);
  addObsidian(parser);
  addSigns(parser);
  parser.use(definitionLists());
  return parser;
}

/** The blocks of a text and the lines they take, what stands in them not yet read. */
export function parseBlocks(text: string): Token[] {
  const tokens: Token[] = [];
  markdown().block.parse(text, markdown(), {}, tokens);
  return tokens;
}

/** Tokens as HTML. */
export function render(tokens: Token[]): string {
  return markdown().renderer.render(tokens, markdown().options, {});
}

/** The words of an inline token as HTML, without numbers of footnotes. */
export function renderTitle({ children }: Token): string {
  const words = (children ?? []).filter(({ type }) => type !== "footnote_number");
  return markdown().renderer.renderInline(words, markdown().options, {});
}
