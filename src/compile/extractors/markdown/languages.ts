// Languages: what posts of site generators are written in, and the steps from their text to its blocks.

import type { Token } from "markdown-it";
import { fenceHighlights } from "./highlights.ts";
import { parseHtmlPost, prepareHtmlPost } from "./htmlPost.ts";
import { openMarkedHtml } from "./markedHtml.ts";
import { dropMdx } from "./mdx.ts";
import { dropProperties } from "./outline.ts";
import { markdown } from "./parser.ts";
import { unwrapRaw } from "./raw.ts";
import { dropShortcodes } from "./shortcodes.ts";

/** What a text is written in. */
export interface Language {
  readonly name: string;
  /** The text below the front matter, ready to be freed of comments. */
  readonly prepare: (body: string) => string;
  /** Its blocks, all tags filled in or dropped. */
  readonly parse: (said: string) => Token[];
}

/** Markdown, with the tags of any site generator. */
export const inMarkdown: Language = {
  name: "Markdown",
  prepare: (body) => unwrapRaw(fenceHighlights(body)),
  parse: (said) => markdown().parse(openMarkedHtml(dropShortcodes(dropMdx(dropProperties(said)))), {}),
};

/** HTML with such tags. */
export const inHtml: Language = {
  name: "HTML",
  prepare: (body) => unwrapRaw(prepareHtmlPost(body)),
  parse: parseHtmlPost,
};
