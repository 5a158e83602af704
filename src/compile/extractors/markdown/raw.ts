// unwrapRaw: what Jekyll and Eleventy are told to leave as it is, `{% raw %} … {% endraw %}`, is words and code like others.

import { fenceAfter } from "./fences.ts";

const TAGS = /\{%-?\s*(end)?raw\s*-?%\}/g;
const SIGNS = /\{%-?\s*(end)?raw\s*-?%\}|`+|\{/g;

/** The text without such tags; what looks like another tag between them is not taken for one. Lines keep their numbers. */
export function unwrapRaw(text: string): string {
  const last = [...text.matchAll(TAGS)].findLast(([, end]) => end !== undefined);
  if (last === undefined) return text;
  const until = last.index + last[0].length;
  return unwrapRows(text.slice(0, until).split("\n")).join("\n") + text.slice(until);
}

function unwrapRows(rows: readonly string[]): string[] {
  const made: string[] = [];
  let isRaw = false;
  let fence: string | null = null;
  /** Behind the line that opens code; and behind one in code that held such a tag alone. */
  let isFirst = false;
  let wasTag = false;
  for (const row of rows) {
    const next = fenceAfter(row, fence);
    const isCode = fence !== null || next !== null || /^(?: {4}|\t)/.test(row);
    let inSpan = false;
    const plain = row.replace(SIGNS, (sign, end?: string) => {
      if (sign.startsWith("{%")) isRaw = end === undefined;
      else if (sign.startsWith("`")) inSpan = !inSpan;
      else return isRaw && !isCode && !inSpan ? "&#123;" : sign;
      return sign.startsWith("{%") ? "" : sign;
    });
    const isTag = plain.trim() === "" && row.trim() !== "";
    // What is left of a line of its own is no line of the code beside it: it changes places with the fence.
    if (isTag && isFirst) made.splice(-1, 0, "");
    else if (wasTag && fence !== null && next === null) made.splice(-1, 0, plain);
    else made.push(plain);
    isFirst = isFirst ? isTag : fence === null && next !== null;
    wasTag = isTag && !isFirst;
    fence = next;
  }
  return made;
}
