// refuseNesting: YAML and TOML that nests deeper than their parsers, which call themselves for every level, can follow.

/** No front matter or settings that mean anything nest like this. */
export const deepestNesting = 100;

/** What is wrong with a text, and its 1-based line; null for one that nests no deeper. */
export function refuseNesting(text: string): { readonly line: number; readonly what: string } | null {
  let line = 0;
  const brackets: Brackets = { open: 0, all: 0, quote: null };
  const indents: number[] = [];
  for (const row of text.split("\n")) {
    line += 1;
    const { indent, marks } = readMarks(row);
    if (indent < row.length && brackets.open === 0) {
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
    }
    const most = countBrackets(row, brackets);
    if (indents.length + marks + most > deepestNesting)
      return { line, what: `its values are nested more than ${deepestNesting} deep` };
  }
  return null;
}

/** How far a row is indented, and the marks of lists and maps it begins with, each of which nests: `- - ? a`. */
function readMarks(row: string): { readonly indent: number; readonly marks: number } {
  let at = 0;
  while (row[at] === " ") at += 1;
  const indent = at;
  let marks = 0;
  while (/[-?:]/.test(row[at] ?? "") && row[at + 1] === " ") {
    marks += 1;
    at += 2;
    while (row[at] === " ") at += 1;
  }
  return { indent, marks };
}

interface Brackets {
  /** How many are open, those in quotation marks left out. */
  open: number;
  /** How many are open, wherever they stand: what looks like a quotation mark need not be one. */
  all: number;
  /** The quotation mark whose text goes on at the end of the row; null outside such a text. */
  quote: string | null;
}

/** Goes on counting through a row; the most that may be open anywhere in it. */
function countBrackets(row: string, brackets: Brackets): number {
  let most = Math.max(brackets.open, brackets.all);
  for (let at = 0; at < row.length; at++) {
    const sign = row[at] ?? "";
    const step = sign === "[" || sign === "{" ? 1 : sign === "]" || sign === "}" ? -1 : 0;
    brackets.all = Math.max(0, brackets.all + step);
    if (brackets.quote === null) {
      brackets.open = Math.max(0, brackets.open + step);
      // Inside a word it is an apostrophe.
      if ((sign === '"' || sign === "'") && (at === 0 || /[\s,[{:=]/.test(row[at - 1] ?? "")))
        brackets.quote = sign;
    } else if (sign === "\\" && brackets.quote === '"') at += 1;
    else if (sign === brackets.quote) brackets.quote = null;
    most = Math.max(most, brackets.open, brackets.all);
  }
  return most;
}
