// The form that searches: plain GET, so that every result has an address.

import { ALL } from "../catalog/catalog.ts";
import { topicPath } from "../catalog/links.ts";
import { limits } from "../catalog/query.ts";
import { html, type Markup } from "./markup.ts";
import type { Voice } from "./voice.ts";

/** What is searched, and what was searched for. */
export interface Search {
  /** The page that answers. */
  readonly action: string;
  readonly label: string;
  readonly text: string;
  /** The language results are kept to; null for all. */
  readonly lang: string | null;
}

/** A search form. A page has one at most. */
export function renderSearch({ words }: Voice, { action, label, text, lang }: Search): Markup {
  return html`<form class="search" role="search" action="${action}">
<label for="q">${label}</label>
<div class="field"><input type="search" id="q" name="q" value="${text}" maxlength="${limits.searchLength}" aria-describedby="q-hint"><button>${words.search}</button></div>
${lang !== null && html`<input type="hidden" name="lang" value="${lang}">`}<p class="soft" id="q-hint">${words.searchHint}</p>
</form>`;
}

/** The form that searches everything. */
export function searchEverything(voice: Voice): Markup {
  return renderSearch(voice, { action: topicPath(ALL), label: voice.words.searchAll, text: "", lang: null });
}
