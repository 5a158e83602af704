// detectLanguage: the language a text is written in, any language, by its letters and their neighbours.

import { guessLanguage } from "./language/grams.ts";

/** What was decided, and how surely. */
export interface DetectedLanguage {
  /** BCP 47, the language alone: `vi`, `en`, `ja`. */
  readonly lang: string;
  /** True when the text itself told; false when it was too short and the fallback stands. */
  readonly sure: boolean;
}

/** Fewer letters than 24 say too little, whatever the detector thinks of them. */
const MANY_LETTERS = /(?:\p{L}\P{L}*){24}/u;
/** No more than this many characters are looked at: enough to be sure, quick on a book. */
const SAMPLE = 4000;

/** Letters and signs that one language of ours alone uses; they tell even a short text. */
const TELLING: readonly { readonly lang: string; readonly test: (text: string) => boolean }[] = [
  { lang: "ja", test: (text) => /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text) },
  { lang: "ko", test: (text) => /\p{sc=Hangul}/u.test(text) },
  { lang: "th", test: (text) => /\p{sc=Thai}/u.test(text) },
  { lang: "vi", test: holdsTwoVietnamese },
];

const VIETNAMESE = /[ơưđăạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

/** True for two words with letters of Vietnamese, in one line or one below the other: a name has them in any text. */
function holdsTwoVietnamese(text: string): boolean {
  let end = -1;
  for (const { 0: letter, index } of text.matchAll(VIETNAMESE)) {
    const between = end < 0 ? "" : text.slice(end, index);
    if (/\P{L}/u.test(between) && between.split("\n", 3).length < 3) return true;
    end = index + letter.length;
  }
  return false;
}

/** The language of a cleaned text, or `fallback` (BCP 47) where it is too short to tell. Never throws. */
export function detectLanguage(text: string, fallback: string): DetectedLanguage {
  const sample = text.slice(0, SAMPLE).normalize("NFC");
  const language = MANY_LETTERS.test(sample) ? guessLanguage(sample) : "";
  if (language !== "") return { lang: language, sure: true };
  const telling = TELLING.find(({ test }) => test(sample));
  return telling !== undefined && /\p{L}/u.test(sample)
    ? { lang: telling.lang, sure: true }
    : { lang: fallback, sure: false };
}
