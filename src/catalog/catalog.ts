// Site, Topic and Catalog: everything that is published, as plain data, and the questions asked of it.

import type { Article, ArticleFacts } from "./article.ts";

/** One text in several languages, by BCP 47 tag. A text without a language stands under "". */
export type Localized = Readonly<Record<string, string>>;

/** The facts of a site, from `[site]` in site.toml. */
export interface Site {
  readonly title: string;
  readonly description: string;
  /** Canonical origin without a trailing slash, such as `https://feeds.example.org`. */
  readonly url: string;
  /** BCP 47 language the site speaks: its pages, and titles where several are given. */
  readonly lang: string;
  readonly author: string | null;
  /** IANA name; dates without a zone are read in it, and pages show dates in it. */
  readonly timeZone: string;
  /** WebSub hub; null where there is none. */
  readonly hub: string | null;
  /** Absolute address of a square icon. */
  readonly icon: string | null;
  readonly entriesPerFeed: number;
  /** Whether feeds carry whole articles or summaries. */
  readonly content: "full" | "summary";
}

/** A topic readers can subscribe to. */
export interface Topic {
  /** `[a-z0-9-]+`, for ever. */
  readonly id: string;
  readonly title: Localized;
  readonly description: Localized | null;
}

/** An article that was taken back. */
export interface Retraction {
  readonly id: string;
  readonly shortId: string;
  /** RFC 3339 in UTC. */
  readonly when: string;
  /** What the publisher says about it; null where its file is simply gone. */
  readonly reason: string | null;
}

/** The places an article once had in archives, and has left empty: the pages behind them stay as they are. */
export type Vacancy = Pick<ArticleFacts, "id" | "published" | "firstSeen" | "topics">;

/**
 * All that is published. `articles` are in the order of `compareArticles`; `topics` in the order of site.toml;
 * `retractions` with the latest first, `vacancies` in any order.
 */
export interface Catalog<One extends ArticleFacts = Article> {
  readonly site: Site;
  readonly topics: readonly Topic[];
  readonly articles: readonly One[];
  readonly retractions?: readonly Retraction[];
  /** When an article last came into a topic or left one, or got another date, RFC 3339 in UTC; null if none ever did. */
  readonly moved?: string | null;
  readonly vacancies?: readonly Vacancy[];
}

/** The query that takes every article; no topic may bear this id. */
export const ALL = "all";

/** A text in the language asked for, else in that of the first fallback it has, else in any. */
export function inLanguage(text: Localized, ...langs: readonly string[]): string {
  for (const lang of [...langs, ""]) {
    if (Object.hasOwn(text, lang)) return text[lang] ?? "";
  }
  return Object.values(text)[0] ?? "";
}
