// Titles: what the answer to any query is called, in the site's language.

import { ALL, inLanguage, type Site, type Topic } from "../catalog/catalog.ts";
import { primaryLanguage } from "../catalog/language.ts";
import { type Phrase, plainTopic, type Query, type Term } from "../catalog/query.ts";
import { languageName } from "./languages.ts";

/** How one language puts a query into words. */
interface Wording {
  readonly everything: string;
  readonly and: string;
  readonly or: string;
  /** Between alternatives that have an "and" of their own. */
  readonly orElse: string;
  /** "A without B": the topics that must not be there follow. */
  readonly without: string;
  /** Between topics none of which may be there. */
  readonly nor: string;
  readonly inLanguage: (lang: string) => string;
  readonly containing: (phrases: string) => string;
  readonly archive: (number: number) => string;
}

/** By primary language subtag (BCP 47). A new language is a new row. */
const wordings: Readonly<Record<"en" | "vi", Wording>> & Readonly<Record<string, Wording>> = {
  en: {
    everything: "Everything",
    and: " and ",
    or: " or ",
    orElse: ", or ",
    without: " without ",
    nor: " or ",
    inLanguage: (lang) => `, in ${languageName(lang, "en") ?? lang}`,
    containing: (phrases) => `, containing ${phrases}`,
    archive: (number) => ` – archive ${number}`,
  },
  vi: {
    everything: "Tất cả bài viết",
    and: " và ",
    or: " hoặc ",
    orElse: ", hoặc ",
    without: " trừ ",
    nor: " và ",
    inLanguage: (lang) => `, bằng ${languageName(lang, "vi") ?? lang}`,
    containing: (phrases) => `, có ${phrases}`,
    archive: (number) => ` – lưu trữ ${number}`,
  },
};

/** A feed's title and description; the description is empty where nobody wrote one. */
export interface FeedTitles {
  readonly title: string;
  readonly description: string;
}

/** How the feed of any query is called: that of everything like the site, any other after its query and the site. */
export function titlesOf(site: Site, topics: readonly Topic[], query: Query): FeedTitles {
  const plain = plainTopic(query);
  if (plain === ALL) return { title: site.title, description: site.description };
  const described = topics.find(({ id }) => id === plain)?.description ?? {};
  const title = `${titleOfQuery(site, topics, query)} – ${site.title}`;
  return { title, description: inLanguage(described, site.lang) };
}

/** The name of a query without the site's title: "Japan and Coast guard, in Vietnamese". */
export function titleOfQuery(site: Site, topics: readonly Topic[], query: Query): string {
  const words = wordingOf(site.lang);
  const { any, lang, phrases } = query;
  // A site may have a thousand topics, a query has eight at most.
  const named = new Set(any.flat().map(({ topic }) => topic));
  const titles = new Map(
    topics.filter(({ id }) => named.has(id)).map(({ id, title }) => [id, inLanguage(title, site.lang)]),
  );
  const alternatives = any.map((terms) => nameTerms(words, titles, terms));
  const or = any.some((terms) => terms.length > 1) ? words.orElse : words.or;
  let name = alternatives.length === 0 ? words.everything : joinNames(alternatives, or);
  if (lang !== null) name += words.inLanguage(lang);
  if (phrases.length > 0) name += words.containing(joinNames(phrases.map(quotePhrase), words.and));
  return name;
}

/** What the title of an archive page of this number ends with; nothing for the feed itself. */
export function archiveSuffix(site: Site, number: number | null): string {
  return number === null ? "" : wordingOf(site.lang).archive(number);
}

/** "A and B without C". */
function nameTerms(words: Wording, titles: ReadonlyMap<string, string>, terms: readonly Term[]): string {
  const titlesWhere = (not: boolean): string[] =>
    terms.filter((term) => term.not === not).map(({ topic }) => titles.get(topic) ?? topic);
  const wanted = titlesWhere(false);
  const unwanted = titlesWhere(true);
  const name = wanted.length === 0 ? words.everything : joinNames(wanted, words.and);
  return unwanted.length === 0 ? name : name + words.without + joinNames(unwanted, words.nor);
}

/** "A, B and C"; a separator that has its own comma stands between all. */
function joinNames(names: readonly string[], last: string): string {
  const between = last.startsWith(",") ? last : ", ";
  return names.length < 2 ? (names[0] ?? "") : names.slice(0, -1).join(between) + last + names.at(-1);
}

function quotePhrase(phrase: Phrase): string {
  return `“${phrase.join(" ")}”`;
}

function wordingOf(lang: string): Wording {
  const spoken = primaryLanguage(lang);
  return Object.hasOwn(wordings, spoken) ? (wordings[spoken] ?? wordings.en) : wordings.en;
}
