// findRoles: what each line of a page is to the article: its text, title, lead, a caption, or nothing.

import { findDates } from "../../dates.ts";
import type { Mark } from "../mark.ts";
import type { Place } from "../text/published.ts";
import type { Block } from "./blocks.ts";
import type { Role } from "./content.ts";
import type { Decision } from "./decide.ts";
import { conceptsOf } from "./tokens.ts";
import { sameWords } from "./words.ts";

/** Lines above the first paragraph and below the last that may still be a caption or the lead. */
const NEAR = 10;
const LONGEST_CAPTION = 80;

/** One mark per line, in their order. */
export function findRoles(
  blocks: readonly Block[],
  decisions: readonly Decision[],
  title: string | null,
): Mark[] {
  const kept = decisions.flatMap((decision, index) => (decision.keep ? [index] : []));
  const first = kept[0] ?? 0;
  const last = kept.at(-1) ?? -1;
  const prose = kept.find((index) => (blocks[index]?.facts.prose ?? 0) > 0) ?? first;
  return blocks.map((block, index): Mark => {
    const { keep, rule, caption }: Decision = decisions[index] ?? { keep: false, rule: "" };
    const { text } = block.facts.line;
    if (title !== null && sameWords(text, title) && (!keep || index <= first + 1))
      return { verdict: "title", rule: "the article's title" };
    if (keep && index < prose && isDateline(text))
      return { verdict: "metadata", rule: "dateline above the text" };
    if (keep) return { verdict: "body", rule };
    if (caption !== undefined) return { verdict: "caption", rule: caption, isSlide: true };
    const near = last >= 0 && index >= first - NEAR && index <= last + NEAR;
    if (near && isCaption(block)) return { verdict: "caption", rule: "caption or credit of a picture" };
    if (near && index < first && isLead(block))
      return { verdict: "lead", rule: "element named after the lead" };
    return { verdict: "cut", rule };
  });
}

/** Indices of the title's line (or -1) and of the first and last line of text. */
export function placeOf(marks: readonly Mark[]): Place {
  const body = marks.flatMap((mark, index) => (mark.verdict === "body" ? [index] : []));
  const first = body[0] ?? 0;
  const titles = marks.flatMap((mark, index) => (mark.verdict === "title" ? [index] : []));
  const title = titles.filter((index) => index <= first).at(-1) ?? titles[0] ?? -1;
  return { title, first, last: body.at(-1) ?? 0 };
}

/** What a mark means for the article's content. */
export function roleOf({ verdict, isSlide }: Mark): Role {
  if (isSlide === true) return "slide";
  if (verdict === "metadata") return "dateline";
  return verdict === "body" || verdict === "caption" ? verdict : "other";
}

/** What may stand beside a date without saying anything else. */
const DATE_LABEL =
  /(?<!\p{L})(?:first |last )?(?:published|posted|updated|modified|created|date|on|at|ngày đăng|đăng (?:lúc|ngày)|cập nhật(?: lúc| ngày)?|xuất bản|veröffentlicht|aktualisiert|stand|publié le|mis à jour le|publicado|actualizado)(?!\p{L})/giu;
const LONGEST_DATELINE = 120;

/** True for a line that holds a date and nothing else. */
function isDateline(text: string): boolean {
  if (text.length > LONGEST_DATELINE) return false;
  const dates = findDates(text, "UTC");
  if (dates.length === 0) return false;
  let rest = "";
  let from = 0;
  for (const { start, end } of dates) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  return !/[\p{L}\p{N}]/u.test((rest + text.slice(from)).replace(DATE_LABEL, " "));
}

function isCaption(block: Block): boolean {
  const { facts } = block;
  if (facts.line.words > LONGEST_CAPTION || facts.line.words === 0 || isDateline(facts.text)) return false;
  if (block.around.some(({ name }) => name === "figcaption")) return true;
  const around = block.around.slice(0, 4);
  const inFigure = around.some(({ name }) => name === "figure");
  const named = around.slice(0, 2).flatMap(conceptsOf);
  if (named.includes("caption")) return true;
  return (
    facts.noise.length === 0 && (facts.caption || named.includes("credit") || inFigure) && block.linked < 0.8
  );
}

function isLead(block: Block): boolean {
  const { facts } = block;
  if (facts.line.words < 6 || facts.line.words > 90 || facts.noise.length > 0 || block.linked > 0.3)
    return false;
  const named = block.around.slice(0, 2).flatMap(conceptsOf);
  return (
    (named.includes("lead") || named.includes("subtitle") || named.includes("summary")) &&
    !named.includes("teaser")
  );
}
