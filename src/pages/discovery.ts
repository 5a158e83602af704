// Autodiscovery: readers that are given the address of a page find its feeds in the head.

import type { Site, Topic } from "../catalog/catalog.ts";
import { opmlPath } from "../catalog/links.ts";
import type { Query } from "../catalog/query.ts";
import { formats } from "../feeds/formats.ts";
import { titlesOf } from "../feeds/titles.ts";
import { html, type Markup } from "./markup.ts";
import { feedPathOf } from "./queries.ts";

/** Links to the feeds of these queries in every format, under the feeds' own titles, and to the list of all topics. */
export function linkFeeds(site: Site, topics: readonly Topic[], queries: readonly Query[]): Markup {
  return joinLinks(queries.map((query) => linkFeed(site, topics, query)));
}

/** The links of some queries, and the one to the list of all topics. */
export function joinLinks(links: readonly Markup[]): Markup {
  return html`${links}<link rel="alternate" type="text/x-opml" title="OPML" href="${opmlPath}">`;
}

/** Links to the feed of a query in every format. */
export function linkFeed(site: Site, topics: readonly Topic[], query: Query): Markup {
  const { title } = titlesOf(site, topics, query);
  return html`${formats.map(
    ({ name, extension, mediaType }) =>
      html`<link rel="alternate" type="${mediaType}" title="${title} (${name})" href="${feedPathOf(query, extension)}">\n`,
  )}`;
}
