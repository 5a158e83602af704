// What MDX has beside Markdown and means to programs alone.

import { describe, expect, test } from "vitest";
import { dropMdx } from "../../../../src/compile/extractors/markdown/mdx.ts";

describe("is dropped", () => {
  test.each([
    ["imports", 'import A, { b } from "./c"\nimport * as d from "e";\n\nText', "\n\n\nText"],
    ["files that are imported for what they do", 'Text\n\nimport "./a.css"\nimport "b/c.css"', "Text\n\n\n"],
    ["exports", "export const a = [\n  1,\n];\n\nexport default A\n\nText", "\n\n\n\n\n\nText"],
    ["layouts", "export default ({ children }) => (\n  <b>{children}</b>\n)\nText", "\n\n\nText"],
    ["comments", "a {/* b\nc */} d", "a \n d"],
  ])("%s", (_, text, left) => {
    expect(dropMdx(text)).toBe(left);
  });
});

describe("is kept", () => {
  test.each([
    [
      "what is said of imports",
      'import duties "rise"\n\nexport const prices fall\n\nexport default values to a file',
    ],
    ["other languages", 'package main\n\nimport "fmt"\n\nimport "e.example/a/b"'],
    ["a line of a paragraph", 'The first line is\nimport a from "b"'],
    ["code that nothing marks", "{% set code %}\nexport default function (a) {\n  b();\n}\n{% endset %}"],
    [
      "code in a list",
      '1. A\n\n    ```xml\n    <Abc a="b">\n      <Def>{/* c */}</Def>\n    </Abc>\n    ```',
    ],
    ["code of an item", '- ```js\n  import a from "b"\n\n  {/* c */}\n  ```'],
  ])("%s", (_, text) => {
    expect(dropMdx(text)).toBe(text);
  });
});
