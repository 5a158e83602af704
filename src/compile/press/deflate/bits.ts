// Bits: a stream of bits, packed into bytes as deflate has them (RFC 1951 §3.1.1).

/**
 * Writes bits. "Data elements are packed into bytes in order of increasing bit number within the byte", numbers
 * "starting with the least-significant bit", Huffman codes with the most significant: those are kept reversed
 * (huffman.ts).
 */
export class BitWriter {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1 << 12);
  view: DataView<ArrayBuffer> = new DataView(this.bytes.buffer);
  /** Whole bytes that were written. */
  at = 0;
  /** Bits that are no whole byte yet, at most seven, and how many. */
  hold = 0;
  held = 0;

  /** Begins anew. What was not taken is forgotten. */
  clear(): void {
    this.at = 0;
    this.hold = 0;
    this.held = 0;
  }

  /** Makes room for so many bytes more, and for the four that `put` writes at once. */
  reserve(count: number): void {
    const needed = this.at + count + 8;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }

  /** Writes the lowest bits of a number, at most 24; those above them are zero. Room was reserved. */
  put(value: number, count: number): void {
    const hold = this.hold | (value << this.held);
    const held = this.held + count;
    this.view.setInt32(this.at, hold, true);
    this.at += held >>> 3;
    this.hold = hold >>> (held & 24);
    this.held = held & 7;
  }

  /** A block of bytes as they are (§3.2.4): "any bits of input up to the next byte boundary are ignored". */
  store(from: Uint8Array, start: number, length: number): void {
    this.reserve(length + 8);
    this.put(0, 3);
    if (this.held > 0) this.put(0, 8 - this.held);
    this.put(length, 16);
    this.put(~length & 0xffff, 16);
    if (length > 0) this.bytes.set(from.subarray(start, start + length), this.at);
    this.at += length;
  }

  /** What was written, whole bytes alone. */
  take(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.at);
  }
}
