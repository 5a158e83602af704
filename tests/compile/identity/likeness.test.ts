import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldAccents } from "../../../src/catalog/words.ts";
import { compareSketches, indexSketches, sketchText } from "../../../src/compile/identity/likeness.ts";

const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(" ");

function share(a: string, b: string): number {
  return compareSketches(sketchText(a), sketchText(b));
}

/** Texts in several scripts, some of very few words, with the sketches of the first release. */
const remembered = [
  ["", "Yho48ZNJ6xW0BRfUV_3UjF4zxFnMLchjuOhBa59ssf8G7uUfQNPpASYxrz9zKB7TUuzJN-jtL-QVz5-b-yI1FA"],
  ["ship", "5upGcyzAL5FhSgEU-qH4ZaX4SUAVJQWbcidalFUi8umtIbmycstEIBv0ZKsOZ0qQI00mKL-DoFWJQOxuuQEDJw"],
  [
    "Cảnh sát biển Việt Nam tiếp nhận tàu mới, dài 90 m.",
    "VWA-3TIAeUvihXjwlarUPBCSHz7SyLCDpS7BmDH0pYRF3QtN2mIXDeckNtKSPZo_jkwgBi5mKdsp1RZomByJaA",
  ],
  [
    "The ship left harbour; it was 06:30.",
    "NiOe73hUyxfs9tF8G2Px0-BBUvXqrZh0LEa0Nk6jGbRbrB_70R53EdoSjRCylARi_PDBrOSc6Egw6vrfG3lotA",
  ],
  [
    "両国は海上での協力を強化した。",
    "KDGe8Bt00ZCGRkSM3nBoTXnl0DsZy3G5-wDlbSuJsfNnOr9A_ThOAUmdRfysYk5RxkgtXCfD4ogcrA-bA8YPYQ",
  ],
  [
    "a😀b 𝔘𝔫𝔦 𝟙𝟚 \ud835 x",
    "tWWKZ1jNgFzLYesgRnaDRQn3fZyMbWl4cPP9IqQrIvNSvUUqsTGsjPEKCNWuSm6YSf2cLaSvjF6JbQm7j46lKw",
  ],
  [
    "ΟΔΟΣ Σ İstanbul 각각",
    "94r7RHQKPU68yeimFkJsG9m5xhsfgwEjy9PMwJpQPf9OH1hzYc481-WVlStc6Fq7deYQMeFbuKv6KOIZXkUbTQ",
  ],
] as const;

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

  test("is for ever: ledgers hold it", () => {
    for (const [text, sketch] of remembered) expect(sketchText(text)).toBe(sketch);
  });

  test("is that of the folded text", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aZ09 -.'ệĐđßΣσİıÅ각ﬁǅ\u0301\u0323😀𝔘\ud800") });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: "binary" })), (text) => {
        expect(sketchText(text)).toBe(sketchText(foldAccents(text)));
      }),
      { numRuns: 500 },
    );
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
