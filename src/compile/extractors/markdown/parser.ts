// The parser of all Markdown: CommonMark with tables and strikethrough, and what notebooks and forges add to it.

import type { MarkdownIt, Token } from "markdown-it";
import { markdownIt } from "../../packages.ts";
import { addObsidian } from "./obsidian.ts";

let parser: MarkdownIt | null = null;

/** The parser, made for the first text. */
export function markdown(): MarkdownIt {
  if (parser !== null) return parser;
  const Parser = markdownIt();
  parser = new Parser({ html: true, linkify: true });
  const { linkify } = parser;
  linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  // All that is left to find has one of these signs in it; most paragraphs have none, and to search them is slow.
  const search = linkify.test.bind(linkify);
  linkify.test = (text) => (text.includes("//") || text.includes("@")) && search(text);
  addObsidian(parser);
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
