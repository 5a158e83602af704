// ListRoom: the room that lists have in the script, given to whoever comes first.

import { ALL } from "../../catalog/catalog.ts";
import type { Ready } from "./documents.ts";

/** What room there is, and what became of it. */
export interface ListRoom {
  /** Takes room for the lists of a topic, as gzip; false where there is too little. */
  readonly take: (topic: string, made: readonly Ready[]) => boolean;
  /** What is left for Brotli. */
  readonly left: () => number;
}

/** Opens a room of so many bytes. */
export function openListRoom(size: number): ListRoom {
  let used = 0;
  let kept = 0;
  return {
    take: (topic, made) => {
      const wanted = sizeOf(made);
      if (used + wanted > size) return false;
      used += wanted;
      // The feeds of all articles are asked for most: room is kept for their Brotli before other topics get theirs.
      if (topic === ALL && used + brotliSizeOf(made) <= size) kept = brotliSizeOf(made);
      if (topic === ALL) used += kept;
      return true;
    },
    left: () => size - used + kept,
  };
}

/** Bytes of documents, and of what is said of them. */
export function sizeOf(documents: readonly Pick<Ready, "gzip">[]): number {
  return documents.reduce((sum, { gzip }) => sum + gzip.length + 60, 0);
}

/** The same of their Brotli. */
export function brotliSizeOf(documents: readonly Pick<Ready, "brotli">[]): number {
  return documents.reduce((sum, { brotli }) => sum + brotli.length + 30, 0);
}
