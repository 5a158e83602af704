import { expect, test } from "vitest";
import { extractMarkdown } from "../../../../src/compile/extractors/markdown.ts";

function htmlOf(text: string): string {
  const context = { timeZone: "UTC", lang: "en" };
  return extractMarkdown(`First.\n\n${text}`, "a.md", context)
    .drafts.map(({ html }) => html.replace(/^<p>First.<\/p>\n/, ""))
    .join("");
}

test.each([
  [
    "a note",
    ":::note\nOne.\n\n- *two*\n:::\nThree.",
    "<blockquote><p>One.</p><ul><li><em>two</em></li></ul></blockquote>\n<p>Three.</p>",
  ],
  [
    "one with a title",
    "::: tip Mind the *gap*\nOne.\n:::",
    "<blockquote><p><strong>Mind the <em>gap</em></strong></p><p>One.</p></blockquote>",
  ],
  [
    "one of Docusaurus",
    ":::warning[Careful]\n\nOne.\n\n:::",
    "<blockquote><p><strong>Careful</strong></p><p>One.</p></blockquote>",
  ],
  ["another block", "One.\n::: table-wrapper\nTwo.\n:::\n", "<p>One.</p>\n<p>Two.</p>"],
  ["one of Quarto", "::: {.callout-note}\nOne.\n:::", "<p>One.</p>"],
  [
    "one in another",
    ":::: {.columns}\n::: {.column width=50%}\nOne.\n:::\n::: note\nTwo.\n:::\n::::",
    "<p>One.</p>\n<blockquote><p>Two.</p></blockquote>",
  ],
  ["one that is never closed", "::: note\nOne.", "<p>One.</p>"],
  ["words that are none", "::: note this:\nOne.", "<p>::: note this: One.</p>"],
  ["code", "```\n::: note\n:::\n```", "<pre><code>::: note\n:::</code></pre>"],
])("between colons: %s", (_, text, html) => {
  expect(htmlOf(text)).toBe(html);
});

test("however many are opened", () => {
  expect(() => htmlOf("::: a\n".repeat(3000))).not.toThrow();
  expect(() => htmlOf("::: a\n".repeat(3000) + ":::\n".repeat(3000))).not.toThrow();
});
