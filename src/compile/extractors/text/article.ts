// readArticle: one article among clutter, as a visible list of steps; every line gets a verdict and its reason.

import type { Claim, Draft, ExtractContext, LineVerdict } from "../../draft.ts";
import { detectLanguage } from "../../language.ts";
import type { Mark } from "../mark.ts";
import { writeDraft } from "./articleDraft.ts";
import { findCaptions } from "./captions.ts";
import { type Credits, findCredits } from "./credits.ts";
import type { Facts } from "./facts.ts";
import { findLead, type Lead } from "./lead.ts";
import { findLive } from "./live.ts";
import { type Mail, readSender, readSent } from "./mail.ts";
import { findMoments, guessDayOrder, OPENING, readAddressDate } from "./published.ts";
import { type Decision, decideLines } from "./spans.ts";
import { announcesEvent } from "./stamps.ts";
import { findSurroundings } from "./surroundings.ts";
import { findTitle, firstParagraph } from "./title.ts";

/** Only a file this small is taken to be without clutter because none was recognised. */
const MOST_LINES_OF_A_NOTE = 30;
const FEWEST_WORDS_OF_A_NOTE = 6;

/**
 * The article a file holds, or null when nothing of it reads like one, and a verdict on every line. The first line of a
 * mail is its subject.
 */
export function readArticle(
  facts: readonly Facts[],
  mail: Mail | null,
  context: ExtractContext,
): { readonly draft: Draft | null; readonly lines: readonly LineVerdict[] } {
  const decisions = decide(facts);
  const marks: Mark[] = decisions.map(({ keep, rule }) => ({ verdict: keep ? "body" : "cut", rule }));
  const live = findLive(facts, decisions);
  const title = mail !== null ? 0 : (live?.title ?? findTitle(facts, decisions));
  if (title >= 0) markTitle(facts, marks, title, firstParagraph(facts, decisions));

  for (const index of live?.lines ?? []) marks[index] = { verdict: "body", rule: "post of a live blog" };
  const place = { title, first: firstParagraph(facts, decisions), last: lastBody(marks) };
  const captions = findCaptions(facts, Math.max(0, title), place.last + 1);
  for (const [index, rule] of captions) {
    if (index !== title) marks[index] = { verdict: "caption", rule };
  }
  const lang = detectLanguage(textOf(facts, marks), context.lang);
  const credits = findCredits(facts, place, lang.lang);
  markCredits(marks, credits);

  const order = guessDayOrder(facts, lang.lang);
  const elsewhere = new Set([...captions.keys(), ...(live?.stamps ?? [])]);
  const stated = findMoments(facts, elsewhere, { ...place, last: lastBody(marks) }, context.timeZone, order);
  const sent = mail === null ? null : readSent(mail, context.timeZone);
  const published = sent ?? stated.published ?? dateOfAddress(credits.sourceUrl, context);
  const moments = { published, updated: stated.updated };
  for (const claim of [stated.published, stated.updated]) {
    if (claim?.rule === OPENING) continue;
    const index = claim === null ? -1 : facts.findIndex(({ line }) => line.number === claim.line);
    if (index >= 0 && index !== title) marks[index] = { verdict: "metadata", rule: claim?.rule ?? "" };
  }

  for (const index of repeatedLines(facts, marks))
    marks[index] = { verdict: "cut", rule: "repeats an earlier paragraph" };
  const lead = findLead(facts, marks, title);
  if (lead !== null) marks[lead.index] = { verdict: lead.repeated ? "lead" : "body", rule: lead.rule };

  const signed = { ...credits, byline: credits.byline ?? (mail === null ? null : readSender(mail)) };
  const draft = writeDraft({ facts, marks, title, lead, credits: signed, moments, lang });
  return { draft, lines: writeVerdicts(facts, marks, draft === null ? null : lead) };
}

/** The weighed decisions, corrected by what shapes tell; a small file without clutter is kept whole. */
function decide(facts: readonly Facts[]): readonly Decision[] {
  const weighed = decideLines(facts);
  const { cuts, continued } = findSurroundings(facts, weighed);
  if (isWithoutClutter(facts, weighed, cuts)) {
    return weighed.map((decision, index) =>
      decision.keep || index === 0 || facts[index]?.address === true
        ? decision
        : { ...decision, keep: true, rule: "a small file without clutter" },
    );
  }
  return weighed.map((decision, index) => {
    if (continued.includes(index)) return { ...decision, keep: true, rule: "goes on after an interruption" };
    const rule = cuts.get(index);
    return rule === undefined ? decision : { ...decision, keep: false, rule };
  });
}

/** True for a note, a poem, a list: few lines, none of them clutter, and no paragraph that was cut. */
function isWithoutClutter(
  facts: readonly Facts[],
  decisions: readonly Decision[],
  cuts: ReadonlyMap<number, string>,
): boolean {
  const words = facts.reduce((sum, { line }) => sum + line.words, 0);
  if (facts.length > MOST_LINES_OF_A_NOTE || words < FEWEST_WORDS_OF_A_NOTE || cuts.size > 0) return false;
  return facts.every(
    ({ noise, prose, line }, index) =>
      noise.length === 0 && line.words > 0 && (prose === 0 || decisions[index]?.keep === true),
  );
}

/** Marks the title, cuts what is kept above it and what repeats it, and keeps prose between it and the article. */
function markTitle(facts: readonly Facts[], marks: Mark[], title: number, first: number): void {
  marks[title] = { verdict: "title", rule: "title line above the article" };
  const text = facts[title]?.text;
  facts.forEach((fact, index) => {
    const kept = marks[index]?.verdict === "body";
    if (kept && index < title) marks[index] = { verdict: "cut", rule: "above the title" };
    else if (kept && fact.text === text) marks[index] = { verdict: "cut", rule: "repeats the title" };
    const between = !kept && index > title && index < first;
    if (between && fact.prose > 0 && fact.noise.length === 0 && !fact.caption) {
      marks[index] = { verdict: "body", rule: "prose between the title and the article" };
    } else if (between && announcesEvent(fact.text, fact.line.words)) {
      marks[index] = { verdict: "body", rule: "when or where an event takes place" };
    }
  });
}

function markCredits(marks: Mark[], credits: Credits): void {
  if (credits.end !== null) {
    for (let index = credits.end + 1; index < marks.length; index++) {
      const verdict = marks[index]?.verdict;
      if (verdict === "body" || verdict === "caption") {
        marks[index] = { verdict: "cut", rule: "below the article's closing credit" };
      }
    }
  }
  for (const [index, rule] of credits.lines) marks[index] = { verdict: "metadata", rule };
}

function dateOfAddress(address: Claim<string> | null, context: ExtractContext): Claim<string> | null {
  return address === null ? null : readAddressDate(address, context.timeZone);
}

function lastBody(marks: readonly Mark[]): number {
  return marks.findLastIndex(({ verdict }) => verdict === "body");
}

function textOf(facts: readonly Facts[], marks: readonly Mark[]): string {
  return facts
    .filter((_, index) => marks[index]?.verdict === "body")
    .map(({ text }) => text)
    .join("\n");
}

/** Paragraphs that stand a second time, word for word. */
function repeatedLines(facts: readonly Facts[], marks: readonly Mark[]): number[] {
  const seen = new Set<string>();
  return facts.flatMap((fact, index) => {
    if (marks[index]?.verdict !== "body" || fact.line.words < 6) return [];
    if (seen.has(fact.text)) return [index];
    seen.add(fact.text);
    return [];
  });
}

function writeVerdicts(facts: readonly Facts[], marks: readonly Mark[], lead: Lead | null): LineVerdict[] {
  return facts.map(({ line }, index) => {
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
}
