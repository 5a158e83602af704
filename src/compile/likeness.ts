// Likeness: sketches of texts that tell how many words two of them have in common, without either text.

import { foldAccents } from "./topics.ts";

const slots = 32;

/**
 * Sketch of a text: for each of 32 hash functions the smallest value over its pairs of words (MinHash, Broder 1997), of
 * which the low 16 bits are kept, since the high ones of a minimum tell little. 86 characters of base64url.
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
  const bytes = new Uint8Array(slots * 2);
  least.forEach((value, slot) => {
    bytes[slot * 2] = (value >>> 8) & 255;
    bytes[slot * 2 + 1] = value & 255;
  });
  return Buffer.from(bytes).toString("base64url");
}

/** Share of word pairs two sketched texts have in common (Jaccard), 0 to 1, with a standard error of some 0.08. */
export function compareSketches(a: string, b: string): number {
  const left = Buffer.from(a, "base64url");
  const right = Buffer.from(b, "base64url");
  let same = 0;
  for (let at = 0; at < slots * 2; at += 2) {
    if (left[at] === right[at] && left[at + 1] === right[at + 1]) same++;
  }
  return same / slots;
}

/** Sketches ready to be searched: which of them share a slot with a given one. */
export interface SketchIndex<T> {
  /** Every item with at least this share in common, in no order. */
  readonly find: (sketch: string, least: number) => { readonly item: T; readonly share: number }[];
}

/** Indexes items by the slots of their sketches, so that a search looks only at items with something in common. */
export function indexSketches<T>(items: Iterable<T>, sketchOf: (item: T) => string): SketchIndex<T> {
  const bySlot = new Map<number, T[]>();
  for (const item of items) {
    for (const key of slotKeys(sketchOf(item))) {
      const list = bySlot.get(key);
      if (list === undefined) bySlot.set(key, [item]);
      else list.push(item);
    }
  }
  return {
    find: (sketch, least) => {
      const counts = new Map<T, number>();
      for (const key of slotKeys(sketch)) {
        for (const item of bySlot.get(key) ?? []) counts.set(item, (counts.get(item) ?? 0) + 1);
      }
      return [...counts]
        .filter(([, count]) => count / slots >= least)
        .map(([item, count]) => ({ item, share: count / slots }));
    },
  };
}

function slotKeys(sketch: string): number[] {
  const bytes = Buffer.from(sketch, "base64url");
  const keys: number[] = [];
  for (let slot = 0; slot < slots; slot++) {
    keys.push(slot * 0x10000 + (bytes[slot * 2] ?? 0) * 0x100 + (bytes[slot * 2 + 1] ?? 0));
  }
  return keys;
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
