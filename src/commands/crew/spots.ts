// Many spots in one list of numbers: as objects they would take longer to hand to a thread than what lies there to read.

import type { Spot } from "./spool.ts";

/** Spots, in their order. */
export interface SpotList {
  /** The files that are named. */
  readonly names: readonly string[];
  /** Four of each spot: the place of its file in `names`, its beginning, its length and its CRC-32. */
  readonly numbers: Float64Array;
}

const width = 4;

/** Packs spots. */
export function packSpots(spots: readonly Spot[]): SpotList {
  const places = new Map<string, number>();
  const numbers = new Float64Array(spots.length * width);
  let to = 0;
  for (const [name, at, size, crc] of spots) {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    numbers[to] = place;
    numbers[to + 1] = at;
    numbers[to + 2] = size;
    numbers[to + 3] = crc;
    to += width;
  }
  return { names: [...places.keys()], numbers };
}

/** How many spots there are. */
export function countSpots({ numbers }: SpotList): number {
  return numbers.length / width;
}

/** The spot at a place. Throws where there is none. */
export function spotAt({ names, numbers }: SpotList, index: number): Spot {
  const from = index * width;
  const name = names[numbers[from] ?? -1];
  if (name === undefined) throw new Error(`there is no article ${index} here`);
  return [name, numbers[from + 1] ?? 0, numbers[from + 2] ?? 0, numbers[from + 3] ?? 0];
}
