// Blocks: a piece of a text, once it is tokens, as a block of whichever kind is the smallest (RFC 1951 §3.2.3).

import type { BitWriter } from "./bits.ts";
import { type Code, codeOf, fitCode, makeCode } from "./huffman.ts";
import { distanceCounts, type Loaded, literalCounts, tokens, window } from "./matches.ts";
import { countRuns, writeRuns } from "./runs.ts";
import {
  distanceExtra,
  distanceSymbol,
  distanceSymbols,
  endOfBlock,
  lengthBase,
  lengthExtra,
  lengthSymbol,
  literalSymbols,
} from "./symbols.ts";

/** "The Huffman codes for the two alphabets are fixed" (§3.2.6); some symbols "will never actually occur". */
const fixedLiterals = codeOf(new Uint8Array(288).fill(8).fill(9, 144, 256).fill(7, 256, 280));
const fixedDistances = codeOf(new Uint8Array(32).fill(5));

const literals = makeCode(literalSymbols);
const distances = makeCode(distanceSymbols);

/** The longest code of a literal, a length or a distance (§3.2.7). */
const codeLimit = 15;

/** Writes the piece that was parsed last, as a block that is not the final one. */
export function writeBlock(writer: BitWriter, count: number, { start, end }: Loaded): void {
  const dynamic =
    fitCode(literalCounts, codeLimit, literals) +
    fitCode(distanceCounts, codeLimit, distances) +
    countRuns(literals.lengths, distances.lengths);
  const fixed = fixedBits(count);
  const bits = Math.min(dynamic, fixed) + extraBits();
  // The lengths of a stored block begin on a byte, which may leave some bits before them.
  if (bits >= 7 + 32 + 8 * (end - start)) {
    writer.store(window, start, end - start);
    return;
  }
  writer.reserve((bits >>> 3) + 1);
  // The header: "first bit BFINAL, next 2 bits BTYPE", which is 01 for fixed codes and 10 for dynamic ones (§3.2.3).
  if (fixed <= dynamic) {
    writer.put(0b010, 3);
    writeTokens(writer, count, fixedLiterals, fixedDistances);
    return;
  }
  writer.put(0b100, 3);
  writeRuns(writer);
  writeTokens(writer, count, literals, distances);
}

/** Bits the tokens take in fixed codes: 8 each, but for some (§3.2.6), and 5 a distance. */
function fixedBits(count: number): number {
  let bits = 8 * (count + 1);
  const counts = literalCounts;
  for (let symbol = 144; symbol < 256; symbol++) bits += counts[symbol] ?? 0;
  for (let symbol = 256; symbol < 280; symbol++) bits -= counts[symbol] ?? 0;
  for (let symbol = 0; symbol < distanceSymbols; symbol++) bits += 5 * (distanceCounts[symbol] ?? 0);
  return bits;
}

/** Extra bits of lengths and distances, which are the same in any code. */
function extraBits(): number {
  let bits = 0;
  for (let symbol = 0; symbol < lengthExtra.length; symbol++) {
    bits += (lengthExtra[symbol] ?? 0) * (literalCounts[endOfBlock + 1 + symbol] ?? 0);
  }
  for (let symbol = 0; symbol < distanceSymbols; symbol++) {
    bits += distanceExtra(symbol) * (distanceCounts[symbol] ?? 0);
  }
  return bits;
}

/**
 * Writes the tokens and the end of the block. This is `put` over and over, its state in locals; at most seven bits are
 * held between two of them, so that a code of 15 and five extra bits fit into one.
 */
function writeTokens(writer: BitWriter, count: number, literals: Code, distances: Code): void {
  const { view } = writer;
  const literalBits = literals.bits;
  const distanceBits = distances.bits;
  const list = tokens;
  const symbols = lengthSymbol;
  const bases = lengthBase;
  const extras = lengthExtra;
  let { at, hold, held } = writer;
  for (let index = 0; index <= count; index++) {
    const token = index < count ? (list[index] ?? 0) : endOfBlock;
    if (token <= endOfBlock) {
      const code = literalBits[token] ?? 0;
      hold |= (code & 0xffff) << held;
      held += code >>> 16;
    } else {
      const length = token >>> 16;
      const symbol = symbols[length] ?? 0;
      const code = literalBits[endOfBlock + 1 + symbol] ?? 0;
      hold |= (code & 0xffff) << held;
      held += code >>> 16;
      hold |= (length - (bases[symbol] ?? 0)) << held;
      held += extras[symbol] ?? 0;
      view.setInt32(at, hold, true);
      at += held >>> 3;
      hold >>>= held & 24;
      held &= 7;

      const less = (token & 0xffff) - 1;
      const far = distanceSymbol(less);
      const farCode = distanceBits[far] ?? 0;
      hold |= (farCode & 0xffff) << held;
      held += farCode >>> 16;
      view.setInt32(at, hold, true);
      at += held >>> 3;
      hold >>>= held & 24;
      held &= 7;

      const extra = distanceExtra(far);
      hold |= (less & ((1 << extra) - 1)) << held;
      held += extra;
    }
    view.setInt32(at, hold, true);
    at += held >>> 3;
    hold >>>= held & 24;
    held &= 7;
  }
  writer.at = at;
  writer.hold = hold;
  writer.held = held;
}
