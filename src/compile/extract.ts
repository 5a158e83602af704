// Picks the extractor for a seed: a table, kind → function.

import type { ExtractContext, Extraction, Seed } from "./draft.ts";
import { decodeSeed } from "./encodings.ts";
import { extractHtml } from "./extractors/html.ts";
import { looksLikeMarkdown } from "./extractors/markdown/looksLikeMarkdown.ts";
import { extractHtmlPost, extractMarkdown } from "./extractors/markdown.ts";
import { extractText } from "./extractors/text.ts";
import { parseTomlEntries } from "./frontmatter/entries.ts";
import { overrideExtraction, splitFrontMatter } from "./frontmatter.ts";
import { applyMeta, sourceIn } from "./meta.ts";

/** Decoded text, its path for problems, and the site's habits in; the file's articles out. Never throws. */
type Extractor = (text: string, path: string, context: ExtractContext) => Extraction;

/** Markdown; a text capture that was given its ending is still a capture, clutter and all. */
function extractMarkdownOrCapture(text: string, path: string, context: ExtractContext): Extraction {
  return (looksLikeMarkdown(text) ? extractMarkdown : extractCapture)(text, path, context);
}

/** A saved page; what begins with front matter is no page, but a post. */
function extractPageOrPost(text: string, path: string, context: ExtractContext): Extraction {
  return (HAS_MATTER.test(text) ? extractHtmlPost : extractHtml)(text, path, context);
}

/** A fence, and below it a key, a comment or the other fence. */
const HAS_MATTER = /^(?:---|\+{3})[ \t]*\n\s*(?:["']?[\w-]+["']?\s*[:=]|#|---|\+{3})/;

/** Extractor by extension; anything else that decodes as text is read as a text capture. */
const EXTRACTORS: Readonly<Record<string, Extractor>> = {
  htm: extractPageOrPost,
  html: extractPageOrPost,
  markdown: extractMarkdownOrCapture,
  md: extractMarkdownOrCapture,
  mdx: extractMarkdown,
  xhtml: extractPageOrPost,
};

/** What was understood of a seed, its corrections applied; a file that is no text is a problem with its reason. */
export function extractSeed(seed: Seed, context: ExtractContext): Extraction {
  const decoded = decodeSeed(seed);
  if (decoded.text === null) return { kind: "not read", drafts: [], lines: [], problems: decoded.problems };
  const extension = /\.(\w+)$/.exec(seed.path)?.[1]?.toLowerCase() ?? "";
  const extract = EXTRACTORS[extension] ?? extractCapture;
  const meta = seed.meta && { path: seed.meta.path, parsed: parseTomlEntries(seed.meta.text) };
  const source = meta === undefined ? null : sourceIn(meta.parsed, context);
  const extraction = extract(decoded.text, seed.path, { ...context, source });
  const { drafts, corrections, problems } =
    meta === undefined
      ? { drafts: extraction.drafts, corrections: [], problems: [] }
      : applyMeta(extraction.drafts, meta.parsed, meta.path, context);
  return {
    ...extraction,
    drafts,
    corrections,
    problems: [...decoded.problems, ...extraction.problems, ...problems],
  };
}

/** A text capture, which may carry front matter too. */
function extractCapture(text: string, path: string, context: ExtractContext): Extraction {
  const split = splitFrontMatter(text, path, context, false);
  return overrideExtraction(extractText(split.body, path, context), split);
}
