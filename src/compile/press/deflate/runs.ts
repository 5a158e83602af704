// Runs: the code lengths of a dynamic block, which stand before it and are compressed themselves (RFC 1951 §3.2.7).

import type { BitWriter } from "./bits.ts";
import { fitCode, makeCode } from "./huffman.ts";
import { distanceSymbols, literalSymbols } from "./symbols.ts";

/**
 * Symbols: lengths of 0 to 15; 16, "copy the previous code length 3 - 6 times"; 17 and 18, "repeat a code length of 0
 * for 3 - 10 times" and "for 11 - 138 times". Their own code lengths come in an odd order, and take three bits each.
 */
const runSymbols = 19;
const copy = 16;
const fewZeros = 17;
const manyZeros = 18;
const order = new Uint8Array([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
const runLimit = 7;

const counts = new Uint32Array(runSymbols);
const code = makeCode(runSymbols);
/** Lengths of both alphabets: "the code length repeat codes can cross" from one to the other. */
const lengths = new Uint8Array(literalSymbols + distanceSymbols);
/** Runs: the symbol, and times 256 the value of its extra bits. */
const runs = new Uint16Array(literalSymbols + distanceSymbols);

/** How many there are: of runs, of lengths in each alphabet, and of lengths of the code of the runs. */
let count = 0;
let literalCount = 0;
let distanceCount = 0;
let orderCount = 0;

const extraOf = (symbol: number): number =>
  symbol < copy ? 0 : symbol === copy ? 2 : symbol === fewZeros ? 3 : 7;

/** Makes runs of the code lengths, and returns how many bits they take with all that is told about them. */
export function countRuns(literals: Uint8Array, distances: Uint8Array): number {
  // One length is there always: "one distance code of zero bits means that there are no distance codes used at all".
  literalCount = lastUsed(literals);
  distanceCount = Math.max(1, lastUsed(distances));
  lengths.set(literals);
  lengths.set(distances, literalCount);
  counts.fill(0);
  count = 0;
  const total = literalCount + distanceCount;
  for (let at = 0; at < total; ) {
    const length = lengths[at] ?? 0;
    let end = at + 1;
    while (end < total && lengths[end] === length) end++;
    if (length > 0) {
      add(length, 0);
      at++;
    }
    while (end - at >= 3) {
      const symbol = length > 0 ? copy : end - at > 10 ? manyZeros : fewZeros;
      const least = symbol === manyZeros ? 11 : 3;
      const times = Math.min(end - at, least + (1 << extraOf(symbol)) - 1);
      add(symbol, times - least);
      at += times;
    }
    for (; at < end; at++) add(length, 0);
  }
  const size = fitCode(counts, runLimit, code);
  orderCount = runSymbols;
  while (orderCount > 4 && code.lengths[order[orderCount - 1] ?? 0] === 0) orderCount--;
  let extra = 0;
  for (let symbol = copy; symbol < runSymbols; symbol++) extra += extraOf(symbol) * (counts[symbol] ?? 0);
  return 5 + 5 + 4 + 3 * orderCount + size + extra;
}

/** Writes what `countRuns` counted last: HLIT, HDIST, HCLEN, and the lengths. Room was reserved. */
export function writeRuns(writer: BitWriter): void {
  writer.put(literalCount - 257, 5);
  writer.put(distanceCount - 1, 5);
  writer.put(orderCount - 4, 4);
  for (let index = 0; index < orderCount; index++) writer.put(code.lengths[order[index] ?? 0] ?? 0, 3);
  for (let index = 0; index < count; index++) {
    const run = runs[index] ?? 0;
    const bits = code.bits[run & 255] ?? 0;
    writer.put(bits & 0xffff, bits >>> 16);
    writer.put(run >>> 8, extraOf(run & 255));
  }
}

function add(symbol: number, extra: number): void {
  runs[count++] = symbol | (extra << 8);
  counts[symbol] = (counts[symbol] ?? 0) + 1;
}

function lastUsed(lengths: Uint8Array): number {
  let used = lengths.length;
  while (used > 0 && lengths[used - 1] === 0) used--;
  return used;
}
