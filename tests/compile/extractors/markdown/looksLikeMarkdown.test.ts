import fc from "fast-check";
import { expect, test } from "vitest";
import { looksLikeMarkdown } from "../../../../src/compile/extractors/markdown/looksLikeMarkdown.ts";

test.each<[string, string, boolean]>([
  ["a link", "See [the report](https://e.example/a).", true],
  ["a picture that is a link", "[![A boat](https://e.example/b.jpg)](https://e.example)", true],
  ["a picture beside the file", "![A boat](boat one.jpg)", true],
  ["a picture on the web, as captures have them", "![A boat](https://e.example/b.jpg) |", false],
  ["a heading", "# News", true],
  ["front matter in JSON", '{\n"title": "A"\n}\nText.', true],
  ["brackets", "He said [sic] (twice) that [it]( is so", false],
  ["a link over two lines", "[the\nreport](https://e.example)", false],
])("%s", (_, text, isMarkdown) => {
  expect(looksLikeMarkdown(text)).toBe(isMarkdown);
});

test("a link is never seen elsewhere than where the pattern of one fits, or that of one between notes", () => {
  const pattern = /(?<!!)\[[^\]\n]+\]\([^)\s]+\)|!\[[^\]\n]*\]\((?!\w+:|\/\/)[^)\n]+\)/;
  const betweenNotes = /\[\[[^[\]\n]+\]\]/;
  const piece = fc.constantFrom(
    "[",
    "]",
    "(",
    ")",
    "](",
    "!",
    "![",
    "a",
    " ",
    "\n",
    "/",
    "//",
    "b:",
    "a.jpg",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join("");
      expect(looksLikeMarkdown(text)).toBe(pattern.test(text) || betweenNotes.test(text));
    }),
    { numRuns: 5000 },
  );
});
