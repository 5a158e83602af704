// lineKinds: which lines of Markdown are code and which are HTML, as its parser sees them.

import { parseBlocks } from "./parser.ts";

/** What a line is part of, where it is not words. */
export type LineKind = "code" | "html";

const KINDS: ReadonlyMap<string, LineKind> = new Map([
  ["fence", "code"],
  ["code_block", "code"],
  ["html_block", "html"],
]);

/** The lines of such blocks, counted from 0; those of fences too. */
export function lineKinds(text: string): ReadonlyMap<number, LineKind> {
  const lines = new Map<number, LineKind>();
  for (const { type, map } of parseBlocks(text)) {
    const kind = KINDS.get(type);
    if (kind === undefined || map === null) continue;
    for (let line = map[0]; line < map[1]; line++) lines.set(line, kind);
  }
  return lines;
}
