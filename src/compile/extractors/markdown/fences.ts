// fenceAfter: where code begins and ends in Markdown that is gone through line by line.

const ITEMS = String.raw`(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*`;
/** In items of lists a fence is indented, or stands behind the mark of one. A row of backticks with more of them is a word. */
const OPENING = new RegExp(`^(${ITEMS}[ \\t]*)(\`{3,}(?![^\\n]*\`)|~{3,})`);
const CLOSING = /^([ \t]*)(`{3,}|~{3,})[ \t]*$/;
/** A fence that closes may be indented by so much more than the one that opened. */
const leeway = 3;

const QUOTE = /^[ \t]*>[ \t]?/;

/**
 * The fence of the code a text is in behind a line, with the signs of quotations and the spaces in front of it; null
 * outside code. `fence` is that before the line.
 */
export function fenceAfter(line: string, fence: string | null): string | null {
  if (fence === null) return openedBy(line);
  const quotes = fence.lastIndexOf(">") + 1;
  const row = unquote(line, quotes);
  if (row === null) return openedBy(line);
  const mark = fence.slice(quotes).trimStart();
  const margin = fence.length - quotes - mark.length;
  const [, before = "", closing = ""] = CLOSING.exec(row) ?? [];
  if (closing.startsWith(mark) && widthOf(before) <= margin + leeway) return null;
  // Code in an item ends where the item does.
  const isOutside = row.trim() !== "" && widthOf(/^[ \t]*/.exec(row)?.[0] ?? "") < margin - leeway;
  return isOutside ? openedBy(line) : fence;
}

function openedBy(line: string): string | null {
  let quotes = 0;
  let row = line;
  for (let inner = unquote(row, 1); inner !== null; inner = unquote(row, 1)) {
    row = inner;
    quotes += 1;
  }
  const [, before = "", mark = ""] = OPENING.exec(row) ?? [];
  return mark === "" ? null : ">".repeat(quotes) + " ".repeat(widthOf(before)) + mark;
}

/** A line without so many signs of quotations; null where it has fewer. */
function unquote(line: string, quotes: number): string | null {
  let row = line;
  for (let each = 0; each < quotes; each++) {
    const sign = QUOTE.exec(row)?.[0];
    if (sign === undefined) return null;
    row = row.slice(sign.length);
  }
  return row;
}

/** How far a margin reaches. */
function widthOf(margin: string): number {
  return margin.replaceAll("\t", "    ").length;
}
