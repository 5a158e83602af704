// The JSON index: the site, its topics and its latest articles, small enough to fetch on every page view: at most 20 KB
// and 300 bytes a topic, at any number of articles.

import type { Article } from "../catalog/article.ts";
import { ALL, type Catalog, type Localized } from "../catalog/catalog.ts";
import {
  absolute,
  articlePath,
  type FeedExtension,
  feedPath,
  opmlPath,
  topicPath,
} from "../catalog/links.ts";
import { newestUpdate } from "./feed.ts";
import { cleanText } from "./xml.ts";

export const indexContentType = "application/json; charset=utf-8";

/** The document. A field is never renamed or removed within a version. */
export interface Index {
  readonly version: 1;
  readonly site: IndexSite;
  /** Of the feeds and the page of any query, with `{query}` where a topic's id goes (RFC 6570). */
  readonly addresses: Readonly<Record<FeedExtension | "page", string>>;
  readonly topics: readonly IndexTopic[];
  readonly latest: readonly IndexArticle[];
}

/** The site, and the feed of all its articles. */
interface IndexSite extends IndexCounts, IndexPaths {
  readonly title: string;
  readonly description: string;
  /** What the paths here begin with. */
  readonly url: string;
  readonly lang: string;
  readonly author: string | null;
  readonly timeZone: string;
  /** Path of the subscription list. */
  readonly opml: string;
}

/** The paths are left out where a thousand topics with long titles leave no room for them. */
interface IndexTopic extends IndexCounts, Partial<IndexPaths> {
  readonly id: string;
  /** By language. */
  readonly title: Localized;
}

interface IndexCounts {
  /** How many there are in all, not only in the feed. */
  readonly articles: number;
  /** When an article in the feed last changed; null where there is none. */
  readonly updated: string | null;
}

interface IndexPaths {
  /** Path of the feed in each format. */
  readonly feeds: Readonly<Record<FeedExtension, string>>;
  /** Path of the page for people. */
  readonly page: string;
}

interface IndexArticle {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly lang: string;
  /** null where the source states no date; `firstSeen` then stands for it. */
  readonly published: string | null;
  readonly firstSeen: string;
  readonly updated: string;
  readonly topics: readonly string[];
}

const latestCount = 20;

/** How much of the 20 KB the latest articles may take; what does not fit is in the feeds. */
const latestBytes = 14_000;

/** The index as text. */
export function renderDirectory(catalog: Catalog): string {
  const text = stringify(indexOf(catalog, true));
  const room = 20_000 + 300 * catalog.topics.length;
  return byteLength(text) <= room ? text : stringify(indexOf(catalog, false));
}

function indexOf(catalog: Catalog, withPaths: boolean): Index {
  const { site, articles } = catalog;
  const newest = newestByTopic(catalog);
  return {
    version: 1,
    site: {
      title: site.title,
      description: site.description,
      url: site.url,
      lang: site.lang,
      author: site.author,
      timeZone: site.timeZone,
      ...countsOf(articles.length, articles.slice(0, site.entriesPerFeed)),
      ...pathsOf(ALL),
      opml: opmlPath,
    },
    addresses: {
      page: absolute(site, topicPath("{query}")),
      rss: absolute(site, feedPath("{query}", "rss")),
      atom: absolute(site, feedPath("{query}", "atom")),
      json: absolute(site, feedPath("{query}", "json")),
    },
    topics: catalog.topics.map(({ id, title }) => {
      const { count, inFeed } = newest.get(id) ?? { count: 0, inFeed: [] };
      return { id, title, ...countsOf(count, inFeed), ...(withPaths ? pathsOf(id) : {}) };
    }),
    latest: latestOf(catalog),
  };
}

/** How many articles each topic has, and the ones in its feed: one walk, however many topics there are. */
function newestByTopic({ site, articles }: Catalog): Map<string, { count: number; inFeed: Article[] }> {
  const found = new Map<string, { count: number; inFeed: Article[] }>();
  for (const article of articles) {
    for (const id of article.topics) {
      const topic = found.get(id) ?? { count: 0, inFeed: [] };
      topic.count += 1;
      if (topic.inFeed.length < site.entriesPerFeed) topic.inFeed.push(article);
      found.set(id, topic);
    }
  }
  return found;
}

function countsOf(articles: number, inFeed: readonly Article[]): IndexCounts {
  return { articles, updated: inFeed.length === 0 ? null : newestUpdate(inFeed) };
}

function pathsOf(query: string): IndexPaths {
  const feeds = { rss: feedPath(query, "rss"), atom: feedPath(query, "atom"), json: feedPath(query, "json") };
  return { feeds, page: topicPath(query) };
}

/** The newest articles, as far as there is room for them. */
function latestOf({ site, articles }: Catalog): IndexArticle[] {
  const latest: IndexArticle[] = [];
  let bytes = 0;
  for (const article of articles.slice(0, latestCount)) {
    const { id, title, lang, published, firstSeen, updated, topics } = article;
    const url = absolute(site, articlePath(article));
    const row = { id, url, title, lang, published, firstSeen, updated, topics };
    bytes += byteLength(stringify(row));
    if (bytes > latestBytes) break;
    latest.push(row);
  }
  return latest;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function stringify(value: object): string {
  return `${JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? cleanText(part) : part))}\n`;
}
