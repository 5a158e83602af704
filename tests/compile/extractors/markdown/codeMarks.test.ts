// What stands in blocks of code for the program that shows them.

import { describe, expect, test } from "vitest";
import { htmlOf } from "./htmlOf.ts";

describe("of a block of code is read", () => {
  test.each([
    [
      "its title",
      '```js title="src/a_b.js" {1,3-4}\nf();\n```',
      '<p><strong>src/a_b.js</strong></p>\n<pre><code class="language-js">f();</code></pre>',
    ],
    [
      "no title that is its language",
      '```js title="JavaScript"\nf();\n```',
      '<pre><code class="language-js">f();</code></pre>',
    ],
    [
      "none of the comments that mark lines",
      "```js\n// highlight-next-line\nf();\n# highlight-start\ng(); // [!code ++]\n# highlight-end\n```",
      '<pre><code class="language-js">f();\ng();</code></pre>',
    ],
    [
      "its language where it is indented",
      "    :::python\n    f()\n",
      '<pre><code class="language-python">f()</code></pre>',
    ],
    ["all of a box", "    :::note\n    a\n    :::\n", "<pre><code>:::note\na\n:::</code></pre>"],
    ["all of a script", "    #!/bin/sh\n    ls", "<pre><code>#!/bin/sh\nls</code></pre>"],
  ])("%s", (_, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});
