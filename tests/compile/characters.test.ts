// Characters: what is taken for clean at one look must be what a close look would leave as it is.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLine, inspectCharacters, isClean, joinSpaces } from "../../src/compile/characters.ts";

/** Every code point but for halves of surrogate pairs. */
const points = Array.from({ length: 0x110000 }, (_, point) => point).filter((point) => point >> 11 !== 27);
const characters = points.map((point) => String.fromCodePoint(point));

describe("a character taken for clean at one look", () => {
  const clean = characters.filter(isClean);

  test("is one most texts are written with", () => {
    for (const character of "azAZ09 \n\t.,“”’–—…àéßøœĐđơưỆữПривет海上保安庁ハングル한국어") {
      expect(isClean(character), character).toBe(true);
    }
  });

  test("is allowed, and no odd space, line end or hint", () => {
    expect(clean.filter((each) => /[\p{Cc}\p{Cf}\p{Z}\p{Cs}]/u.test(each))).toEqual(["\t", "\n", " "]);
  });

  test("is what it is in NFC, whatever stands before or behind it", () => {
    const joining = new Set(characters.flatMap((each) => [...each.normalize("NFD")].slice(1)));
    expect(clean.filter((each) => each !== each.normalize("NFC") || /\p{M}/u.test(each))).toEqual([]);
    expect(clean.filter((each) => joining.has(each))).toEqual([]);
  });
});

test("a clean text stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const once = inspectCharacters(text).text;
      expect(inspectCharacters(once)).toEqual({ text: once, removed: 0, line: null });
      if (isClean(text)) expect(once).toBe(text);
    }),
  );
});

test("white space between words becomes one space", () => {
  const unit = fc.constantFrom("a", "b", " ", "\n", "\t", "\u00A0", "\u3000");
  fc.assert(
    fc.property(fc.string({ unit }), (text) => joinSpaces(text) === text.replace(/\s+/g, " ").trim()),
  );
  expect(cleanLine("  a\u00A0 b\r\n")).toBe("a b");
});
