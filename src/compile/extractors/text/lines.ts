// Line: one line of a capture with its markup read off, and the few numbers everything else asks for.

/** A line that is not blank. */
export interface Line {
  /** 1-based place in the file. */
  readonly number: number;
  /** As it stands in the file. */
  readonly raw: string;
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
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/gu;
/** Spaces of any width, and signs that show nothing. */
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\f\v]+/g;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** The lines of a text that are not blank, in order. */
export function readLines(text: string): Line[] {
  const rows = text.replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n").split("\n");
  const blank = rows.map((row) => row.replace(INVISIBLE, "").trim() === "");
  const lines: Line[] = [];
  let fenced = false;
  rows.forEach((raw, index) => {
    if (blank[index]) return;
    const fence = /^\s*(?:```|~~~)/.test(raw);
    lines.push(
      readLine(raw, index + 1, fenced || fence, countBlank(blank, index, -1), countBlank(blank, index, 1)),
    );
    if (fence) fenced = !fenced;
  });
  return lines;
}

function countBlank(blank: readonly boolean[], index: number, step: 1 | -1): number {
  let count = 0;
  while (count < 3 && blank[index + step * (count + 1)]) count++;
  return count;
}

function readLine(raw: string, number: number, code: boolean, gapBefore: number, gapAfter: number): Line {
  const alts: string[] = [];
  let text = raw.normalize("NFC").replace(INVISIBLE, "").replace(ODD_SPACE, " ").trim();
  const hadImage = /!\[/.test(text);
  text = text.replace(IMAGE, (_, alt: string) => {
    if (alt.trim() !== "") alts.push(alt.trim());
    return " ";
  });
  text = text.replace(LINK, "$1").trim();
  const barred = /\|\s*$/.test(text) && !/\|.*\|/.test(text);
  if (barred) text = text.replace(/\s*\|\s*$/, "");
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
