// The page of an article: the whole text, and what is known about it.

import { type Article, dateOf } from "../catalog/article.ts";
import type { Catalog, Site, Topic } from "../catalog/catalog.ts";
import { articlePath } from "../catalog/links.ts";
import { everythingQuery } from "../catalog/query.ts";
import { shareMarkup } from "../feeds/markup.ts";
import { linkFeed, linkFeeds } from "./discovery.ts";
import { hostOf, listFacts } from "./facts.ts";
import { closePage, headOf, startBody, startPage } from "./layout.ts";
import { html, jsonBlock, langOf, type Markup } from "./markup.ts";
import { queryOf } from "./queries.ts";
import { describeArticle } from "./schema.ts";
import { joinTopics, showTopic } from "./topics.ts";
import { type Voice, voiceOf } from "./voice.ts";

/** What the pages of all articles of a site have in common, so that it is stored once. */
export interface ArticleFrame {
  readonly start: string;
  readonly middle: string;
  readonly end: string;
}

/** The rest of a page: its head before the middle of the frame, the others behind it. The content is that of feeds. */
export interface ArticleParts {
  readonly head: string;
  readonly heading: string;
  readonly content: string;
  readonly tail: string;
}

/** What is said of a topic on the pages of all its articles: the links to its feeds, and the offer to subscribe. */
interface OfTopic {
  readonly links: Markup;
  readonly offer: Markup;
}

/** What the pages of a site's articles share. */
interface Shared {
  readonly site: Site;
  readonly voice: Voice;
  readonly of: (topic: Topic) => OfTopic;
}

/** The frame of the pages of a site's articles. */
export function frameArticles({ site, topics }: Pick<Catalog, "site" | "topics">): ArticleFrame {
  const voice = voiceOf(site);
  const start = html`${startPage({ site, voice, kind: "article" })}${linkFeeds(site, topics, [everythingQuery])}
`;
  const middle = html`${startBody({ site, voice, path: null })}<article class="reading">
<header>`;
  return {
    start: start.toString(),
    middle: middle.toString(),
    end: closePage({ site, voice }).toString(),
  };
}

/**
 * Prepares the pages of a site's articles, which are its topics' as well: what they share is made once. A page shows
 * nothing of other articles, so it changes only when its own does.
 */
export function prepareArticles({
  site,
  topics,
}: Pick<Catalog, "site" | "topics">): (article: Article) => ArticleParts {
  const voice = voiceOf(site);
  const known = new Map<string, OfTopic>();
  const makeOf = (topic: Topic): OfTopic => {
    const made = {
      links: linkFeed(site, [topic], queryOf(topic.id)),
      offer: showTopic(topic, voice, null),
    };
    known.set(topic.id, made);
    return made;
  };
  const shared: Shared = {
    site,
    voice,
    of: (topic) => known.get(topic.id) ?? makeOf(topic),
  };
  return (article) =>
    renderParts(
      shared,
      topics.filter((topic) => article.topics.includes(topic.id)),
      article,
    );
}

function renderParts({ site, voice, of }: Shared, topics: readonly Topic[], article: Article): ArticleParts {
  const { words } = voice;
  const lang = langOf(article.lang, voice.lang);
  const ofTopics = topics.map(of);
  const head = headOf({
    site,
    voice,
    title: { text: article.title, lang: article.lang },
    description: article.summary,
    path: articlePath(article),
    image: article.image,
    head: html`${ofTopics.map(({ links }) => links)}${timesOf(article)}
${jsonBlock("application/ld+json", describeArticle(site, article, topics))}`,
  });
  const heading = html`<h1${article.titleDerived && html` class="derived"`}${lang}>${article.title}</h1></header>
${listFacts(article, topics, voice)}
<div class="body"${lang}>`;
  const tail = html`</div>
<footer>
${article.titleDerived && html`<p class="note soft">${words.titleDerived}</p>`}
${linkOriginal(article, voice)}
${listCaptions(article, voice)}
${listEnclosures(article, voice)}
</footer>
</article>
${offerTopics(ofTopics, voice)}`;
  return {
    head: head.toString(),
    heading: heading.toString(),
    content: shareMarkup(article.html),
    tail: tail.toString(),
  };
}

function timesOf(article: Article): Markup {
  return html`${
    article.published !== null &&
    html`<meta property="article:published_time" content="${article.published}">
`
  }${
    article.updated !== dateOf(article) &&
    html`<meta property="article:modified_time" content="${article.updated}">
`
  }`;
}

function linkOriginal({ source }: Article, voice: Voice): Markup | null {
  if (source?.url == null) return null;
  return html`<p class="more origin"><a href="${source.url}">${voice.words.readOriginal(hostOf(source.url))}</a></p>`;
}

function listCaptions(article: Article, voice: Voice): Markup | null {
  if (article.captions.length === 0) return null;
  return html`<section aria-labelledby="captions">
<h2 id="captions">${voice.words.captions}</h2>
<p class="soft">${voice.words.captionsLost}</p>
<ul class="captions"${langOf(article.lang, voice.lang)}>${article.captions.map(
    (caption) => html`<li>${caption}</li>`,
  )}</ul>
</section>`;
}

function listEnclosures({ enclosures }: Article, voice: Voice): Markup | null {
  if (enclosures.length === 0) return null;
  return html`<section aria-labelledby="files">
<h2 id="files">${voice.words.enclosures}</h2>
<ul class="captions">${enclosures.map(
    ({ url, type, title }) =>
      html`<li><a href="${url}">${title ?? url}</a> <span class="soft">${type}</span></li>`,
  )}</ul>
</section>`;
}

function offerTopics(topics: readonly OfTopic[], voice: Voice): Markup | null {
  if (topics.length === 0) return null;
  return html`<section class="unprinted" aria-labelledby="topics">
<h2 id="topics">${voice.words.subscribeTopics}</h2>
${joinTopics(topics.map(({ offer }) => offer))}
</section>`;
}
