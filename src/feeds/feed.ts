// Feed: what one topic publishes, in the words of Atom (RFC 4287), the same for every format.

import { type Article, dateOf, type Enclosure, type Source } from "../catalog/article.ts";
import {
  ALL,
  articlesIn,
  type Catalog,
  findTopic,
  inLanguage,
  type Site,
  type Topic,
} from "../catalog/catalog.ts";
import { absolute, articlePath, type FeedExtension, feedPath, topicPath } from "../catalog/links.ts";
import { noteUndated } from "./note.ts";
import { cleanText, escapeText } from "./xml.ts";

/** A topic an entry is about (RFC 4287 §4.2.2). */
export interface Category {
  /** The topic's id. */
  readonly term: string;
  /** Its title in the site's language. */
  readonly label: string;
}

/** An article as it stands in a feed, whichever feed that is. Texts are clean (see `cleanText`). */
export interface Entry {
  readonly id: string;
  /** Permalink, absolute. */
  readonly url: string;
  readonly title: string;
  readonly lang: string;
  /** The instant the entry is dated by: what its source states, else when it was first seen. */
  readonly published: string;
  /** False when the source states no date. */
  readonly dated: boolean;
  readonly firstSeen: string;
  readonly updated: string;
  /** Plain text. */
  readonly summary: string;
  /** HTML: the whole article or its summary, as the site wishes; says so when the source states no date. */
  readonly content: string;
  readonly byline: string | null;
  readonly source: Source | null;
  readonly image: string | null;
  readonly enclosures: readonly Enclosure[];
  readonly categories: readonly Category[];
}

/** Everything of a feed but its entries. */
export interface FeedHead {
  /** The same in every format: the address of its page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  /** Who answers for entries without a byline. */
  readonly author: string;
  /** The page for people, absolute. */
  readonly page: string;
  /** Its own address in each format, absolute. */
  readonly self: Readonly<Record<FeedExtension, string>>;
  readonly hub: string | null;
  readonly icon: string | null;
  readonly updated: string;
  /** Minutes a reader may wait before it asks again. */
  readonly ttl: number;
}

/** A feed, newest entry first. */
export interface Feed extends FeedHead {
  readonly entries: readonly Entry[];
}

/** What an empty feed says of its last change; a fixed instant, so that the same seeds give the same bytes. */
export const beforeAll = "2000-01-01T00:00:00Z";

const ttl = 15;

/** The feed of a topic, or of `all`: the newest entries, as many as the site wishes. */
export function feedOf(catalog: Catalog, query: string): Feed {
  const { site } = catalog;
  const topic = query === ALL ? undefined : findTopic(catalog, query);
  if (topic === undefined && query !== ALL) throw new Error(`there is no topic "${query}"`);
  const labels = topicLabels(catalog);
  const entries = articlesIn(catalog, query)
    .slice(0, site.entriesPerFeed)
    .map((article) => entryOf(site, labels, article));
  return { ...headOf(site, query, titlesOf(site, topic), newestUpdate(entries)), entries };
}

/** A feed's title and description. */
export interface FeedTitles {
  readonly title: string;
  readonly description: string;
}

/** How the feed of a topic is called; without one, that of `all`. */
export function titlesOf(site: Site, topic: Topic | undefined): FeedTitles {
  if (topic === undefined) return { title: site.title, description: site.description };
  const name = inLanguage(topic.title, site.lang);
  const description = topic.description === null ? "" : inLanguage(topic.description, site.lang);
  return { title: `${name} – ${site.title}`, description };
}

/** The head of the feed of any query. */
export function headOf(site: Site, query: string, titles: FeedTitles, updated: string): FeedHead {
  const page = absolute(site, topicPath(query));
  return cleanTexts({
    id: page,
    title: titles.title,
    description: titles.description || titles.title,
    lang: site.lang,
    author: site.author || site.title,
    page,
    self: {
      rss: absolute(site, feedPath(query, "rss")),
      atom: absolute(site, feedPath(query, "atom")),
      json: absolute(site, feedPath(query, "json")),
    },
    hub: site.hub,
    icon: site.icon,
    updated,
    ttl,
  });
}

/** The latest update of any of these; a fixed instant where there are none. */
export function newestUpdate(entries: readonly Pick<Entry, "updated">[]): string {
  return entries.reduce((newest, { updated }) => (updated > newest ? updated : newest), "") || beforeAll;
}

/** The titles of all topics in the site's language, by id. */
export function topicLabels(catalog: Pick<Catalog, "site" | "topics">): ReadonlyMap<string, string> {
  return new Map(catalog.topics.map(({ id, title }) => [id, inLanguage(title, catalog.site.lang)]));
}

/** An article as an entry. It is the same in every feed, so it can be rendered once. */
export function entryOf(site: Site, labels: ReadonlyMap<string, string>, article: Article): Entry {
  const { id, title, lang, firstSeen, updated, summary, byline, source, image, enclosures } = article;
  return cleanTexts({
    id,
    url: absolute(site, articlePath(article)),
    title,
    lang,
    published: dateOf(article),
    dated: article.published !== null,
    firstSeen,
    updated,
    summary,
    content: contentOf(site, article),
    byline: byline || null,
    source,
    image,
    enclosures,
    categories: article.topics.map((term) => ({ term, label: labels.get(term) ?? term })),
  });
}

function contentOf(site: Site, article: Article): string {
  const body = site.content === "full" ? article.html : `<p>${escapeText(article.summary)}</p>`;
  return article.published === null
    ? body + noteUndated(article.lang, article.firstSeen, site.timeZone)
    : body;
}

/** The value with every text in it cleaned. The catalog is clean; whatever it is, the formats say the same. */
function cleanTexts<T>(value: T): T;
function cleanTexts(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map((part) => cleanTexts(part));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleanTexts(part)]));
}
