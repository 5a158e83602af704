// The home page: what this is, how to subscribe, which topics there are, what is new.

import type { Article, ArticleFacts } from "../catalog/article.ts";
import { ALL, type Catalog } from "../catalog/catalog.ts";
import { homePath, topicPath } from "../catalog/links.ts";
import { everythingQuery } from "../catalog/query.ts";
import { renderBuilder } from "./builder.ts";
import { linkFeeds } from "./discovery.ts";
import { listEntries } from "./entries.ts";
import { type Page, renderPage, topicsAnchor } from "./layout.ts";
import { html, jsonBlock, langOf } from "./markup.ts";
import { describeSite } from "./schema.ts";
import { searchEverything } from "./search.ts";
import { explainSubscribing } from "./subscribe.ts";
import { countArticles, listTopics } from "./topics.ts";
import { languagesOf, voiceOf } from "./voice.ts";

/** How many of the latest articles it shows. */
export const latestShown = 6;

/** The home page of a catalog; `latest` are its first articles whole, as many as it shows. */
export function renderHome(catalog: Catalog<ArticleFacts>, latest: readonly Article[]): string {
  const { site, topics, articles } = catalog;
  const voice = voiceOf(site);
  const { words } = voice;
  const lang = langOf(site.lang, voice.lang);
  const page: Page = {
    site,
    voice,
    title: null,
    description: site.description,
    path: homePath,
    kind: "website",
    image: null,
    head: html`${linkFeeds(site, topics, [everythingQuery])}
${jsonBlock("application/ld+json", describeSite(site))}`,
  };
  return renderPage(
    page,
    html`<div class="two">
<header>
<h1${lang}>${site.title}</h1>
<p class="lede"${lang}>${site.description}</p>
<p class="told">${words.onePerTopic} ${words.subscribeWhy}</p>
<p class="soft">${words.count(articles.length)} · ${words.countTopics(topics.length)}</p>
${searchEverything(voice)}
</header>
${explainSubscribing(site, voice, everythingQuery, words.everything)}
</div>
<section aria-labelledby="${topicsAnchor}">
<h2 id="${topicsAnchor}">${words.topics}</h2>
${listTopics(topics, voice, countArticles(catalog))}
</section>
${renderBuilder(topics, languagesOf(articles), voice)}<section aria-labelledby="latest">
<h2 id="latest">${words.latest}</h2>
${articles.length === 0 ? html`<p class="soft">${words.noArticles}</p>` : listEntries(latest, voice, "pair")}
${
  articles.length > latestShown &&
  html`<p class="more"><a href="${topicPath(ALL)}">${words.moreArticles(articles.length)}</a></p>`
}
</section>`,
  );
}
