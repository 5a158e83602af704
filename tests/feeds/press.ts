// A small press for tests: articles, sites and catalogs with everything stated, and what a test changes.

import type { Article } from "../../src/catalog/article.ts";
import { compareArticles } from "../../src/catalog/article.ts";
import type { Catalog, Site, Topic } from "../../src/catalog/catalog.ts";

export const site: Site = {
  title: "Bản tin Biển",
  description: "Tin theo chủ đề",
  url: "https://feeds.example.org",
  lang: "vi",
  author: "Tòa soạn",
  timeZone: "Asia/Ho_Chi_Minh",
  hub: null,
  icon: null,
  entriesPerFeed: 50,
  content: "full",
};

export const topics: readonly Topic[] = [
  { id: "asean", title: { vi: "ASEAN", en: "ASEAN" }, description: { vi: "Tin các nước ASEAN." } },
  { id: "r-and-d", title: { vi: "Nghiên cứu & phát triển", en: "R&D" }, description: null },
  { id: "quiet", title: { vi: "Chưa có tin" }, description: null },
];

/** An article of this number, as ordinary as can be. */
export function makeArticle(number: number, changes: Partial<Article> = {}): Article {
  const digits = String(number).padStart(12, "0");
  return {
    id: `urn:uuid:00000000-0000-8000-8000-${digits}`,
    shortId: digits.slice(-10),
    slug: `bai-${number}`,
    title: `Bài ${number}`,
    titleDerived: false,
    lang: "vi",
    published: "2023-12-20T10:36:17Z",
    firstSeen: "2026-11-22T01:02:03Z",
    updated: "2023-12-20T10:36:17Z",
    changed: "2026-11-22T01:02:03Z",
    summary: `Tóm tắt bài ${number}.`,
    html: `<p>Nội dung bài ${number}.</p>`,
    text: `Nội dung bài ${number}.`,
    byline: null,
    source: null,
    image: null,
    captions: [],
    enclosures: [],
    topics: ["asean"],
    ...changes,
  };
}

/** A catalog of these articles, in the catalog's order. */
export function makeCatalog(articles: readonly Article[], changes: Partial<Site> = {}): Catalog {
  return {
    site: { ...site, ...changes },
    topics,
    articles: [...articles].sort(compareArticles),
    retractions: [],
  };
}

/** One article of every kind a renderer has to tell apart. */
export const everyKind: readonly Article[] = [
  makeArticle(1),
  makeArticle(2, { published: null, updated: "2026-11-22T01:02:03Z" }),
  makeArticle(3, {
    lang: "en",
    title: 'R&D <b>wins</b> "prize" 🎉 ]]> it\'s',
    summary: "Ships & <people> ]]> at sea",
    html: "<p>R&amp;D &lt;b&gt; ]]&gt; <strong>🎉</strong></p>\n<p>Second.</p>",
    byline: "Nguyễn Văn A & B",
    published: "2025-06-01T00:00:00Z",
    updated: "2025-06-02T05:06:07Z",
    source: { name: "TTXVN & friends", url: "https://news.example.com/a?b=1&c=2" },
    image: "https://news.example.com/lead.jpg?w=1&h=2",
    enclosures: [
      { url: "https://news.example.com/talk.mp3", type: "audio/mpeg", length: 1234, title: "The <talk>" },
      { url: "https://news.example.com/paper.pdf", type: "application/pdf", length: null, title: null },
    ],
    topics: ["asean", "r-and-d"],
  }),
  makeArticle(4, {
    lang: "fr",
    published: null,
    firstSeen: "2026-11-21T17:00:00Z",
    updated: "2026-11-21T17:00:00Z",
    source: { name: "Agence", url: null },
    topics: [],
  }),
];
