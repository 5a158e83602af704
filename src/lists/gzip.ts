// One gzip member out of ready-made parts: compressed fragments are joined, never compressed again.
//
// A raw deflate stream that ends in a sync flush ends on a byte and does not say it is the last, so such streams can
// follow one another (RFC 1951 §3.2.3); stored blocks between them carry short texts as they are. The check sum of the
// whole is combined from those of the parts.

import { joinBytes } from "../catalog/record.ts";

/** A compressed part: raw deflate streams, each ended by a sync flush, that stand one behind the other. */
export interface Fragment {
  readonly streams: readonly Uint8Array[];
  /** Bytes they inflate to. */
  readonly length: number;
  /** CRC-32 of what they inflate to, as an unsigned number. */
  readonly crc: number;
}

/** What a member is joined from: fragments, and plain bytes. */
export type Part = Fragment | Uint8Array;

const header = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** An empty stored block that is the last one. */
const end = new Uint8Array([1, 0, 0, 0xff, 0xff]);
const storedLimit = 0xffff;

/** Joins parts into one gzip member (RFC 1952). */
export function joinGzip(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [header];
  let crc = 0;
  let length = 0;
  for (const part of parts) {
    if (part instanceof Uint8Array) {
      chunks.push(...storeBytes(part));
      crc = combineCrc(crc, crc32(part), part.length);
      length += part.length;
    } else {
      chunks.push(...part.streams);
      crc = combineCrc(crc, part.crc, part.length);
      length += part.length;
    }
  }
  const trailer = new Uint8Array(8);
  const view = new DataView(trailer.buffer);
  view.setUint32(0, crc, true);
  view.setUint32(4, length, true);
  chunks.push(end, trailer);

  return joinBytes(chunks);
}

/** Bytes a gzip member inflates to, below 4 GiB: its last field says so (RFC 1952 §2.3.1, ISIZE). */
export function lengthInside(gzip: Uint8Array): number {
  return new DataView(gzip.buffer, gzip.byteOffset, gzip.length).getUint32(gzip.length - 4, true);
}

/** Bytes as stored blocks, which a stream may follow like any other (RFC 1951 §3.2.4). */
export function storeBytes(bytes: Uint8Array): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += storedLimit) {
    const piece = bytes.subarray(at, at + storedLimit);
    blocks.push(storedHead(piece.length), piece);
  }
  return blocks;
}

/** The head of a stored block that is not the last (RFC 1951 §3.2.4). */
function storedHead(length: number): Uint8Array {
  return new Uint8Array([0, length & 255, length >>> 8, ~length & 255, (~length >>> 8) & 255]);
}

/** The CRC-32 polynomial, bits reversed (RFC 1952 §8). */
const polynomial = 0xedb88320;

const table = new Uint32Array(256).map((_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? polynomial ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 of some bytes (RFC 1952 §8), as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** CRC-32 of two texts one after the other, from the CRC-32 of each and the length of the second in bytes. */
export function combineCrc(first: number, second: number, length: number): number {
  return (multiply(shiftBy(length), first) ^ second) >>> 0;
}

/** x to the power of 2^k modulo the polynomial, for k = 0, 1, 2, …; bit 31 is x^0. */
const powers = new Uint32Array(32);
powers[0] = 0x40000000;
for (let k = 1; k < 32; k++) powers[k] = multiply(powers[k - 1] ?? 0, powers[k - 1] ?? 0);

/** x to the power of 8 times `bytes`: what moves a check sum past that many bytes. */
function shiftBy(bytes: number): number {
  let product = 0x80000000;
  for (let rest = bytes, k = 3; rest > 0; rest = Math.floor(rest / 2), k = (k + 1) & 31) {
    if (rest & 1) product = multiply(powers[k] ?? 0, product);
  }
  return product;
}

/** Product of two polynomials over GF(2), modulo that of CRC-32. */
function multiply(a: number, b: number): number {
  let product = 0;
  let factor = b;
  for (let bit = 0x80000000; bit !== 0 && a !== 0; bit >>>= 1) {
    if (a & bit) product ^= factor;
    factor = factor & 1 ? (factor >>> 1) ^ polynomial : factor >>> 1;
  }
  return product >>> 0;
}
