// Every document that is rendered ahead and is no list of a query, with the instants between which it is good.

import type { DocumentKind } from "../../catalog/artefact.ts";
import { type ArticleFacts, dateOf } from "../../catalog/article.ts";
import { ALL } from "../../catalog/catalog.ts";
import {
  articlePath,
  homePath,
  indexPath,
  opmlPath,
  robotsPath,
  schemaPath,
  sitemapPartPath,
  sitemapPath,
  topicPath,
} from "../../catalog/links.ts";
import { type Horizons, prepareDirectory } from "../../feeds/directory.ts";
import { beforeAll } from "../../feeds/feed.ts";
import { renderOpml } from "../../feeds/opml.ts";
import { indexSchema } from "../../feeds/schema.ts";
import { latestShown, renderHome } from "../../pages/home.ts";
import { renderRobots } from "../../pages/robots.ts";
import { renderSitemap, renderSitemapIndex } from "../../pages/sitemap.ts";
import type { PressedCatalog } from "../pressed.ts";

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
 * Renders everything of a catalog but its index, its lists and the pages of its articles. Articles dated after `known`,
 * the last instant the ledger knows of, are still to come: what names all articles has an edition for each of their
 * instants.
 */
export function* renderDocuments(catalog: PressedCatalog, known: string): Generator<Rendered> {
  const { site } = catalog;
  yield { path: schemaPath, kind: "schema", text: indexSchema, modified: beforeAll, from: null };
  yield { path: robotsPath, kind: "robots", text: renderRobots(site), modified: beforeAll, from: null };
  const order = orderOfArrival(catalog.articles);
  for (const { until, from } of editionsOf(catalog, known)) {
    const articles = catalog.articles.filter((article) => dateOf(article) <= until);
    const edition = { ...catalog, articles };
    const modified = lastChangeOf(articles, catalog);
    const coming = catalog.articles.length - articles.length;
    const latest = articles.slice(0, latestShown).map((_, at) => catalog.whole(coming + at));
    yield { path: homePath, kind: "page", text: renderHome(edition, latest), modified, from };
    yield { path: opmlPath, kind: "opml", text: renderOpml(edition), modified, from };
    const arrived = order
      .flatMap((ordinal) => catalog.articles[ordinal] ?? [])
      .filter((article) => dateOf(article) <= until);
    yield* renderSitemaps(catalog, arrived, modified, from);
  }
}

/** The JSON index and its editions, for horizons that are known later. */
export type Indexes = (horizons: Horizons) => Rendered[];

/** Prepares them. */
export function prepareIndexes(catalog: PressedCatalog, known: string): Indexes {
  const editions = editionsOf(catalog, known).map(({ until, from }) => {
    const articles = catalog.articles.filter((article) => dateOf(article) <= until);
    const coming = catalog.articles.length - articles.length;
    const modified = lastChangeOf(articles, catalog);
    return { render: prepareDirectory({ ...catalog, articles }), coming, modified, from };
  });
  return ({ horizon, searchHorizon }) =>
    editions.map(({ render, coming, modified, from }) => {
      // What is still to come is looked at too, but nobody sees it.
      const seen = (count: number | null): number | null =>
        count === null ? null : Math.max(0, count - coming);
      const text = render({ horizon: seen(horizon), searchHorizon: seen(searchHorizon) });
      return { path: indexPath, kind: "index", text, modified, from };
    });
}

interface Edition {
  /** It names the articles dated up to this instant. */
  readonly until: string;
  readonly from: string | null;
}

/** The catalog as it is known now, and as it will be at each instant at which articles appear. */
function editionsOf({ articles }: PressedCatalog, known: string): readonly Edition[] {
  const coming = articles.map(dateOf).filter((date) => date > known);
  const later = [...new Set(coming)].sort().map((from) => ({ until: from, from }));
  return [{ until: known, from: null }, ...later];
}

/**
 * The list of pages for search engines: one file, or as many as it takes with a list of them. Articles stand in it as
 * they arrived, so that a full file stays as it is, and editions differ in the last ones only.
 */
function* renderSitemaps(
  { site, topics }: PressedCatalog,
  arrived: readonly ArticleFacts[],
  modified: string,
  from: string | null,
): Generator<Rendered> {
  const lists = [
    { path: homePath, modified },
    ...[ALL, ...topics.map((topic) => topic.id)].map((id) => ({ path: topicPath(id), modified })),
  ];
  const pages = arrived.map((article) => ({ path: articlePath(article), modified: article.changed }));
  if (lists.length + pages.length <= sitemapPart) {
    const text = renderSitemap(site, [...lists, ...pages]);
    yield { path: sitemapPath, kind: "sitemap", text, modified, from };
    return;
  }
  const parts = [lists];
  for (let at = 0; at < pages.length; at += sitemapPart) parts.push(pages.slice(at, at + sitemapPart));
  const named = parts.map((part, index) => ({
    path: sitemapPartPath(index + 1),
    modified: part.reduce((latest, { modified }) => (modified > latest ? modified : latest), beforeAll),
  }));
  const text = renderSitemapIndex(site, named);
  yield { path: sitemapPath, kind: "sitemap", text, modified, from };
  for (const [index, part] of parts.entries()) {
    const { path, modified } = named[index] ?? { path: "", modified: beforeAll };
    // What is full and was so before reads the same in every edition.
    if (from !== null && index > 0 && !part.some((page) => page.modified >= from)) continue;
    yield { path, kind: "sitemap", text: renderSitemap(site, part), modified, from };
  }
}

/**
 * How many lists of pages there will be, at most and without the list of them: of each edition what differs, which is the
 * list of topics and the last of articles.
 */
export function countSitemaps(catalog: PressedCatalog, known: string): number {
  return Math.ceil(catalog.articles.length / sitemapPart) + 2 * editionsOf(catalog, known).length;
}

/** How many pages one file names where there are several: of a site that changed a little, few are made again. */
const sitemapPart = 1000;

/** Indexes in the order articles arrived: an archive that is full then never changes. */
export function orderOfArrival(
  articles: readonly Pick<ArticleFacts, "id" | "published" | "firstSeen">[],
): number[] {
  const keys = articles.map((article) => {
    const date = dateOf(article);
    return `${date > article.firstSeen ? date : article.firstSeen} ${date} ${article.id}`;
  });
  return keys.map((_, ordinal) => ordinal).sort((a, b) => ((keys[a] ?? "") < (keys[b] ?? "") ? -1 : 1));
}

/** When any of these last changed, or an article last left all lists or one of them. */
function lastChangeOf(
  articles: readonly ArticleFacts[],
  { retractions = [], moved = null }: PressedCatalog,
): string {
  let latest = moved ?? beforeAll;
  for (const { changed } of articles) if (changed > latest) latest = changed;
  for (const { when } of retractions) if (when > latest) latest = when;
  return latest;
}
