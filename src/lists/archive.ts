// Archive: all articles of a topic in pages, in the order they arrived, so that a full page never changes.

import { ALL } from "../catalog/catalog.ts";
import type { Shelf } from "./shelf.ts";

/**
 * How many archive pages a topic (or `all`) has at `now`. After a full page there is always one more, empty at first:
 * so a full page names the next one from the beginning, and never changes.
 */
export function countArchives(shelf: Shelf, topic: string, now: number): number {
  return Math.floor(arrivedBy(shelf, topic, now).length / shelf.site.entriesPerFeed) + 1;
}

/** The newest archive page that holds anything; 0 where the archive is empty. */
export function newestArchive(shelf: Shelf, topic: string, now: number): number {
  return Math.ceil(arrivedBy(shelf, topic, now).length / shelf.site.entriesPerFeed);
}

/** The articles of a page, the last to arrive first; page 1 holds the first that ever arrived. */
export function selectArchive(shelf: Shelf, topic: string, number: number, now: number): number[] {
  const size = shelf.site.entriesPerFeed;
  return arrivedBy(shelf, topic, now)
    .slice((number - 1) * size, number * size)
    .reverse();
}

const remembered = new WeakMap<Shelf, Map<string, readonly number[]>>();

/** The ordinals of a topic in the order of their arrival, those still to come left out. */
function arrivedBy(shelf: Shelf, topic: string, now: number): readonly number[] {
  const known = remembered.get(shelf) ?? new Map<string, readonly number[]>();
  remembered.set(shelf, known);
  const all = known.get(topic) ?? arrivalsOf(shelf, topic);
  known.set(topic, all);
  const first = shelf.firstBy(now);
  return first === 0 ? all : all.filter((ordinal) => ordinal >= first);
}

function arrivalsOf(shelf: Shelf, topic: string): readonly number[] {
  if (topic === ALL) return [...shelf.arrivals];
  const members = new Set(shelf.ofTopic(topic));
  return [...shelf.arrivals].filter((ordinal) => members.has(ordinal));
}
