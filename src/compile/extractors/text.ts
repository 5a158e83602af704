// extractText: a text capture in, its article or its briefs out, with a verdict on every line.

import { findDates } from "../dates.ts";
import type { Claim, Draft, ExtractContext, Extraction, LineVerdict } from "../draft.ts";
import { detectLanguage } from "../language.ts";
import type { Problem } from "../problems.ts";
import { summarize } from "../summary.ts";
import { readArticle } from "./text/article.ts";
import { writeBlocks } from "./text/blocks.ts";
import { type Brief, type Digest, findBriefs } from "./text/digest.ts";
import { type Facts, factsOf } from "./text/facts.ts";
import { readLines } from "./text/lines.ts";
import { type Mail, readMail } from "./text/mail.ts";
import { guessDayOrder } from "./text/published.ts";
import { isBlank, type Joined, type Row, splitRows } from "./text/rows.ts";
import { deriveTitle } from "./text/title.ts";
import { unwrapRows } from "./text/unwrap.ts";

/**
 * Understands one text capture: `text` is decoded, in NFC, with line feeds; `path` names it in problems. Tells a
 * digest of one-line briefs from one article among clutter. Never throws on any text.
 */
export function extractText(text: string, path: string, context: ExtractContext): Extraction {
  const rows = splitRows(text.normalize("NFC"));
  const mail = readMail(rows);
  const { rows: body, dropped } = mail === null ? unwrapRows(rows) : unwrapRows(mail.body, 1);
  const facts = readLines(mail === null ? body : [...openMail(mail), ...body]).map(factsOf);
  const extraction = extractFacts(facts, mail, path, context);
  return { ...extraction, lines: judgeRows(extraction.lines, facts, mail, dropped) };
}

function extractFacts(
  facts: readonly Facts[],
  mail: Mail | null,
  path: string,
  context: ExtractContext,
): Extraction {
  const digest = findBriefs(facts);
  if (digest !== null) return readDigest(facts, digest, context);
  const { draft, lines } = readArticle(facts, mail, context);
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
    problems: [refuse(facts, path)],
  };
}

/** An outline without a word holds nothing, either. */
function refuse(facts: readonly Facts[], path: string): Problem {
  const isEmpty = !facts.some(({ line }) => /[\p{L}\p{N}]/u.test(line.text));
  return {
    path,
    line: null,
    level: "error",
    what: isEmpty ? "the file holds no text" : "no line of the file reads like an article",
    fix: "Put the article's text into the file, or take the file out of the seeds folder",
    ...(isEmpty && { ifNew: "note", alike: "files that hold no text" }),
  };
}

/** The subject of a mail, as a title above its words. */
function openMail({ subject, head }: Mail): Joined[] {
  const blank = { number: subject.number, raw: "", parts: [] };
  return [{ ...subject, parts: head.filter(({ number }) => number === subject.number) }, blank];
}

/** Every row has the verdict of its line; rows that were set aside before lines were read have their own. */
function judgeRows(
  lines: readonly LineVerdict[],
  facts: readonly Facts[],
  mail: Mail | null,
  dropped: readonly Row[],
): LineVerdict[] {
  const judged = lines.flatMap((verdict, index) =>
    (facts[index]?.line.parts ?? []).map(({ number, raw }) => ({
      ...verdict,
      line: number,
      text: raw.trim(),
    })),
  );
  const cut = (row: Row, rule: string): LineVerdict => ({
    line: row.number,
    text: row.raw.trim(),
    verdict: "cut",
    rule,
    place: null,
  });
  const head = (mail?.head ?? []).filter(({ number }) => number !== mail?.subject.number);
  const aside = [
    ...dropped.map((row) => cut(row, "number of a page")),
    ...[...(mail?.around ?? [])].filter(([row]) => !isBlank(row)).map(([row, rule]) => cut(row, rule)),
    ...head.map((row) => ({ ...cut(row, "head of a mail"), verdict: "metadata" as const, place: 0 })),
  ];
  return aside.length === 0 ? judged : [...judged, ...aside].sort((a, b) => a.line - b.line);
}

function readDigest(facts: readonly Facts[], digest: Digest, context: ExtractContext): Extraction {
  const { titles, briefs } = digest;
  const published = dateDigest(facts, titles, context);
  const places = new Map<number, { place: number; rule: string; verdict: LineVerdict["verdict"] }>();
  briefs.forEach(({ heading, body }, place) => {
    if (heading !== null)
      places.set(heading.line.number, { place, rule: "heading of a brief", verdict: "title" });
    const rule = heading === null ? "brief that stands alone" : "brief below its heading";
    for (const { line } of body) places.set(line.number, { place, rule, verdict: "body" });
  });
  return {
    kind: `digest of ${briefs.length} briefs`,
    drafts: briefs.map((brief, place) => readBrief(brief, place, published, context)),
    lines: facts.map(({ line, noise }) => {
      const at = { line: line.number, text: line.raw.trim() };
      const found = places.get(line.number);
      if (found !== undefined) {
        const { verdict, rule, place } = found;
        return { ...at, verdict, rule, place };
      }
      const isTitle = titles.some((title) => title.line.number === line.number);
      if (isTitle && published?.line === line.number)
        return { ...at, verdict: "metadata", rule: published.rule, place: 0 };
      const rule = isTitle ? "title of the digest" : (noise[0] ?? "remains of a picture");
      return { ...at, verdict: "cut", rule, place: null };
    }),
    problems: [],
  };
}

/** The day a digest's own title names. */
function dateDigest(
  facts: readonly Facts[],
  titles: readonly Facts[],
  context: ExtractContext,
): Claim<string> | null {
  const { lang } = detectLanguage(facts.map(({ text }) => text).join("\n"), context.lang);
  const order = guessDayOrder(facts, lang);
  for (const { text, line } of titles) {
    const [date] = findDates(text, context.timeZone, order);
    if (date !== undefined)
      return { value: date.value, rule: "date above the briefs", quote: text, line: line.number };
  }
  return null;
}

/** A brief without a heading has no title of its own: one is made from its first clause. */
function readBrief(
  { heading, body }: Brief,
  place: number,
  published: Claim<string> | null,
  context: ExtractContext,
): Draft {
  const blocks = writeBlocks(body);
  const first = heading ?? body[0];
  const at = { quote: first?.text ?? "", line: first?.line.number ?? null };
  const lang = detectLanguage(blocks.text, context.lang);
  return {
    place,
    title:
      heading === null
        ? { value: deriveTitle(blocks.text), rule: "first clause of the brief", ...at }
        : { value: heading.text, rule: "heading of the brief", ...at },
    titleDerived: heading === null,
    lead: null,
    published,
    updated: null,
    lang: { value: lang.lang, rule: lang.sure ? "letters of the brief" : "too short to tell", ...at },
    byline: null,
    sourceName: null,
    sourceUrl: null,
    summary: { value: summarize(blocks.text), rule: "the brief itself", ...at },
    image: null,
    enclosures: [],
    captions: [],
    topics: null,
    draft: false,
    ...blocks,
  };
}
