// guessLanguage: what eld's detector says of a text, a word at a time. A language has few words, so that most of them
// were met before, and what eld knows of them need not be looked up again.

import { KnownWords } from "../characters/knownWords.ts";
import { type Knowledge, readKnowledge } from "./source.ts";
import { addScores, findGram } from "./table.ts";

/** A word as eld sees it: its length in UTF-8, and the places of the n-grams in it that say anything. */
interface Word {
  readonly bytes: number;
  readonly grams: readonly number[];
}

/** The detector reads this many characters, */
const longestText = 1000;
/** mostly no more than these, */
const usualText = 500;
/** no further than the word that goes beyond this many bytes, */
const enoughBytes = 350;
/** and of that one no more than the letter that goes beyond this many. */
const mostBytes = 380;
/** So much of a word counts, but for its end. */
const longestWord = 70;
/** Scores are stored without what all of them have. */
const leastScore = 53;
const mostLanguages = 64;

const known = new KnownWords(8000, (written) => readWord(written, Number.POSITIVE_INFINITY));
/** Counts the texts, so that of each n-gram the last one it was met in is known: it counts once in each. */
let texts = 0;
let lastTexts = new Uint32Array(0);

/** The language of a text, BCP 47; empty when its letters tell nothing. */
export function guessLanguage(text: string): string {
  const { languages, ngrams } = knowledge();
  texts += 1;
  const totals = new Uint32Array(mostLanguages);
  for (const word of firstWords(text.slice(0, usualText)) ?? allWords(text.slice(0, longestText))) {
    for (const gram of word.grams) {
      if (lastTexts[gram] === texts) continue;
      lastTexts[gram] = texts;
      addScores(ngrams, gram, leastScore, totals);
    }
  }
  let best = 0;
  for (let language = 1; language < mostLanguages; language += 1) {
    if ((totals[language] as number) > (totals[best] as number)) best = language;
  }
  return totals[best] === 0 ? "" : (languages[best] ?? "");
}

/** Takes words one by one, as long as they count. */
class CountedWords {
  readonly words: Word[] = [];
  #bytes = 0;

  /** False when no other counts. */
  take(written: string): boolean {
    const word = known.get(written);
    const isLast = this.#bytes + word.bytes > mostBytes;
    this.words.push(isLast ? readWord(written, mostBytes - this.#bytes) : word);
    this.#bytes += word.bytes;
    if (isLast || this.#bytes > enoughBytes) return false;
    this.#bytes += 1;
    return true;
  }
}

/** The words of a text that count. */
function allWords(text: string): readonly Word[] {
  const counted = new CountedWords();
  for (const written of text.replace(knowledge().separators, " ").trim().toLowerCase().split(" ")) {
    if (written !== "" && !counted.take(written)) break;
  }
  return counted.words;
}

/** The same, found by looking at each unit alone; null where that does not do, or the text ends too early. */
function firstWords(text: string): readonly Word[] | null {
  // The small letters of these two are several, or depend on what is around them.
  if (/[\u0130\u03a3]/.test(text)) return null;
  const small = text.toLowerCase();
  const counted = new CountedWords();
  let start = 0;
  for (let at = 0; at < small.length; ) {
    if (kindAt(small, at) === letter) {
      at += 1;
      continue;
    }
    const end = at;
    while (at < small.length && kindAt(small, at) !== letter) at += 1;
    // Apostrophes right before a letter belong to its word, and alone they part none.
    let next = at;
    while (next > end && kindAt(small, next - 1) === apostrophe) next -= 1;
    if (next === end) continue;
    if (end > start && !counted.take(small.slice(start, end))) return counted.words;
    start = next;
  }
  return null;
}

/** What the detector takes a UTF-16 unit for; 0 where nobody has asked yet. */
const kinds = new Uint8Array(0x10000);
const [letter, apostrophe, parting] = [1, 2, 3];

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return (kinds[unit] as number) || learnKind(unit);
}

function learnKind(unit: number): number {
  const { separators } = knowledge();
  const sign = String.fromCharCode(unit);
  const isParting = `a${sign}a`.replace(separators, "") === "aa";
  const kind = isParting ? parting : `${sign} `.replace(separators, "") === "" ? apostrophe : letter;
  kinds[unit] = kind;
  return kind;
}

/** The word up to the letter that goes beyond `most` bytes. */
function readWord(written: string, most: number): Word {
  const { dictionary, ngrams } = knowledge();
  let spelled = "";
  let bytes = 0;
  const spell = (byte: number) => {
    spelled += dictionary[byte];
    bytes += 1;
  };
  for (let at = 0; at < written.length && bytes <= most; at += 1) {
    let point = written.charCodeAt(at);
    if (point < 0x80) {
      spelled += written[at];
      bytes += 1;
      continue;
    }
    if (point < 0x800) spell(0xc0 | (point >> 6));
    else {
      if (point < 0xd800 || point >= 0xe000) spell(0xe0 | (point >> 12));
      else {
        at += 1;
        point = 0x10000 + (((point & 0x3ff) << 10) | (written.charCodeAt(at) & 0x3ff));
        spell(0xf0 | (point >> 18));
        spell(0x80 | ((point >> 12) & 0x3f));
      }
      spell(0x80 | ((point >> 6) & 0x3f));
    }
    spell(0x80 | (point & 0x3f));
  }
  const grams = gramsOf(spelled).map((bytesOfGram) => findGram(ngrams, bytesOfGram));
  return { bytes, grams: grams.filter((gram) => gram >= 0) };
}

/** Four bytes at every third, the first of a word behind a space, its last ones before one. */
function gramsOf(word: string): string[] {
  const found: string[] = [];
  const length = Math.min(word.length, longestWord);
  let at = 0;
  for (; at + 4 < length; at += 3) found.push((at === 0 ? " " : "") + word.slice(at, at + 4));
  found.push(`${at === 0 ? " " : ""}${word.slice(Math.max(0, length - 4))} `);
  return found;
}

let loaded: Knowledge | null = null;

/** Read when it is asked for: a seed whose language is stated does not need it. */
function knowledge(): Knowledge {
  if (loaded !== null) return loaded;
  loaded = readKnowledge();
  lastTexts = new Uint32Array(loaded.ngrams.places.length);
  return loaded;
}
