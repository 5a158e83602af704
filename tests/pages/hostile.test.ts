// No text of a site, a topic or an article becomes markup: whatever stands in it, the page has the same elements.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/catalog/article.ts";
import type { Site, Topic } from "../../src/catalog/catalog.ts";
import { renderArticle } from "../../src/pages/article.ts";
import { renderHome } from "../../src/pages/home.ts";
import { renderMissing } from "../../src/pages/missing.ts";
import { renderTopic } from "../../src/pages/topic.ts";
import { makeArticle, site } from "./newsroom.ts";
import { readPage, shapeOf } from "./reading.ts";

/** A newsroom in which every plain text says `text`. */
function saying(text: string): { site: Site; topics: Topic[]; articles: Article[] } {
  const article = makeArticle({
    shortId: "hostile001",
    title: text,
    summary: text,
    html: "<p>…</p>",
    text,
    byline: text,
    source: { name: text, url: `https://example.org/?${text}` },
    image: `https://example.org/?${text}`,
    captions: [text],
    enclosures: [{ url: `https://example.org/?${text}`, type: text, length: null, title: text }],
    topics: ["topic"],
  });
  const topic = { id: "topic", title: { vi: text, en: `${text}!` }, description: { vi: text } };
  return {
    site: { ...site, title: text, description: text, author: text, icon: `https://example.org/?${text}` },
    topics: [topic],
    articles: [article, { ...article, lang: text, titleDerived: true }],
  };
}

function renderAll(text: string): Readonly<Record<string, string>> {
  const catalog = saying(text);
  const [article] = catalog.articles;
  const [topic] = catalog.topics;
  if (article === undefined || topic === undefined) throw new Error("the newsroom is empty");
  return {
    home: renderHome(catalog),
    topic: renderTopic(catalog, topic),
    article: renderArticle(catalog, article),
    missing: renderMissing(catalog.site, { topic: text }),
    refused: renderMissing(catalog.site, { sentence: { "": text } }),
  };
}

const pieces = [
  "<script>alert(1)</script>",
  "</script><img src=x onerror=alert(1)>",
  "</title></head><body onload=alert(1)>",
  "</style><svg/onload=alert(1)>",
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)' autofocus='",
  "<!--",
  "-->",
  "]]>",
  "<![CDATA[",
  "&lt;b&gt;",
  "&#60;",
  "`{{1}}",
  "\u2028",
  "Ậ",
];
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme" })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => `x${parts.join("")}`);
const plain = renderAll("xy");

describe.each(Object.keys(plain))("%s", (name) => {
  const shape = shapeOf(readPage(plain[name] ?? ""));

  test("has the same elements and attributes whatever its texts are", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(shapeOf(readPage(renderAll(text)[name] ?? ""))).toEqual(shape);
      }),
      { numRuns: 150 },
    );
  });
});

test.each(pieces)("%j is shown as it is written, and told to machines so", (piece) => {
  const page = readPage(renderAll(piece)["article"] ?? "");
  expect(page.one("h1").textContent).toBe(piece);
  expect(page.one("dd").textContent).toBe(piece);
  expect(page.one('meta[property="og:title"]').getAttribute("content")).toBe(piece);
  expect(JSON.parse(page.one("script").textContent).headline).toBe(piece);
});
