// Topics as lists: with counts and feeds where readers choose, as names alone where they go on.

import type { ArticleFacts } from "../catalog/article.ts";
import { ALL, type Catalog, type Topic } from "../catalog/catalog.ts";
import { topicPath } from "../catalog/links.ts";
import { html, langOf, type Markup } from "./markup.ts";
import { queryOf } from "./queries.ts";
import { linkFormats } from "./subscribe.ts";
import { chooseText, type Voice } from "./voice.ts";
import { inEveryLanguage } from "./words.ts";

/** The topic that holds every article; it is in no catalog, but has a page and feeds like any other. */
export const everything: Topic = {
  id: ALL,
  title: inEveryLanguage((words) => words.everything),
  description: inEveryLanguage((words) => words.everythingDescription),
};

/** How many articles each topic has, by id; one walk through the catalog. */
export function countArticles(catalog: Catalog<ArticleFacts>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>([[ALL, catalog.articles.length]]);
  for (const article of catalog.articles) {
    for (const id of article.topics) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Topics to choose from: title, feeds, and how many articles each has. */
export function listTopics(
  topics: readonly Topic[],
  voice: Voice,
  counts: ReadonlyMap<string, number>,
): Markup {
  return joinTopics(topics.map((topic) => showTopic(topic, voice, counts.get(topic.id) ?? 0)));
}

/** A list of topics that were shown one by one. */
export function joinTopics(shown: readonly Markup[]): Markup {
  return html`<ul class="topics" role="list">
${shown}</ul>`;
}

/** One topic of such a list; `count` is null where it is not shown. */
export function showTopic(topic: Topic, voice: Voice, count: number | null): Markup {
  const { text, lang } = chooseText(topic.title, voice);
  return html`<li><h3 class="title"><a href="${topicPath(topic.id)}"${langOf(lang, voice.lang)}>${text}</a>${
    count !== null && showCount(count, voice)
  }</h3>
${linkFormats(queryOf(topic.id), text)}</li>
`;
}

function showCount(count: number, { words }: Voice): Markup {
  return html` <span class="soft">${count === 0 ? words.noArticles : words.count(count)}</span>`;
}

/** Topics as links side by side. */
export function nameTopics(topics: readonly Topic[], voice: Voice): Markup {
  return html`<ul class="names" role="list">${topics.map((topic) => {
    const { text, lang } = chooseText(topic.title, voice);
    return html`<li><a href="${topicPath(topic.id)}"${langOf(lang, voice.lang)}>${text}</a></li> `;
  })}</ul>`;
}

/** A topic's title in the languages the page does not speak. */
export function titleElsewhere(topic: Topic, voice: Voice): Markup | null {
  const own = chooseText(topic.title, voice).text;
  const others = Object.entries(topic.title).filter(([, title]) => title !== own);
  if (others.length === 0) return null;
  return html`<p class="other">${others.map(
    ([lang, title], index) => html`${index > 0 && " · "}<span${langOf(lang, voice.lang)}>${title}</span>`,
  )}</p>`;
}
