// Boxes around text, as site generators write them.

import { describe, expect, test } from "vitest";
import { htmlOf } from "./htmlOf.ts";

const note = "<blockquote><p><strong>Note</strong></p><p>Mind <em>it</em>.</p></blockquote>";
const titled = "<blockquote><p><strong>Look out</strong></p><p>Mind <em>it</em>.</p></blockquote>";

describe("a box is a quotation with a label", () => {
  test.each([
    [":::note\n\nMind *it*.\n\n:::", note],
    ["::: note\nMind *it*.\n:::", note],
    ["::: {.callout-note}\nMind *it*.\n:::", note],
    [":::warning Look out\nMind *it*.\n:::", titled],
    [":::tip[Look out]{.big}\nMind *it*.\n:::", titled],
    ["!!! note\n    Mind *it*.", note],
    ['!!! danger inline end "Look out"\n\n    Mind *it*.', titled],
    ['???+ tip "Look out"\n    Mind *it*.', titled],
    ["!!! tip Look out\n    Mind *it*.", titled],
    ['!!! note ""\n    Mind *it*.', "<blockquote><p>Mind <em>it</em>.</p></blockquote>"],
    ["Text\n:::note\nMind *it*.\n:::\nmore", `<p>Text</p>\n${note}\n<p>more</p>`],
    ["- a\n\n  :::note\n  Mind *it*.\n  :::", `<ul><li><p>a</p>${note}</li></ul>`],
    [
      "- a\n  :::note\n- b\n  :::\n\nc",
      "<ul><li><p>a</p><blockquote><p><strong>Note</strong></p><ul><li>b</li></ul></blockquote></li></ul>\n<p>c</p>",
    ],
    ["- :::tip\n  a\n\n## B\n\n:::note\nMind *it*.\n:::", `<ul><li>a</li></ul>\n<h2>B</h2>\n${note}`],
    [
      "::::note\n:::tip\nA\n:::\nB\n::::",
      "<blockquote><p><strong>Note</strong></p><blockquote><p><strong>Tip</strong></p><p>A</p></blockquote><p>B</p></blockquote>",
    ],
  ])("%j", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

describe("what is no note is its title and its text", () => {
  test.each([
    [
      ":::details Look in\nIt is *here*.\n:::",
      "<p><strong>Look in</strong></p>\n<p>It is <em>here</em>.</p>",
    ],
    ["::: center\nText\n:::", "<p>Text</p>"],
    ["??? what\n\n    Text", "<p><strong>What</strong></p>\n<p>Text</p>"],
    [
      '=== "C"\n\n    ``` c\n    f();\n    ```\n\n=== "Go"\n\n    Text',
      '<p><strong>C</strong></p>\n<pre><code class="language-c">f();</code></pre>\n<p><strong>Go</strong></p>\n<p>Text</p>',
    ],
    ["a\n\n::github{repo=x/y}\n\nb", "<p>a</p>\n<p>b</p>"],
    ["One.\n::: table-wrapper\nTwo.\n:::\n", "<p>One.</p>\n<p>Two.</p>"],
    [
      ":::: {.columns}\n::: {.column width=50%}\nOne.\n:::\n::: note\nTwo.\n:::\n::::",
      "<p>One.</p>\n<blockquote><p><strong>Note</strong></p><p>Two.</p></blockquote>",
    ],
    ["::: note\nNever closed.", "<p>Never closed.</p>"],
    ["::youtube{#abcdefgh}", '<p><a href="https://www.youtube.com/watch?v=abcdefgh">YouTube</a></p>'],
  ])("%j", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

describe("signs that make no box are text", () => {
  test.each([
    ["::: note this:\nnever closed", "<p>::: note this: never closed</p>"],
    ["!!! wow\nis that so", "<p>!!! wow is that so</p>"],
    ["```\n:::note\n:::\n```", "<pre><code>:::note\n:::</code></pre>"],
    ["::", "<p>::</p>"],
    ["::std", "<p>::std</p>"],
    ['::after{content: "a"}', '<p>::after{content: "a"}</p>'],
  ])("%j", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

// The slowest take a second; what is quadratic takes hours.
test.each([":::note\n", "::::tip\n:::\n", "!!! note\n    a\n", "!!! note\n\n"])(
  "however many %j are opened",
  (row) => {
    expect(htmlOf(row.repeat(20_000))).toBeTypeOf("string");
  },
);

test("however deep they are nested", () => {
  expect(htmlOf(`${"::: a\n".repeat(3000)}Text.\n${":::\n".repeat(3000)}`)).toContain("Text.");
});
