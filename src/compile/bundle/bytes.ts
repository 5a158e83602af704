// ByteWriter: bytes one after the other, in one buffer that grows, and where each run of them stands.

import { gzipSync } from "node:zlib";
import type { Span } from "../../catalog/artefact.ts";
import { packNumbers } from "../../catalog/record.ts";

/** Collects the bytes of an artefact. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 20);
  #length = 0;
  /** Where what is compressed already lies, ascending. */
  readonly #packed: Span[] = [];

  get length(): number {
    return this.#length;
  }

  add(bytes: Uint8Array): Span {
    const at = this.#length;
    this.#reserve(at + bytes.length);
    this.#bytes.set(bytes, at);
    this.#length += bytes.length;
    return [at, bytes.length];
  }

  /** The same of bytes that are compressed already. */
  addPacked(bytes: Uint8Array): Span {
    const span = this.add(bytes);
    this.#packed.push(span);
    return span;
  }

  /** Little-endian Uint32, beginning where a typed array can be laid over them. */
  addNumbers(numbers: readonly number[]): Span {
    this.add(new Uint8Array((4 - (this.#length % 4)) % 4));
    return this.add(packNumbers(numbers));
  }

  /** What was written so far; there may be room behind it. */
  buffer(): ArrayBuffer {
    return this.#bytes.buffer;
  }

  /** How many of an upload they take, which is compressed by gzip: hardly more than that makes of them. */
  uploadSize(): number {
    const rest: Uint8Array[] = [];
    let [at, packed] = [0, 0];
    for (const [begin, length] of [...this.#packed, [this.#length, 0] as const]) {
      rest.push(this.#bytes.subarray(at, begin));
      at = begin + length;
      packed += length;
    }
    return packed + uploadSize(Buffer.concat(rest));
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(length: number): void {
    if (length <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(length, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** How many bytes of an upload these take. */
export function uploadSize(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 1 }).length;
}
