import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";
import { everythingQuery, isRefusal, parseQuery } from "../../src/catalog/query.ts";
import { checkDocument } from "../../src/compile/press/check.ts";
import { beforeAll, type FeedHead, type HeadOptions, headOf } from "../../src/feeds/feed.ts";
import { findJsonFeedFaults } from "./json-feed.ts";
import { site, topics } from "./press.ts";
import { joinFeed, rendererOf, renderers } from "./renderers.ts";

const hub = "https://hub.example.org/?a&b";

function headFor(expression: string, search = "", options: HeadOptions = {}, changes = {}): FeedHead {
  const query = parseQuery(expression, new URLSearchParams(search), () => true);
  if (isRefusal(query)) throw new Error(query.reason);
  return headOf({ ...site, ...changes }, topics, query, beforeAll, options);
}

/** The document of a head without entries, in every format. */
function renderAll(head: FeedHead): Record<"rss" | "atom" | "json", string> {
  const documents = { rss: "", atom: "", json: "" };
  for (const format of renderers) {
    const text = joinFeed(format, format.head(head), []);
    expect(checkDocument(format.extension, text, { ...head, entries: [] })).toBeNull();
    documents[format.extension] = text;
  }
  expect(findJsonFeedFaults(JSON.parse(documents.json))).toEqual([]);
  return documents;
}

test("the feed of a query has its name, and the canonical spelling in every address", () => {
  const head = headFor("quiet+asean,!r-and-d", 'q="hải quân" R%26D&lang=VI-vn');
  const { expression, search } = {
    expression: "!r-and-d,asean+quiet",
    search: "?lang=vi&q=%22h%E1%BA%A3i+qu%C3%A2n%22+%22r+d%22",
  };
  const page = `https://feeds.example.org/topics/${expression}${search}`;
  expect(head).toMatchObject({
    id: page,
    page,
    title:
      "Tất cả bài viết trừ Nghiên cứu & phát triển, hoặc ASEAN và Chưa có tin, bằng tiếng Việt, có “hải quân” và “r d” – Bản tin Biển",
    description: head.title,
    self: {
      rss: `https://feeds.example.org/feeds/${expression}.rss${search}`,
      atom: `https://feeds.example.org/feeds/${expression}.atom${search}`,
      json: `https://feeds.example.org/feeds/${expression}.json${search}`,
    },
  });
  const { rss, atom, json } = renderAll(head);
  expect(atom).toContain(`<link rel="self" href="${head.self.atom.replace("&", "&amp;")}"/>`);
  expect(parseAtomFeed(atom)).toMatchObject({ id: page, title: { value: head.title } });
  expect(parseRssFeed(rss)).toMatchObject({ link: page, atom: { links: [{ href: head.self.rss }] } });
  expect(parseJsonFeed(json)).toMatchObject({ home_page_url: page, feed_url: head.self.json });
});

test("a feed in one language says so where the language of entries is meant, and is called in the site's", () => {
  const { rss, atom, json } = renderAll(headFor("asean", "lang=en"));
  expect(parseRssFeed(rss)).toMatchObject({ language: "en", title: "ASEAN, bằng tiếng Anh – Bản tin Biển" });
  expect(parseJsonFeed(json).language).toBe("en");
  expect(atom).toContain('xml:lang="vi"><id>');
});

test("a feed without archive pages says nothing of history", () => {
  const { rss, atom, json } = renderAll(headFor("asean"));
  for (const text of [rss, atom]) expect(text).not.toMatch(/archive|current|fh:|deleted/);
  expect(JSON.parse(json)).not.toHaveProperty("next_url");
});

test("a feed leads to its newest archive page, and is none itself", () => {
  const { rss, atom, json } = renderAll(headFor("asean", "", { prevArchive: 7 }));
  const prev = "https://feeds.example.org/feeds/asean/7";
  expect(parseAtomFeed(atom).links).toContainEqual({ rel: "prev-archive", href: `${prev}.atom` });
  expect(parseRssFeed(rss).atom?.links).toContainEqual({ rel: "prev-archive", href: `${prev}.rss` });
  expect(parseJsonFeed(json).next_url).toBe(`${prev}.json`);
  for (const text of [rss, atom]) expect(text).not.toMatch(/fh:|current|next-archive/);
});

test("an archive page says that it is one, which, what is around it, and has the id of its feed", () => {
  const head = headFor("asean", "", { archive: 2, prevArchive: 1, nextArchive: 3 });
  expect(head).toMatchObject({
    id: "https://feeds.example.org/topics/asean",
    title: "ASEAN – Bản tin Biển – lưu trữ 2",
  });
  const { rss, atom, json } = renderAll(head);
  const address = (name: string) => `https://feeds.example.org/feeds/${name}`;
  const links = (extension: string) => [
    { rel: "self", href: address(`asean/2.${extension}`) },
    { rel: "current", href: address(`asean.${extension}`) },
    { rel: "prev-archive", href: address(`asean/1.${extension}`) },
    { rel: "next-archive", href: address(`asean/3.${extension}`) },
  ];
  const page = { rel: "alternate", href: address("x").replace("feeds/x", "topics/asean") };
  expect(parseAtomFeed(atom).links).toEqual([page, ...links("atom")]);
  expect(parseRssFeed(rss).atom?.links).toMatchObject(links("rss"));
  expect(JSON.parse(json)).toMatchObject({
    feed_url: address("asean/2.json"),
    next_url: address("asean/1.json"),
    _topicwire: { current: address("asean.json"), nextArchive: address("asean/3.json") },
  });
  for (const text of [rss, atom]) {
    expect(text).toContain(' xmlns:fh="http://purl.org/syndication/history/1.0"');
    expect(text.match(/<fh:archive\/>/g)).toHaveLength(1);
  }
});

test("the oldest archive page leads to nothing older, the newest to nothing newer", () => {
  const { atom, json } = renderAll(headFor("all", "", { archive: 1 }));
  expect(atom).toMatch(/rel="current"/);
  expect(atom).not.toMatch(/prev-archive|next-archive/);
  expect(JSON.parse(json)).not.toHaveProperty("next_url");
});

test("an archive page names no hub and no time to ask again, as it changes no more", () => {
  const { rss, atom, json } = renderAll(headFor("asean", "", { archive: 1 }, { hub }));
  for (const text of [rss, atom, json]) expect(text).not.toMatch(/hub/);
  expect(rss).not.toContain("<ttl>");
});

test("what was taken back stands in Atom as tombstones, and nowhere else", () => {
  const tombstones = [
    { id: "urn:uuid:1", when: "2026-11-20T00:00:00Z", reason: 'Wrong <b> & "old" ]]>' },
    { id: "urn:uuid:2", when: "2026-11-19T00:00:00Z", reason: null },
  ];
  const { rss, atom, json } = renderAll(headFor("asean", "", { tombstones }));
  expect(atom).toContain(' xmlns:at="http://purl.org/atompub/tombstones/1.0"');
  expect(atom).toContain(
    '<at:deleted-entry ref="urn:uuid:1" when="2026-11-20T00:00:00Z">' +
      '<at:comment>Wrong &lt;b&gt; &amp; "old" ]]&gt;</at:comment></at:deleted-entry>' +
      '<at:deleted-entry ref="urn:uuid:2" when="2026-11-19T00:00:00Z"/>',
  );
  for (const text of [rss, json]) expect(text).not.toMatch(/urn:uuid|tombstones/);
});

test("a tombstone without an instant is refused", () => {
  const tombstones = [{ id: "urn:uuid:1", when: "yesterday", reason: null }];
  expect(() => rendererOf.atom.head(headFor("asean", "", { tombstones }))).toThrow(
    '"yesterday" is no instant',
  );
});

test("hub and self stand in every format where a site has a hub, and no hub where it has none", () => {
  const { rss, atom, json } = renderAll(headFor("asean", "", {}, { hub }));
  const address = "https://feeds.example.org/feeds/asean";
  expect(parseAtomFeed(atom).links).toMatchObject([
    { rel: "alternate" },
    { rel: "self", href: `${address}.atom` },
    { rel: "hub", href: hub },
  ]);
  expect(parseRssFeed(rss).atom?.links).toMatchObject([
    { rel: "self", href: `${address}.rss` },
    { rel: "hub", href: hub },
  ]);
  expect(JSON.parse(json)).toMatchObject({
    feed_url: `${address}.json`,
    hubs: [{ type: "WebSub", url: hub }],
  });
  for (const text of Object.values(renderAll(headFor("asean")))) expect(text).not.toContain("hub");
});

test("the feed of everything is called like the site", () => {
  expect(headOf(site, topics, everythingQuery, beforeAll)).toMatchObject({
    title: "Bản tin Biển",
    description: "Tin theo chủ đề",
    id: "https://feeds.example.org/topics/all",
  });
});
