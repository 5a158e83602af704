// The JSON index: the site, its topics and its latest articles, small enough to fetch on every page view: at most 20 KB
// and 300 bytes a topic, at any number of articles.

import type { ArticleFacts } from "../catalog/article.ts";
import { ALL, type Catalog, type Localized } from "../catalog/catalog.ts";
import { primaryLanguage } from "../catalog/language.ts";
import {
  absolute,
  articlePath,
  type FeedExtension,
  feedPath,
  opmlPath,
  schemaPath,
  topicPath,
} from "../catalog/links.ts";
import { newestUpdate } from "./feed.ts";
import { cleanText } from "./xml.ts";

export const indexContentType = "application/json; charset=utf-8";

/** The document, as schema.ts describes it. A field is never renamed or removed within a version. */
export interface Index {
  /** Address of the schema. */
  readonly $schema: string;
  readonly version: 1;
  readonly site: IndexSite;
  /** Of the feeds and the page of any query, with `{query}` where a topic's id goes (RFC 6570). */
  readonly addresses: Readonly<Record<FeedExtension | "page", string>>;
  /** How many articles, the newest, expressions look at; null for all. */
  readonly horizon: number | null;
  /** How many articles, the newest, searches look at; null for all. */
  readonly searchHorizon: number | null;
  /** The most frequent first. */
  readonly languages: readonly IndexLanguage[];
  readonly topics: readonly IndexTopic[];
  readonly latest: readonly IndexArticle[];
}

interface IndexLanguage {
  /** Primary language subtag, as the parameter `lang` takes it. */
  readonly lang: string;
  readonly articles: number;
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

const languageCount = 40;

/** How many articles, the newest, are looked at; null for all. */
export type Horizons = Pick<Index, "horizon" | "searchHorizon">;

const boundless: Horizons = { horizon: null, searchHorizon: null };

/** Prepares the index as text: articles are counted once, whatever horizons it is to tell of. */
export function prepareDirectory(catalog: Catalog<ArticleFacts>): (horizons?: Horizons) => string {
  const room = 20_000 + 300 * catalog.topics.length;
  const index = indexOf(catalog);
  return (horizons = boundless) => {
    const whole: Index = { ...index, ...horizons };
    const bare = { ...whole, topics: whole.topics.map(({ feeds, page, ...topic }) => topic) };
    const texts = [whole, bare].map(stringify);
    return texts.find((text) => byteLength(text) <= room) ?? stringify({ ...bare, latest: [] });
  };
}

function indexOf(catalog: Catalog<ArticleFacts>): Index {
  const { site, articles } = catalog;
  const newest = newestByTopic(catalog);
  return {
    $schema: absolute(site, schemaPath),
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
    ...boundless,
    languages: languagesOf(articles),
    topics: catalog.topics.map(({ id, title }) => {
      const { count, inFeed } = newest.get(id) ?? { count: 0, inFeed: [] };
      return { id, title, ...countsOf(count, inFeed), ...pathsOf(id) };
    }),
    latest: latestOf(catalog),
  };
}

/** The languages of the articles by their primary subtags, as many as there is room for. */
function languagesOf(articles: readonly ArticleFacts[]): IndexLanguage[] {
  const counts = new Map<string, number>();
  for (const article of articles) {
    const lang = primaryLanguage(article.lang);
    counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  return [...counts]
    .map(([lang, articles]) => ({ lang, articles }))
    .sort((a, b) => b.articles - a.articles || (a.lang < b.lang ? -1 : 1))
    .slice(0, languageCount);
}

/** How many articles each topic has, and the ones in its feed: one walk, however many topics there are. */
function newestByTopic({
  site,
  articles,
}: Catalog<ArticleFacts>): Map<string, { count: number; inFeed: ArticleFacts[] }> {
  const found = new Map<string, { count: number; inFeed: ArticleFacts[] }>();
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

function countsOf(articles: number, inFeed: readonly ArticleFacts[]): IndexCounts {
  return { articles, updated: inFeed.length === 0 ? null : newestUpdate(inFeed) };
}

function pathsOf(query: string): IndexPaths {
  const feeds = { rss: feedPath(query, "rss"), atom: feedPath(query, "atom"), json: feedPath(query, "json") };
  return { feeds, page: topicPath(query) };
}

/** The newest articles, as far as there is room for them. */
function latestOf({ site, articles }: Catalog<ArticleFacts>): IndexArticle[] {
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
