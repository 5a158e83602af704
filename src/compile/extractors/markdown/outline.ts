// dropProperties: what Logseq keeps in its outlines for itself: names and states of blocks, when somebody worked on them.

import { fenceAfter } from "./fences.ts";

const PROPERTY =
  /^\s*(?:- )?(?:id|collapsed|heading|background-color|ls-type|hl-[\w-]+|logseq\.[\w.-]+|created[-_]at|updated[-_]at|card-[\w-]+|query-[\w-]+):: ?\S*(?: \S+)?\s*$/;
/** When a block came into a state, in milliseconds. Others write these words with colons too, before what is to be done. */
const STATE = /^\s*(?:- )?(?:done|now|later|todo|doing):: \d{10,}\s*$/;
const LOGBOOK = /^\s*:LOGBOOK:\s*$/;
const LOGBOOK_END = /^\s*:END:\s*$/;

/** The text without them, outside code. Lines keep their numbers. */
export function dropProperties(text: string): string {
  if (!text.includes(":: ") && !text.includes(":LOGBOOK:")) return text;
  let fence: string | null = null;
  let inLog = false;
  const rows = text.split("\n");
  const lastEnd = rows.findLastIndex((row) => LOGBOOK_END.test(row));
  return rows
    .map((row, at) => {
      const before = fence;
      fence = fenceAfter(row, fence);
      if (fence !== null || before !== null) return row;
      if (LOGBOOK.test(row) && at < lastEnd) inLog = true;
      const isDropped = inLog || PROPERTY.test(row) || STATE.test(row);
      if (LOGBOOK_END.test(row)) inLog = false;
      return isDropped ? "" : row;
    })
    .join("\n");
}
