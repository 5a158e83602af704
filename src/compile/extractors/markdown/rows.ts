// Rows: what rules for blocks ask of a row, and how they write a paragraph.

import type { StateBlock } from "markdown-it";

/** Where the words of a row begin. */
export function beginOf({ bMarks, tShift }: StateBlock, line: number): number {
  return (bMarks[line] ?? 0) + (tShift[line] ?? 0);
}

/** True for a row so far to the right that it is code, if no paragraph goes on in it. */
export function isCode({ sCount, blkIndent }: StateBlock, line: number): boolean {
  return (sCount[line] ?? 0) - blkIndent >= 4;
}

/** Writes a paragraph of these words, which are still to be read, in the place of lines. */
export function pushParagraph(state: StateBlock, words: string, lines: [begin: number, end: number]): void {
  state.push("paragraph_open", "p", 1).map = lines;
  const inline = state.push("inline", "", 0);
  inline.content = words;
  inline.children = [];
  inline.map = lines;
  state.push("paragraph_close", "p", -1);
}
