// readArticle: one article among clutter, as a visible list of steps; every line gets a verdict and its reason.

import type { Claim, Draft, ExtractContext, LineVerdict } from "../../draft.ts";
import { detectLanguage } from "../../language.ts";
import { summarize } from "../../summary.ts";
import { writeBlocks } from "./blocks.ts";
import { findCaptions } from "./captions.ts";
import { findCredits } from "./credits.ts";
import type { Facts } from "./facts.ts";
import { findLead, stripSignature } from "./lead.ts";
import { findMoments, guessDayOrder, readAddressDate } from "./published.ts";
import { decideLines } from "./spans.ts";
import { findSurroundings } from "./surroundings.ts";
import { deriveTitle, findTitle, firstParagraph } from "./title.ts";

/** What a line was taken for and why. */
interface Mark {
  readonly verdict: LineVerdict["verdict"];
  readonly rule: string;
}

/** The article a file holds, or null when it holds no text at all, and a verdict on every line. */
export function readArticle(
  facts: readonly Facts[],
  context: ExtractContext,
): { readonly draft: Draft | null; readonly lines: readonly LineVerdict[] } {
  const weighed = decideLines(facts);
  const cuts = findSurroundings(facts, weighed);
  const decisions = weighed.map((decision, index) => {
    const rule = cuts.get(index);
    return rule === undefined ? decision : { ...decision, keep: false, rule };
  });
  const marks: Mark[] = decisions.map(({ keep, rule }) => ({ verdict: keep ? "body" : "cut", rule }));
  const mark = (index: number, verdict: Mark["verdict"], rule: string) => {
    marks[index] = { verdict, rule };
  };
  const isBody = (index: number) => marks[index]?.verdict === "body";

  const title = findTitle(facts, decisions);
  if (title >= 0) {
    mark(title, "title", "title line above the article");
    for (let index = 0; index < title; index++) if (isBody(index)) mark(index, "cut", "above the title");
    facts.forEach((fact, index) => {
      if (index !== title && isBody(index) && fact.text === facts[title]?.text)
        mark(index, "cut", "repeats the title");
    });
  }

  const first = firstParagraph(facts, decisions);
  for (let index = title + 1; title >= 0 && index < first; index++) {
    const fact = facts[index];
    if (fact !== undefined && !isBody(index) && fact.prose > 0 && fact.noise.length === 0 && !fact.caption) {
      mark(index, "body", "prose between the title and the article");
    }
  }
  const last = marks.findLastIndex(({ verdict }) => verdict === "body");

  for (const [index, rule] of findCaptions(facts, Math.max(0, title), last + 1)) {
    if (index !== title) mark(index, "caption", rule);
  }

  const credits = findCredits(facts, { title, first, last });
  if (credits.end !== null) {
    for (let index = credits.end + 1; index < facts.length; index++) {
      if (isBody(index) || marks[index]?.verdict === "caption")
        mark(index, "cut", "below the article's closing credit");
    }
  }
  for (const [index, rule] of credits.lines) mark(index, "metadata", rule);

  const body = () => facts.filter((_, index) => isBody(index));
  const lang = detectLanguage(
    body()
      .map(({ text }) => text)
      .join("\n"),
    context.lang,
  );
  const order = guessDayOrder(facts, lang.lang);
  const moments = findMoments(
    facts,
    { title, first, last: marks.findLastIndex(({ verdict }) => verdict === "body") },
    context.timeZone,
    order,
  );
  for (const claim of [moments.published, moments.updated]) {
    const index = claim === null ? -1 : facts.findIndex(({ line }) => line.number === claim.line);
    if (index >= 0) mark(index, "metadata", claim?.rule ?? "");
  }
  const published =
    moments.published ??
    (credits.sourceUrl === null ? null : readAddressDate(credits.sourceUrl, context.timeZone));

  repeatedLines(facts, isBody).forEach((index) => {
    mark(index, "cut", "repeats an earlier paragraph");
  });
  const lead = findLead(
    facts,
    marks.map(({ verdict }) => verdict),
    title,
  );
  if (lead !== null) {
    mark(lead.index, lead.repeated ? "lead" : "body", lead.rule);
  }

  const blocks = writeBlocks(body());
  const lines = facts.map(({ line }, index): LineVerdict => {
    const { verdict, rule } = marks[index] ?? { verdict: "cut", rule: "" };
    const shown = index === lead?.index ? "lead" : verdict;
    return {
      line: line.number,
      text: line.raw.trim(),
      verdict: shown,
      rule,
      place: shown === "cut" ? null : 0,
    };
  });
  if (blocks.text === "")
    return { draft: null, lines: lines.map((line) => ({ ...line, verdict: "cut", place: null })) };

  const firstLine = facts[marks.findIndex(({ verdict }) => verdict === "body")];
  const stated = title >= 0 ? facts[title] : undefined;
  const signature = stripSignature(firstLine?.text ?? "");
  const titleClaim: Claim<string> =
    stated !== undefined
      ? {
          value: stated.text,
          rule: "title line above the article",
          quote: stated.text,
          line: stated.line.number,
        }
      : {
          value: deriveTitle(signature.text),
          rule: "first clause, no title being stated",
          quote: firstLine?.text ?? "",
          line: firstLine?.line.number ?? null,
        };
  const leadFact = lead === null ? undefined : facts[lead.index];
  const leadText = stripSignature(leadFact?.text ?? "");
  const summary = summarize(leadFact === undefined ? stripSignature(blocks.text).text : leadText.text);
  const from = firstLine?.line.number ?? null;
  return {
    lines,
    draft: {
      place: 0,
      title: titleClaim,
      titleDerived: stated === undefined,
      lead:
        leadFact === undefined || lead === null
          ? null
          : { value: leadText.text, rule: lead.rule, quote: leadFact.text, line: leadFact.line.number },
      published,
      updated: moments.updated,
      lang: {
        value: lang.lang,
        rule: lang.sure ? "letters of the body" : "too short to tell, the site's language",
        quote: "",
        line: null,
      },
      byline: credits.byline,
      sourceName:
        credits.sourceName ??
        (signature.name === null
          ? null
          : {
              value: signature.name,
              rule: "signature before the lead",
              quote: firstLine?.text.slice(0, 60) ?? "",
              line: from,
            }),
      sourceUrl: credits.sourceUrl,
      summary: {
        value: summary,
        rule: leadFact === undefined ? "first sentences" : "lead",
        quote: summary,
        line: from,
      },
      image: null,
      enclosures: [],
      captions: facts.filter((_, index) => marks[index]?.verdict === "caption").map(({ text }) => text),
      topics: null,
      draft: false,
      ...blocks,
    },
  };
}

function repeatedLines(facts: readonly Facts[], isBody: (index: number) => boolean): number[] {
  const seen = new Set<string>();
  return facts.flatMap((fact, index) => {
    if (!isBody(index) || fact.line.words < 6) return [];
    if (seen.has(fact.text)) return [index];
    seen.add(fact.text);
    return [];
  });
}
