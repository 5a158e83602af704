import { expect, test } from "vitest";
import type { Catalog, Topic } from "../../src/catalog/catalog.ts";
import { prepareDirectory } from "../../src/feeds/directory.ts";
import { feedOf } from "./feed-of.ts";
import { everyKind, makeArticle, makeCatalog, site } from "./press.ts";

const catalog = makeCatalog(everyKind);
const index = JSON.parse(prepareDirectory(catalog)());

test("the index says what the site is and where the feed of all is", () => {
  expect(index.version).toBe(1);
  expect(index.site).toEqual({
    title: "Bản tin Biển",
    description: "Tin theo chủ đề",
    url: "https://feeds.example.org",
    lang: "vi",
    author: "Tòa soạn",
    timeZone: "Asia/Ho_Chi_Minh",
    articles: 4,
    updated: "2026-11-22T01:02:03Z",
    feeds: { rss: "/feeds/all.rss", atom: "/feeds/all.atom", json: "/feeds/all.json" },
    page: "/topics/all",
    opml: "/feeds.opml",
  });
});

test("the index says how the addresses of any query are made", () => {
  expect(index.addresses).toEqual({
    page: "https://feeds.example.org/topics/{query}",
    rss: "https://feeds.example.org/feeds/{query}.rss",
    atom: "https://feeds.example.org/feeds/{query}.atom",
    json: "https://feeds.example.org/feeds/{query}.json",
  });
});

test("the index says which languages there are, and over how many articles its answers are exact", () => {
  expect(index.languages).toEqual([
    { lang: "vi", articles: 2 },
    { lang: "en", articles: 1 },
    { lang: "fr", articles: 1 },
  ]);
  expect(index.horizon).toBeNull();
  expect(index.searchHorizon).toBeNull();
  const bounded = JSON.parse(prepareDirectory(catalog)({ horizon: 5000, searchHorizon: 300 }));
  expect([bounded.horizon, bounded.searchHorizon]).toEqual([5000, 300]);
});

test("variants of a language are one language", () => {
  const articles = ["vi-VN", "en", "vi"].map((lang, at) => makeArticle(at, { lang }));
  expect(JSON.parse(prepareDirectory(makeCatalog(articles))()).languages).toEqual([
    { lang: "vi", articles: 2 },
    { lang: "en", articles: 1 },
  ]);
});

test("a topic has its titles, its count, its last change, its feeds and its page", () => {
  expect(index.topics[1]).toEqual({
    id: "r-and-d",
    title: { vi: "Nghiên cứu & phát triển", en: "R&D" },
    articles: 1,
    updated: "2025-06-02T05:06:07Z",
    feeds: { rss: "/feeds/r-and-d.rss", atom: "/feeds/r-and-d.atom", json: "/feeds/r-and-d.json" },
    page: "/topics/r-and-d",
  });
  expect(index.topics.map((topic: { articles: number }) => topic.articles)).toEqual([3, 1, 0]);
});

test("a topic was updated when its feed was, and an empty one never", () => {
  const articles = [1, 2, 3].map((number) =>
    makeArticle(number, {
      published: `202${number}-01-01T00:00:00Z`,
      updated: `202${9 - number}-01-01T00:00:00Z`,
    }),
  );
  const catalog = makeCatalog(articles, { entriesPerFeed: 2 });
  const { topics } = JSON.parse(prepareDirectory(catalog)());
  expect(topics[0].updated).toBe("2027-01-01T00:00:00Z");
  expect(topics[0].updated).toBe(feedOf(catalog, "asean").updated);
  expect(topics[2].updated).toBeNull();
});

test("the latest articles are there, and a date that is not stated stays null", () => {
  expect(index.latest).toHaveLength(4);
  expect(index.latest[0]).toEqual({
    id: "urn:uuid:00000000-0000-8000-8000-000000000002",
    url: "https://feeds.example.org/articles/bai-2-0000000002",
    title: "Bài 2",
    lang: "vi",
    published: null,
    firstSeen: "2026-11-22T01:02:03Z",
    updated: "2026-11-22T01:02:03Z",
    topics: ["asean"],
  });
});

/** A site of 1,000 topics with titles of this many words. */
function makeLargeSite(words: number): Catalog {
  const topics = Array.from({ length: 1000 }, (_, at): Topic => {
    const title = { vi: "Chủ đề ".repeat(words), en: "Topic ".repeat(words) };
    return { id: `topic-number-${at}`, title, description: { vi: "mô tả ".repeat(50) } };
  });
  const articles = Array.from({ length: 10_000 }, (_, at) =>
    makeArticle(at, { title: "Tiêu đề rất dài ".repeat(20), topics: [topics[at % 1000]?.id ?? ""] }),
  );
  return { site, topics, articles, retractions: [] };
}

test.each([
  [1, "with its paths", true],
  [7, "without its paths", false],
])(
  "the index of 1,000 topics with titles of %i words has each %s, in 20 KB and 300 bytes a topic",
  (...row) => {
    const [words, , hasPaths] = row;
    const text = prepareDirectory(makeLargeSite(words))();
    expect(new TextEncoder().encode(text).length).toBeLessThan(20_000 + 300 * 1000);
    const { topics, latest } = JSON.parse(text);
    expect(topics[7]).toMatchObject({ id: "topic-number-7", articles: 10, updated: "2023-12-20T10:36:17Z" });
    expect("page" in topics[7]).toBe(hasPaths);
    expect(latest.length).toBeGreaterThan(10);
  },
);

test("an article too long for the index is left to the feeds", () => {
  const articles = [makeArticle(1, { title: "dài ".repeat(20_000) })];
  const text = prepareDirectory(makeCatalog(articles))();
  expect(JSON.parse(text).latest).toEqual([]);
  expect(text.length).toBeLessThan(20_000);
});
