// fenceHighlights: code between the tags of Jekyll and Hugo becomes code between the marks of Markdown.

import { fenceAfter } from "./fences.ts";

/** An opening tag with what stands in front of it in its line, and behind it. */
const OPENING =
  /^(?<before>[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?)(?:(?<liquid>\{%-?\s*highlight\b)|(?<hugo>\{\{[<%]\s*highlight\b))\s{0,9}["']?(?<language>[\w+#.-]*)["']?[^%>]{0,500}?(?:-?%\}|[%>]\}\})(?<behind>.*)$/;
const LIQUID_END = /\{%-?\s*endhighlight\s*-?%\}/;
const HUGO_END = /\{\{[<%]\s*\/\s*highlight\s*[%>]\}\}/;

/** Longer than any row of signs in code. */
const FENCE = "~".repeat(12);

/**
 * The text with fences around such code, so that nothing in it is taken for a tag or for Markdown. Lines keep their
 * numbers, but for code that begins in the line of its tag.
 */
export function fenceHighlights(text: string): string {
  if (!/\{[{%][^\n]{0,9}highlight/.test(text)) return text;
  const rows = text.split("\n");
  const lastEnds = {
    liquid: rows.findLastIndex(holds(LIQUID_END)),
    hugo: rows.findLastIndex(holds(HUGO_END)),
  };
  const made: string[] = [];
  let fence: string | null = null;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? "";
    fence = fenceAfter(row, fence);
    const groups = fence === null && row.includes("highlight") ? OPENING.exec(row)?.groups : undefined;
    const isLiquid = groups?.["liquid"] !== undefined;
    if (groups === undefined || at > (isLiquid ? lastEnds.liquid : lastEnds.hugo)) {
      made.push(row);
      continue;
    }
    const { before = "", language = "", behind = "" } = groups;
    const ending = isLiquid ? LIQUID_END : HUGO_END;
    const last = ending.test(behind) ? at : findBelow(rows, at, ending);
    const code = [behind, ...rows.slice(at + 1, last + 1)];
    const closing = code.pop() ?? "";
    const end = ending.exec(closing);
    if (end === null) {
      made.push(row);
      continue;
    }
    code.push(closing.slice(0, end.index));
    const tail = closing.slice(end.index + end[0].length).trim();
    const margin = before.replace(/[^\s>]/g, " ");
    made.push(before + FENCE + language);
    for (const each of trimRows(code)) made.push(each);
    made.push(margin + FENCE);
    if (tail !== "") made.push(margin + tail);
    at = last;
  }
  return made.join("\n");
}

/** The first row below another that a pattern fits. */
function findBelow(rows: readonly string[], at: number, pattern: RegExp): number {
  let below = at + 1;
  while (below < rows.length && !pattern.test(rows[below] ?? "")) below += 1;
  return below;
}

function holds(pattern: RegExp): (row: string) => boolean {
  return (row) => row.includes("highlight") && pattern.test(row);
}

/** Rows without a blank one at each end: what is left there of the lines of the tags. */
function trimRows(rows: readonly string[]): readonly string[] {
  const from = rows[0]?.trim() === "" ? 1 : 0;
  const to = rows.length > from && rows.at(-1)?.trim() === "" ? -1 : undefined;
  return rows.slice(from, to);
}
