// Symbols: what deflate has codes for, lengths and distances among them (RFC 1951 §3.2.5).

/** Literals 0 to 255, the end of the block, and 29 symbols of lengths; 30 of distances. */
export const literalSymbols = 286;
export const distanceSymbols = 30;
export const endOfBlock = 256;

/** Extra bits of lengths, which follow their codes: by symbol, from 257 on, how many. */
export const lengthExtra: Uint8Array = new Uint8Array([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]);
/** The least length of each of these symbols. */
export const lengthBase: Uint16Array = new Uint16Array(lengthExtra.length);
/** By length, from 3 to 258: its symbol, counted from 257. */
export const lengthSymbol: Uint8Array = new Uint8Array(259);

let base = 3;
for (const [symbol, extra] of lengthExtra.entries()) {
  // 258, the longest, has a symbol of its own, though the one before it reaches there.
  if (symbol === lengthExtra.length - 1) base = 258;
  lengthBase[symbol] = base;
  lengthSymbol.fill(symbol, base, Math.min(base + (1 << extra), 259));
  base += 1 << extra;
}

/**
 * Symbol of a distance less one. Two symbols for every power of two, told apart by the bit below the highest; the bits
 * below that one are extra, `distanceExtra` of them.
 */
export function distanceSymbol(less: number): number {
  if (less < 4) return less;
  const high = 31 - Math.clz32(less);
  return 2 * high + ((less >>> (high - 1)) & 1);
}

/** How many extra bits a distance of this symbol has. */
export function distanceExtra(symbol: number): number {
  return symbol < 4 ? 0 : (symbol >>> 1) - 1;
}
