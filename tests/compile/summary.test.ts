// Summaries: whole sentences where possible, never more than 300 characters, never half a word.

import fc from "fast-check";
import { expect, test } from "vitest";
import { cutAtWord, summarize } from "../../src/compile/summary.ts";

const sentence = "The ferry crosses the river twice an hour and carries dogs free of charge.";

test("a short text is its own summary, on one line", () => {
  expect(summarize(`${sentence}\n${sentence}`)).toBe(`${sentence} ${sentence}`);
});

test("a long text ends with a whole sentence", () => {
  expect(summarize(Array(9).fill(sentence).join(" "))).toBe(Array(4).fill(sentence).join(" "));
});

test("a full stop after a title or an initial ends no sentence", () => {
  const text = `${"word ".repeat(30)}and then spoke Dr. ${"Smith ".repeat(40)}`;
  expect(summarize(text)).toMatch(/Smith…$/);
});

test("a sentence that does not end in time is cut at a word", () => {
  const summary = summarize("từng chữ một ".repeat(60));
  expect(summary).toMatch(/(?:từng|chữ|một)…$/u);
  expect(summary.length).toBeLessThanOrEqual(300);
});

test("never longer than allowed, never a broken character, always a beginning of the text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 900 }),
      fc.integer({ min: 10, max: 300 }),
      (text, longest) => {
        expect(summarize(text).length).toBeLessThanOrEqual(300);
        const cut = cutAtWord(text, longest);
        expect(cut.length).toBeLessThanOrEqual(longest);
        expect(cut.isWellFormed()).toBe(true);
        expect(text.startsWith(cut.replace(/…$/, "")) || text === cut).toBe(true);
      },
    ),
  );
});
