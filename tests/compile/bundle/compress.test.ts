import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compressList, compressText } from "../../../src/compile/bundle/compress.ts";
import { joinGzip } from "../../../src/lists/gzip.ts";

/** Bytes without a pattern, which compress to more than they are. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

describe("a text compressed as a whole", () => {
  test.each([0, 1, 63, 64, 5000, 65_535, 65_536, 200_000])("is read back: %s bytes", (length) => {
    for (const text of [noise(length), new Uint8Array(length).fill(97)]) {
      const { gzip, brotli } = compressText(text, true);
      expect(gunzipSync(gzip).equals(text)).toBe(true);
      expect(brotliDecompressSync(brotli).equals(text)).toBe(true);
      const list = compressList({ gzip: joinGzip([text]) });
      expect(Buffer.from(list.gzip).equals(gzip)).toBe(true);
      expect(Buffer.from(list.brotli).equals(brotli)).toBe(true);
    }
  });

  test("has its memory to itself, to be handed over, and shares none with what comes after it", () => {
    const texts = [10, 3000, 100_000].map(noise);
    const made = texts.map((text) => compressText(text, true));
    for (const { gzip, brotli } of made)
      for (const { buffer, byteLength } of [gzip, brotli]) expect(buffer.byteLength).toBe(byteLength);
    expect(made.map(({ gzip }) => gunzipSync(gzip).length)).toEqual([10, 3000, 100_000]);
  });
});
