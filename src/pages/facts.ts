// What is known about an article, and what is honestly not.

import { type Article, dateOf } from "../catalog/article.ts";
import type { Topic } from "../catalog/catalog.ts";
import { html, type Markup } from "./markup.ts";
import { nameTopics } from "./topics.ts";
import { nameLanguage, type Voice } from "./voice.ts";

/** Byline, source, dates, language and topics as a list of terms. A date the source does not state is never shown as one. */
export function listFacts(article: Article, topics: readonly Topic[], voice: Voice): Markup {
  const { words } = voice;
  const { byline, published } = article;
  return html`<dl class="facts">
${byline !== null && fact(words.byline, byline)}
${article.source !== null && fact(words.source, nameSource(article))}
${fact(words.published, published === null ? words.notStated : voice.date(published))}
${published === null && fact(words.firstSeen, voice.date(article.firstSeen))}
${article.updated !== dateOf(article) && fact(words.updated, voice.date(article.updated))}
${fact(words.language, nameLanguage(voice, article.lang))}
${topics.length > 0 && fact(words.topics, nameTopics(topics, voice))}
</dl>`;
}

function fact(term: string, value: string | Markup): Markup {
  return html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
}

function nameSource({ source }: Article): string | Markup {
  if (source?.url == null) return source?.name ?? "";
  return html`<a href="${source.url}">${source.name ?? hostOf(source.url)}</a>`;
}

/** The host of an address, as people say it. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}
