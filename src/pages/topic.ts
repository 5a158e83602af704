// The page of a topic, of a whole catalog at hand.

import { articlesIn, type Catalog, type Topic } from "../catalog/catalog.ts";
import { articlesShown, joinListing, renderItem, renderListing } from "./listing.ts";
import { queryOf } from "./queries.ts";
import { languagesOf } from "./voice.ts";

/** The page of a topic, or of `everything`. */
export function renderTopic(catalog: Catalog, topic: Topic): string {
  const { site, topics } = catalog;
  const articles = articlesIn(catalog, topic.id);
  const items = articles.slice(0, articlesShown).map((article) => renderItem(site, article));
  const parts = renderListing({
    site,
    topics,
    langs: languagesOf(catalog.articles),
    query: queryOf(topic.id),
    shown: items.length,
    total: articles.length,
  });
  return joinListing(parts, items);
}
