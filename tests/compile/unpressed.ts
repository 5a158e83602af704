// A catalog as large as a test wants, with records that cost nothing: they only say which article they are of.

import { type Article, type ArticleFacts, compareArticles } from "../../src/catalog/article.ts";
import { type ArticleRecord, packArticle, packPage } from "../../src/catalog/record.ts";
import type { PressedCatalog } from "../../src/compile/pressed.ts";
import { makeArticle, site } from "../feeds/press.ts";

/** What a test says of an article; instants are RFC 3339. */
export type Stated = Partial<Pick<Article, "published" | "firstSeen" | "topics" | "lang" | "text">>;

/** An instant so many hours after the beginning of 2020. */
export function hour(number: number): string {
  return `${new Date(Date.UTC(2020, 0, 1) + number * 3_600_000).toISOString().slice(0, 19)}Z`;
}

/** The catalog; `padding` bytes that nothing can compress stand in every record. */
export function statedCatalog(
  stated: readonly Stated[],
  topics: readonly string[],
  { padding = 100, ...more }: Partial<PressedCatalog> & { readonly padding?: number } = {},
): PressedCatalog {
  const articles = stated
    .map((one, number) => {
      const published = one.published === undefined ? hour(number) : one.published;
      const dated = published ?? one.firstSeen ?? hour(number);
      const seen = one.firstSeen ?? dated;
      const changed = dated > seen ? dated : seen;
      return makeArticle(number, { published, firstSeen: seen, updated: dated, changed, topics: [], ...one });
    })
    .sort(compareArticles);
  const at = (ordinal: number): Article => {
    const article = articles[ordinal];
    if (article === undefined) throw new Error(`there is no article ${ordinal}`);
    return article;
  };
  const record = (ordinal: number): Uint8Array => packArticle(recordOf(numberOf(at(ordinal)), padding));
  const page = (ordinal: number): Uint8Array =>
    packPage({
      from: 0,
      changed: 0,
      path: `/articles/${at(ordinal).slug}-${at(ordinal).shortId}`,
      tag: String(numberOf(at(ordinal))).padStart(16, "0"),
      head: new Uint8Array(0),
      heading: new Uint8Array(0),
      content: null,
      tail: new Uint8Array(0),
      length: 0,
      crc: 0,
    });
  return {
    site: { ...site, entriesPerFeed: 10 },
    topics: topics.map((id) => ({ id, title: { "": id }, description: null })),
    articles: articles satisfies readonly ArticleFacts[],
    retractions: [],
    record,
    page,
    sizeOf: (ordinal) => ({ record: record(ordinal).length, page: page(ordinal).length }),
    keyOf: (ordinal) => at(ordinal).id,
    whole: at,
    ...more,
  };
}

/** The number an article was stated with. */
export function numberOf({ slug }: Pick<ArticleFacts, "slug">): number {
  return Number(slug.slice(slug.lastIndexOf("-") + 1));
}

/** A record that says whose it is by the instant it is dated by. */
function recordOf(number: number, padding: number): ArticleRecord {
  const stream = { deflate: new Uint8Array(0), length: 0, crc: number };
  const content = new Uint8Array(padding);
  for (let at = 0, state = number + 1; at < padding; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    content[at] = state >>> 24;
  }
  return {
    dated: number,
    updated: number,
    changed: number,
    opening: 0,
    lead: new Uint8Array(0),
    content,
    entries: { rss: stream, atom: stream, json: stream, item: stream },
  };
}
