// Every address the site has; the only file where a URL is put together.

import type { Article } from "./article.ts";
import { ALL, type Site } from "./catalog.ts";
import { fnv1a } from "./fnv.ts";

/** The file name extensions of the feed formats. */
export type FeedExtension = "rss" | "atom" | "json";

export const homePath = "/";
export const opmlPath = "/feeds.opml";
export const indexPath = "/index.json";

export const sitemapPath = "/sitemap.xml";
export const robotsPath = "/robots.txt";
export const schemaPath = "/index.schema.json";
/** Where programs look for the icon of a site, whatever its pages say. */
export const faviconPath = "/favicon.ico";
/** Below these stand the pages of queries, the feeds, the articles and the parts of the list of pages. */
export const topicFolder = "/topics/";
export const feedFolder = "/feeds/";
export const articleFolder = "/articles/";
export const sitemapFolder = "/sitemap/";

/** Where the form that puts topics together sends what was chosen; it answers with the way to the query's page. */
export const builderPath = "/topics";

/** The page of a query: an expression in its canonical spelling, and its parameters with their question mark. */
export function topicPath(expression: string, search = ""): string {
  return `${topicFolder}${expression}${search}`;
}

/** The feed of a query in one format. */
export function feedPath(expression: string, extension: FeedExtension, search = ""): string {
  return `${feedFolder}${expression}.${extension}${search}`;
}

/**
 * Archive page `number` of a topic, or of `all`: 1 is the oldest (RFC 5005 §4). `entries` is how many it has so far where
 * it is not full; the page is the same without that.
 */
export function archivePath(
  topic: string,
  number: number,
  extension: FeedExtension,
  entries: number | null = null,
): string {
  return `${feedFolder}${topic}/${number}.${extension}${entries === null ? "" : `?entries=${entries}`}`;
}

/**
 * Addresses other sites have their feeds at, so that people guess them and readers try them where a page names none
 * (WordPress, Hugo, Jekyll; the list Miniflux tries), and what there is of the kind here.
 */
export const customaryPaths: Readonly<Record<string, string>> = {
  ...leadTo(
    feedPath(ALL, "rss"),
    "/feed /feed.xml /feed.rss /feed/rss /rss /rss.xml /rss/feed.xml /index.xml /index.rss",
  ),
  ...leadTo(feedPath(ALL, "atom"), "/atom /atom.xml /feed.atom /feed/atom /index.atom"),
  ...leadTo(feedPath(ALL, "json"), "/feed.json /feed/json"),
  ...leadTo(topicPath(ALL), "/articles"),
  ...leadTo(homePath, "/feeds /index.html"),
};

function leadTo(address: string, paths: string): Record<string, string> {
  return Object.fromEntries(paths.split(" ").map((path) => [path, address]));
}

/** The page of an article. The short id finds it; the slug is for people and may change. */
export function articlePath(article: Pick<Article, "slug" | "shortId">): string {
  return `${articleFolder}${article.slug === "" ? "" : `${article.slug}-`}${article.shortId}`;
}

/** The short id in the last part of an article's address; null where none can be. */
export function shortIdIn(segment: string): string | null {
  return /(?:^|-)([0-9a-z]{10})$/.exec(segment)?.[1] ?? null;
}

/** Below this stands what goes with articles, as files the platform serves without asking the Worker. */
export const mediaFolder = "/media/";

/** A picture, recording or document. The hash of its bytes makes the address unique and impossible to guess. */
export function mediaPath(slug: string, hash: string, ending: string): string {
  return `${mediaFolder}${slug === "" ? "" : `${slug}-`}${hash}.${ending}`;
}

/** True for an address or a path `mediaPath` made. */
export function isMediaAddress(address: string): boolean {
  return /\/media\/(?:[a-z0-9-]+-)?[0-9a-f]{32}\.[a-z0-9]+(?:#.*)?$/.test(address);
}

/** A path of this site as an absolute address. */
export function absolute(site: Pick<Site, "url">, path: string): string {
  return site.url + path;
}

/** Below this lie the asset files of the cold tier, which only the Worker reads. */
export const coldFolder = "/cold/";

/** The file with the ready documents of a topic, or of `all`. */
export function coldTopicPath(topic: string): string {
  return `${coldFolder}topics/${topic}.bin`;
}

/** The file with the records of a run of archive pages of a topic, or of `all`: 0 is the oldest. */
export function coldArchivePath(topic: string, file: number): string {
  return `${coldFolder}archives/${topic}/${file}.bin`;
}

/** The file with the pages of the articles whose short ids fall into a bucket. */
export function coldBucketPath(bucket: number): string {
  return `${coldFolder}articles/${bucket}.bin`;
}

/** The file of one ready document. */
export function coldDocumentPath(name: string): string {
  return `${coldFolder}documents/${name}.bin`;
}

/** Which of a power of two of buckets a short id falls into. */
export function bucketOf(shortId: string, buckets: number): number {
  const hash = fnv1a(shortId);
  return (hash ^ (hash >>> 15)) & (buckets - 1);
}

/** One file of the list of pages, where there are too many for one: 1 is the oldest. */
export function sitemapPartPath(number: number): string {
  return `${sitemapFolder}${number}.xml`;
}
