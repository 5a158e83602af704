// selectArticles: which articles a query takes, newest first. Work is bounded by the lists of the topics it names.

import { plainTopic, type Query, type Term } from "../catalog/query.ts";
import type { Shelf } from "./shelf.ts";

/** A set of ordinals that is asked for its first member not below a number; `Infinity` where there is none. */
type Seek = (from: number) => number;

/** The first `limit` ordinals from `first` on that the query takes, as far as the horizon. */
export function selectArticles(shelf: Shelf, query: Query, first: number, limit: number): number[] {
  const seek = seekQuery(shelf, query);
  const end = endOf(shelf, query);
  const found: number[] = [];
  for (let at = seek(first); at < end && found.length < limit; at = seek(at + 1)) found.push(at);
  return found;
}

/** How many ordinals from `first` on the query takes: all there are of a topic, else as far as the horizon. */
export function countArticles(shelf: Shelf, query: Query, first: number): number {
  const topic = plainTopic(query);
  if (topic !== null) return shelf.rollOf(topic)?.countFrom(first) ?? 0;
  const seek = seekQuery(shelf, query);
  const end = endOf(shelf, query);
  let count = 0;
  for (let at = seek(first); at < end; at = seek(at + 1)) count += 1;
  return count;
}

/** What a topic's feed needs is known beyond the horizon too. */
function endOf(shelf: Shelf, query: Query): number {
  return plainTopic(query) === null ? shelf.horizon : shelf.count;
}

function seekQuery(shelf: Shelf, { any, lang, phrases }: Query): Seek {
  const alternatives = any.map((terms) => seekTerms(shelf, terms));
  const all: Seek[] = [];
  if (alternatives.length > 0) all.push((from) => Math.min(...alternatives.map((seek) => seek(from))));
  if (lang !== null) all.push(seekList(shelf.ofLang(lang)));
  for (const phrase of phrases) all.push(seekList(shelf.ofPhrase(phrase)));
  return seekAll(all, []);
}

function seekTerms(shelf: Shelf, terms: readonly Term[]): Seek {
  const lists = (not: boolean): Seek[] =>
    terms
      .filter((term) => term.not === not)
      .map(({ topic }) => seekList(shelf.rollOf(topic)?.ordinals() ?? new Uint32Array(0)));
  return seekAll(lists(false), lists(true));
}

/** What stands in every one of `wanted` and in none of `unwanted`. Asked for ascending numbers only. */
function seekAll(wanted: readonly Seek[], unwanted: readonly Seek[]): Seek {
  return (from) => {
    let at = from;
    for (;;) {
      const next = wanted.reduce((highest, seek) => Math.max(highest, seek(highest)), at);
      if (next === Number.POSITIVE_INFINITY) return next;
      if (next === at || wanted.length < 2) {
        if (!unwanted.some((seek) => seek(next) === next)) return next;
        at = next + 1;
      } else at = next;
    }
  };
}

/** Steps through an ascending list; from where it stood last, by doubling strides and then halving them. */
function seekList(list: Uint32Array): Seek {
  let position = 0;
  return (from) => {
    if (position > 0 && (list[position - 1] ?? 0) >= from) position = 0;
    let stride = 1;
    while (position + stride < list.length && (list[position + stride] ?? 0) < from) stride *= 2;
    let low = position + (stride >>> 1);
    if ((list[low] ?? 0) >= from) low = position;
    let high = Math.min(position + stride, list.length);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((list[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    position = low;
    return list[low] ?? Number.POSITIVE_INFINITY;
  };
}
