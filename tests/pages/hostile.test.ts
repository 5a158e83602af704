// No text of a site, a topic or an article becomes markup: whatever stands in it, the page has the same elements.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/catalog/article.ts";
import type { Site, Topic } from "../../src/catalog/catalog.ts";
import { isRefusal, parseQuery } from "../../src/catalog/query.ts";
import { renderItem, renderListing } from "../../src/pages/listing.ts";
import { renderMissing } from "../../src/pages/missing.ts";
import { renderRefusal } from "../../src/pages/refusal.ts";
import { homeOf, makeArticle, site } from "./newsroom.ts";
import { type ParsedPage, readPage, shapeOf } from "./reading.ts";
import { renderTopic } from "./topic-of.ts";
import { joinListing, renderArticle } from "./whole.ts";

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

/** A listing of a query in which every word says `text`, as no address could ask it. */
function list(from: Site, topics: readonly Topic[], text: string, shown: number): string {
  const any = [
    [
      { topic: "topic", not: false },
      { topic: text, not: true },
    ],
  ];
  const query = { any, lang: text, phrases: [[text], [text, text]] };
  const parts = renderListing({ site: from, topics, langs: ["vi", text], query, shown, total: shown });
  return joinListing(
    parts,
    shown === 0 ? [] : [renderItem(from, makeArticle({ shortId: "hostile001", title: text }))],
  );
}

/** What somebody may type: a query of words made of `text`, as an address asks it. */
function search(text: string): ParsedPage {
  const query = parseQuery("all", new URLSearchParams({ q: text }), () => false);
  if (isRefusal(query)) return readPage(renderRefusal(site, query));
  return readPage(
    joinListing(renderListing({ site, topics: [], langs: ["vi"], query, shown: 0, total: 0 }), []),
  );
}

function renderAll(text: string): Readonly<Record<string, string>> {
  const catalog = saying(text);
  const [article] = catalog.articles;
  const [topic] = catalog.topics;
  if (article === undefined || topic === undefined) throw new Error("the newsroom is empty");
  return {
    home: homeOf(catalog),
    topic: renderTopic(catalog, topic),
    article: renderArticle(catalog, article),
    listing: list(catalog.site, catalog.topics, text, 1),
    "empty listing": list(catalog.site, catalog.topics, text, 0),
    retracted: renderMissing(catalog.site, { retracted: true, reason: text }),
    unknown: renderRefusal(catalog.site, { reason: "unknown-topic", topic: text }),
    malformed: renderRefusal(catalog.site, { reason: "malformed", near: text }),
    "bad language": renderRefusal(catalog.site, { reason: "bad-language", lang: text }),
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

test("words somebody searches for become no markup, and stand in the field as they are searched for", () => {
  const shapes = new Set(
    [search("xy"), search(""), search("x ".repeat(9))].map((page) => shapeOf(page).join("\n")),
  );
  fc.assert(
    fc.property(hostileText, (text) => {
      const page = search(text);
      expect(shapes).toContain(shapeOf(page).join("\n"));
      const [field] = page.all("input[name=q]");
      expect(field?.getAttribute("value") ?? "").toMatch(/^[^<>&'`]*$/);
    }),
    { numRuns: 300 },
  );
});
