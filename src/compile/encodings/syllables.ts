// Tells Vietnamese from letters that only look like it, by the shape of its syllables.

const ONSET = "ngh|ng|nh|gh|gi|qu|kh|ch|th|tr|ph|[bcdđghklmnprstvx]";
const NUCLEUS =
  "uyê|uya|uyu|uây|uôi|ươi|ươu|iêu|yêu|oai|oao|oay|oeo|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|" +
  "ua|uâ|uê|ui|uô|uơ|uy|ưa|ươ|ưi|ưu|yê|[aăâeêioôơuưy]";
const CODA = "ch|ng|nh|[cmnpt]";
const SYLLABLE = new RegExp(`^(?:${ONSET})?(?:${NUCLEUS})(?:${CODA})?$`);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const WORD = /[\p{L}\p{M}]+/gu;

/** Words of the text that carry letters beyond ASCII, and how many of them could be Vietnamese syllables. */
export interface SyllableCount {
  readonly marked: number;
  readonly vietnamese: number;
}

/** True when the word could be a Vietnamese syllable: at most one tone, and a shape the language has. */
export function isSyllable(word: string): boolean {
  let tones = 0;
  const bare = word
    .toLowerCase()
    .normalize("NFD")
    .replace(TONE, () => {
      tones += 1;
      return "";
    })
    .normalize("NFC");
  return tones <= 1 && SYLLABLE.test(bare);
}

/** Counts the words that are marked by `isMarked`, by default all with a letter beyond ASCII. */
export function countSyllables(
  text: string,
  isMarked = (word: string) => /[^a-z]/i.test(word),
): SyllableCount {
  let marked = 0;
  let vietnamese = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (!isMarked(word)) continue;
    marked += 1;
    if (isSyllable(word)) vietnamese += 1;
  }
  return { marked, vietnamese };
}

/** True when nearly all marked words, and a handful at least, are Vietnamese syllables. */
export function looksVietnamese(count: SyllableCount, share = 0.8, least = 3): boolean {
  return count.marked >= least && count.vietnamese >= share * count.marked;
}
