// Words: what a table of the words of one language holds, and how numbers are said in any.

import type { Refusal } from "../../catalog/query.ts";
import type { NamingLanguage } from "../../feeds/languages.ts";

/** Everything a page says that no article, topic or site says. */
export interface Words {
  /** BCP 47 language of these words. */
  readonly lang: NamingLanguage;
  /** Locale and fields of a date. */
  readonly dateLocale: string;
  readonly dateFields: { readonly day: "2-digit" | "numeric"; readonly month: "2-digit" | "long" };

  readonly skipToContent: string;
  readonly topics: string;
  readonly otherTopics: string;
  readonly everything: string;
  readonly everythingDescription: string;
  readonly topicDescription: (title: string) => string;
  readonly articles: string;
  readonly latest: string;
  readonly moreArticles: (count: number) => string;
  readonly count: (count: number) => string;
  readonly countTopics: (count: number) => string;
  readonly noArticles: string;
  readonly emptyTopic: string;
  readonly newestOf: (shown: number, total: number) => string;

  readonly queryDescription: (title: string) => string;
  readonly queryLede: string;
  readonly emptyQuery: string;
  readonly withoutWords: string;
  readonly allLanguages: string;
  /** Takes the name of a language as it stands within a sentence. */
  readonly onlyIn: (language: string) => string;
  readonly previewKicker: string;
  readonly preview: string;

  readonly search: string;
  readonly searchAll: string;
  readonly searchIn: (title: string) => string;
  readonly searchHere: string;
  readonly searchHint: string;

  readonly build: string;
  readonly buildWhy: string;
  readonly buildOpen: string;
  readonly buildAnew: string;
  readonly buildAny: string;
  readonly buildAll: string;
  readonly buildNone: string;
  readonly anyTopic: string;
  readonly noTopic: string;
  readonly buildWords: string;
  readonly buildSubmit: string;
  readonly refine: string;
  readonly refineAnd: string;
  readonly refineOr: string;
  readonly refineNot: string;
  readonly otherTopic: string;
  readonly chooseTopic: string;

  readonly subscribe: string;
  readonly subscribeHow: string;
  readonly subscribeWhy: string;
  readonly onePerTopic: string;
  readonly copyAddress: string;
  readonly copied: string;
  readonly addTo: string;
  readonly ownReader: string;
  readonly subscribeSearch: string;
  readonly opml: string;
  readonly index: string;
  readonly subscribeTopics: string;

  readonly published: string;
  readonly notStated: string;
  readonly firstSeen: string;
  readonly updated: string;
  readonly byline: string;
  readonly source: string;
  readonly language: string;
  readonly readOriginal: (host: string) => string;
  readonly titleDerived: string;
  readonly captions: string;
  readonly captionsLost: string;
  readonly enclosures: string;

  readonly missing: string;
  readonly missingSentence: string;
  readonly retracted: string;
  readonly retractedSentence: string;
  readonly retractedReason: string;
  readonly refused: string;
  readonly refusals: RefusalWords;
  readonly backHome: string;
}

/** A sentence for each reason why an expression is no query. */
export type RefusalWords = {
  readonly [Reason in Refusal["reason"]]: (refusal: Extract<Refusal, { reason: Reason }>) => string;
};

/** A number as a language writes it. */
export function numberIn(locale: string, value: number): string {
  return value < 1000 ? String(value) : value.toLocaleString(locale);
}

/** A number of things. */
export function countIn(locale: string, count: number, one: string, many: string): string {
  return `${numberIn(locale, count)} ${count === 1 ? one : many}`;
}

/** What somebody wrote, in quotation marks, and no longer than a sentence bears. */
export function quoteShort(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text}”`;
}
