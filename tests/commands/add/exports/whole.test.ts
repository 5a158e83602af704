import { expect, test } from "vitest";
import { isWhole } from "../../../../src/commands/add/exports/whole.ts";

const hundred = "word ".repeat(100).trim();

test.each([
  ["content is whole, however short", "<p>A link.</p>", true, true],
  ["content of a picture alone is", '<img src="a.jpg">', true, true],
  ["content that ends in dots may be meant so", "<p>And so on…</p>", true, true],
  ["content that is cut is not", "<p>The harbour has a new [&#8230;]</p>", true, false],
  [
    "content with a link to the rest is not",
    '<p>The harbour</p><p><a href="/a">Continue reading <b>A</b> →</a></p>',
    true,
    false,
  ],
  [
    "content that speaks of reading is",
    "<p>Read more books, said the teacher of the school. They did.</p>",
    true,
    true,
  ],
  ["nothing is not", "", true, false],
  ["a short description is not", "The harbour has a new boat.", false, false],
  ["a long description is", `<p>${hundred}.</p>`, false, true],
  ["a long description that ends in dots is not", `<p>${hundred}…</p>`, false, false],
  ["a description of three paragraphs is", "<p>A.</p><p>B.</p><p>C.</p>", false, true],
])("%s", (_, html, isContent, expected) => {
  expect(isWhole(html, isContent)).toBe(expected);
});
