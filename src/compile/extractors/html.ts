// extractHtml: a saved page in, its article out, with a verdict on every line a reader would see.

import { cleanLine } from "../characters.ts";
import type { Claim, Draft, ExtractContext, Extraction, LineVerdict } from "../draft.ts";
import { detectLanguage } from "../language.ts";
import { markOrResolve, markPage } from "../media/marks.ts";
import { parseHtml } from "../parseHtml.ts";
import { htmlToText } from "../sanitize.ts";
import { type Block, readBlocks } from "./html/blocks.ts";
import { buildContent, buildFromText } from "./html/content.ts";
import { findByline } from "./html/credits.ts";
import { decideBlocks } from "./html/decide.ts";
import { writeFormulas } from "./html/formulas.ts";
import { findTitle, nameSite } from "./html/headline.ts";
import { type Metadata, readMetadata, type Statement } from "./html/metadata.ts";
import { findMoments } from "./html/moments.ts";
import { dropBacklinks, keepNotes, mayHaveBacklinks } from "./html/notes.ts";
import { partWords } from "./html/parting.ts";
import { findRoles, placeOf, roleOf } from "./html/roles.ts";
import { placeSlides } from "./html/slides.ts";
import { wordsOf } from "./html/words.ts";
import type { Mark } from "./mark.ts";
import { countWords } from "./text/lines.ts";
import { deriveTitle } from "./text/title.ts";
import { extractText } from "./text.ts";

/** Fewer words than this are no article. */
const LEAST_WORDS = 20;

/**
 * Understands one saved page: `text` is its decoded source, `path` names it in problems. Lines of its verdicts are
 * the lines a reader sees, counted from 1. Never throws on any text.
 */
export function extractHtml(text: string, path: string, context: ExtractContext): Extraction {
  const document = parseHtml(text);
  const stating = readMetadata(document);
  const metadata = { ...stating, base: stating.base ?? context.source ?? null };
  if (text.includes("<math")) writeFormulas(document);
  if (mayHaveBacklinks(text)) dropBacklinks(document);
  partWords(document);
  const blocks = readBlocks(document);
  const weighed = decideBlocks(blocks, {
    titles: metadata.titles.map(({ value }) => value),
    description: metadata.descriptions[0]?.value ?? null,
    body: metadata.body,
  });
  const decisions = keepNotes(blocks, placeSlides(blocks, weighed));
  const title = findTitle(
    blocks,
    metadata,
    decisions.findIndex(({ keep }) => keep),
  );
  const marks = findRoles(blocks, decisions, title?.value ?? null);
  markPage(document, metadata.base);
  const html = buildContent(document, blocks, marks.map(roleOf), metadata.base);
  const body = htmlToText(html);
  const stated = metadata.body === null ? "" : buildFromText(metadata.body, metadata.base);
  const statedText = htmlToText(stated);
  if (countWords(statedText) > Math.max(100, 2 * countWords(body))) {
    const draft = writeDraft(blocks, marks, title, metadata, stated, statedText, context);
    return {
      kind: "saved page, its text taken from its metadata",
      drafts: [draft],
      lines: judge(blocks, marks),
      problems: [],
    };
  }
  if (countWords(body) < LEAST_WORDS) return extractLines(blocks, metadata, path, context);
  const draft = writeDraft(blocks, marks, title, metadata, html, body, context);
  return { kind: "saved page", drafts: [draft], lines: judge(blocks, marks), problems: [] };
}

/** A page that does not read like one is read line by line, as a text capture would be; what it states holds still. */
function extractLines(
  blocks: readonly Block[],
  metadata: Metadata,
  path: string,
  context: ExtractContext,
): Extraction {
  const text = blocks.map((block) => block.facts.line.text).join("\n");
  const extraction = extractText(text, path, context);
  const kind = `${extraction.kind}, read line by line`;
  const [draft, ...others] = extraction.drafts;
  if (draft === undefined || others.length > 0) return { ...extraction, kind };
  const place = placeOf(extraction.lines);
  const title = findTitle(blocks, metadata, place.first);
  const lang = draft.lang?.value ?? context.lang;
  const { published, updated } = findMoments(blocks, new Map(), place, metadata, context.timeZone, lang);
  const stated = {
    ...draft,
    title: title ?? draft.title,
    titleDerived: title === null && draft.titleDerived,
    published: published ?? draft.published,
    updated: updated ?? draft.updated,
    byline: findByline(blocks, place, metadata, lang) ?? draft.byline,
    sourceName: findSource(metadata, title) ?? draft.sourceName,
    sourceUrl: claimStatement(metadata.address) ?? draft.sourceUrl,
    image: claimImage(metadata) ?? draft.image,
  };
  return { ...extraction, kind, drafts: [stated] };
}

function findSource(metadata: Metadata, title: Claim<string> | null): Claim<string> | null {
  return claimStatement(metadata.siteName ?? nameSite(metadata.pageTitle, title?.value ?? null));
}

function judge(blocks: readonly Block[], marks: readonly Mark[]): LineVerdict[] {
  return blocks.map((block, index) => {
    const { verdict, rule } = marks[index] ?? { verdict: "cut", rule: "" };
    return {
      line: index + 1,
      text: block.facts.line.text,
      verdict,
      rule,
      place: verdict === "cut" ? null : 0,
    };
  });
}

function writeDraft(
  blocks: readonly Block[],
  marks: readonly Mark[],
  title: Claim<string> | null,
  metadata: Metadata,
  html: string,
  text: string,
  context: ExtractContext,
): Draft {
  const place = placeOf(marks);
  const captions = new Map(
    blocks.flatMap(({ index, facts }) =>
      marks[index]?.verdict === "caption" ? [[index, facts.line.text] as const] : [],
    ),
  );
  const lang = detectLanguage(text, metadata.lang ?? context.lang);
  const { published, updated } = findMoments(blocks, captions, place, metadata, context.timeZone, lang.lang);
  const lead = marks.findIndex((mark) => mark.verdict === "lead");
  return {
    place: 0,
    title: title ?? deriveTitleOf(text),
    titleDerived: title === null,
    lead: lead < 0 ? null : claimBlock(blocks[lead], marks[lead]?.rule ?? ""),
    published,
    updated,
    lang: {
      value: lang.lang,
      rule: lang.sure ? "letters of the article" : "language of the page",
      quote: metadata.lang ?? "",
      line: null,
    },
    byline: findByline(blocks, place, metadata, lang.lang),
    sourceName: findSource(metadata, title),
    sourceUrl: claimStatement(metadata.address),
    summary: claimStatement(chooseSummary(metadata, text)),
    image: claimImage(metadata),
    enclosures: [],
    captions: [...captions.values()],
    topics: null,
    draft: false,
    html,
    text,
  };
}

function deriveTitleOf(text: string): Claim<string> {
  return {
    value: deriveTitle(text),
    rule: "first clause of the article",
    quote: text.slice(0, 200),
    line: null,
  };
}

function claimBlock(block: Block | undefined, rule: string): Claim<string> | null {
  if (block === undefined) return null;
  const { text } = block.facts.line;
  return { value: text, rule, quote: text, line: block.index + 1 };
}

function claimStatement(statement: Statement | null): Claim<string> | null {
  return statement === null
    ? null
    : { value: statement.value, rule: statement.rule, quote: statement.value, line: null };
}

function claimImage(metadata: Metadata): Claim<string> | null {
  for (const { value, rule } of metadata.images) {
    const url = markOrResolve(value, metadata.base);
    if (url !== null) return { value: url, rule, quote: value, line: null };
  }
  return null;
}

/** The page's own description, if it speaks of this article and not of the site. */
function chooseSummary(metadata: Metadata, text: string): Statement | null {
  const words = new Set(wordsOf(text));
  const fitting = metadata.descriptions.find(({ value }) => {
    const own = wordsOf(value).filter((word) => word.length > 3);
    return own.length >= 5 && own.filter((word) => words.has(word)).length >= 0.5 * own.length;
  });
  return fitting === undefined ? null : { ...fitting, value: cleanLine(fitting.value) };
}
