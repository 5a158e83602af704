// How to subscribe to a query: its address for newcomers, readers that take it, all its formats for those who know.

import type { Site } from "../catalog/catalog.ts";
import { absolute } from "../catalog/links.ts";
import type { Query } from "../catalog/query.ts";
import { formats } from "../feeds/formats.ts";
import { html, type Markup, trusted } from "./markup.ts";
import { feedPathOf } from "./queries.ts";
import { readers } from "./readers.ts";
import { copyScript } from "./script.ts";
import type { Voice } from "./voice.ts";

/** The anchor of the section that explains it. */
export const subscribeAnchor = "subscribe";

/** Links to a query's feed in every format; `title` tells them apart for those who hear them. */
export function linkFormats(query: Query, title: string): Markup {
  return html`<p class="feeds">${formats.map(({ name, extension }) => {
    const shortName = name.replace(/ [\d.]+$/, "");
    return html`<a href="${feedPathOf(query, extension)}" aria-label="${shortName}: ${title}">${shortName}</a> `;
  })}</p>`;
}

/** What a newcomer does to subscribe, with the address to copy. A page has this once at most. */
export function explainSubscribing(site: Site, voice: Voice, query: Query, title: string): Markup {
  const { words } = voice;
  const address = absolute(site, feedPathOf(query, "rss"));
  return html`<section class="panel unprinted" aria-labelledby="${subscribeAnchor}">
<h2 id="${subscribeAnchor}">${words.subscribe}</h2>
<p>${words.subscribeHow}</p>
<div class="copying"><code class="address">${breakAddress(address)}</code>
<button type="button" data-done="${words.copied}" hidden>${words.copyAddress}</button>
<span class="soft" role="status"></span>
<script>${trusted(copyScript)}</script>
${linkFormats(query, title)}</div>
<p class="soft" id="add-to">${words.addTo}</p>
${linkReaders(address, voice)}
</section>`;
}

// `feed:` is what applications on a computer or a phone register for; a whole address stands behind it.
function linkReaders(address: string, { words }: Voice): Markup {
  return html`<ul class="names" role="list" aria-labelledby="add-to">${readers.map(
    ({ name, subscribe }) => html`<li><a href="${subscribe(address)}" rel="nofollow">${name}</a></li> `,
  )}<li><a href="feed:${address}">${words.ownReader}</a></li></ul>`;
}

// A long address wraps where a reader would; what is copied stays whole.
function breakAddress(address: string): Markup {
  const parts = address.split(/(?<=[^/][/+,])(?=[^/])|(?=[?&])/);
  return html`${parts.map((part, index) => html`${index > 0 && html`<wbr>`}${part}`)}`;
}
