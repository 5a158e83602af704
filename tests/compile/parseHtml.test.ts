import { type ChildNode, isTag } from "domhandler";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { elementsIn, textOf } from "../../src/compile/elements.ts";
import { deepestTree, parseAnyXml, parseHtml } from "../../src/compile/parseHtml.ts";

/** Levels of elements above the deepest one. */
function depthOf(nodes: readonly ChildNode[]): number {
  let deepest = 0;
  for (const element of elementsIn(nodes)) {
    let depth = 0;
    for (let parent = element.parent; parent !== null; parent = parent.parent) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function describeNode(node: ChildNode): unknown {
  return isTag(node) ? [node.name, node.attribs, node.children.map(describeNode)] : textOf([node]);
}

describe("a page that nests for ever", () => {
  test.each([
    ["and ends all of it", "<div>".repeat(200_000), "</div>".repeat(200_000)],
    ["and ends none of it", "<b><i>".repeat(100_000), ""],
    ["and ends what was never begun", "<b>".repeat(200_000), "</u>".repeat(200_000)],
    ["in drawings", "<svg>".repeat(200_000), "<path/>".repeat(1000)],
  ])("%s is as deep as browsers make it, and keeps its text", (_, open, close) => {
    const { children } = parseHtml(`${open}deep<p>low</p>${close}<p>after</p>`);
    // The elements that have no content stand one level below the deepest that have.
    expect(depthOf(children)).toBe(deepestTree + 1);
    expect(textOf(children)).toBe("deeplowafter");
  });
});

test("XML that nests for ever is as deep, and so a feed of nothing but beginnings is read at once", () => {
  const { children } = parseAnyXml(`<rss>${"<item><Link/>".repeat(300_000)}deep`);
  expect(depthOf(children)).toBe(deepestTree + 1);
  expect(textOf(children)).toBe("deep");
  expect([...elementsIn(children)].filter(({ name }) => name === "Link")).toHaveLength(300_000);
});

test.each([
  "<feed><entry><link rel='alternate' href='/a'/><Title>a &amp; b</Title></entry></feed>",
  "<rss><item><link>/a</link><p>b<p>c</item><br>d</br></rss>",
])("other XML is what the parser makes of it: %.40s", (xml) => {
  expect(parseAnyXml(xml).children.map(describeNode)).toEqual(
    parseDocument(xml, { xmlMode: true }).children.map(describeNode),
  );
});

test.each([
  "<p>a<p>b<ul><li>c<li>d</ul></p>e",
  "<svg><path/><g/></svg></p><br></br>x",
  "<table><tr><td>1<td>2<tr><td>3</table>",
  "<!doctype html><html><head><title>a</title></head><body><h1>b</h1></body></html>",
  `${"<i>".repeat(400)}a${"</i>".repeat(390)}b`,
])("any other is what the parser makes of it: %.40s", (html) => {
  const shape = (nodes: readonly ChildNode[]): unknown =>
    [...elementsIn(nodes)].map(({ name, attribs, children, parent }) => [
      name,
      attribs,
      children.length,
      parent !== null && "name" in parent ? parent.name : null,
    ]);
  expect(shape(parseHtml(html).children)).toEqual(shape(parseDocument(html).children));
});
