// The list of pages for search engines, with the last change of each (https://www.sitemaps.org/protocol.html).

import type { Site } from "../catalog/catalog.ts";
import { absolute } from "../catalog/links.ts";
import { element, serializeXml, xmlDeclaration } from "../feeds/xml.ts";

/** A page and when it last changed, RFC 3339. */
export interface SitemapEntry {
  readonly path: string;
  readonly modified: string;
}

/** "Each Sitemap file that you provide must have no more than 50,000 URLs." */
export const sitemapLimit = 50_000;

/** The document: the first pages given, as many as one file may name. */
export function renderSitemap(site: Site, entries: readonly SitemapEntry[]): string {
  const pages = entries
    .slice(0, sitemapLimit)
    .map(({ path, modified }) =>
      element("url", {}, element("loc", {}, absolute(site, path)), element("lastmod", {}, modified)),
    );
  const root = element("urlset", { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" }, ...pages);
  return `${xmlDeclaration}${serializeXml(root)}\n`;
}

/** The list of such documents, for a site that has several (https://www.sitemaps.org/protocol.html#index). */
export function renderSitemapIndex(site: Site, entries: readonly SitemapEntry[]): string {
  const maps = entries.map(({ path, modified }) =>
    element("sitemap", {}, element("loc", {}, absolute(site, path)), element("lastmod", {}, modified)),
  );
  const root = element("sitemapindex", { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" }, ...maps);
  return `${xmlDeclaration}${serializeXml(root)}\n`;
}
