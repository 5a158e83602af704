import { Element } from "domhandler";
import { expect, test } from "vitest";
import { conceptsOf } from "../../../../src/compile/extractors/html/tokens.ts";

test("an element is named after the parts of a page in its class", () => {
  expect(conceptsOf(new Element("div", { class: "articleBody__share-bar" }))).toEqual(
    expect.arrayContaining(["article", "body", "share"]),
  );
});

test("where a post is filed, and that it is published, names no part of a page", () => {
  const post = { class: "post-7 post status-publish hentry category-comments tag-newsletter" };
  const concepts = conceptsOf(new Element("article", post));
  expect(concepts).toEqual(expect.arrayContaining(["entry", "article"]));
  for (const other of ["message", "comment", "newsletter", "tags", "category"])
    expect(concepts).not.toContain(other);
});
