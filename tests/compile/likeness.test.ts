import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareSketches, indexSketches, sketchText } from "../../src/compile/likeness.ts";

const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(" ");

function share(a: string, b: string): number {
  return compareSketches(sketchText(a), sketchText(b));
}

describe("a sketch", () => {
  test("tells the share of word pairs in common, within what sketches can", () => {
    expect(share(words(0, 300), words(0, 300))).toBe(1);
    expect(share(words(0, 300), words(1000, 1300))).toBeLessThan(0.1);
    // 200 of 400 different pairs in common.
    expect(share(words(0, 300), words(100, 400))).toBeGreaterThan(0.25);
    expect(share(words(0, 300), words(100, 400))).toBeLessThan(0.75);
  });

  test("does not see accents, capitals or punctuation", () => {
    expect(share("Cảnh sát biển Việt Nam", "CANH SAT, bien; viet nam!")).toBe(1);
  });

  test("is of one length, whatever the text", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => sketchText(text).length === 86));
  });
});

describe("an index of sketches", () => {
  test("finds what is alike as a look at all of them would", () => {
    const texts = Array.from({ length: 60 }, (_, i) => words(i * 20, i * 20 + 100));
    const index = indexSketches(texts, sketchText);
    for (const text of texts.slice(0, 10)) {
      const found = index.find(sketchText(text), 0.3).map(({ item }) => item);
      expect(found.sort()).toEqual(texts.filter((other) => share(text, other) >= 0.3).sort());
    }
  });
});
