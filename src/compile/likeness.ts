// Likeness: sketches of texts that tell how many words two of them have in common, without either text.

import { foldAccents } from "../catalog/words.ts";

const slots = 64;
/** How often two slots agree by chance: each keeps 8 bits. */
const chance = 1 / 256;

/**
 * Sketch of a text: for each of 64 hash functions the smallest value over its pairs of words (MinHash, Broder 1997),
 * of which the low 8 bits are kept (b-bit minwise hashing, Li and König 2010): in the same room, many short slots tell
 * more than few long ones. 86 characters of base64url.
 */
export function sketchText(text: string): string {
  const words = foldAccents(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const least = new Uint32Array(slots).fill(0xffffffff);
  let before = hash32(words[0] ?? "");
  for (let i = 1; i < Math.max(2, words.length); i++) {
    const word = hash32(words[i] ?? "");
    const pair = Math.imul(before, 0x01000193) ^ word;
    for (let slot = 0; slot < slots; slot++) {
      const value = mix(pair ^ Math.imul(slot + 1, 0x9e3779b1));
      if (value < (least[slot] ?? 0)) least[slot] = value;
    }
    before = word;
  }
  return Buffer.from(least.map((value) => value & 255)).toString("base64url");
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
function shareOf(same: number): number {
  return Math.max(0, (same / slots - chance) / (1 - chance));
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: spreads every bit over the whole word. */
function mix(value: number): number {
  let x = value ^ (value >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
