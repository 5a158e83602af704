// The packages that only some seeds need. Each is loaded when the first seed needs it, since most commands meet none.

import { createRequire } from "node:module";
import type { MarkdownIt } from "markdown-it";

const require = createRequire(import.meta.url);

function once<Package>(name: string): () => Package {
  let loaded: Package | null = null;
  return () => {
    loaded ??= require(name) as Package;
    return loaded;
  };
}

/** Parses any HTML. */
export const htmlParser = once<typeof import("htmlparser2")>("htmlparser2");

/** Parses Markdown. */
export const markdownIt = once<typeof import("markdown-it").default>("markdown-it");

/** Teaches it lists of terms, as PHP Extra, kramdown and Pandoc write them. */
export const definitionLists = once<(parser: MarkdownIt) => void>("markdown-it-deflist");

/** Parses any YAML. */
export const yaml = once<typeof import("yaml")>("yaml");

/** Knows the emoji GitHub has names for. */
export const emoji = once<typeof import("gemoji")>("gemoji");
