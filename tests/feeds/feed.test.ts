import { expect, test } from "vitest";
import { beforeAll, entryOf, topicLabels } from "../../src/feeds/feed.ts";
import { feedOf } from "./feed-of.ts";
import { everyKind, makeArticle, makeCatalog } from "./press.ts";

const catalog = makeCatalog(everyKind);

test("a topic's feed is called after the topic and the site, and has only its entries", () => {
  const feed = feedOf(catalog, "r-and-d");
  expect(feed.title).toBe("Nghiên cứu & phát triển – Bản tin Biển");
  expect(feed.entries.map((entry) => entry.title)).toEqual(['R&D <b>wins</b> "prize" 🎉 ]]> it\'s']);
});

test("the feed of all is called after the site and has every entry, newest first", () => {
  const feed = feedOf(catalog, "all");
  expect(feed.title).toBe("Bản tin Biển");
  expect(feed.description).toBe("Tin theo chủ đề");
  expect(feed.entries.map((entry) => entry.id.slice(-1))).toEqual(["2", "4", "3", "1"]);
});

test("a feed's addresses are absolute, and its id is the same in every format", () => {
  expect(feedOf(catalog, "asean")).toMatchObject({
    id: "https://feeds.example.org/topics/asean",
    page: "https://feeds.example.org/topics/asean",
    self: {
      rss: "https://feeds.example.org/feeds/asean.rss",
      atom: "https://feeds.example.org/feeds/asean.atom",
      json: "https://feeds.example.org/feeds/asean.json",
    },
  });
});

test("a topic without a description is described by its title", () => {
  expect(feedOf(catalog, "asean").description).toBe("Tin các nước ASEAN.");
  expect(feedOf(catalog, "quiet").description).toBe("Chưa có tin – Bản tin Biển");
});

test("a feed was updated when one of its entries last was, not when the newest was published", () => {
  const articles = [
    makeArticle(1, { published: "2020-01-01T00:00:00Z", updated: "2024-01-01T00:00:00Z" }),
    makeArticle(2, { published: "2021-01-01T00:00:00Z", updated: "2021-01-01T00:00:00Z" }),
  ];
  expect(feedOf(makeCatalog(articles), "asean").updated).toBe("2024-01-01T00:00:00Z");
});

test("an empty feed was updated at a fixed instant", () => {
  const feed = feedOf(catalog, "quiet");
  expect(feed.entries).toEqual([]);
  expect(feed.updated).toBe(beforeAll);
});

test("a feed has as many entries as the site wishes, the newest", () => {
  const articles = Array.from({ length: 9 }, (_, at) =>
    makeArticle(at, { published: `2020-01-0${at + 1}T00:00:00Z` }),
  );
  const feed = feedOf(makeCatalog(articles, { entriesPerFeed: 3 }), "all");
  expect(feed.entries.map((entry) => entry.published.slice(8, 10))).toEqual(["09", "08", "07"]);
});

const contentOf = (article: Parameters<typeof entryOf>[2], changes = {}) => {
  const { site } = makeCatalog([], changes);
  const { content, note } = entryOf(site, topicLabels(catalog), article);
  return content + note;
};

test("an entry whose source states no date is dated by first seen, and says so in its language", () => {
  const undated = { published: null, firstSeen: "2026-11-22T01:02:03Z", html: "<p>x</p>" };
  const { site } = catalog;
  const entry = entryOf(site, topicLabels(catalog), makeArticle(1, undated));
  expect(entry.published).toBe("2026-11-22T01:02:03Z");
  expect(entry.dated).toBe(false);
  expect(entry.content + entry.note).toBe(
    "<p>x</p><p><small>Nguồn không ghi ngày đăng; bài được thấy lần đầu ngày 22/11/2026.</small></p>",
  );
  expect(contentOf(makeArticle(1, { ...undated, lang: "en-GB" }))).toBe(
    "<p>x</p><p><small>The source states no date of publication; the article was first seen on 22 November 2026.</small></p>",
  );
  expect(contentOf(makeArticle(1, { ...undated, lang: "fr" }))).toContain("<p lang='en'><small>The source");
});

test("the day it was first seen is the day in the site's time zone", () => {
  const evening = makeArticle(1, { published: null, firstSeen: "2026-11-21T17:00:00Z" });
  expect(contentOf(evening)).toContain("ngày 22/11/2026.");
  expect(contentOf(evening, { timeZone: "UTC" })).toContain("ngày 21/11/2026.");
});

test("an entry whose source states its date says no more about it", () => {
  expect(contentOf(makeArticle(1, { html: "<p>x</p>" }))).toBe("<p>x</p>");
});

test("a site that publishes summaries publishes them as HTML", () => {
  const article = makeArticle(1, { summary: "R&D <b>", html: "<p>all of it</p>" });
  expect(contentOf(article, { content: "summary" })).toBe("<p>R&amp;D &lt;b&gt;</p>");
});

test("an entry's topics have their id and their title in the site's language", () => {
  const [entry] = feedOf(catalog, "r-and-d").entries;
  expect(entry?.categories).toEqual([
    { term: "asean", label: "ASEAN" },
    { term: "r-and-d", label: "Nghiên cứu & phát triển" },
  ]);
});

test("who answers for a feed is the site's author, or the site itself", () => {
  expect(feedOf(catalog, "all").author).toBe("Tòa soạn");
  expect(feedOf(makeCatalog([], { author: null }), "all").author).toBe("Bản tin Biển");
});
