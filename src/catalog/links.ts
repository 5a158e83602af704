// Every address the site has; the only file where a URL is put together.

import type { Article } from "./article.ts";
import type { Site } from "./catalog.ts";

/** The file name extensions of the feed formats. */
export type FeedExtension = "rss" | "atom" | "json";

export const homePath = "/";
export const opmlPath = "/feeds.opml";
export const indexPath = "/index.json";

/** The page of a topic, or of `all`. */
export function topicPath(query: string): string {
  return `/topics/${query}`;
}

/** The feed of a topic, or of `all`, in one format. */
export function feedPath(query: string, extension: FeedExtension): string {
  return `/feeds/${query}.${extension}`;
}

/** The page of an article. The short id finds it; the slug is for people and may change. */
export function articlePath(article: Pick<Article, "slug" | "shortId">): string {
  return `/articles/${article.slug === "" ? "" : `${article.slug}-`}${article.shortId}`;
}

/** The short id in the last part of an article's address; null where none can be. */
export function shortIdIn(segment: string): string | null {
  return /(?:^|-)([0-9a-z]{10})$/.exec(segment)?.[1] ?? null;
}

/** A path of this site as an absolute address. */
export function absolute(site: Pick<Site, "url">, path: string): string {
  return site.url + path;
}
