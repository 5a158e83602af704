import { parseAtomFeed } from "feedsmith";
import { expect, test } from "vitest";
import { feedOf } from "./feed-of.ts";
import { everyKind, makeCatalog } from "./press.ts";
import { rendererOf } from "./renderers.ts";

const site = { hub: "https://hub.example.org/?a&b", icon: "https://feeds.example.org/icon.svg" };
const text = rendererOf.atom.render(feedOf(makeCatalog(everyKind, site), "all"));
const feed = parseAtomFeed(text);
const entryOf = (number: number) => feed.entries?.find((entry) => entry.id?.endsWith(String(number)));

test("the feed says what it is", () => {
  expect(feed).toMatchObject({
    id: "https://feeds.example.org/topics/all",
    title: { value: "Bản tin Biển" },
    subtitle: { value: "Tin theo chủ đề" },
    updated: "2026-11-22T01:02:03Z",
    authors: [{ name: "Tòa soạn" }],
    icon: "https://feeds.example.org/icon.svg",
    generator: { text: "topicwire" },
    links: [
      { rel: "alternate", href: "https://feeds.example.org/topics/all" },
      { rel: "self", href: "https://feeds.example.org/feeds/all.atom" },
      { rel: "hub", href: "https://hub.example.org/?a&b" },
    ],
  });
  expect(text).toContain('xml:lang="vi"><id>');
});

test("an entry is what the article is", () => {
  expect(entryOf(3)).toMatchObject({
    title: { value: 'R&D <b>wins</b> "prize" 🎉 ]]> it\'s' },
    published: "2025-06-01T00:00:00Z",
    updated: "2025-06-02T05:06:07Z",
    summary: { value: "Ships & <people> ]]> at sea" },
    content: {
      type: "html",
      value: "<p>R&amp;D &lt;b&gt; ]]&gt; <strong>🎉</strong></p>&#10;<p>Second.</p>",
    },
    authors: [{ name: "Nguyễn Văn A & B" }],
    categories: [
      { term: "asean", label: "ASEAN" },
      { term: "r-and-d", label: "Nghiên cứu & phát triển" },
    ],
    links: [
      { href: "https://feeds.example.org/articles/bai-3-0000000003" },
      { rel: "via", href: "https://news.example.com/a?b=1&c=2" },
      {
        rel: "enclosure",
        href: "https://news.example.com/talk.mp3",
        type: "audio/mpeg",
        length: 1234,
        title: "The <talk>",
      },
      { rel: "enclosure", href: "https://news.example.com/paper.pdf", type: "application/pdf" },
    ],
    dc: { sources: ["TTXVN & friends"] },
    media: { contents: [{ url: "https://news.example.com/lead.jpg?w=1&h=2", medium: "image" }] },
  });
});

test("titles and summaries are text, content is HTML", () => {
  expect(text).toContain('<title>R&amp;D &lt;b&gt;wins&lt;/b&gt; "prize" 🎉 ]]&gt; it\'s</title>');
  expect(text).toContain("<summary>Ships &amp; &lt;people&gt; ]]&gt; at sea</summary>");
  expect(text.match(/<content type="html">/g)).toHaveLength(4);
});

test("an entry without a stated date carries the day it became available, and only such an entry", () => {
  expect(entryOf(2)?.dcterms?.available).toEqual(["2026-11-22T01:02:03Z"]);
  expect(entryOf(2)?.published).toBe("2026-11-22T01:02:03Z");
  expect(entryOf(1)?.dcterms).toBeUndefined();
});

test("an entry has its own language, and an author only where one is stated", () => {
  expect(text).toContain('<entry xml:lang="en">');
  expect(entryOf(1)?.authors).toBeUndefined();
});
