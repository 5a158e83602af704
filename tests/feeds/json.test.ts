import { parseJsonFeed } from "feedsmith";
import { expect, test } from "vitest";
import { feedOf } from "./feed-of.ts";
import { findJsonFeedFaults } from "./json-feed.ts";
import { everyKind, makeCatalog } from "./press.ts";
import { rendererOf } from "./renderers.ts";

const site = { hub: "https://hub.example.org/", icon: "https://feeds.example.org/icon.png" };
const text = rendererOf.json.render(feedOf(makeCatalog(everyKind, site), "all"));
const feed = JSON.parse(text);
const itemOf = (number: number) =>
  feed.items.find((item: { id: string }) => item.id.endsWith(String(number)));

test("the feed is valid JSON Feed 1.1, and a reader reads it", () => {
  expect(findJsonFeedFaults(feed)).toEqual([]);
  expect(parseJsonFeed(text).items).toHaveLength(4);
});

test("the checks of JSON Feed find faults", () => {
  expect(findJsonFeedFaults({ ...feed, version: "https://jsonfeed.org/version/1" })).toHaveLength(1);
  expect(
    findJsonFeedFaults({ ...feed, items: [{ id: 1 }, { id: "a", author: {}, content_text: "" }] }),
  ).toEqual(["items[0].id is 1", "items[0] has no content", "items[1].author is {}"]);
});

test("the feed says what it is", () => {
  expect(feed).toMatchObject({
    title: "Bản tin Biển",
    description: "Tin theo chủ đề",
    home_page_url: "https://feeds.example.org/topics/all",
    feed_url: "https://feeds.example.org/feeds/all.json",
    icon: "https://feeds.example.org/icon.png",
    favicon: "https://feeds.example.org/icon.png",
    authors: [{ name: "Tòa soạn" }],
    language: "vi",
    hubs: [{ type: "WebSub", url: "https://hub.example.org/" }],
    _topicwire: { updated: "2026-11-22T01:02:03Z" },
  });
});

test("an item is what the article is", () => {
  expect(itemOf(3)).toEqual({
    id: "urn:uuid:00000000-0000-8000-8000-000000000003",
    url: "https://feeds.example.org/articles/bai-3-0000000003",
    external_url: "https://news.example.com/a?b=1&c=2",
    title: 'R&D <b>wins</b> "prize" 🎉 ]]> it\'s',
    content_html: "<p>R&amp;D &lt;b&gt; ]]&gt; <strong>🎉</strong></p>&#10;<p>Second.</p>",
    summary: "Ships & <people> ]]> at sea",
    image: "https://news.example.com/lead.jpg?w=1&h=2",
    date_published: "2025-06-01T00:00:00Z",
    date_modified: "2025-06-02T05:06:07Z",
    authors: [{ name: "Nguyễn Văn A & B" }],
    tags: ["ASEAN", "Nghiên cứu & phát triển"],
    language: "en",
    attachments: [
      {
        url: "https://news.example.com/talk.mp3",
        mime_type: "audio/mpeg",
        title: "The <talk>",
        size_in_bytes: 1234,
      },
      { url: "https://news.example.com/paper.pdf", mime_type: "application/pdf" },
    ],
    _topicwire: {
      published: "2025-06-01T00:00:00Z",
      firstSeen: "2026-11-22T01:02:03Z",
      topics: ["asean", "r-and-d"],
      source: "TTXVN & friends",
    },
  });
});

test("an item without a stated date says so, and what its date is instead", () => {
  expect(itemOf(2)).toMatchObject({
    date_published: "2026-11-22T01:02:03Z",
    _topicwire: { published: null, firstSeen: "2026-11-22T01:02:03Z" },
  });
  expect(feed._topicwire.about).toContain("null where it states none");
});
