// Likeness: sketches of texts that tell how many words two of them have in common, without either text.

import { foldAccents } from "../../catalog/words.ts";

/** How many slots a sketch has. */
export const slots = 64;
/** How often two slots agree by chance: each keeps 8 bits. */
const chance = 1 / 256;

/**
 * Sketch of a text: for each of 64 hash functions the smallest value over its pairs of words (MinHash, Broder 1997),
 * of which the low 8 bits are kept (b-bit minwise hashing, Li and König 2010): in the same room, many short slots tell
 * more than few long ones. 86 characters of base64url.
 */
export function sketchText(text: string): string {
  const pairs = hashPairs(text);
  const sketch = Buffer.allocUnsafe(slots);
  for (let slot = 0; slot < slots; slot++) sketch[slot] = leastOf(pairs, Math.imul(slot + 1, 0x9e3779b1));
  return sketch.toString("base64url");
}

/**
 * Every two words that follow each other, as 32 bits, mixed as far as all hash functions do it alike; of a text without
 * two, its one word with none. Good until the next text is hashed.
 */
function hashPairs(text: string): Int32Array {
  const count = hashWords(text, false) ?? hashWords(foldAccents(text), true) ?? 0;
  const words = hashes;
  words.fill(noWord, count, 2);
  const pairs = Math.max(1, count - 1);
  for (let i = 0; i < pairs; i++) {
    words[i] = foldHalves(Math.imul(words[i] as number, fnvPrime) ^ (words[i + 1] as number));
  }
  return words.subarray(0, pairs);
}

const fnvPrime = 0x01000193;
/** What FNV-1a begins with, and so the hash of a word without letters. */
const noWord = 0x811c9dc5 | 0;

/** What is known of a UTF-16 unit: nothing yet, or that it parts words, is left out, or means something only beside others. */
const [unmet, parts, leftOut, strange] = [0, 1, 2, 3];
/** Unit → one of these, or the unit of a word it folds to (which are all greater). */
const folds = new Uint16Array(0x10000);

/** Hashes of the words of the text that was hashed last: room that is used again and again. */
let hashes = new Int32Array(1 << 12);

/**
 * Hashes every word, letters and digits in a row, their accents folded: FNV-1a over UTF-16 units, 32 bits. How many there
 * are; null for a text that has to be folded as a whole first; one that was, has none but halves of letters that UTF-16
 * writes as two.
 */
function hashWords(text: string, isFolded: boolean): number | null {
  // Between two words stands something.
  const most = (text.length >> 1) + 2;
  if (hashes.length < most) hashes = new Int32Array(most);
  const found = hashes;
  let count = 0;
  let hash = noWord;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let folded = folds[unit] as number;
    if (folded === unmet) folded = learnFold(unit);
    if (folded === strange) {
      if (!isFolded) return null;
      folded = isHalfOfLetter(text, i, unit) ? unit : parts;
    }
    if (folded > strange) {
      hash = Math.imul(hash ^ folded, fnvPrime);
      inWord = true;
    } else if (inWord && folded === parts) {
      found[count++] = hash;
      hash = noWord;
      inWord = false;
    }
  }
  if (inWord) found[count++] = hash;
  return count;
}

/** Small letters depend on what is around them in one case: the Greek sigma at the end of a word. */
const sigma = 0x3a3;
const letterOrDigit = /[\p{L}\p{N}]/u;

function learnFold(unit: number): number {
  const folded = foldAccents(String.fromCharCode(unit));
  const alone = folded.length <= 1 && unit !== sigma && (unit < 0xd800 || unit > 0xdfff);
  const plain = folded === "" ? leftOut : letterOrDigit.test(folded) ? folded.charCodeAt(0) : parts;
  const fold = alone ? plain : strange;
  folds[unit] = fold;
  return fold;
}

/** True for either half of a letter or digit that UTF-16 writes as two. */
function isHalfOfLetter(text: string, at: number, unit: number): boolean {
  const start = unit >= 0xdc00 && isLead(text.charCodeAt(at - 1)) ? at - 1 : at;
  return letterOrDigit.test(String.fromCodePoint(text.codePointAt(start) ?? 0));
}

function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/**
 * The smallest value one hash function gives to any of the pairs. The function is the finaliser of MurmurHash3 over
 * pair ^ seed, its first step done in `hashPairs`; its last leaves the upper half as it is, which mostly tells already
 * that a value is not the smallest. This runs 64 times for every word there is.
 */
function leastOf(pairs: Int32Array, seed: number): number {
  const folded = foldHalves(seed);
  let least = 0xffffffff;
  let bound = least;
  for (let i = 0; i < pairs.length; i++) {
    const x = Math.imul((pairs[i] as number) ^ folded, 0x85ebca6b);
    const y = Math.imul(x ^ (x >>> 13), 0xc2b2ae35) >>> 0;
    if (y > bound) continue;
    const value = foldHalves(y) >>> 0;
    if (value >= least) continue;
    least = value;
    bound = (value | 0xffff) >>> 0;
  }
  return least;
}

/** The upper half laid over the lower one. */
function foldHalves(x: number): number {
  return x ^ (x >>> 16);
}

/** Share of word pairs two sketched texts have in common (Jaccard), 0 to 1, with a standard error of 0.06 at most. */
export function compareSketches(a: string, b: string): number {
  return compareBytes(Buffer.from(a, "base64url"), Buffer.from(b, "base64url"));
}

/** The same of sketches decoded from base64url. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  let same = 0;
  for (let slot = 0; slot < slots; slot++) if (a[slot] === b[slot]) same++;
  return shareOf(same);
}

/** Sketches ready to be searched: which of them share a slot with a given one. */
export interface SketchIndex<T> {
  /** The items with at least this share in common, in no order; of very many, some `most` of the best. */
  readonly find: (
    sketch: string,
    least: number,
    most?: number,
  ) => { readonly item: T; readonly share: number }[];
}

/** Indexes items by the slots of their sketches, so that a search looks only at items with something in common. */
export function indexSketches<T>(items: Iterable<T>, sketchOf: (item: T) => string): SketchIndex<T> {
  const all = [...items];
  const bySlot: number[][] = Array.from({ length: slots * 256 }, () => []);
  all.forEach((item, number) => {
    for (const key of slotKeys(sketchOf(item))) bySlot[key]?.push(number);
  });
  const counts = new Uint8Array(all.length);
  return {
    find: (sketch, least, most = Number.POSITIVE_INFINITY) => {
      const touched: number[] = [];
      for (const key of slotKeys(sketch)) {
        for (const number of bySlot[key] ?? []) {
          const count = counts[number] ?? 0;
          if (count === 0) touched.push(number);
          counts[number] = count + 1;
        }
      }
      const histogram = new Uint32Array(slots + 1);
      for (const number of touched) {
        const count = counts[number] ?? 0;
        histogram[count] = (histogram[count] ?? 0) + 1;
      }
      const needed = leastCount(histogram, least, most);
      const found: { item: T; share: number }[] = [];
      for (const number of touched) {
        const count = counts[number] ?? 0;
        counts[number] = 0;
        const item = all[number];
        if (count >= needed && item !== undefined) found.push({ item, share: shareOf(count) });
      }
      return found;
    },
  };
}

function slotKeys(sketch: string): number[] {
  return [...Buffer.from(sketch, "base64url")].map((byte, slot) => slot * 256 + byte);
}

/** How many slots must agree for the least share, or for there to be no more than `most` (and their equals). */
function leastCount(histogram: Uint32Array, least: number, most: number): number {
  let count = slots;
  for (let found = histogram[count] ?? 0; count > 1 && shareOf(count - 1) >= least; ) {
    if (found >= most) break;
    count--;
    found += histogram[count] ?? 0;
  }
  return count;
}

/** The share that so many equal slots stand for, those that agree by chance taken off. */
export function shareOf(same: number): number {
  return Math.max(0, (same / slots - chance) / (1 - chance));
}
