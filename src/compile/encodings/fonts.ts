// Vietnamese written for fonts instead of an encoding (TCVN3, VNI): how it is recognised and turned into Unicode.

import { countSyllables, isSyllable } from "./syllables.ts";

/** A way of writing Vietnamese with the letters of windows-1252, to be seen in fonts made for it. */
interface FontEncoding {
  readonly name: string;
  /** What stands in the file (as windows-1252 reads it) → the letter it is seen as. */
  readonly letters: ReadonlyMap<string, string>;
  /** Finds those spellings, two characters before one. */
  readonly pattern: RegExp;
}

function defineFont(name: string, pairs: readonly (readonly [string, string])[]): FontEncoding {
  const letters = new Map(pairs);
  const spellings = [...letters.keys()].sort((a, b) => b.length - a.length);
  return { name, letters, pattern: new RegExp(spellings.join("|"), "g") };
}

/** Pairs of spellings, both lists in the same order and separated by spaces. */
function pair(written: string, meant: string): [string, string][] {
  const letters = meant.split(" ");
  return written.split(" ").map((spelling, at) => [spelling, letters[at] ?? ""]);
}

/** TCVN 5712:1993 VN3, the ".Vn…" fonts. Capitals with tones exist only as other fonts, and come out small. */
const TCVN3 = defineFont("TCVN3", [
  ...pair("µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë", "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ"),
  ...pair("® Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ", "đ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị"),
  ...pair("ß á â ã ä « å æ ç è é ¬ ê ë ì í î", "ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ"),
  ...pair("ï ñ ò ó ô \u00AD õ ö ÷ ø ù ú û ü ý þ", "ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ"),
  ...pair("¡ ¢ £ ¤ ¥ ¦ §", "Ă Â Ê Ô Ơ Ư Đ"),
]);

/** VNI for Windows: most letters are a base letter and a second character for the marks. */
const VNI = defineFont(
  "VNI",
  [
    ...pair("aù aø aû aõ aï aâ aá aà aå aã aä", "á à ả ã ạ â ấ ầ ẩ ẫ ậ"),
    ...pair("aê aé aè aú aü aë", "ă ắ ằ ẳ ẵ ặ"),
    ...pair("eù eø eû eõ eï eâ eá eà eå eã eä", "é è ẻ ẽ ẹ ê ế ề ể ễ ệ"),
    ...pair("æ ó ò ñ î", "ỉ ĩ ị đ ỵ"),
    ...pair("où oø oû oõ oï oâ oá oà oå oã oä", "ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ"),
    ...pair("ô ôù ôø ôû ôõ ôï", "ơ ớ ờ ở ỡ ợ"),
    ...pair("uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ", "ú ù ủ ũ ụ ư ứ ừ ử ữ ự ý ỳ ỷ ỹ"),
  ].flatMap(([written, meant]) => [
    [written, meant] as const,
    [written.toUpperCase(), meant.toUpperCase()] as const,
    [written.charAt(0).toUpperCase() + written.slice(1), meant.toUpperCase()] as const,
  ]),
);

const LATIN_1 = /[\u00A1-\u00FF]/;
/** By UTF-16 unit: one of those, or a letter only Unicode Vietnamese has; a text with many such is not written for fonts. */
const [latinUnit, vietnameseUnit] = [1, 2];
const kinds = new Uint8Array(0x10000).fill(latinUnit, 0xa1, 0x100).fill(vietnameseUnit, 0x1ea0, 0x1efa);
for (const letter of "ĂăĐđĨĩŨũƠơƯư") kinds[letter.charCodeAt(0)] = vietnameseUnit;
/** Words of the letters windows-1252 has, and signs that fonts show as letters. */
const CHUNK = /[A-Za-z\u00A1-\u00FF]+/g;
const TAG = /<[^<>]*>/g;
/** Letters no text for these fonts has many of. */
const OTHER_SCRIPT = /(?![\p{sc=Latin}\p{sc=Common}])\p{L}/gu;
/** Share of all words that have to be marked ones. In Vietnamese it is three quarters. */
const FEWEST_MARKED = 0.1;
const FEWEST_WORDS = 10;
/** Letters of Unicode Vietnamese for each word with characters beyond ASCII. */
const MOST_UNICODE = 0.1;

/** A text turned into Unicode, and the font encoding it was written in. */
export interface ConvertedText {
  readonly text: string;
  readonly name: string;
}

/**
 * Turns Vietnamese written for fonts into Unicode; null for any other text. It must be certain: of the words with
 * characters beyond ASCII (ten at least) nine in ten have to become Vietnamese syllables, and few may be before. A
 * sign alone, as in "£5", "«" or "·", is no word.
 */
export function convertFontText(text: string): ConvertedText | null {
  const sample = text.slice(0, 200_000).replace(TAG, " ");
  // A word has one such character at least, so most texts are told by counting those.
  const { latin, vietnamese } = countKinds(sample);
  if (latin < FEWEST_WORDS || vietnamese > latin * MOST_UNICODE) return null;
  const all = (sample.match(CHUNK) ?? []).filter((word) => /[A-Za-z]/.test(word));
  const words = all.filter((word) => LATIN_1.test(word));
  if (words.length < FEWEST_WORDS || vietnamese > words.length * MOST_UNICODE) return null;
  if (words.length < all.length * FEWEST_MARKED || (sample.match(OTHER_SCRIPT)?.length ?? 0) > all.length)
    return null;
  const before = words.filter(isSyllable).length;
  const best = [TCVN3, VNI]
    .map((encoding) => ({ encoding, after: words.filter((word) => isWord(encoding, word)).length }))
    .reduce((a, b) => (b.after > a.after ? b : a));
  if (best.after < 0.9 * words.length || before > 0.6 * words.length) return null;
  return { text: convertLetters(best.encoding, text), name: best.encoding.name };
}

function countKinds(text: string): { readonly latin: number; readonly vietnamese: number } {
  const table = kinds;
  let latin = 0;
  let vietnamese = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = table[text.charCodeAt(at)];
    if (kind === latinUnit) latin += 1;
    else if (kind === vietnameseUnit) vietnamese += 1;
  }
  return { latin, vietnamese };
}

/** True when the word becomes a Vietnamese syllable, or several joined by signs such as `-`. */
function isWord(encoding: FontEncoding, word: string): boolean {
  const { marked, vietnamese } = countSyllables(convertLetters(encoding, word));
  return marked > 0 && marked === vietnamese;
}

function convertLetters(encoding: FontEncoding, text: string): string {
  return text.replace(encoding.pattern, (written) => encoding.letters.get(written) ?? written);
}
