import { expect, test } from "vitest";
import { type ArticleFacts, compareArticles } from "../../src/catalog/article.ts";

function makeArticle(id: string, published: string | null, firstSeen = "2026-01-01T00:00:00Z"): ArticleFacts {
  return {
    id,
    shortId: id,
    slug: "",
    title: id,
    lang: "en",
    published,
    firstSeen,
    updated: firstSeen,
    changed: firstSeen,
    topics: [],
  };
}

const inOrder = [
  makeArticle("d", "2026-03-02T00:00:00Z"),
  makeArticle("a", null, "2026-03-01T00:00:00Z"),
  makeArticle("b", "2026-03-01T00:00:00Z"),
  makeArticle("e", "2026-03-01T00:00:00Z"),
  makeArticle("c", "2026-02-28T00:00:00Z"),
];

test("articles are in one order, the newest first and those of one instant by their ids, however they come", () => {
  for (let first = 0; first < inOrder.length; first++) {
    const turned = [...inOrder.slice(first), ...inOrder.slice(0, first)];
    expect(turned.sort(compareArticles)).toEqual(inOrder);
    expect(turned.toReversed().sort(compareArticles)).toEqual(inOrder);
  }
});
