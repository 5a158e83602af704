// ByteWriter: bytes one after the other, in one buffer that grows, and where each run of them stands.

import type { Span } from "../catalog/artefact.ts";
import { packNumbers } from "../catalog/record.ts";

/** Collects the bytes of an artefact. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 20);
  #length = 0;

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

  /** Little-endian Uint32, beginning where a typed array can be laid over them. */
  addNumbers(numbers: readonly number[]): Span {
    this.add(new Uint8Array((4 - (this.#length % 4)) % 4));
    return this.add(packNumbers(numbers));
  }

  /** What was written so far; there may be room behind it. */
  buffer(): ArrayBuffer {
    return this.#bytes.buffer;
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
