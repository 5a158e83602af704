import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packOrdinals, packShifts, unpackOrdinals, unpackShifts } from "../../src/catalog/artefact.ts";
import { bucketOf } from "../../src/catalog/links.ts";
import { packFile, readPack } from "../../src/catalog/pack.ts";

describe("a file with a header", () => {
  test("reads back: its header, and its body from where spans count", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: "grapheme" }), fc.nat())),
        fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 5 }),
        (header, body) => {
          const packed = packFile(header, body);
          const read = readPack<typeof header>(packed);
          expect(JSON.stringify(read.header)).toBe(JSON.stringify(header));
          expect([...read.body]).toEqual(body.flatMap((part) => [...part]));
        },
      ),
    );
  });
});

describe("ordinals", () => {
  test("read back, however far apart they are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20_000_000)), (numbers) => {
        const ordinals = numbers.sort((a, b) => a - b);
        expect([...unpackOrdinals(packOrdinals(ordinals))]).toEqual(ordinals);
      }),
    );
  });

  test("that follow one another take a byte each", () => {
    expect(packOrdinals(Array.from({ length: 1000 }, (_, at) => at))).toHaveLength(1000);
  });
});

describe("shifts", () => {
  const anyShift = fc.oneof(
    fc.constant(0),
    fc.integer({ min: -70, max: 70 }),
    fc.integer({ min: -2e6, max: 2e6 }),
  );

  test("read back, in either direction", () => {
    fc.assert(
      fc.property(fc.array(anyShift), (shifts) => {
        expect([...unpackShifts(packShifts(shifts), shifts.length)].map((shift) => shift + 0)).toEqual(
          shifts,
        );
      }),
    );
  });

  test("take nothing where nothing is moved", () => {
    expect(packShifts([0, 0, 0])).toHaveLength(0);
    expect([...unpackShifts(new Uint8Array(0), 3)]).toEqual([0, 0, 0]);
  });
});

describe("a bucket", () => {
  test("is one of those there are, and none is much fuller than others", () => {
    for (const buckets of [1, 8, 256]) {
      const sizes = new Array<number>(buckets).fill(0);
      for (let number = 0; number < buckets * 50; number++) {
        const shortId = (Math.imul(number + 1, 0x9e3779b1) >>> 0).toString(36).padStart(10, "0");
        const bucket = bucketOf(shortId, buckets);
        sizes[bucket] = (sizes[bucket] ?? Number.NaN) + 1;
      }
      expect(sizes.reduce((sum, size) => sum + size)).toBe(buckets * 50);
      expect(Math.max(...sizes)).toBeLessThan(120);
    }
  });
});
