// readHeader: metadata without fences at the top of Markdown: `Title: …` of Pelican and MultiMarkdown, `title:: …` of Logseq.

import type { Entry } from "./entry.ts";
import { type FieldName, fieldOf, plainKey } from "./keys.ts";

/** The entries of a header, and how many lines it takes. */
export interface Header {
  readonly entries: readonly Entry[];
  readonly rows: number;
  /** True where something in it can be nothing but metadata; a title and `Date: Monday` may open a text, too. */
  readonly isMeant: boolean;
}

const ROW = /^([A-Za-z][\w-]{0,30})(::?)(?:[ \t]+(.*))?$/;
/** A value goes on in lines that are indented so far. */
const MORE = /^(?: {4}|\t)[ \t]*(\S.*)$/;

/**
 * Reads the lines before the first blank one, or before the first item of an outline, where each of them is a key with
 * a value. With one colon they must name the title and something else, since letters and minutes begin in this way too.
 */
export function readHeader(text: string): Header | null {
  const entries: Entry[] = [];
  let signs = "";
  let rows = 0;
  for (const row of text.split("\n", longest)) {
    if (row.trim() === "" || (signs === "::" && row.startsWith("- "))) break;
    rows += 1;
    const more = MORE.exec(row)?.[1];
    const last = entries.at(-1);
    if (more !== undefined && last !== undefined) {
      entries[entries.length - 1] = { ...last, value: `${last.value}\n${more.trim()}`.trim() };
      continue;
    }
    const [, key = "", sign = "", value = ""] = ROW.exec(row) ?? [];
    if (key === "" || (signs !== "" && sign !== signs)) return null;
    signs = sign;
    entries.push({ key, value: value.trim(), line: rows });
  }
  const fields = new Set(entries.map(({ key }) => fieldOf(key)).filter((field) => field !== undefined));
  const isHeader = signs === "::" || (fields.has("title") && fields.size > 1);
  const isMeant = signs === "::" || entries.some(isMetadata);
  return isHeader && rows < longest ? { entries, rows, isMeant } : null;
}

/** What letters and programmes of an evening say above their text, too. */
const IN_PROSE = new Set<FieldName | undefined>([
  "title",
  "published",
  "updated",
  "byline",
  "lang",
  undefined,
]);
/** How a date of metadata looks, whether it exists or not, or what says whether to publish. */
const LIKE_DATE = /(?<!\d)(?:1[89]|2[01])\d\d(?!\d)|\d[-/.]\d|^(?:true|false|yes|no)$/i;

function isMetadata({ key, value }: Entry): boolean {
  const field = fieldOf(key);
  if (field === "published" || field === "updated") return LIKE_DATE.test(String(value));
  return !IN_PROSE.has(field) || plainKey(key) === "slug";
}

/** More lines are no header. */
const longest = 60;
