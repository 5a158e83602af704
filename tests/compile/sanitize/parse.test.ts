// Plain markup read at once has to be the tree a whole parser makes of it.

import { type ChildNode, isTag, isText } from "domhandler";
import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { parsePlain } from "../../../src/compile/sanitize/parse.ts";
import { sanitizeHtml } from "../../../src/compile/sanitize.ts";

function describeNodes(nodes: readonly ChildNode[]): unknown {
  return nodes.map((node) => {
    if (isText(node)) return node.data;
    return isTag(node)
      ? [node.type, node.name, { ...node.attribs }, describeNodes(node.children)]
      : [node.type];
  });
}

const names =
  "p h2 ul ol li em strong a code pre br hr img table thead tbody tr td th figure figcaption div".split(" ");
const piece = fc.oneof(
  fc.constantFrom(
    "a",
    " ",
    "\n",
    "ơ",
    "😀",
    "&amp;",
    "&lt;",
    "&quot;",
    "&amp;lt;",
    "&",
    "&nbsp;",
    "&#39;",
    ";",
    ">",
  ),
  fc.constantFrom(...names).map((name) => `<${name}>`),
  fc.constantFrom(...names).map((name) => `</${name}>`),
  fc.constantFrom(
    "<br/>",
    "<hr />",
    '<img src="a.jpg" alt=""/>',
    '<a href="/a?b&amp;c">',
    '<a href="x" href="y">',
  ),
  fc.constantFrom(
    "<",
    "</",
    "<!-- a -->",
    "<A>",
    "<p >",
    "<p/>",
    "<a b=c>",
    "<a b='c'>",
    '<a b = "c">',
    '<a b="c"d="e">',
  ),
);
/** Elements in elements, well-formed but not always where they may stand. */
const { node } = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie("node"), { maxLength: 4 }).map((all) => all.join("")),
  node: fc.oneof(
    { withCrossShrink: true },
    fc.constantFrom("a", " b ", "\n", "&lt;", "<br/>", '<img src="a.jpg"/>'),
    fc.tuple(fc.constantFrom(...names), tie("nodes")).map(([name, inner]) => `<${name}>${inner}</${name}>`),
    tie("nodes").map((inner) => `<a href="https://a.example/?b=1&amp;c" title="&quot;d&quot;">${inner}</a>`),
  ),
}));
const markup = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((all) => all.join("")),
  fc.array(node).map((all) => all.join("")),
);

describe("plain markup", () => {
  test("is read as a whole parser reads it, or left to one", () => {
    let plain = 0;
    fc.assert(
      fc.property(markup, (html) => {
        const nodes = parsePlain(html);
        if (nodes === null) return;
        plain += 1;
        expect(describeNodes(nodes)).toEqual(describeNodes(parseDocument(html).children));
      }),
      { numRuns: 2000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  test("is what the sanitizer writes", () => {
    const html =
      '<p>a &amp; <em>b</em><br/>c <a href="https://a.example/?b=1&amp;c=2" title="d">e</a></p>\n<ul><li>f</li></ul>\n' +
      '<figure><img src="https://a.example/g.jpg" alt=""/><figcaption>h</figcaption></figure>\n' +
      '<table><tbody><tr><th scope="col">i</th><td>j</td></tr></tbody></table>\n<pre><code class="language-c">k\n\nl</code></pre>';
    expect(sanitizeHtml(html, null)).toBe(html);
    expect(parsePlain(html)).not.toBeNull();
  });

  test.each([
    ["an element in a paragraph that ends it", "<p>a<ul><li>b</li></ul></p>"],
    ["elements that overlap", "<em>a<strong>b</em></strong>"],
    ["an end that is missing", "<p>a"],
    ["an end of nothing", "a</p>"],
    ["a name nobody expects", "<script>a</script>"],
    ["another entity", "&nbsp;"],
    ["a comment", "<!-- a -->"],
  ])("is not %s", (_, html) => {
    expect(parsePlain(html)).toBeNull();
  });
});
