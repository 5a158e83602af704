// The characters a text may have: what is removed, what is only another spelling, and how often that happened.

/** What XML 1.0 §2.2 forbids (lone surrogates and non-characters too), and the C1 controls it discourages. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\uFDD0-\uFDEF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Line ends that are no line feed. U+0085 is the newline of EBCDIC. */
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;
/** Spaces that differ from U+0020 in width or in where a line may break, which means nothing here. */
const ODD_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
/** Characters without width that only advise where a line may break: soft hyphen, zero-width space, word joiner, BOM. */
const BREAK_HINT = /[\u00AD\u200B\u2060\uFEFF]/g;

/**
 * Any character that one of the above may be, or that NFC may change or join to the one before it. What is left out
 * are the letters and signs most texts are written with, so that one look settles most of them.
 */
const UNSETTLED =
  /[^\t\n\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u0388-\u0482\u048A-\u0590\u1E00-\u1EFF\u2010-\u2027\u2030-\u205E\u20A0-\u20CF\u3001-\u3029\u3030-\u3098\u309B-\u9FFF\uAC00-\uD7A3\uFF01-\uFFEF]/;

/** White space that is more than the one space between two words, from its beginning on. */
const LOOSE_SPACE = / \s+|[^\S ]\s*/g;

/** A text fit for every document, and what had to be taken out of it. */
export interface CleanText {
  readonly text: string;
  /** How many characters that XML forbids were removed. */
  readonly removed: number;
  /** 1-based line of the first of them; null where there was none. */
  readonly line: number | null;
}

/** The text in NFC, with line feeds and plain spaces only, without what XML forbids; tells what was removed. */
export function inspectCharacters(text: string): CleanText {
  if (isClean(text)) return { text, removed: 0, line: null };
  const plain = text.replace(LINE_END, "\n").replace(ODD_SPACE, " ").replace(BREAK_HINT, "");
  const first = plain.search(FORBIDDEN);
  if (first < 0) return { text: plain.normalize("NFC"), removed: 0, line: null };
  let removed = 0;
  const cleaned = plain.replace(FORBIDDEN, (character) => {
    removed += 1;
    return character === "\f" || character === "\v" ? " " : "";
  });
  const line = plain.slice(0, first).split("\n").length;
  return { text: cleaned.normalize("NFC"), removed, line };
}

/** The text as `inspectCharacters` leaves it. */
export function cleanCharacters(text: string): string {
  return isClean(text) ? text : inspectCharacters(text).text;
}

/** True for a text that is known at one look to be clean; another may be clean too. */
export function isClean(text: string): boolean {
  return !UNSETTLED.test(text);
}

/** A copy of a word, for keeping: a part of a string keeps all of that string in memory. */
export function copyWord(word: string): string {
  return Buffer.from(word, "utf16le").toString("utf16le");
}

/** One line of text: cleaned, every run of white space a single space. */
export function cleanLine(text: string): string {
  return joinSpaces(cleanCharacters(text));
}

/**
 * The text without such characters at its ends. A pattern that ends in `+$` would begin anew at every place of a long row
 * of them in the middle.
 */
export function trimSigns(text: string, sign: RegExp): string {
  let from = 0;
  while (from < text.length && sign.test(text.charAt(from))) from += 1;
  return trimEndSigns(text.slice(from), sign);
}

/** The text without such characters at its end. */
export function trimEndSigns(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The text with every run of white space a single space, and none at its ends. */
export function joinSpaces(text: string): string {
  return text.replace(LOOSE_SPACE, " ").trim();
}
