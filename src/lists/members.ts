// Members: the articles of a topic, or of all, by their ordinals and by their places in the order of arrival.

import { type Members, type Span, unpackOrdinals, unpackShifts } from "../catalog/artefact.ts";
import { once } from "./later.ts";

/** What is asked of a topic's articles. Lists are unpacked when first asked for. */
export interface Roll {
  /** How many there are, those beyond the horizon and those still to come included. */
  readonly total: number;
  /** Known ordinals, ascending: all within the horizon, and however many more a feed needs. */
  readonly ordinals: () => Uint32Array;
  /** The place of a known ordinal in the order of arrival, 0 for the first to arrive; -1 for any other ordinal. */
  readonly placeOf: (ordinal: number) => number;
  /** The known ordinals at places from `begin` up to `end`, in the order of arrival. */
  readonly arrived: (begin: number, end: number) => number[];
  /** How many are published when `first` is the first ordinal that is. */
  readonly countFrom: (first: number) => number;
  /** The same of places in the order of arrival, those of articles taken back among them. */
  readonly placesFrom: (first: number) => number;
}

/** Opens the members of a topic; `known` is how many ordinals lie within the horizon. */
export function openRoll(bytes: ArrayBuffer, members: Members, known: number): Roll {
  const { total, places, ordinals: span, shifts } = members;
  const ordinals = once(() => (span === null ? upTo(known) : unpackOrdinals(viewOf(bytes, span))));
  const moved = once(() => unpackShifts(viewOf(bytes, shifts), ordinals().length));
  const byPlace = once(() => {
    const order = new Map<number, number>();
    ordinals().forEach((ordinal, rank) => {
      order.set(places - 1 - rank + (moved()[rank] ?? 0), ordinal);
    });
    return order;
  });
  // Articles still to come stand first, and are the last to arrive.
  const before = (first: number): number =>
    first === 0 || span === null ? first : rankOf(ordinals(), first);
  return {
    total,
    ordinals,
    placeOf: (ordinal) => {
      const rank = span === null ? ordinal : rankOf(ordinals(), ordinal);
      if (span === null ? ordinal >= known : ordinals()[rank] !== ordinal) return -1;
      return places - 1 - rank + (shifts[1] === 0 ? 0 : (moved()[rank] ?? 0));
    },
    arrived: (begin, end) => {
      const found: number[] = [];
      for (let place = begin; place < end; place++) {
        const ordinal = byPlace().get(place);
        if (ordinal !== undefined) found.push(ordinal);
      }
      return found;
    },
    countFrom: (first) => total - before(first),
    placesFrom: (first) => places - before(first),
  };
}

/** How many of these ascending numbers are smaller than this one. */
export function rankOf(list: Uint32Array, number: number): number {
  return countWhile(list, (other) => other < number);
}

/** How many numbers stand before the first for which `holds` is false; it has to be false for all that follow. */
export function countWhile(list: Uint32Array, holds: (number: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(list[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function viewOf(bytes: ArrayBuffer, [at, size]: Span): Uint8Array {
  return new Uint8Array(bytes, at, size);
}

function upTo(count: number): Uint32Array {
  return new Uint32Array(count).map((_, index) => index);
}
