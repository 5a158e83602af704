// Tags of JSX in Markdown.

import { describe, expect, test } from "vitest";
import { htmlOf } from "./htmlOf.ts";

describe("of a component is read", () => {
  test.each([
    ["what stands in it", "<Box color={red}>\n\nSome *text*.\n\n</Box>", "<p>Some <em>text</em>.</p>"],
    [
      "what its tabs are called",
      '<Tabs groupId="a" values={[{ label: "b" }]}>\n  <TabItem value="x" label="One" default>\n\n    Text *a*.\n\n    ```js\n    f({});\n    ```\n\n  </TabItem>\n  <TabItem label="Two">\n    Text b.\n  </TabItem>\n</Tabs>',
      '<p><strong>One</strong></p>\n<p>Text <em>a</em>.</p>\n<pre><code class="language-js">f({});</code></pre>\n<p><strong>Two</strong></p>\n<p>Text b.</p>',
    ],
    [
      "the picture it shows",
      '<Image\n  src="https://e.example/a.png"\n  alt="An [a]"\n  width={400}\n/>',
      '<figure><img src="https://e.example/a.png" alt="An [a]"/></figure>',
    ],
    [
      "the film it shows",
      '<YouTube id="abcdefgh" />',
      '<p><a href="https://www.youtube.com/watch?v=abcdefgh">YouTube</a></p>',
    ],
    [
      "nothing where it holds nothing",
      "a\n\n<Chart data={[1, 2]} onClick={() => { go() }} />\n\nb",
      "<p>a</p>\n<p>b</p>",
    ],
    [
      "its words in a sentence",
      'Such <Tag name="x">words *so*</Tag> go.',
      "<p>Such words <em>so</em> go.</p>",
    ],
    [
      "a file that an expression names",
      'See <img src={require("https://e.example/a.png").default} alt="A" className={b} /> here.',
      '<p>See <img src="https://e.example/a.png" alt="A"/> here.</p>',
    ],
    ["HTML with what only JSX has", 'A <b style={{ color: "red" }}>word</b>.', "<p>A <b>word</b>.</p>"],
  ])("%s", (_, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

describe("imports, exports and comments of MDX are not published", () => {
  test.each([
    ["import A from '@site/a';\nimport { b } from \"b\";\n\nText", "<p>Text</p>"],
    ["import {\n  A,\n  B,\n} from './x';\n\nText", "<p>Text</p>"],
    ["export const meta = {\n  a: 1,\n\n  b: 2,\n};\n\nText", "<p>Text</p>"],
    ["a {/* b */} c\n\n{/*\nd\n\ne */}\n\nf", "<p>a c</p>\n<p>f</p>"],
  ])("%j", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  test.each([
    ["import duties rise from 'zero'", "<p>import duties rise from 'zero'</p>"],
    [
      "```js\nimport a from 'b';\n{/* c */}\n```",
      "<pre><code class=\"language-js\">import a from 'b';\n{/* c */}</code></pre>",
    ],
    ["`{/* a */}` b", "<p><code>{/* a */}</code> b</p>"],
    ["a {/* b", "<p>a {/* b</p>"],
  ])("but %j is", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

// The slowest take a second; what is quadratic takes hours.
test.each(["<Ab\n", '<Ab c="\n', "a <Ab c={", "<Ab>\n", `<${"Aa".repeat(20)}\n`, "{/* "])(
  "however often %j is opened and never closed",
  (row) => {
    expect(htmlOf(row.repeat(20_000))).toBeTypeOf("string");
  },
);
