// Feed: what a query publishes, in the words of Atom (RFC 4287), the same for every format.

import { type Article, dateOf, type Enclosure, type Source } from "../catalog/article.ts";
import { type Catalog, inLanguage, type Retraction, type Site, type Topic } from "../catalog/catalog.ts";
import { absolute, articlePath, topicPath } from "../catalog/links.ts";
import { plainTopic, type Query, spellQuery } from "../catalog/query.ts";
import { type ArchiveNumbers, type History, historyOf } from "./history.ts";
import { shareMarkup } from "./markup.ts";
import { noteUndated } from "./note.ts";
import { archiveSuffix, titlesOf } from "./titles.ts";
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
  /** HTML: the whole article or its summary, as the site wishes, spelled so that every format can share it (markup.ts). */
  readonly content: string;
  /** HTML that follows the content where the source states no date, and says so; empty otherwise. */
  readonly note: string;
  readonly byline: string | null;
  readonly source: Source | null;
  readonly image: string | null;
  /** Size of the image in bytes, where it is known. */
  readonly imageLength?: number | null;
  readonly enclosures: readonly Enclosure[];
  readonly categories: readonly Category[];
}

/**
 * An entry as text: its content, which all formats share, and what stands around it. What it opens with is the same for
 * all entries of one language; what comes behind holds all the rest, so that it can be compressed against the content,
 * but for the lead of an RSS item, which is its description. In other formats that is empty.
 */
export interface EntryParts {
  readonly open: string;
  readonly lead: string;
  readonly content: string;
  readonly close: string;
}

/** An entry that was taken back (RFC 6721 §3): which, when, and what the publisher says about it. */
export type Tombstone = Pick<Retraction, "id" | "when" | "reason">;

/** Everything of a feed, or of an archive page of it, but the entries. */
export interface FeedHead extends History {
  /** The same in every format and on every archive page: the address of its page for people. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The language of its own texts: the site's. */
  readonly lang: string;
  /** The language of its entries: the one asked for, else the site's, as far as they have one in common. */
  readonly entriesLang: string;
  /** Who answers for entries without a byline. */
  readonly author: string;
  /** The page for people, absolute. */
  readonly page: string;
  /** WebSub hub that tells of changes; null where there is none, and where it is told of none (see `isTold`). */
  readonly hub: string | null;
  readonly icon: string | null;
  readonly updated: string;
  /** Minutes a reader may wait before it asks again. */
  readonly ttl: number;
  readonly tombstones: readonly Tombstone[];
}

/** What only some heads have. */
export interface HeadOptions extends ArchiveNumbers {
  readonly tombstones?: readonly Tombstone[];
}

/** A feed, newest entry first. */
export interface Feed extends FeedHead {
  readonly entries: readonly Entry[];
}

/** What an empty feed says of its last change; a fixed instant, so that the same seeds give the same bytes. */
export const beforeAll = "2000-01-01T00:00:00Z";

const ttl = 15;

/** The head of the feed of any query, or of an archive page of it. */
export function headOf(
  site: Site,
  topics: readonly Topic[],
  query: Query,
  updated: string,
  options: HeadOptions = {},
): FeedHead {
  const spelled = spellQuery(query);
  const history = historyOf(site, spelled, options);
  const { title, description } = titlesOf(site, topics, query);
  const page = absolute(site, topicPath(spelled.expression, spelled.search));
  return cleanTexts({
    ...history,
    id: page,
    title: title + archiveSuffix(site, options.archive ?? null),
    description: description || title,
    lang: site.lang,
    entriesLang: query.lang ?? site.lang,
    author: site.author || site.title,
    page,
    hub: isTold(query) && history.current === null ? site.hub : null,
    icon: site.icon,
    updated,
    ttl,
    tombstones: (options.tombstones ?? []).map(({ id, when, reason }) => ({ id, when, reason })),
  });
}

/**
 * Whether a hub is told when the feed of a query changes: a deploy tells it of topics and of `all`. Nobody knows which
 * combinations are subscribed to, and a reader that was promised to be told would ask less often (WebSub §4).
 */
export function isTold(query: Query): boolean {
  return plainTopic(query) !== null;
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
    note: article.published === null ? noteOf(site, article) : "",
    byline: byline || null,
    source,
    image,
    imageLength: article.imageLength ?? null,
    enclosures,
    categories: article.topics.map((term) => ({ term, label: labels.get(term) ?? term })),
  });
}

function contentOf(site: Site, article: Article): string {
  return shareMarkup(
    cleanText(site.content === "full" ? article.html : `<p>${escapeText(article.summary)}</p>`),
  );
}

function noteOf(site: Site, { lang, firstSeen }: Article): string {
  return shareMarkup(noteUndated(lang, firstSeen, site.timeZone));
}

/** The value with every text in it cleaned. The catalog is clean; whatever it is, the formats say the same. */
function cleanTexts<T>(value: T): T;
function cleanTexts(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map((part) => cleanTexts(part));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleanTexts(part)]));
}
