import { parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";
import { feedOf } from "./feed-of.ts";
import { everyKind, makeArticle, makeCatalog } from "./press.ts";
import { rendererOf } from "./renderers.ts";

const { rss } = rendererOf;
const site = { hub: "https://hub.example.org/?a&b", icon: "https://feeds.example.org/icon.png" };
const text = rss.render(feedOf(makeCatalog(everyKind, site), "all"));
const feed = parseRssFeed(text);
const itemOf = (number: number) => feed.items?.find((item) => item.guid?.value?.endsWith(String(number)));

test("the channel says what the feed is", () => {
  expect(feed).toMatchObject({
    title: "Bản tin Biển",
    link: "https://feeds.example.org/topics/all",
    description: "Tin theo chủ đề",
    language: "vi",
    lastBuildDate: "Sun, 22 Nov 2026 01:02:03 GMT",
    docs: "https://www.rssboard.org/rss-specification",
    generator: "topicwire",
    ttl: 15,
    image: {
      url: "https://feeds.example.org/icon.png",
      title: "Bản tin Biển",
      link: "https://feeds.example.org/topics/all",
    },
    atom: {
      links: [
        { rel: "self", href: "https://feeds.example.org/feeds/all.rss", type: "application/rss+xml" },
        { rel: "hub", href: "https://hub.example.org/?a&b" },
      ],
    },
  });
});

test("an item is what the article is", () => {
  expect(itemOf(3)).toMatchObject({
    title: 'R&D <b>wins</b> "prize" 🎉 ]]> it\'s',
    link: "https://feeds.example.org/articles/bai-3-0000000003",
    guid: { value: "urn:uuid:00000000-0000-8000-8000-000000000003", isPermaLink: false },
    pubDate: "Sun, 01 Jun 2025 00:00:00 GMT",
    description: "Ships &amp; &lt;people&gt; ]]&gt; at sea",
    content: { encoded: "<p>R&amp;D &lt;b&gt; ]]&gt; <strong>🎉</strong></p>&#10;<p>Second.</p>" },
    categories: [{ name: "ASEAN" }, { name: "Nghiên cứu & phát triển" }],
    dc: { creators: ["Nguyễn Văn A & B"], sources: ["TTXVN & friends"] },
    atom: {
      updated: "2025-06-02T05:06:07Z",
      links: [{ rel: "via", href: "https://news.example.com/a?b=1&c=2" }],
    },
    enclosures: [{ url: "https://news.example.com/talk.mp3", length: 1234, type: "audio/mpeg" }],
    media: {
      contents: [
        { url: "https://news.example.com/lead.jpg?w=1&h=2", medium: "image" },
        { url: "https://news.example.com/paper.pdf", type: "application/pdf", medium: "document" },
      ],
    },
  });
});

test("of several enclosures the first is RSS's own, and the others say what they are", () => {
  const urls = ["a.mp3", "b.mp4", "c.jpg"].map((name) => `https://news.example.com/${name}`);
  const types = ["audio/mpeg", "video/mp4", "image/jpeg"];
  const enclosures = urls.map((url, at) => ({ url, type: types[at] ?? "", length: at || null, title: null }));
  const [item] =
    parseRssFeed(rss.render(feedOf(makeCatalog([makeArticle(1, { enclosures })]), "all"))).items ?? [];
  expect(item?.enclosures).toEqual([{ url: urls[0], type: "audio/mpeg", length: 0 }]);
  expect(item?.media?.contents).toEqual([
    { url: urls[1], type: "video/mp4", medium: "video", fileSize: 1 },
    { url: urls[2], type: "image/jpeg", medium: "image", fileSize: 2 },
  ]);
});

test("an item without a stated date carries the day it became available, and only such an item", () => {
  expect(itemOf(2)?.dcterms?.available).toEqual(["2026-11-22T01:02:03Z"]);
  expect(itemOf(2)?.pubDate).toBe("Sun, 22 Nov 2026 01:02:03 GMT");
  expect(itemOf(1)?.dcterms).toBeUndefined();
});

test("an item has its own language", () => {
  expect(text).toContain('<item xml:lang="en">');
  expect(text).toContain('<item xml:lang="fr">');
});

test("a description comes before the content, which some readers would else take it for", () => {
  for (const item of text.split("<item").slice(1)) expect(item).toMatch(/<description>.*<content:encoded>/s);
});

test("signs of markup in plain text are written by their numbers", () => {
  expect(text).toContain("<title>R&#x26;D &#x3C;b&gt;wins");
  expect(text.replace(/<!\[CDATA\[.*?\]\]>/gs, "")).not.toMatch(/&amp;|&lt;/);
});

test("an author is never an e-mail address, nor a source what is no feed, nor an enclosure more than one", () => {
  expect(text).not.toContain("<author>");
  expect(text).not.toContain("<source");
  expect(text.match(/<enclosure /g)).toHaveLength(1);
});

test("a source known by its address alone is called by its host", () => {
  const sourceOf = (url: string) => {
    const article = makeArticle(1, { source: { name: null, url } });
    return parseRssFeed(rss.render(feedOf(makeCatalog([article]), "all"))).items?.[0]?.dc?.sources;
  };
  expect(sourceOf("https://news.example.com/a?b=1")).toEqual(["news.example.com"]);
  expect(sourceOf("news.example.com, page 3")).toEqual(["news.example.com, page 3"]);
});

test("an icon that is no GIF, JPEG or PNG is no channel image", () => {
  const feed = feedOf(makeCatalog([], { icon: "https://feeds.example.org/icon.svg" }), "all");
  expect(rss.render(feed)).not.toContain("<image>");
});
