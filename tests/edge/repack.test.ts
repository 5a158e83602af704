import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { repackGzip } from "../../src/edge/repack.ts";
import { joinGzip } from "../../src/lists/gzip.ts";

describe("a document that is repacked", () => {
  test("is the same one and shorter, or left as it was", async () => {
    const words = fc.array(fc.constantFrom("Hải quân ", "coast ", "guard ", "<p>", "</p>"), {
      maxLength: 400,
    });
    const any = fc.oneof(
      words.map((some) => new TextEncoder().encode(some.join(""))),
      fc.uint8Array(),
    );
    let shorter = 0;
    await fc.assert(
      fc.asyncProperty(any, async (bytes) => {
        const joined = joinGzip([bytes]);
        const repacked = await repackGzip(joined);
        if (repacked === null) return;
        shorter += 1;
        expect(repacked.length).toBeLessThan(joined.length);
        expect(gunzipSync(repacked).equals(bytes)).toBe(true);
      }),
    );
    expect(shorter).toBeGreaterThan(20);
    expect(await repackGzip(Uint8Array.from(gzipSync("a".repeat(1000))))).toBeNull();
  });

  test("has 256 KiB at most, so that no request takes too long", async () => {
    const of = (length: number): Uint8Array<ArrayBuffer> => joinGzip([new Uint8Array(length)]);
    expect(gunzipSync((await repackGzip(of(256 * 1024))) ?? "").length).toBe(256 * 1024);
    expect(await repackGzip(of(256 * 1024 + 1))).toBeNull();
  });
});
