// The page of any query: what it is, how to subscribe to it, its newest articles. It comes in two parts with the articles
// between them, each rendered once and the same in whichever listing it stands.

import type { Article } from "../catalog/article.ts";
import { ALL, type Site, type Topic } from "../catalog/catalog.ts";
import { homePath } from "../catalog/links.ts";
import { plainTopic, type Query } from "../catalog/query.ts";
import { titleOfQuery } from "../feeds/titles.ts";
import { linkFeeds } from "./discovery.ts";
import { closeEntries, openEntries, showEntry } from "./entries.ts";
import { closePage, openPage, type Page, topicsAnchor } from "./layout.ts";
import { html, langOf, type Markup } from "./markup.ts";
import { narrowListing, offerWider } from "./narrow.ts";
import { pagePathOf } from "./queries.ts";
import { renderRefinement } from "./refine.ts";
import { explainSubscribing, subscribeAnchor } from "./subscribe.ts";
import { everything, nameTopics, titleElsewhere } from "./topics.ts";
import { chooseText, type Text, type Voice, voiceOf } from "./voice.ts";

/** What a listing shows. */
export interface Listing {
  readonly site: Site;
  /** All topics of the site. */
  readonly topics: readonly Topic[];
  /** Languages of the site's articles: primary subtags. */
  readonly langs: readonly string[];
  readonly query: Query;
  /** How many articles stand on the page. */
  readonly shown: number;
  /** How many there are. */
  readonly total: number;
  /** Said of a page that a browser is shown at the address of a feed. */
  readonly note?: "feed-preview";
}

/** A page without its articles. The document is the head, the items with a line break between them, and the tail. */
export interface ListingParts {
  readonly head: string;
  readonly tail: string;
}

/** How many other topics a page names; the home page has them all. */
const othersNamed = 100;

/** How many articles a page shows: what keeps one of long summaries under 30 KB. */
export const articlesShown = 15;

/** An article as it stands in every listing. */
export function renderItem(site: Site, article: Article): string {
  return showEntry(article, voiceOf(site)).toString();
}

/** The page of a query around its articles. */
export function renderListing(listing: Listing): ListingParts {
  const { site, topics, query, shown } = listing;
  const voice = voiceOf(site);
  const subject = subjectOf(listing, voice);
  const page: Page = {
    site,
    voice,
    title: subject.title,
    description: subject.description.text,
    path: pagePathOf(query),
    listed: subject.topic !== null,
    kind: "website",
    image: null,
    head: linkFeeds(site, topics, [query]),
  };
  const head = html`${openPage(page)}${introduce(listing, subject, voice)}
<section aria-labelledby="articles">
<h2 id="articles">${voice.words.articles}${countAll(listing, voice)}</h2>
${narrowListing(listing, voice)}
${shown > 0 ? openEntries("dated") : tellEmpty(listing, subject, voice)}`;
  const tail = html`${shown > 0 && closeEntries()}${countShown(listing, voice)}
</section>
${goOn(listing, subject, voice)}${closePage(page)}`;
  return { head: head.toString(), tail: tail.toString() };
}

/** What a listing is about: a topic with its own words, or a query named after what it asks. */
interface Subject {
  readonly topic: Topic | null;
  readonly title: Text;
  readonly description: Text;
}

function subjectOf({ site, topics, query }: Listing, voice: Voice): Subject {
  const { words, lang } = voice;
  const id = plainTopic(query);
  const topic = id === ALL ? everything : (topics.find((known) => known.id === id) ?? null);
  if (topic === null) {
    const title = titleOfQuery(site, topics, query);
    const description = { text: words.queryDescription(title), lang };
    return { topic, title: { text: title, lang }, description };
  }
  const title = chooseText(topic.title, voice);
  if (topic.description !== null) return { topic, title, description: chooseText(topic.description, voice) };
  return { topic, title, description: { text: words.topicDescription(title.text), lang } };
}

// Who searches wants the articles first; who put a feed together, its address.
function isSearch({ query, note }: Listing): boolean {
  return query.phrases.length > 0 && note === undefined;
}

function introduce(listing: Listing, subject: Subject, voice: Voice): Markup {
  const { topic, title } = subject;
  const header = html`<header>
${listing.note === "feed-preview" && html`<p class="kicker">${voice.words.previewKicker}</p>\n`}<h1${langOf(title.lang, voice.lang)}>${title.text}</h1>
${topic !== null && titleElsewhere(topic, voice)}
${ledeOf(listing, subject, voice)}
</header>`;
  return isSearch(listing)
    ? header
    : html`<div class="two">
${header}
${subscribeTo(listing, subject, voice)}
</div>`;
}

function ledeOf(listing: Listing, { topic, description }: Subject, voice: Voice): Markup {
  const { words } = voice;
  if (listing.note === "feed-preview") return html`<p class="lede">${words.preview}</p>`;
  if (isSearch(listing))
    return html`<p class="lede"><a href="#${subscribeAnchor}">${words.subscribeSearch}</a></p>`;
  if (topic === null) return html`<p class="lede">${words.queryLede}</p>`;
  return html`<p class="lede"${langOf(description.lang, voice.lang)}>${description.text}</p>`;
}

function subscribeTo({ site, query }: Listing, { title }: Subject, voice: Voice): Markup {
  return explainSubscribing(site, voice, query, title.text);
}

function tellEmpty(listing: Listing, { topic }: Subject, voice: Voice): Markup {
  const { words } = voice;
  return html`<p class="lede">${topic === null ? words.emptyQuery : words.emptyTopic}</p>
${offerWider(listing.query, voice)}`;
}

function countAll({ shown, total }: Listing, { words }: Voice): Markup | null {
  return shown === 0 ? null : html` <span class="soft">${words.count(total)}</span>`;
}

function countShown({ shown, total }: Listing, { words }: Voice): Markup | null {
  if (shown === 0 || shown >= total) return null;
  return html`
<p class="more soft">${words.newestOf(shown, total)}</p>`;
}

function goOn(listing: Listing, subject: Subject, voice: Voice): Markup {
  const { topic } = subject;
  const { words } = voice;
  const others = listing.topics.filter(({ id }) => id !== topic?.id);
  return html`${isSearch(listing) && html`${subscribeTo(listing, subject, voice)}\n`}${renderRefinement(listing, voice)}${
    others.length > 0 &&
    html`<section class="unprinted" aria-labelledby="topics">
<h2 id="topics">${topic === null ? words.topics : words.otherTopics}</h2>
${nameTopics(others.slice(0, othersNamed), voice)}
${
  others.length > othersNamed &&
  html`<p class="more"><a href="${homePath}#${topicsAnchor}">${words.countTopics(listing.topics.length)}</a></p>
`
}</section>`
  }`;
}
