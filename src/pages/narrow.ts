// What narrows a listing and what widens it: words to search for, one language, and the ways back.

import { ALL, type Topic } from "../catalog/catalog.ts";
import { primaryLanguage } from "../catalog/language.ts";
import { topicPath } from "../catalog/links.ts";
import { everythingQuery, plainTopic, type Query, spellQuery } from "../catalog/query.ts";
import { html, type Markup } from "./markup.ts";
import { pagePathOf, searchedTopic, searchTextOf } from "./queries.ts";
import { renderSearch } from "./search.ts";
import { chooseText, nameWithin, type Voice } from "./voice.ts";

/** What is narrowed. */
interface Narrowed {
  readonly topics: readonly Topic[];
  readonly langs: readonly string[];
  readonly query: Query;
}

/** A search within the listing, and its languages. */
export function narrowListing({ topics, langs, query }: Narrowed, voice: Voice): Markup {
  const label = labelSearch(topics, query, voice);
  const search = renderSearch(voice, {
    action: topicPath(spellQuery(query).expression),
    label,
    text: searchTextOf(query),
    lang: query.lang,
  });
  return html`<div class="narrow unprinted">
${search}
${linkLanguages(langs, query, voice)}
</div>`;
}

function labelSearch(topics: readonly Topic[], query: Query, voice: Voice): string {
  const { words } = voice;
  const searched = searchedTopic(query);
  if (searched === ALL) return words.searchAll;
  const topic = topics.find(({ id }) => id === searched);
  return topic === undefined ? words.searchHere : words.searchIn(chooseText(topic.title, voice).text);
}

// The same query in one language or in all; that of the page first. Nothing where there is nothing to choose.
function linkLanguages(langs: readonly string[], query: Query, voice: Voice): Markup | null {
  if (langs.length < 2 && query.lang === null) return null;
  const { words } = voice;
  const own = (lang: string): boolean => lang === primaryLanguage(voice.lang);
  const sorted = [...langs.filter(own), ...langs.filter((lang) => !own(lang))];
  const choices = [null, ...sorted].map((lang) => {
    const name = lang === null ? words.allLanguages : words.onlyIn(nameWithin(voice, lang));
    const current = lang === query.lang && html` aria-current="true"`;
    return html`<li><a href="${pagePathOf({ ...query, lang })}"${current}>${name}</a></li> `;
  });
  return html`<nav aria-label="${words.language}"><ul class="names" role="list">${choices}</ul></nav>`;
}

/** Ways on from a query nothing matches: each asks for less. */
export function offerWider(query: Query, { words }: Voice): Markup | null {
  if (plainTopic(query) === ALL) return null;
  const { any, phrases } = query;
  const ways: [name: string, wider: Query][] = [];
  if (phrases.length > 0 && any.length > 0) ways.push([words.searchAll, { ...query, any: [] }]);
  if (phrases.length > 0) ways.push([words.withoutWords, { ...query, phrases: [] }]);
  ways.push([words.everything, everythingQuery]);
  return html`<ul class="names more" role="list">${ways.map(
    ([name, wider]) => html`<li><a href="${pagePathOf(wider)}">${name}</a></li> `,
  )}</ul>`;
}
