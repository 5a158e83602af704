// robots.txt (RFC 9309): what search engines may fetch, and where the list of pages is.

import type { Site } from "../catalog/catalog.ts";
import { absolute, builderPath, sitemapPath } from "../catalog/links.ts";

/** Everything may be fetched but the answers to forms: there is no end of them, and nothing in them is not elsewhere. */
export function renderRobots(site: Site): string {
  return `User-agent: *
Disallow: ${builderPath}?
Disallow: /*?q=
Disallow: /*&q=

Sitemap: ${absolute(site, sitemapPath)}
`;
}
