// Where a site has a hub, every feed it is told of says so in its headers too (WebSub §4).

import type { DocumentKind } from "../catalog/artefact.ts";
import type { Site } from "../catalog/catalog.ts";
import { absolute } from "../catalog/links.ts";

/** The header `Link` of the feed at a path; undefined for what is no feed, and where there is no hub. */
export function hubLink(
  site: Pick<Site, "hub" | "url">,
  kind: DocumentKind,
  path: string,
): string | undefined {
  const isFeed = kind === "rss" || kind === "atom" || kind === "json";
  if (site.hub === null || !isFeed) return undefined;
  return `<${site.hub}>; rel="hub", <${absolute(site, path)}>; rel="self"`;
}
