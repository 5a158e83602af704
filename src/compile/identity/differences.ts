// Differences: what readers who know one listing of articles would see of another one.

import { ALL } from "../../catalog/catalog.ts";
import { indexSketches } from "./likeness.ts";
import { sourceKey, titleKey } from "./traits.ts";

/** An article as a list of them names it. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  /** Tells one version of its words from another. */
  readonly version: string;
  /** What it is sorted and dated by, RFC 3339. */
  readonly dated: string;
  /** True where its source states that date; else it is when the article was first seen, which the ledger remembers. */
  readonly stated: boolean;
  readonly source: string | null;
  /** `sketchText` of its words. */
  readonly fingerprint: string;
  readonly topics: readonly string[];
  /** The file it stands in; null where that is not known. */
  readonly from: string | null;
}

/** What readers know. */
export interface Listing {
  readonly articles: readonly Listed[];
  /** False where older articles exist than those listed. */
  readonly complete: boolean;
  /** Ids that were taken back before, where that is known. */
  readonly retracted: ReadonlySet<string>;
}

/** An old article that its readers would get again. */
export interface Alarm {
  readonly article: Listed;
  /** As readers know it. */
  readonly known: Listed;
  readonly why: "same address" | "same title" | "same words" | "dated anew";
}

/** What changes in one feed. */
export interface FeedDifference {
  readonly feed: string;
  /** Articles that come into it, new or by another choice of topics. */
  readonly into: number;
  readonly changed: number;
  /** Articles that leave it. */
  readonly outOf: number;
}

export interface Differences {
  readonly added: readonly Listed[];
  readonly changed: readonly Listed[];
  /** Articles readers have that were taken back. */
  readonly retracted: readonly Listed[];
  /** Articles readers have that are left out for now: their files have errors, or their dates are still to come. */
  readonly leftOut: readonly Listed[];
  /** Articles that were taken back once and come again, under their old ids. */
  readonly returned: readonly Listed[];
  readonly unchanged: number;
  /** Feeds with any difference, that of all articles first. */
  readonly feeds: readonly FeedDifference[];
  readonly alarms: readonly Alarm[];
}

/** From this share of word pairs on, an article that appears is one that disappears. */
const alike = 0.25;
/** Beside an article that stays, much more is asked: reports of one event are alike. */
const alikeToOneThatStays = 0.6;

/** Compares what readers know with what they would get. `live` are the ids of all articles that were not taken back. */
export function compareListings(
  before: Listing,
  after: readonly Listed[],
  live: ReadonlySet<string>,
): Differences {
  const known = new Map(before.articles.map((article) => [article.id, article]));
  const ids = new Set(after.map((article) => article.id));
  // Of a listing without its end, what is older than all of it may well have been there.
  const since = before.complete ? "" : before.articles.reduce((a, b) => (b.dated < a ? b.dated : a), "9999");
  const fresh = after.filter((article) => !known.has(article.id) && article.dated >= since);
  const returned = fresh.filter((article) => before.retracted.has(article.id));
  const added = fresh.filter((article) => !before.retracted.has(article.id));
  const kept = after.filter((article) => known.has(article.id));
  const changed = kept.filter((article) => known.get(article.id)?.version !== article.version);
  const gone = before.articles.filter((article) => !ids.has(article.id));
  return {
    added,
    changed,
    retracted: gone.filter((article) => !live.has(article.id)),
    leftOut: gone.filter((article) => live.has(article.id)),
    returned,
    unchanged: kept.length - changed.length,
    feeds: compareFeeds(known, [...kept, ...fresh], changed, gone),
    alarms: [...findChangedIds(added, before.articles, ids), ...findDatedAnew(kept, known)],
  };
}

function compareFeeds(
  known: ReadonlyMap<string, Listed>,
  after: readonly Listed[],
  changed: readonly Listed[],
  gone: readonly Listed[],
): FeedDifference[] {
  const counts = new Map<string, { into: number; changed: number; outOf: number }>();
  const count = (feed: string, what: "into" | "changed" | "outOf"): void => {
    const feedCounts = counts.get(feed) ?? { into: 0, changed: 0, outOf: 0 };
    feedCounts[what]++;
    counts.set(feed, feedCounts);
  };
  const edited = new Set(changed.map((article) => article.id));
  for (const article of after) {
    const earlier = feedsOf(known.get(article.id));
    const now = feedsOf(article);
    for (const feed of now) {
      if (!earlier.includes(feed)) count(feed, "into");
      else if (edited.has(article.id)) count(feed, "changed");
    }
    for (const feed of earlier) if (!now.includes(feed)) count(feed, "outOf");
  }
  for (const article of gone) for (const feed of feedsOf(article)) count(feed, "outOf");
  return [...counts]
    .map(([feed, feedCounts]) => ({ feed, ...feedCounts }))
    .sort((a, b) => Number(b.feed === ALL) - Number(a.feed === ALL) || (a.feed < b.feed ? -1 : 1));
}

function feedsOf(article: Listed | undefined): readonly string[] {
  return article === undefined ? [] : [ALL, ...article.topics];
}

/** New ids whose articles are known under another one. */
function findChangedIds(
  added: readonly Listed[],
  before: readonly Listed[],
  staying: ReadonlySet<string>,
): Alarm[] {
  if (added.length === 0) return [];
  const byWords = indexSketches(before, (article) => article.fingerprint);
  const bySource = Map.groupBy(before, (article) => sourceKey(article.source));
  const byTitle = Map.groupBy(before, (article) => titleKey(article.title));
  return added.flatMap((article): Alarm[] => {
    const source = sourceKey(article.source);
    const ofSource = source === "" ? [] : (bySource.get(source) ?? []);
    // An address that several articles have is that of a digest.
    const [sameSource] = ofSource.length === 1 ? ofSource : [];
    if (sameSource !== undefined) return [{ article, known: sameSource, why: "same address" }];
    const [likest] = byWords
      .find(article.fingerprint, alike, 20)
      .filter(({ item, share }) => !staying.has(item.id) || share >= alikeToOneThatStays)
      .sort((a, b) => b.share - a.share);
    if (likest !== undefined) return [{ article, known: likest.item, why: "same words" }];
    const title = titleKey(article.title);
    const titled = title === "" ? [] : (byTitle.get(title) ?? []).filter(({ id }) => !staying.has(id));
    return titled.slice(0, 1).map((one) => ({ article, known: one, why: "same title" }));
  });
}

/** Articles that would come up again as the newest, since when they were first seen is forgotten. */
function findDatedAnew(kept: readonly Listed[], known: ReadonlyMap<string, Listed>): Alarm[] {
  return kept.flatMap((article): Alarm[] => {
    const earlier = known.get(article.id);
    if (earlier === undefined || article.stated || article.dated <= earlier.dated) return [];
    return haveSameWords(article, earlier) ? [{ article, known: earlier, why: "dated anew" }] : [];
  });
}

/** On a live site the version is a date, which is forgotten with the other; so the words themselves are compared. */
function haveSameWords(article: Listed, earlier: Listed): boolean {
  if (article.version === earlier.version) return true;
  return article.title === earlier.title && article.fingerprint === earlier.fingerprint;
}

/** The words of an article known by its markup alone, as far as a sketch needs them. */
export function plainText(html: string): string {
  return html.replace(/<[^<>]*>/g, " ").replace(/&#?\w+;/g, " ");
}
