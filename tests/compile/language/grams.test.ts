// The same answers as the detector whose knowledge is used, whatever the text.

import { eld } from "eld/small";
import fc from "fast-check";
import { expect, test } from "vitest";
import { guessLanguage } from "../../../src/compile/language/grams.ts";

const words = fc.constantFrom(
  ..."Hai bên thống nhất tăng cường hợp tác the two sides agreed it’s don't Die beiden Seiten grünäugig".split(
    " ",
  ),
  ..."Les deux parties ont convenu l'été 両国は 海上での協力 Стороны договорились ΟΔΟΣ İstanbul 한국어 2024 U.S. 😀 𐐀𐐁 “” - ' '' `".split(
    " ",
  ),
  "donaudampfschifffahrtsgesellschaft".repeat(3),
  "海上保安庁".repeat(30),
  "\uD800",
  "\n\n",
);
const text = fc.oneof(
  fc.array(words, { maxLength: 150 }).map((all) => all.join(" ")),
  fc.array(words, { maxLength: 40 }).map((all) => all.join("")),
  fc
    .array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 80 })
    .map((all) => all.join(" ")),
  fc.string({ unit: "grapheme", maxLength: 600, size: "max" }),
);

test("a text is of the language eld says it is of", () => {
  fc.assert(
    fc.property(text, (sample) => guessLanguage(sample) === eld.detect(sample).language),
    { numRuns: 1500 },
  );
});

test("a text without letters is of none", () => {
  expect(guessLanguage("")).toBe("");
  expect(guessLanguage("2024 – 12:30")).toBe("");
});
