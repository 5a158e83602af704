import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ArticleRecord,
  joinBytes,
  type PageRecord,
  packArticle,
  packNumbers,
  packPage,
  packRuns,
  readArticle,
  readPage,
  readRuns,
} from "../../src/catalog/record.ts";

const bytes = fc.uint8Array({ maxLength: 40 });
const number = fc.oneof(fc.nat(100), fc.integer({ min: 0, max: 0xffffffff }));
const stream = fc.record({ deflate: bytes, length: number, crc: number });
const anyArticle: fc.Arbitrary<ArticleRecord> = fc.record({
  dated: number,
  updated: number,
  changed: number,
  opening: number,
  lead: bytes,
  content: bytes,
  entries: fc.record({ rss: stream, atom: stream, json: stream, item: stream }),
});
const anyPage: fc.Arbitrary<PageRecord> = fc.record({
  from: number,
  changed: number,
  path: fc.string({ unit: "binary" }).map((text) => `/articles/${text.toWellFormed()}`),
  tag: fc.string({ unit: fc.constantFrom(..."abcXYZ019-_"), minLength: 16, maxLength: 16 }),
  head: bytes,
  heading: bytes,
  content: fc.option(bytes),
  tail: bytes,
  length: number,
  crc: number,
});

/** The same bytes anywhere in larger ones, as they lie in a bundle. */
function within(bytes: Uint8Array, before: number): Uint8Array {
  return joinBytes([new Uint8Array(before).fill(7), bytes, new Uint8Array(3).fill(9)]).subarray(
    before,
    before + bytes.length,
  );
}

describe("a record", () => {
  test("of an article reads back, wherever it lies", () => {
    fc.assert(
      fc.property(anyArticle, fc.nat(5), (record, before) => {
        expect(readArticle(within(packArticle(record), before))).toEqual(record);
      }),
    );
  });

  test("of a page reads back, wherever it lies and wherever its content does", () => {
    fc.assert(
      fc.property(anyPage, fc.nat(5), (page, before) => {
        expect(readPage(within(packPage(page), before))).toEqual(page);
      }),
    );
  });

  test("of a page tells a content that is empty from one that lies elsewhere", () => {
    const page = { from: 0, changed: 1, path: "/a", tag: "0123456789abcdef", length: 0, crc: 0 };
    const [head, heading, tail] = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)];
    for (const content of [null, new Uint8Array(0)])
      expect(readPage(packPage({ ...page, head, heading, content, tail })).content).toEqual(content);
  });
});

describe("runs", () => {
  test("are as many as they were and read back, empty ones too, wherever they lie", () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 20 }), fc.nat(5), (parts, before) => {
        const { count, run } = readRuns(within(packRuns(parts), before));
        expect(count).toBe(parts.length);
        expect(parts.map((_, index) => run(index))).toEqual(parts);
        expect(run(count)).toHaveLength(0);
      }),
    );
  });

  test("are none in no bytes", () => {
    const { count, run } = readRuns(new Uint8Array(0));
    expect([count, run(0).length]).toEqual([0, 0]);
  });

  test("are views: nothing is copied", () => {
    const whole = packRuns([Uint8Array.of(1, 2), Uint8Array.of(3)]);
    expect(readRuns(whole).run(1).buffer).toBe(whole.buffer);
  });
});

test("numbers are little-endian on every machine", () => {
  expect([...packNumbers([1, 0xfffefdfc])]).toEqual([1, 0, 0, 0, 0xfc, 0xfd, 0xfe, 0xff]);
});
