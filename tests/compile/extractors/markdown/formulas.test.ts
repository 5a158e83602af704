import { expect, test } from "vitest";
import { htmlOf } from "./htmlOf.ts";

test.each([
  ["$$a_i * b_i * \\{x\\} <y$$ *c*", "<p>$$a_i * b_i * \\{x\\} &lt;y$$ <em>c</em></p>"],
  ["$x_1*y_2*z$, $\\{0\\}$", "<p>$x_1*y_2*z$, $\\{0\\}$</p>"],
  ["\\\\(a_i_ + b_i_\\\\) and \\\\[c\\\\]", "<p>\\(a_i_ + b_i_\\) and \\[c\\]</p>"],
  ["\\(z_1\\) and \\[\\frac{a}{b}\\]", "<p>\\(z_1\\) and \\[\\frac{a}{b}\\]</p>"],
  ["$$\na\n+ *b* \\\\\n\n- c\n= d\n$$\n\nText.", "<p>$$ a + *b* \\\\ - c = d $$</p>\n<p>Text.</p>"],
  ["**so $a*b*c$**", "<p><strong>so $a*b*c$</strong></p>"],
  ["$[[x]]$ and $a==b==c$", "<p>$[[x]]$ and $a==b==c$</p>"],
  ["$x^{{2}}$ and $\\frac{{a}}{b}$", "<p>$x^{{2}}$ and $\\frac{{a}}{b}$</p>"],
  ["$a_1&lt;b_1$, \\(a_1 &gt; 2\\), $$a &amp; b$$", "<p>$a_1&lt;b_1$, \\(a_1 &gt; 2\\), $$a &amp; b$$</p>"],
  ["- a\n\n  $$\n  + b_i\n  $$", "<ul><li><p>a</p><p>$$ + b_i $$</p></li></ul>"],
])("a formula is as its author wrote it: %j", (text, html) => {
  expect(htmlOf(text)).toBe(html);
});

test.each([
  ["It costs $5 *now* and $6_000 later.", "<p>It costs $5 <em>now</em> and $6_000 later.</p>"],
  ["A $5 [link](https://e.example/a) of A$.", '<p>A $5 <a href="https://e.example/a">link</a> of A$.</p>'],
  ["US$5 *or* US$6", "<p>US$5 <em>or</em> US$6</p>"],
  ["\\[sic\\] and \\(or not\\)", "<p>[sic] and (or not)</p>"],
  ["`$a_i$`", "<p><code>$a_i$</code></p>"],
  ["$a\\_i$ and $$b\\_i$$", "<p>$a_i$ and $$b_i$$</p>"],
  ["$$\nnever closed *a*", "<p>$$ never closed <em>a</em></p>"],
])("but other signs are read: %j", (text, html) => {
  expect(htmlOf(text)).toBe(html);
});

test.each(["$", "$$a", "$a_", "\\(", "\\\\[", "$$\n"])("however often %j stands in a text", (sign) => {
  // What is quadratic takes hours.
  expect(htmlOf(sign.repeat(40_000 / sign.length))).toBeTypeOf("string");
});
