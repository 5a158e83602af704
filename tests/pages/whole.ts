// Whole pages put together from their parts, as they are joined when they are asked for.

import type { Article } from "../../src/catalog/article.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { frameArticles, prepareArticles } from "../../src/pages/article.ts";
import type { ListingParts } from "../../src/pages/listing.ts";

/** The page of an article. */
export function renderArticle(catalog: Pick<Catalog, "site" | "topics">, article: Article): string {
  const { start, middle, end } = frameArticles(catalog);
  const { head, heading, content, tail } = prepareArticles(catalog)(article);
  return start + head + middle + heading + content + tail + end;
}

/** A whole listing. */
export function joinListing({ head, tail }: ListingParts, items: readonly string[]): string {
  return head + items.join("\n") + tail;
}
