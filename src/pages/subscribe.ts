// How to subscribe to a query: its address for newcomers, all its formats for those who know what they want.

import type { Site } from "../catalog/catalog.ts";
import { absolute, feedPath } from "../catalog/links.ts";
import { formats } from "../feeds/formats.ts";
import { html, type Markup } from "./markup.ts";
import type { Voice } from "./voice.ts";

/** Links to a query's feed in every format; `title` tells them apart for those who hear them. */
export function linkFormats(query: string, title: string): Markup {
  return html`<p class="feeds">${formats.map(({ name, extension }) => {
    const shortName = name.replace(/ [\d.]+$/, "");
    return html`<a href="${feedPath(query, extension)}" aria-label="${shortName}: ${title}">${shortName}</a> `;
  })}</p>`;
}

/** What a newcomer does to subscribe, with the address to copy. */
export function explainSubscribing(site: Site, voice: Voice, query: string, title: string): Markup {
  const { words } = voice;
  return html`<section class="panel unprinted" aria-labelledby="subscribe">
<h2 id="subscribe">${words.subscribe}</h2>
<p>${words.subscribeHow}</p>
<code class="address">${breakAtSlashes(absolute(site, feedPath(query, "rss")))}</code>
${linkFormats(query, title)}
<p class="soft">${words.subscribeWhy}</p>
</section>`;
}

// A long address wraps where a reader would; what is copied stays whole.
function breakAtSlashes(address: string): Markup {
  return html`${address.split(/(?<=[^/]\/)(?=[^/])/).map((part, index) => html`${index > 0 && html`<wbr>`}${part}`)}`;
}
