// unwrapRows: text whose rows were broken at a width (mail, press releases, text of PDFs), as one row a paragraph.

import { trimEndSigns } from "../../characters.ts";
import { INVISIBLE, isBlank as isEmpty, type Joined, type Row } from "./rows.ts";

/** Widths text is broken at, in characters. */
const NARROWEST = 50;
const WIDEST = 100;
/** A row is full when the next row's first word would have come this near to the width. */
const FULL = 0.85;
/** Fewer full rows prove nothing, but in a mail. */
const FEWEST_FULL = 3;
/** Deeper than this a row is set in the middle, not indented. */
const DEEPEST_INDENT = 8;
/** What begins a row of its own: signs of lists, headings, tables, code. */
const BEGINS = /^\s*(?:[•▪◦‣●■*+–-]\s|\(?\d{1,3}[.)]\s|\(?[a-zđ][.)]\s|#{1,6}\s|[|!]|```|~~~|https?:)/u;
const PAGE =
  /^\s*(?:[-–—[(]\s*)?(?:page |trang |seite )?\d{1,4}(?:\s*(?:of|\/|von)\s*\d{1,4})?(?:\s*[-–—\])])?\s*$/i;
const SENTENCE_END = /[.!?…:;。][”"’'»)\]]*\s*$/u;
const HYPHEN_END = /\p{L}[-‐\u00ad]\s*$/u;
/** Beginnings that keep their hyphen at a row's end: "self-/made". */
const KEEPS_HYPHEN =
  /(?:^|[\s(“"'-])(?:[Ss]elf|[Ww]ell|[Ee]x|[Hh]alf|[Cc]ross|[Aa]ll|[Pp]art|[Ff]ull|[Nn]on|[Ee]|[\p{Lu}\d]+)-$/u;

/** Rows with wrapped ones joined, and the page numbers that stood between them. */
export interface Unwrapped {
  readonly rows: readonly Joined[];
  readonly dropped: readonly Row[];
}

/**
 * Joins the rows of paragraphs where a text is wrapped as a whole, which `fewest` full rows prove; any other text is
 * left as it is.
 */
export function unwrapRows(rows: readonly Row[], fewest = FEWEST_FULL): Unwrapped {
  const plain = rows.map((row) => ({ ...row, parts: [row] }));
  const width = findWidth(rows, fewest);
  if (width === null) return { rows: plain, dropped: [] };
  const dropped = rows.filter((row, index) => isPageNumber(rows, index) && !isBlank(row));
  const words = countHyphened(rows);
  const joined: Paragraph[] = [];
  let fenced = false;
  let before: Row | null = null;
  for (const row of closePages(plain, new Set(dropped))) {
    const fence = /^\s*(?:```|~~~)/.test(row.raw);
    const last = joined.at(-1);
    if (last !== undefined && before !== null && !fenced && !fence && goesOn(last.head, before, row, width))
      join(last, row, words);
    else
      joined.push({ number: row.number, head: row.raw, tail: "", pieces: [row.raw], parts: [...row.parts] });
    before = isBlank(row) || fence ? null : row;
    if (fence) fenced = !fenced;
  }
  const written = joined.map(({ number, pieces, parts }) => ({ number, raw: pieces.join(""), parts }));
  return { rows: written, dropped };
}

/** Rows on their way to being one: a long paragraph must not be written anew for each of them. */
interface Paragraph {
  readonly number: number;
  /** How it begins, as far as that tells what it is. */
  head: string;
  /** The last characters of all pieces but the last. */
  tail: string;
  readonly pieces: string[];
  readonly parts: Row[];
}

/** Longer than what is looked for at the beginning or the end of a paragraph. */
const LONGEST_SIGN = 100;

/** A row and the one right below it. */
interface Pair {
  readonly before: Row;
  readonly row: Row;
}

/**
 * The width a text is wrapped at, or null. In running text a row ends because the next word had no room, not because a
 * sentence or an entry was over, and the next row mostly goes on with a small letter.
 */
function findWidth(rows: readonly Row[], fewest: number): number | null {
  const pairs = rows.slice(1).flatMap((row, index) => {
    const before = rows[index];
    return before === undefined || isBlank(before) || isBlank(row) || BEGINS.test(row.raw)
      ? []
      : [{ before, row }];
  });
  if (pairs.length < fewest) return null;
  const lengths = pairs.map(({ before }) => lengthOf(before)).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  if (width < NARROWEST || width > WIDEST) return null;
  const full = pairs.filter(({ before, row }) => isFull(before, row, width));
  const alone = rows.filter((row, index) => {
    const neighbours = [rows[index - 1], rows[index + 1]];
    return !isBlank(row) && neighbours.every((near) => near === undefined || isBlank(near));
  });
  const sum = (all: readonly Row[]) => all.reduce((total, row) => total + lengthOf(row), 0);
  const share = (test: (pair: Pair) => boolean) => full.filter(test).length / full.length;
  const isWrapped =
    full.length >= fewest &&
    full.length >= 0.6 * pairs.length &&
    sum(alone) <= sum(pairs.map(({ before }) => before)) &&
    alone.filter((row) => lengthOf(row) > 1.3 * width).length <= 0.1 * pairs.length &&
    share(({ before }) => SENTENCE_END.test(before.raw)) <= 0.4 &&
    share(({ row }) => /^[\s>]*\p{Lu}/u.test(row.raw)) <= 0.65;
  return isWrapped ? width : null;
}

/** True for a row that shows nothing but marks of quotation. */
function isBlank(row: Row): boolean {
  return isEmpty(row) || /^[\s>]+$/.test(row.raw);
}

function lengthOf({ raw }: Row): number {
  const text = raw.replace(INVISIBLE, "").trimEnd();
  const indent = text.length - text.trimStart().length;
  return indent > DEEPEST_INDENT ? text.length - indent : text.length;
}

/** True for a row that ends because the next one's first word had no room. */
function isFull(row: Row, next: Row, width: number): boolean {
  const word = /^[\s>]*(\S+)/.exec(next.raw)?.[1] ?? "";
  return lengthOf(row) <= width * 1.3 && lengthOf(row) + 1 + word.length > width * FULL;
}

/** True when a row goes on with the paragraph that begins with `head`, `before` being the row above. */
function goesOn(head: string, before: Row, row: Row, width: number): boolean {
  if (isBlank(row) || /\S\t/.test(before.raw) || /\S\t/.test(row.raw)) return false;
  // A dash or a number may have come to stand at the beginning of a row by chance.
  const chance = !SENTENCE_END.test(before.raw) && isFull(before, row, width) && !BEGINS.test(head);
  if (BEGINS.test(row.raw) && !(chance && /^[\s>]*[-–\d(]/u.test(row.raw))) return false;
  if (quoteOf(before) !== quoteOf(row)) return false;
  const ends = SENTENCE_END.test(before.raw);
  if (ends && indentOf(row) >= indentOf(before) + 2) return false;
  if (isFull(before, row, width) || (HYPHEN_END.test(before.raw) && /^[\s>]*\p{Ll}/u.test(row.raw)))
    return true;
  return !ends && /^[\s>]*[\p{Ll}\d(]/u.test(row.raw) && lengthOf(before) > width / 2;
}

function indentOf({ raw }: Row): number {
  return raw.length - raw.trimStart().length;
}

function quoteOf({ raw }: Row): number {
  return /^[\s>]*/.exec(raw)?.[0].split(">").length ?? 0;
}

/** Adds a row to a paragraph. */
function join(paragraph: Paragraph, { raw, parts }: Joined, words: ReadonlyMap<string, number>): void {
  const { pieces, tail } = paragraph;
  const before = pieces.pop() ?? "";
  const rest = raw.replace(/^[\s>]*/, "");
  const start = trimEndSigns(before, /[\s\u00ad]/);
  const end = (tail + start).slice(-LONGEST_SIGN);
  const link = before.trimEnd().endsWith("\u00ad") ? "" : linkOf(end, rest, words);
  pieces.push(link === null ? start.slice(0, -1) : start + link, rest);
  parts.forEach((part) => void paragraph.parts.push(part));
  paragraph.tail = (link === null ? end.slice(0, -1) : end + link).slice(-LONGEST_SIGN);
  if (paragraph.head.length < LONGEST_SIGN) paragraph.head = pieces.join("").slice(0, LONGEST_SIGN);
}

/** What stands between two rows. A hyphen at the break goes unless the word is written with it: null says so. */
function linkOf(start: string, rest: string, words: ReadonlyMap<string, number>): "" | " " | null {
  const halves = /([\p{L}\p{N}]+)[-‐]$/u.exec(start);
  const next = /^[\p{L}\p{M}\p{N}]+/u.exec(rest)?.[0] ?? "";
  if (halves === null || next === "") return " ";
  const hyphened = `${halves[1]}-${next}`.toLowerCase();
  const closed = `${halves[1]}${next}`.toLowerCase();
  const keeps = (words.get(hyphened) ?? 0) > (words.get(closed) ?? 0) || KEEPS_HYPHEN.test(start);
  return keeps || !/^\p{Ll}/u.test(next) ? "" : null;
}

/** How often each word, hyphened or not, stands whole inside a row. */
function countHyphened(rows: readonly Row[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { raw } of rows) {
    for (const [word] of raw.matchAll(/[\p{L}\p{N}]+(?:[-‐][\p{L}\p{M}\p{N}]+)*(?![-‐]?\s*$)/gu)) {
      const key = word.toLowerCase().replaceAll("‐", "-");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function isPageNumber(rows: readonly Row[], index: number): boolean {
  const near = [rows[index - 1], rows[index + 1]];
  return PAGE.test(rows[index]?.raw ?? "") && near.every((row) => row === undefined || isBlank(row));
}

/** The rows without page numbers; a paragraph that runs over the end of a page is not parted by it. */
function closePages(rows: readonly Joined[], numbers: ReadonlySet<Row>): Joined[] {
  const kept: Joined[] = [];
  let turned = false;
  for (const row of rows) {
    const isNumber = row.parts.every((part) => numbers.has(part));
    if (isNumber) turned = true;
    if (isNumber) continue;
    if (!isBlank(row)) {
      const last = kept.findLastIndex((other) => !isBlank(other));
      const runsOver = turned && !SENTENCE_END.test(kept[last]?.raw ?? ".") && /^\s*\p{Ll}/u.test(row.raw);
      if (runsOver) kept.length = last + 1;
      turned = false;
    }
    kept.push(row);
  }
  return kept;
}
