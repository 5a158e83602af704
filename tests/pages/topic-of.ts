// The page of a topic made from a whole catalog at hand: what the edge joins must read like it.

import type { Catalog, Topic } from "../../src/catalog/catalog.ts";
import { articlesShown, renderItem, renderListing } from "../../src/pages/listing.ts";
import { queryOf } from "../../src/pages/queries.ts";
import { languagesOf } from "../../src/pages/voice.ts";
import { articlesIn } from "../feeds/feed-of.ts";
import { joinListing } from "./whole.ts";

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
