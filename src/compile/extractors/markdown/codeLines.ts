// codeLines: which lines of Markdown are code, as its parser sees them.

import { parseBlocks } from "./parser.ts";

/** The lines of blocks of code, counted from 0, those of their fences too. */
export function codeLines(text: string): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { type, map } of parseBlocks(text)) {
    if ((type !== "fence" && type !== "code_block") || map === null) continue;
    for (let line = map[0]; line < map[1]; line++) lines.add(line);
  }
  return lines;
}
