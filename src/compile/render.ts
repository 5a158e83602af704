// Every document that is rendered ahead and is no list of a query, with the instants between which it is good.

import type { DocumentKind } from "../catalog/artefact.ts";
import { type Article, dateOf } from "../catalog/article.ts";
import { ALL, type Catalog } from "../catalog/catalog.ts";
import {
  articlePath,
  homePath,
  indexPath,
  opmlPath,
  robotsPath,
  schemaPath,
  sitemapPath,
  topicPath,
} from "../catalog/links.ts";
import { renderDirectory } from "../feeds/directory.ts";
import { beforeAll } from "../feeds/feed.ts";
import { renderOpml } from "../feeds/opml.ts";
import { indexSchema } from "../feeds/schema.ts";
import { renderArticle } from "../pages/article.ts";
import { renderHome } from "../pages/home.ts";
import { renderRobots } from "../pages/robots.ts";
import { renderSitemap } from "../pages/sitemap.ts";

/** A document. */
export interface Rendered {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly text: string;
  /** When anything in it last changed, RFC 3339. */
  readonly modified: string;
  /** Good from this instant on, RFC 3339; null for always. Of several good ones the latest counts. */
  readonly from: string | null;
}

/**
 * Renders a catalog. Articles dated after `known`, the last instant the ledger knows of, are still to come: their pages
 * are good from their instants on, and what names all articles has an edition for each of them.
 */
export function* renderDocuments(catalog: Catalog, known: string): Generator<Rendered> {
  yield { path: schemaPath, kind: "schema", text: indexSchema, modified: beforeAll, from: null };
  yield {
    path: robotsPath,
    kind: "robots",
    text: renderRobots(catalog.site),
    modified: beforeAll,
    from: null,
  };
  for (const edition of editionsOf(catalog, known)) yield* renderEdition(edition.catalog, edition.from);
  for (const article of catalog.articles) {
    const from = dateOf(article) > known ? dateOf(article) : null;
    const text = renderArticle(catalog, article);
    yield { path: articlePath(article), kind: "page", text, modified: article.changed, from };
  }
}

interface Edition {
  readonly catalog: Catalog;
  readonly from: string | null;
}

/** The catalog as it is known now, and as it will be at each instant at which articles appear. */
function editionsOf(catalog: Catalog, known: string): readonly Edition[] {
  const coming = catalog.articles.map(dateOf).filter((date) => date > known);
  const until = (instant: string): Catalog => {
    return { ...catalog, articles: catalog.articles.filter((article) => dateOf(article) <= instant) };
  };
  const later = [...new Set(coming)].sort().map((from) => ({ catalog: until(from), from }));
  return [{ catalog: until(known), from: null }, ...later];
}

function* renderEdition(catalog: Catalog, from: string | null): Generator<Rendered> {
  const { site, topics, articles } = catalog;
  const modified = lastChangeOf(articles, catalog);
  yield { path: homePath, kind: "page", text: renderHome(catalog), modified, from };
  yield { path: opmlPath, kind: "opml", text: renderOpml(catalog), modified, from };
  yield { path: indexPath, kind: "index", text: renderDirectory(catalog), modified, from };
  const pages = [
    { path: homePath, modified },
    ...[ALL, ...topics.map((topic) => topic.id)].map((id) => ({ path: topicPath(id), modified })),
    ...articles.map((article) => ({ path: articlePath(article), modified: article.changed })),
  ];
  yield { path: sitemapPath, kind: "sitemap", text: renderSitemap(site, pages), modified, from };
}

/** When any of these last changed, or one was last taken back. */
function lastChangeOf(articles: readonly Article[], { retractions = [] }: Catalog): string {
  const instants = [...articles.map((article) => article.changed), ...retractions.map(({ when }) => when)];
  return instants.reduce((a, b) => (a > b ? a : b), beforeAll);
}
