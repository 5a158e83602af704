// extractMarkdown: an article in Markdown (CommonMark with tables and strikethrough), with or without front matter.

import type { MarkdownIt } from "markdown-it";
import type { Claim, Draft, ExtractContext, Extraction, LineVerdict } from "../draft.ts";
import { overrideExtraction, splitFrontMatter } from "../frontmatter.ts";
import { detectLanguage } from "../language.ts";
import { markHtml } from "../media/marks.ts";
import { markdownIt } from "../packages.ts";
import { htmlToText, sanitizeNodes } from "../sanitize.ts";
import { sameWords } from "./html/words.ts";
import { dropShortcodes } from "./markdown/shortcodes.ts";
import { deriveTitle } from "./text/title.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

let parser: MarkdownIt | null = null;

/** The parser of all Markdown, made for the first. */
function markdown(): MarkdownIt {
  if (parser !== null) return parser;
  const Parser = markdownIt();
  parser = new Parser({ html: true, linkify: true });
  const { linkify } = parser;
  linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  // All that is left to find has one of these signs in it; most paragraphs have none, and to search them is slow.
  const search = linkify.test.bind(linkify);
  linkify.test = (text) => (text.includes("//") || text.includes("@")) && search(text);
  return parser;
}

/**
 * Understands one Markdown file: `text` is decoded, `path` names it in problems. The title is that of the front
 * matter, else a first heading of level 1, else made from the first clause. HTML in it passes the sanitizer.
 */
export function extractMarkdown(text: string, path: string, context: ExtractContext): Extraction {
  const split = splitFrontMatter(text, path, context, true);
  const stated = split.fields?.title?.value ?? null;
  const tokens = markdown().parse(dropShortcodes(split.body), {});
  const heading = findHeading(tokens, stated);
  const rest = heading === null ? tokens : [...tokens.slice(0, heading.from), ...tokens.slice(heading.to)];
  const base = split.fields?.sourceUrl?.value ?? null;
  const html = sanitizeNodes(markHtml(render(rest), base), base);
  const body = htmlToText(html);
  const lines = judgeLines(split.body, heading?.line ?? null);
  const kind = split.fields === null ? "Markdown" : "Markdown with front matter";
  const extraction: Extraction =
    body === ""
      ? { kind, drafts: [], lines, problems: [refuse(path, split.fields !== null)] }
      : {
          kind,
          drafts: [
            writeDraft(
              heading?.title ?? null,
              stated,
              html,
              body,
              split.fields?.lang ?? tellLanguage(body, context),
            ),
          ],
          lines,
          problems: [],
        };
  return overrideExtraction(extraction, split);
}

function render(tokens: Token[]): string {
  return markdown().renderer.render(tokens, markdown().options, {});
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
  const value = htmlToText(render([inline])).replaceAll("\n", " ");
  const repeats = stated !== null && sameWords(stated, value);
  if (value === "" || (stated === null ? token.tag !== "h1" : !repeats)) return null;
  const line = token.map[0] + 1;
  return { title: { value, rule: "first heading", quote: inline.content, line }, line, from, to: from + 3 };
}

function writeDraft(
  heading: Claim<string> | null,
  stated: string | null,
  html: string,
  text: string,
  lang: Claim<string>,
): Draft {
  const derived = heading === null && stated === null;
  const first = text.split("\n")[0] ?? "";
  return {
    place: 0,
    title: heading ?? { value: deriveTitle(first), rule: "first clause", quote: first, line: null },
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

function tellLanguage(text: string, context: ExtractContext): Claim<string> {
  const { lang, sure } = detectLanguage(text, context.lang);
  return { value: lang, rule: sure ? "letters of the article" : "too short to tell", quote: "", line: null };
}

function judgeLines(body: string, title: number | null): LineVerdict[] {
  return body.split("\n").flatMap((row, index): LineVerdict[] => {
    if (row.trim() === "") return [];
    const line = index + 1;
    const isTitle = line === title;
    return [
      {
        line,
        text: row.trim(),
        verdict: isTitle ? "title" : "body",
        rule: isTitle ? "first heading" : "Markdown",
        place: 0,
      },
    ];
  });
}

function refuse(path: string, hasMatter: boolean) {
  const what = hasMatter
    ? "the file holds no text below its front matter"
    : "the file holds no text, only a heading, a picture or a rule";
  const fix = "Write the article below it, or take the file out of the seeds folder";
  return { path, line: null, level: "error", what, fix } as const;
}
