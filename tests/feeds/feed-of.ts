// The feed of a topic made from a whole catalog at hand: what is joined from parts must read like it.

import type { Article } from "../../src/catalog/article.ts";
import { ALL, type Catalog } from "../../src/catalog/catalog.ts";
import { entryOf, type Feed, headOf, newestUpdate, topicLabels } from "../../src/feeds/feed.ts";

/** The articles of a topic, or of `all`, newest first. */
export function articlesIn(catalog: Catalog, query: string): readonly Article[] {
  return query === ALL
    ? catalog.articles
    : catalog.articles.filter((article) => article.topics.includes(query));
}

/** The feed of a topic, or of `all`: the newest entries, as many as the site wishes. */
export function feedOf(catalog: Catalog, query: string): Feed {
  const { site, topics } = catalog;
  const any = query === ALL ? [] : [[{ topic: query, not: false }]];
  const labels = topicLabels(catalog);
  const entries = articlesIn(catalog, query)
    .slice(0, site.entriesPerFeed)
    .map((article) => entryOf(site, labels, article));
  return { ...headOf(site, topics, { any, lang: null, phrases: [] }, newestUpdate(entries)), entries };
}
