// Queries as pages speak of them: the query of a topic, and the addresses and words of any.

import { ALL } from "../catalog/catalog.ts";
import { type FeedExtension, feedPath, topicPath } from "../catalog/links.ts";
import { everythingQuery, plainTopic, type Query, spellQuery } from "../catalog/query.ts";

/** The query that is nothing but this topic, or `all`. */
export function queryOf(topic: string): Query {
  return topic === ALL ? everythingQuery : { ...everythingQuery, any: [[{ topic, not: false }]] };
}

/** The address of a query's page. */
export function pagePathOf(query: Query): string {
  const { expression, search } = spellQuery(query);
  return topicPath(expression, search);
}

/** The address of a query's feed. */
export function feedPathOf(query: Query, extension: FeedExtension): string {
  const { expression, search } = spellQuery(query);
  return feedPath(expression, extension, search);
}

/** The words a query looks for, as they are typed. */
export function searchTextOf(query: Query): string {
  return new URLSearchParams(spellQuery(query).search).get("q") ?? "";
}

/** The topic a query searches in, or `all`; null where it is more than that. */
export function searchedTopic(query: Query): string | null {
  return plainTopic({ ...query, phrases: [] });
}
