// Where code begins and ends in Markdown that is gone through line by line.

import { expect, test } from "vitest";
import { fenceAfter } from "../../../../src/compile/extractors/markdown/fences.ts";

/** A sign for each line: whether the text is in code behind it. */
function follow(text: string): string {
  let fence: string | null = null;
  return text
    .split("\n")
    .map((row) => {
      fence = fenceAfter(row, fence);
      return fence === null ? "." : "#";
    })
    .join("");
}

test.each([
  ["in a row of its own", "a\n```js\nb\n```\nc", ".##.."],
  ["of longer fences", "~~~~\n~~~\n```\n~~~~\na", "###.."],
  ["in an item, however far it is indented", "1. a\n\n    ```\n    b\n    ```\nc", "..##.."],
  ["behind the mark of an item", "- 2. ```\n     b\n     ```\nc", "##.."],
  ["up to the end of its item", "- a\n\n    ```\n    b\n\nc\n```\nd", "..###.##"],
  ["in a quotation", "> > ```\n> > a\n> > ```\n> b\n> ```\nc", "##..#."],
  ["not before a fence that is indented no further", "```\n    ```\na\n```\nb", "###.."],
  ["not before a fence with words behind it", "```\n```js\n```\nb", "##.."],
  ["nowhere between backticks in a line", "``` a ``` b\nc", ".."],
])("code is %s", (_, text, signs) => {
  expect(follow(text)).toBe(signs);
});
