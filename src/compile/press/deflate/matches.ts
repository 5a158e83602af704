// Matches: what of a text stood before, in the text itself or in a dictionary before it, and how far back.
//
// Hot loops and their arrays share this file, since imported ones are slower, and take them as locals, without which code
// that is not fully optimised yet is slower by far.

import { distanceSymbol, distanceSymbols, endOfBlock, lengthSymbol, literalSymbols } from "./symbols.ts";

/** Deflate "limits distances to 32K bytes and lengths to 258 bytes" (RFC 1951 §2). */
export const reach = 32_768;
/** Bytes of a text that are looked through at once: with a dictionary before them, positions take 16 bits. */
export const pieceLimit = 32_000;

const longest = 258;
/** Matches are found by the hash of their first four bytes. */
const shortest = 4;
/** Places that are looked at for a match, and for a better one that begins a byte later. */
const tries = 16;
const lazyTries = 8;
/** Lengths that end the search, and that are not tried to be bettered. */
const niceLength = 130;
const lazyLength = 64;

/** A hash is the highest bits of four bytes times this odd number: 2^32 over the golden ratio. */
const multiplier = 0x9e3779b1;

/** A text that others stand behind, hashed. */
export interface Dictionary {
  readonly bytes: Uint8Array;
  /** `tables`, as far as they are of these bytes. */
  readonly tables: Uint16Array;
  readonly hashBits: number;
}

/** Dictionary and text one behind the other, from position 1 on, and room to read four bytes anywhere. */
export const window: Uint8Array<ArrayBuffer> = new Uint8Array(1 + reach + pieceLimit + 8);
/** The same, four at once. */
const quads: DataView<ArrayBuffer> = new DataView(window.buffer);

/**
 * By hash of four bytes, the last position where they stand; then, by position, the one before it whose hash is the
 * same. 0 stands for none.
 */
const tables: Uint16Array = new Uint16Array((1 << 15) + 1 + reach + pieceLimit);

/** What `parse` made of a piece: literals as they are, matches as their length times 65,536 plus their distance. */
export const tokens: Uint32Array = new Uint32Array(pieceLimit);
/** How often they have each symbol. */
export const literalCounts: Uint32Array = new Uint32Array(literalSymbols);
export const distanceCounts: Uint32Array = new Uint32Array(distanceSymbols);

/** Where a piece stands in the window, and how many bits the hashes have. */
export interface Loaded {
  readonly start: number;
  readonly end: number;
  readonly hashBits: number;
}

/** Hashes a dictionary of at most `reach` bytes. They are not copied, and must not change. */
export function hashDictionary(bytes: Uint8Array): Dictionary {
  const hashBits = hashBitsFor(bytes.length);
  window.set(bytes, 1);
  tables.fill(0, 0, 1 << hashBits);
  insert(1, bytes.length - 2, hashBits);
  return { bytes, tables: tables.slice(0, (1 << hashBits) + 1 + bytes.length), hashBits };
}

/** Puts a piece of a text into the window, behind its dictionary. */
export function load(dictionary: Dictionary | null, piece: Uint8Array): Loaded {
  if (dictionary === null) {
    const hashBits = hashBitsFor(piece.length);
    tables.fill(0, 0, 1 << hashBits);
    window.set(piece, 1);
    return { start: 1, end: 1 + piece.length, hashBits };
  }
  const start = 1 + dictionary.bytes.length;
  window.set(dictionary.bytes, 1);
  window.set(piece, start);
  const end = start + piece.length;
  const hashBits = hashBitsFor(end);
  // Far more of a text than of its dictionary would crowd the dictionary's few hashes.
  if (hashBits > dictionary.hashBits + 1) {
    tables.fill(0, 0, 1 << hashBits);
    insert(1, start - 3, hashBits);
    return { start, end, hashBits };
  }
  tables.set(dictionary.tables);
  return { start, end, hashBits: dictionary.hashBits };
}

/** The more bytes, the more hashes: few shall share one. */
function hashBitsFor(length: number): number {
  return Math.min(15, Math.max(9, 33 - Math.clz32(length)));
}

/** Hashes the four bytes at every position from one to before another. */
function insert(from: number, to: number, hashBits: number): void {
  const bytes = quads;
  const links = tables;
  const shift = 32 - hashBits;
  const chain = 1 << hashBits;
  for (let at = from; at < to; at++) {
    const hash = Math.imul(bytes.getInt32(at, true), multiplier) >>> shift;
    links[chain + at] = links[hash] ?? 0;
    links[hash] = at;
  }
}

/** Makes tokens of a piece that was loaded, counts their symbols, and returns how many tokens there are. */
export function parse({ start, end, hashBits }: Loaded): number {
  const bytes = window;
  const fours = quads;
  const links = tables;
  const list = tokens;
  const counts = literalCounts;
  const shift = 32 - hashBits;
  const chain = 1 << hashBits;
  counts.fill(0);
  counts[endOfBlock] = 1;
  distanceCounts.fill(0);
  // No four bytes begin from here on.
  const hashed = end - 3;
  // The last bytes of the dictionary make four only with the first of the text.
  insert(Math.max(1, start - 3), Math.min(start, hashed), hashBits);

  let count = 0;
  let at = start;
  // A match that begins at the byte before, in case none better begins here; 0 for none.
  let pending = 0;
  while (at < hashed) {
    const hash = Math.imul(fours.getInt32(at, true), multiplier) >>> shift;
    const candidate = links[hash] ?? 0;
    links[chain + at] = candidate;
    links[hash] = at;
    if (pending === 0) {
      if (candidate > 0) pending = search(at, end, candidate, shortest - 1, tries, chain);
      if (pending === 0) {
        const byte = bytes[at] ?? 0;
        list[count++] = byte;
        counts[byte] = (counts[byte] ?? 0) + 1;
      }
      at++;
      continue;
    }
    const length = pending >>> 16;
    if (candidate > 0 && length < lazyLength) {
      const match = search(at, end, candidate, length, lazyTries, chain);
      if (match > 0 && isBetter(match, pending)) {
        const byte = bytes[at - 1] ?? 0;
        list[count++] = byte;
        counts[byte] = (counts[byte] ?? 0) + 1;
        pending = match;
        at++;
        continue;
      }
    }
    list[count++] = pending;
    countMatch(pending);
    pending = 0;
    const next = at - 1 + length;
    insert(at + 1, Math.min(next, hashed), hashBits);
    at = next;
  }
  if (pending > 0) {
    list[count++] = pending;
    countMatch(pending);
    at += (pending >>> 16) - 1;
  }
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    list[count++] = byte;
    counts[byte] = (counts[byte] ?? 0) + 1;
  }
  return count;
}

/** Counts the symbols of a match. */
function countMatch(match: number): void {
  const length = endOfBlock + 1 + (lengthSymbol[match >>> 16] ?? 0);
  const distance = distanceSymbol((match & 0xffff) - 1);
  literalCounts[length] = (literalCounts[length] ?? 0) + 1;
  distanceCounts[distance] = (distanceCounts[distance] ?? 0) + 1;
}

/** A match that begins a byte later costs a literal: it pays if it is longer by more than its distance takes bits. */
function isBetter(later: number, match: number): boolean {
  const bits = Math.clz32(match & 0xffff) - Math.clz32(later & 0xffff);
  return 4 * ((later >>> 16) - (match >>> 16)) - bits > 2;
}

/**
 * The longest match at a position, as a token, and the nearest one as long; 0 where none is longer than so much. Looks
 * at a candidate, and on along its chain.
 */
function search(
  at: number,
  end: number,
  candidate: number,
  longerThan: number,
  tries: number,
  chain: number,
): number {
  const most = Math.min(longest, end - at);
  if (most <= longerThan) return 0;
  const bytes = quads;
  const links = tables;
  const first = bytes.getInt32(at, true);
  const oldest = Math.max(1, at - reach);
  let best = longerThan;
  let match = 0;
  // The last four bytes of a match that is longer by one.
  let last = bytes.getInt32(at + best - 3, true);
  let place = candidate;
  for (let left = tries; left > 0 && place >= oldest; left--) {
    const before = links[chain + place] ?? 0;
    if (bytes.getInt32(place + best - 3, true) === last && bytes.getInt32(place, true) === first) {
      const length = Math.min(most, common(place, at, most));
      if (length > best) {
        match = (length << 16) | (at - place);
        if (length >= niceLength || length === most) return match;
        best = length;
        last = bytes.getInt32(at + best - 3, true);
      }
    }
    place = before;
  }
  return match;
}

/** How many bytes are the same at two positions where four are. It may find up to three more than so many. */
function common(place: number, at: number, most: number): number {
  const bytes = quads;
  for (let length = 4; length < most; length += 4) {
    const difference = bytes.getInt32(place + length, true) ^ bytes.getInt32(at + length, true);
    // The bytes before the first that differs, which has the lowest bit that does.
    if (difference !== 0) return length + ((31 - Math.clz32(difference & -difference)) >>> 3);
  }
  return most;
}
