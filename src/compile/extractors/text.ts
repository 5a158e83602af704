// extractText: a text capture in, its article or its briefs out, with a verdict on every line.

import type { Draft, ExtractContext, Extraction, LineVerdict } from "../draft.ts";
import { detectLanguage } from "../language.ts";
import { summarize } from "../summary.ts";
import { readArticle } from "./text/article.ts";
import { writeBlocks } from "./text/blocks.ts";
import { findBriefs } from "./text/digest.ts";
import { type Facts, factsOf } from "./text/facts.ts";
import { readLines } from "./text/lines.ts";
import { deriveTitle } from "./text/title.ts";

/**
 * Understands one text capture: `text` is decoded, in NFC, with line feeds; `path` names it in problems. Tells a
 * digest of one-line briefs from one article among clutter. Never throws on any text.
 */
export function extractText(text: string, path: string, context: ExtractContext): Extraction {
  const facts = readLines(text.normalize("NFC")).map(factsOf);
  const briefs = findBriefs(facts);
  if (briefs !== null) {
    const above = briefs[0] === undefined ? 0 : facts.indexOf(briefs[0]);
    return {
      kind: `digest of ${briefs.length} briefs`,
      drafts: briefs.map((fact, place) => readBrief(fact, place, context)),
      lines: facts.map((fact, index) => judgeBriefLine(fact, index - above, briefs.length)),
      problems: [],
    };
  }
  const { draft, lines } = readArticle(facts, context);
  if (draft !== null) {
    const clean = lines.every(({ verdict }) => verdict !== "cut");
    return {
      kind: clean ? "one article" : "one article among clutter",
      drafts: [draft],
      lines,
      problems: [],
    };
  }
  return {
    kind: "no article",
    drafts: [],
    lines,
    problems: [
      {
        path,
        line: null,
        level: "error",
        what: facts.length === 0 ? "the file holds no text" : "no line of the file reads like an article",
        fix: "Put the article's text into the file, or take the file out of the seeds folder",
      },
    ],
  };
}

function judgeBriefLine({ line, noise }: Facts, place: number, briefs: number): LineVerdict {
  const at = { line: line.number, text: line.raw.trim() };
  if (place >= 0 && place < briefs) return { ...at, verdict: "body", rule: "brief that stands alone", place };
  return { ...at, verdict: "cut", rule: noise[0] ?? "remains of a picture", place: null };
}

/** A brief has no title of its own: one is made from its first clause. */
function readBrief(fact: Facts, place: number, context: ExtractContext): Draft {
  const { text } = fact;
  const at = { quote: text, line: fact.line.number };
  const lang = detectLanguage(text, context.lang);
  return {
    place,
    title: { value: deriveTitle(text), rule: "first clause of the brief", ...at },
    titleDerived: true,
    lead: null,
    published: null,
    updated: null,
    lang: { value: lang.lang, rule: lang.sure ? "letters of the brief" : "too short to tell", ...at },
    byline: null,
    sourceName: null,
    sourceUrl: null,
    summary: { value: summarize(text), rule: "the brief itself", ...at },
    image: null,
    enclosures: [],
    captions: [],
    topics: null,
    draft: false,
    ...writeBlocks([fact]),
  };
}
