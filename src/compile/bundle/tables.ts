// Tables: which articles carry which topics and languages, and in which order they arrived, as far as a bundle bears.

import { type ArtefactIndex, type Members, packOrdinals, packShifts } from "../../catalog/artefact.ts";
import { dateOf } from "../../catalog/article.ts";
import { primaryLanguage } from "../../catalog/language.ts";
import { articlesShown } from "../../pages/listing.ts";
import { toSeconds } from "../press.ts";
import type { PressedCatalog } from "../pressed.ts";
import type { ByteWriter } from "./bytes.ts";
import { orderOfArrival } from "./render.ts";

/** Stands for an article that has left its place empty, in an order of arrival. */
export const vacant = -1;

/**
 * Ordinals of the articles of a topic, or of all, ascending; and the same in the order they arrived, with the places
 * that were left empty between them (`vacant`): so archive pages behind them stay as they are.
 */
export interface Roster {
  readonly ordinals: readonly number[];
  readonly arrived: readonly number[];
}

/** The rosters of a catalog. */
export interface Rosters {
  readonly all: Roster;
  /** In the order of the catalog's topics. */
  readonly topics: readonly Roster[];
  /** Primary language subtags, and the ordinals of each. */
  readonly langs: readonly (readonly [lang: string, ordinals: readonly number[]])[];
}

/** Calls the rolls; one walk, however many topics there are. */
export function callRolls({ topics, articles, vacancies = [] }: PressedCatalog): Rosters {
  const all: { readonly ordinals: number[]; readonly arrived: number[] } = { ordinals: [], arrived: [] };
  const byTopic = new Map(
    topics.map(({ id }) => [id, { ordinals: [] as number[], arrived: [] as number[] }]),
  );
  const byLang = new Map<string, number[]>();
  for (const [ordinal, article] of articles.entries()) {
    all.ordinals.push(ordinal);
    for (const id of article.topics) byTopic.get(id)?.ordinals.push(ordinal);
    const lang = primaryLanguage(article.lang);
    const list = byLang.get(lang);
    if (list === undefined) byLang.set(lang, [ordinal]);
    else list.push(ordinal);
  }
  for (const index of orderOfArrival([...articles, ...vacancies])) {
    const ordinal = index < articles.length ? index : vacant;
    all.arrived.push(ordinal);
    for (const id of (articles[index] ?? vacancies[index - articles.length])?.topics ?? [])
      byTopic.get(id)?.arrived.push(ordinal);
  }
  return {
    all,
    topics: [...byTopic.values()],
    langs: [...byLang].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** The sections that tables fill. */
export type Tables = Pick<ArtefactIndex["sections"], "all" | "topics" | "langs" | "dates">;

/**
 * Writes the tables of the first `horizon` articles, and of however many more the newest lists of each topic take.
 * `known` is the last instant the ledger knows of: articles dated after it are still to come.
 */
export function writeTables(
  bytes: ByteWriter,
  { articles, site }: PressedCatalog,
  rosters: Rosters,
  horizon: number,
  known: string,
): Tables {
  const coming = articles.filter((article) => dateOf(article) > known);
  const shown = Math.max(site.entriesPerFeed, articlesShown);
  const within = (ordinals: readonly number[], least: number): readonly number[] => {
    if ((ordinals.at(-1) ?? 0) < horizon) return ordinals;
    return ordinals.filter((ordinal, rank) => ordinal < horizon || rank < least);
  };
  const members = (roster: Roster, everything: boolean): Members => {
    const total = roster.ordinals.length;
    // What is still to come is known always, and behind it what a feed or a page shows.
    const ahead = roster.ordinals.findIndex((ordinal) => ordinal >= coming.length);
    const ordinals = within(roster.ordinals, ahead < 0 ? total : ahead + shown);
    return {
      total,
      places: roster.arrived.length,
      ordinals: everything && ordinals.length <= horizon ? null : bytes.add(packOrdinals(ordinals)),
      shifts: bytes.add(packShifts(shiftsOf(roster, ordinals))),
    };
  };
  return {
    dates: bytes.addNumbers(coming.map((article) => toSeconds(dateOf(article)))),
    all: members(rosters.all, true),
    topics: rosters.topics.map((roster) => members(roster, false)),
    langs: rosters.langs.map(([, ordinals]) => bytes.add(packOrdinals(within(ordinals, 0)))),
  };
}

/** By how much places differ from what they would be if articles had arrived in the order of their dates. */
function shiftsOf({ ordinals: all, arrived }: Roster, known: readonly number[]): number[] {
  const places = new Map<number, number>();
  let [moved, last] = [arrived.length !== all.length, all.length - 1];
  for (const [place, ordinal] of arrived.entries()) {
    if (ordinal !== all[last--]) moved = true;
    places.set(ordinal, place);
  }
  if (!moved) return [];
  return known.map((ordinal, rank) => (places.get(ordinal) ?? 0) - (arrived.length - 1 - rank));
}
