import { expect, test } from "vitest";
import { extractMarkdown } from "../../../../src/compile/extractors/markdown.ts";

function htmlOf(text: string): string {
  const context = { timeZone: "UTC", lang: "en" };
  return extractMarkdown(`First.\n\n${text}`, "a.md", context)
    .drafts.map(({ html }) => html.replace(/^<p>First.<\/p>\n/, ""))
    .join("");
}

test.each([
  ["$$a_i * b_i * \\{x\\} <y$$ *c*", "<p>$$a_i * b_i * \\{x\\} &lt;y$$ <em>c</em></p>"],
  ["$x_1*y_2*z$, $\\{0\\}$", "<p>$x_1*y_2*z$, $\\{0\\}$</p>"],
  ["\\\\(a_i_ + b_i_\\\\) and \\\\[c\\\\]", "<p>\\(a_i_ + b_i_\\) and \\[c\\]</p>"],
  ["\\(z_1\\) and \\[\\frac{a}{b}\\]", "<p>\\(z_1\\) and \\[\\frac{a}{b}\\]</p>"],
  ["$$\na\n+ *b* \\\\\n\n- c\n= d\n$$\n\nText.", "<p>$$ a + *b* \\\\ - c = d $$</p>\n<p>Text.</p>"],
  ["- a\n\n  $$\n  + b_i\n  $$", "<ul><li><p>a</p><p>$$ + b_i $$</p></li></ul>"],
])("a formula is as its author wrote it: %j", (text, html) => {
  expect(htmlOf(text)).toBe(html);
});

test.each([
  ["It costs $5 *now* and $6_000 later.", "<p>It costs $5 <em>now</em> and $6_000 later.</p>"],
  ["US$5 *or* US$6", "<p>US$5 <em>or</em> US$6</p>"],
  ["\\[sic\\] and \\(or not\\)", "<p>[sic] and (or not)</p>"],
  ["`$a_i$`", "<p><code>$a_i$</code></p>"],
  ["$a\\_i$ and $$b\\_i$$", "<p>$a_i$ and $$b_i$$</p>"],
  ["$$\nnever closed *a*", "<p>$$ never closed <em>a</em></p>"],
])("but other signs are read: %j", (text, html) => {
  expect(htmlOf(text)).toBe(html);
});

test.each(["$", "$$a", "$a_", "\\(", "\\\\[", "$$\n"])("however often %j stands in a text", (sign) => {
  const from = performance.now();
  htmlOf(sign.repeat(40_000 / sign.length));
  expect(performance.now() - from).toBeLessThan(5000);
});
