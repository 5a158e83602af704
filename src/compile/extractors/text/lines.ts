// Line: one line of a capture with its markup read off, and the few numbers everything else asks for.

import { INVISIBLE, isBlank, type Joined, type Row } from "./rows.ts";

/** A line that is not blank. */
export interface Line {
  /** 1-based place in the file. */
  readonly number: number;
  /** As it stands in the file. */
  readonly raw: string;
  /** The rows of the file it stands in; several where text was wrapped, absent in saved pages. */
  readonly parts?: readonly Row[];
  /** Plain text: markup, image remains and odd spaces gone. May be empty: "![]() |". */
  readonly text: string;
  /** What its first signs say it is. */
  readonly shape: "text" | "bullet" | "heading" | "quote" | "code" | "image";
  /** Alternative text of its images. */
  readonly alt: string;
  /** Words; in scripts without spaces two letters count as one. */
  readonly words: number;
  /** Blank lines before it and after it, 3 at most. */
  readonly gapBefore: number;
  readonly gapAfter: number;
  /** True when a table's bar ends it: "Photo of the ship |". */
  readonly barred: boolean;
}

/** Labels are bounded in length, so that a row of brackets takes no longer than other text. */
const IMAGE =
  /!\[((?:[^[\]]|\[[^[\]]{0,200}\]){0,400})\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s"[^"]*")?\)/g;
const LINK =
  /\[((?:[^[\]]|\[[^[\]]{0,200}\]){1,400})\]\((?:https?:|\/|#|mailto:)[^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s"[^"]*")?\)/g;
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;
/** Spaces of any width. */
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\f\v]+/g;

/** The lines of a file that are not blank, in order. */
export function readLines(rows: readonly Joined[]): Line[] {
  const blank = rows.map(isBlank);
  const lines: Line[] = [];
  let fenced = false;
  rows.forEach((row, index) => {
    if (blank[index]) return;
    const fence = /^\s*(?:```|~~~)/.test(row.raw);
    lines.push(readLine(row, fenced || fence, countBlank(blank, index, -1), countBlank(blank, index, 1)));
    if (fence) fenced = !fenced;
  });
  return lines;
}

function countBlank(blank: readonly boolean[], index: number, step: 1 | -1): number {
  let count = 0;
  while (count < 3 && blank[index + step * (count + 1)]) count++;
  return count;
}

function readLine(row: Joined, code: boolean, gapBefore: number, gapAfter: number): Line {
  const { number, raw, parts } = row;
  const alts: string[] = [];
  let text = raw.normalize("NFC").replace(INVISIBLE, "").replace(ODD_SPACE, " ").trim();
  const hadImage = /!\[/.test(text);
  text = text.replace(IMAGE, (_, alt: string) => {
    if (alt.trim() !== "") alts.push(alt.trim());
    return " ";
  });
  text = text.replace(LINK, "$1").trim();
  const barred = text.endsWith("|") && text.indexOf("|") === text.length - 1;
  if (barred) text = text.slice(0, -1);
  text = text.replace(/\s+/g, " ").trim();
  if (/^\|$/.test(text)) text = "";
  let shape: Line["shape"] = code ? "code" : "text";
  if (!code) {
    const marker = /^(?:([•▪◦‣●■]|[-*+–](?=\s))|(#{1,6}(?=\s))|(>(?!>)))\s*/.exec(text);
    if (text === "" && hadImage) shape = "image";
    else if (marker?.[1] !== undefined) shape = "bullet";
    else if (marker?.[2] !== undefined) shape = "heading";
    else if (marker?.[3] !== undefined) shape = "quote";
  }
  return {
    number,
    raw,
    parts,
    text,
    shape,
    alt: alts.join(" "),
    words: countWords(text),
    gapBefore,
    gapAfter,
    barred,
  };
}

/** Words of a text; in scripts without spaces two letters count as one. */
export function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const rest = unspaced > 0 ? text.replace(UNSPACED, " ") : text;
  return (rest.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’._-]*/gu)?.length ?? 0) + Math.round(unspaced / 2);
}

/** The line's text without the sign that makes it a list item, heading or quotation. */
export function withoutMarker(line: Line): string {
  if (line.shape === "text" || line.shape === "code" || line.shape === "image") return line.text;
  return line.text.replace(/^(?:[•▪◦‣●■]|[-*+–](?=\s)|#{1,6}(?=\s)|>)\s*/, "");
}
