// The page of a topic: what it is about, how to subscribe to it, its newest articles.

import { articlesIn, type Catalog, type Topic } from "../catalog/catalog.ts";
import { topicPath } from "../catalog/links.ts";
import { linkFeeds } from "./discovery.ts";
import { listEntries } from "./entries.ts";
import { renderPage } from "./layout.ts";
import { html, langOf } from "./markup.ts";
import { explainSubscribing } from "./subscribe.ts";
import { nameTopics, titleElsewhere } from "./topics.ts";
import { chooseText, type Text, type Voice, voiceOf } from "./voice.ts";

// What keeps a page of long summaries under 30 KB.
const entriesShown = 20;

/** The page of a topic, or of `everything`. */
export function renderTopic(catalog: Catalog, topic: Topic): string {
  const { site } = catalog;
  const voice = voiceOf(site);
  const { words } = voice;
  const title = chooseText(topic.title, voice);
  const articles = articlesIn(catalog, topic.id);
  const description = describeTopic(topic, voice);
  return renderPage({
    site,
    voice,
    title,
    description: description.text,
    path: topicPath(topic.id),
    kind: "website",
    image: null,
    head: linkFeeds(site, [topic]),
    main: html`<div class="two">
<header>
<h1${langOf(title.lang, voice.lang)}>${title.text}</h1>
${titleElsewhere(topic, voice)}
<p class="lede"${langOf(description.lang, voice.lang)}>${description.text}</p>
</header>
${explainSubscribing(site, voice, topic.id, title.text)}
</div>
<section aria-labelledby="articles">
<h2 id="articles">${words.articles}</h2>
${
  articles.length === 0
    ? html`<p class="lede">${words.emptyTopic}</p>`
    : listEntries(articles.slice(0, entriesShown), voice, "dated")
}
${
  articles.length > entriesShown &&
  html`<p class="more soft">${words.newestOf(entriesShown, articles.length)}</p>`
}
</section>
<section class="unprinted" aria-labelledby="topics">
<h2 id="topics">${words.otherTopics}</h2>
${nameTopics(
  catalog.topics.filter(({ id }) => id !== topic.id),
  voice,
)}
</section>`,
  });
}

function describeTopic(topic: Topic, voice: Voice): Text {
  return topic.description === null
    ? { text: voice.words.topicDescription(chooseText(topic.title, voice).text), lang: voice.lang }
    : chooseText(topic.description, voice);
}
