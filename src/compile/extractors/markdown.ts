// extractMarkdown: an article in Markdown (CommonMark with tables and strikethrough), with or without front matter.

import type { Token } from "markdown-it";
import type { Claim, Draft, ExtractContext, Extraction, LineVerdict } from "../draft.ts";
import { type MatterSplit, overrideExtraction, splitFrontMatter } from "../frontmatter.ts";
import { detectLanguage } from "../language.ts";
import { markHtml } from "../media/marks.ts";
import type { Problem } from "../problems.ts";
import { htmlToText, sanitizeNodes } from "../sanitize.ts";
import { sameWords } from "./html/words.ts";
import { type Clipping, keepArticle } from "./markdown/clipping.ts";
import { dropComments } from "./markdown/comments.ts";
import { readCredits } from "./markdown/credits.ts";
import { dayInName, titleInName } from "./markdown/fileName.ts";
import { inHtml, inMarkdown, type Language } from "./markdown/languages.ts";
import { markdown, render, renderTitle } from "./markdown/parser.ts";
import { dropShortcodes } from "./markdown/shortcodes.ts";
import { findTeaser } from "./markdown/teaser.ts";
import { deriveTitle } from "./text/title.ts";

/**
 * Understands one Markdown file: `text` is decoded, `path` names it in problems. The title is that of the front
 * matter, else a first heading of level 1, else the name of the file where that is one, else made from the first clause.
 * HTML in it passes the sanitizer.
 */
export function extractMarkdown(text: string, path: string, context: ExtractContext): Extraction {
  return extract(text, path, context, inMarkdown);
}

/** The same for a post of HTML below front matter, as importers of Jekyll write them. */
export function extractHtmlPost(text: string, path: string, context: ExtractContext): Extraction {
  return extract(text, path, context, inHtml);
}

function extract(text: string, path: string, context: ExtractContext, language: Language): Extraction {
  const split = splitFrontMatter(text, path, context, true);
  const stated = split.fields?.title?.value ?? null;
  const { text: said, open } = dropComments(language.prepare(split.body));
  const problems = open === null ? [] : [warnOfComment(path, open)];
  const clipping = split.fields === null ? keepArticle(said, path, context) : null;
  if (clipping !== null) return readClipping(clipping, problems, context);
  const tokens = language.parse(said);
  const heading = findHeading(tokens, stated);
  const rest = heading === null ? tokens : [...tokens.slice(0, heading.from), ...tokens.slice(heading.to)];
  const credits = split.fields === null ? readCredits(rest, heading?.from ?? null, context) : null;
  const base = split.fields?.sourceUrl?.value ?? credits?.claims.sourceUrl?.value ?? context.source ?? null;
  const { html, text: body } = write(credits?.tokens ?? rest, base);
  const lines = judgeLines(
    split.body,
    said,
    heading?.line ?? null,
    credits?.lines ?? new Set(),
    language.name,
  );
  const kind = split.fields === null ? language.name : `${language.name} with front matter`;
  const lang = split.fields?.lang ?? tellLanguage(body, context);
  if (body === "") {
    const none = refuse(path, split);
    return overrideExtraction({ kind, drafts: [], lines, problems: [...problems, none] }, split);
  }
  const isNote = split.fields !== null || NOTE.test(said);
  const title = heading?.title ?? (stated === null ? titleInName(path, isNote) : null);
  // What was clipped from somewhere may be named by the day it was clipped.
  const published = base === null ? dayInName(path, context.timeZone) : null;
  const draft = {
    ...writeDraft(title, stated, html, body, lang),
    draft: DRAFTS.test(path),
    summary: readTeaser(credits?.tokens ?? rest, base),
    ...credits?.claims,
    published: credits?.claims.published ?? published,
  };
  return overrideExtraction({ kind, drafts: [draft], lines, problems }, split);
}

/** The folder in which posts of Jekyll wait. */
const DRAFTS = /(?:^|\/)_drafts\//;
/** Links between notes, and labels of quotations. */
const NOTE = /\[\[(?=\D)[^[\]\n]+\]\]|^> ?\[!/m;

function write(tokens: Token[], base: string | null): Pick<Draft, "html" | "text"> {
  const html = sanitizeNodes(markHtml(render(tokens), base), base);
  return { html, text: htmlToText(html) };
}

/** A summary longer than this is half an article. */
const longestTeaser = 1000;

function readTeaser(tokens: readonly Token[], base: string | null): Claim<string> | null {
  const teaser = findTeaser(tokens);
  const value = teaser === null ? "" : write(teaser.tokens, base).text.replaceAll("\n", " ");
  if (teaser === null || value === "" || value.length > longestTeaser) return null;
  return { value, rule: "what stands above the mark for more", quote: "<!--more-->", line: teaser.line };
}

/** The article of a page that was saved as Markdown. */
function readClipping(
  { draft, article, lines }: Clipping,
  problems: readonly Problem[],
  context: ExtractContext,
): Extraction {
  const tokens = markdown().parse(dropShortcodes(article), {});
  const { html, text } = write(tokens, draft.sourceUrl?.value ?? context.source ?? null);
  const lang = tellLanguage(text, context);
  return { kind: "page saved as Markdown", drafts: [{ ...draft, html, text, lang }], lines, problems };
}

interface Heading {
  readonly title: Claim<string>;
  readonly line: number;
  /** Its tokens, from the first to behind the last. */
  readonly from: number;
  readonly to: number;
}

/** The heading that is the title: the first of the file, of level 1, or one that repeats the stated title. */
function findHeading(tokens: readonly Token[], stated: string | null): Heading | null {
  const from = tokens.findIndex(({ type }) => type === "heading_open");
  const token = tokens[from];
  const inline = tokens[from + 1];
  if (token === undefined || inline === undefined || token.map === null) return null;
  const value = htmlToText(renderTitle(inline)).replaceAll("\n", " ");
  const repeats = stated !== null && sameWords(stated, value);
  if (value === "" || (stated === null ? token.tag !== "h1" : !repeats)) return null;
  const line = token.map[0] + 1;
  return { title: { value, rule: "first heading", quote: inline.content, line }, line, from, to: from + 3 };
}

function writeDraft(
  title: Claim<string> | null,
  stated: string | null,
  html: string,
  text: string,
  lang: Claim<string>,
): Draft {
  const derived = title === null && stated === null;
  const first = derived ? firstWords(html, text) : "";
  return {
    place: 0,
    title: derived ? { value: deriveTitle(first), rule: "first clause", quote: first, line: null } : title,
    titleDerived: derived,
    lead: null,
    published: null,
    updated: null,
    lang,
    byline: null,
    sourceName: null,
    sourceUrl: null,
    summary: null,
    image: null,
    enclosures: [],
    captions: [],
    topics: null,
    draft: false,
    html,
    text,
  };
}

/** Labels of boxes, and links that stand for a film or a post: they say nothing of the article. */
const LABEL =
  /^(?:<blockquote><p><strong>[^<]*<\/strong>|<p><a href="[^"]*">(?:YouTube|Vimeo|X|Gist)<\/a>)<\/p>/;

function firstWords(html: string, text: string): string {
  const [first = "", second = ""] = text.split("\n").filter((row) => row.trim() !== "");
  return LABEL.test(html) && second !== "" ? second : first;
}

function tellLanguage(text: string, context: ExtractContext): Claim<string> {
  const { lang, sure } = detectLanguage(text, context.lang);
  return { value: lang, rule: sure ? "letters of the article" : "too short to tell", quote: "", line: null };
}

/** A verdict on every line; `said` is the text without comments, `credits` are lines that were read for a claim. */
function judgeLines(
  body: string,
  said: string,
  title: number | null,
  credits: ReadonlySet<number>,
  language: string,
): LineVerdict[] {
  const kept = said === body ? null : said.split("\n");
  return body.split("\n").flatMap((row, index): LineVerdict[] => {
    const text = row.trim();
    if (text === "") return [];
    const line = index + 1;
    if (kept?.[index]?.trim() === "") return [{ line, text, verdict: "cut", rule: "comment", place: null }];
    if (credits.has(line)) return [{ line, text, verdict: "metadata", rule: "credit line", place: 0 }];
    return line === title
      ? [{ line, text, verdict: "title", rule: "first heading", place: 0 }]
      : [{ line, text, verdict: "body", rule: language, place: 0 }];
  });
}

function warnOfComment(path: string, line: number) {
  const what = "the comment that begins here is never closed, so all below it is left out";
  return { path, line, level: "warning", what, fix: "Close it, or take its mark out" } as const;
}

/** What stands there may be meant to be published, and only not be understood: that is told louder than nothing. */
function refuse(path: string, { fields, body }: MatterSplit): Problem {
  const at = body.split("\n").findIndex((row) => /[\p{L}\p{N}]/u.test(row));
  const isBlank = at < 0;
  const place = fields === null ? "" : " below its front matter";
  const what = isBlank
    ? `the file holds no text${place}`
    : `the file holds no text${place}, only what is none: a heading, a picture, a frame, a shortcode`;
  const fix = "Write the article below it, or take the file out of the seeds folder";
  const ifNew = isBlank ? "note" : "warning";
  return {
    path,
    line: isBlank ? null : at + 1,
    level: "error",
    what,
    fix,
    ifNew,
    alike: "files that hold no text",
  };
}
