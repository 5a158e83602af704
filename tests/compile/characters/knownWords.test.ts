import { expect, test } from "vitest";
import { KnownWords } from "../../../src/compile/characters/knownWords.ts";

test("a word is learned once while it is met, and learned again when it was forgotten", () => {
  const learned: string[] = [];
  const words = new KnownWords(3, (word) => {
    learned.push(word);
    return word.length;
  });
  for (const word of ["common", "a", "bb", "common", "ccc", "common", "dddd", "eeeee", "common"]) {
    expect(words.get(word)).toBe(word.length);
  }
  expect(learned).toEqual(["common", "a", "bb", "ccc", "dddd", "eeeee"]);
  words.get("a");
  expect(learned.at(-1)).toBe("a");
});
