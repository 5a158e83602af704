import { expect, test } from "vitest";
import { pairAlike } from "../../../src/compile/identity/alike.ts";
import { sketchText } from "../../../src/compile/identity/likeness.ts";

test("pairs of alike sketches are found without comparing every two, each once", () => {
  const words = Array.from({ length: 400 }, (_, i) => `w${i}`);
  const texts = Array.from({ length: 300 }, (_, i) => {
    const own = words.map((word) => `${word}of${Math.floor(i / 2)}`);
    // Of each two one is the other with every twelfth word changed.
    return own.map((word, at) => (i % 2 === 1 && at % 12 === 0 ? `${word}x` : word)).join(" ");
  });
  const sketches = texts.map(sketchText);
  const pairs = [...pairAlike(sketches, 0.4)].map(([a, b]) => `${a} ${b}`);
  expect(pairs.sort()).toEqual(Array.from({ length: 150 }, (_, i) => `${2 * i} ${2 * i + 1}`).sort());
});

test("sketches of texts too far apart in time are no pair, those without a time are one with any", () => {
  const text = Array.from({ length: 100 }, (_, i) => `word${i}`).join(" ");
  const sketches = [text, text, text, text].map(sketchText);
  const pairs = [...pairAlike(sketches, 0.4, [0, 5, 100, Number.NaN], 10)];
  expect(pairs.map(([a, b]) => [a, b].sort().join(" ")).sort()).toEqual(["0 1", "0 3", "1 3", "2 3"]);
});
