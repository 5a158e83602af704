// Words: how a text is taken apart wherever words are compared, for topics, search and likeness.

/** Letters and digits in a row; each character alone in scripts that put no spaces between words. */
export const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{M}\p{N}]+/gu;

/** Tone marks of Vietnamese: grave, acute, hook above, tilde, dot below. */
const tonePattern = /[\u0300\u0301\u0309\u0303\u0323]/gu;

/** A word with its tone mark at the end: "hòa" and "hoà", "túy" and "tuý" are two spellings of one word. */
export function settleTone(word: string): string {
  const parts = word.normalize("NFD");
  const tones = parts.match(tonePattern);
  return tones === null ? word : parts.replace(tonePattern, "") + tones.join("");
}

/** Lower-case text without its accents: "hải quân" and "hai quan" fold alike. */
export function foldAccents(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^\0-\x7F]/.test(lower)) return lower;
  return lower.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** The words of a text as search knows them: NFC, lower case. */
export function searchWords(text: string): string[] {
  return text.normalize("NFC").toLowerCase().match(wordPattern) ?? [];
}
