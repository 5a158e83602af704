// Autodiscovery: readers that are given the address of a page find its feeds in the head.

import { ALL, type Site, type Topic } from "../catalog/catalog.ts";
import { feedPath, opmlPath } from "../catalog/links.ts";
import { titlesOf } from "../feeds/feed.ts";
import { formats } from "../feeds/formats.ts";
import { html, type Markup } from "./markup.ts";

/** Links to the feeds of these topics in every format, under the feeds' own titles, and to the list of all topics. */
export function linkFeeds(site: Site, topics: readonly Topic[]): Markup {
  return html`${topics.map((topic) => linkFormats(site, topic))}<link rel="alternate" type="text/x-opml" title="OPML" href="${opmlPath}">`;
}

function linkFormats(site: Site, topic: Topic): Markup {
  const { title } = titlesOf(site, topic.id === ALL ? undefined : topic);
  return html`${formats.map(
    ({ name, extension, mediaType }) =>
      html`<link rel="alternate" type="${mediaType}" title="${title} (${name})" href="${feedPath(topic.id, extension)}">\n`,
  )}`;
}
