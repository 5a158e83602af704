import { describe, expect, test } from "vitest";
import { htmlOf } from "./htmlOf.ts";

describe("lists of attributes are not read", () => {
  test.each([
    [
      "behind a heading",
      "## Boats {#boats}\n\n### Sails{ #sails .big }\n\n## Oars {-}",
      "<h2>Boats</h2>\n<h3>Sails</h3>\n<h2>Oars</h2>",
    ],
    [
      "of an abbreviation",
      "HTML is one.\n\n*[HTML]: Hyper Text\n*[CSS]: Sheets\n\nText.",
      "<p>HTML is one.</p>\n<p>Text.</p>",
    ],
    [
      "around what is no Markdown",
      '{::nomarkdown}<b>a</b>{:/nomarkdown} b{::options x="y" /}{:/}',
      "<p><b>a</b> b</p>",
    ],
    ["of kramdown behind a heading", '## Boats {: #boats data-x="a b"}', "<h2>Boats</h2>"],
    ["below a heading", "## Boats\n{: .no_toc}\n\nText.", "<h2>Boats</h2>\n<p>Text.</p>"],
    ["below a paragraph", "Text.\n{: .notice--info}\n\nMore.\n{.lead}", "<p>Text.</p>\n<p>More.</p>"],
    ["above one", '{:.lead style="x: y"}\nText.', "<p>Text.</p>"],
    ["below a quotation", "> Text.\n{: .x}", "<blockquote><p>Text.</p></blockquote>"],
    ["below a list", "* a\n* b\n{: .x}", "<ul><li>a</li><li>b</li></ul>"],
    [
      "below a table",
      "| a | b |\n|---|---|\n| c | d |\n{: .table .wide}",
      "<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></tbody></table>",
    ],
    [
      "behind a link or a picture",
      '[a](https://e.example/){:target="_blank" .b} ![b](https://e.example/b.png){width=50%}',
      '<p><a href="https://e.example/">a</a> <img src="https://e.example/b.png" alt="b"/></p>',
    ],
    [
      "behind code and marked words",
      "`a`{:.language-sh} *b*{.c} **d**{: .e}",
      "<p><code>a</code> <em>b</em> <strong>d</strong></p>",
    ],
    [
      "of Logseq, which say how large a picture is",
      "![a](https://e.example/a.png){:height 2, :width 3}",
      '<figure><img src="https://e.example/a.png" alt="a"/></figure>',
    ],
    ["in a line below", '*Text*\n{ style="display: inline" }', "<p><em>Text</em></p>"],
    ["but the words behind an icon are", ":material-check: Yes", "<p>Yes</p>"],
  ])("%s", (_, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  test.each([
    ["a tuple", "{:ok, boat}", "<p>{:ok, boat}</p>"],
    ["a word in braces", "{#name} and **x** {a=b}", "<p>{#name} and <strong>x</strong> {a=b}</p>"],
    ["code", "`{: .x}`\n\n    {: .x}", "<p><code>{: .x}</code></p>\n<pre><code>{: .x}</code></pre>"],
    ["a part of a formula", "x \\sum_{k=0} y*{a=b}", "<p>x \\sum_{k=0} y*{a=b}</p>"],
    ["a body", "f(x){ return }", "<p>f(x){ return }</p>"],
    ["a word like one", "A [TOC] here at 10:material-a", "<p>A [TOC] here at 10:material-a</p>"],
    ["a set at the end of a heading", "## The set {a, b}", "<h2>The set {a, b}</h2>"],
  ])("but %s is", (_, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

test.each([
  "* Contents\n{:toc}\n\nText.",
  "1. TOC\n{:toc .x}\n\nText.",
  "[[toc]]\n\nText.",
  "[TOC]\n\nText.",
  "[[_TOC_]]\n\nText.",
])("the place of a table of contents is left out: %j", (text) => {
  expect(htmlOf(text)).toBe("<p>Text.</p>");
});
