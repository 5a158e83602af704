// The list of pages for search engines, with the last change of each (https://www.sitemaps.org/protocol.html).

import type { Site } from "../catalog/catalog.ts";
import { absolute } from "../catalog/links.ts";
import { escapeText, xmlDeclaration } from "../feeds/xml.ts";

/** A page and when it last changed, RFC 3339. */
export interface SitemapEntry {
  readonly path: string;
  readonly modified: string;
}

/** The document. "Each Sitemap file that you provide must have no more than 50,000 URLs"; ours have a thousand. */
export function renderSitemap(site: Site, entries: readonly SitemapEntry[]): string {
  return nameAll("urlset", "url", site, entries);
}

/** The list of such documents, for a site that has several (https://www.sitemaps.org/protocol.html#index). */
export function renderSitemapIndex(site: Site, entries: readonly SitemapEntry[]): string {
  return nameAll("sitemapindex", "sitemap", site, entries);
}

/** There may be ten thousand of them, all alike, so no tree is made first. */
function nameAll(root: string, one: string, site: Site, entries: readonly SitemapEntry[]): string {
  let text = `${xmlDeclaration}<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`;
  for (const { path, modified } of entries) {
    text += `<${one}><loc>${escapeText(absolute(site, path))}</loc><lastmod>${escapeText(modified)}</lastmod></${one}>`;
  }
  return `${text}</${root}>\n`;
}
