// makeLists: the feeds and pages of topics, a few topics at a time, so that some are joined while others are compressed.

import type { Compressed, Joined } from "./compress.ts";
import { type ListToMake, type Packed, packedOf, type Ready, type Remembered } from "./documents.ts";

/** How many topics' lists are compressed at a time. */
const topicsAtATime = 4;

/**
 * Yields lists to compress, and gets those of the yield before: some can be joined while others are compressed. Of the
 * first there are none before.
 */
export type Steps<Result> = Generator<readonly Joined[], Result, readonly Compressed[]>;

/** The lists of some topics, on their way to be compressed. */
interface Group {
  readonly topics: readonly { readonly topic: string; readonly lists: readonly Omit<ListToMake, "join">[] }[];
  /** What is ready, by name, */
  readonly ready: Map<string, Packed>;
  /** and what is not. */
  readonly missing: readonly { readonly name: string; readonly sound: boolean }[];
}

/** Makes the lists of topics, and hands them over in that order. Those that are not remembered are compressed. */
export function* makeLists(
  topics: readonly string[],
  listsOf: (topic: string) => readonly ListToMake[],
  remembered: Remembered,
  take: (topic: string, made: readonly Ready[]) => void,
): Steps<void> {
  let before: Group | null = null;
  for (let at = 0; at < topics.length; at += topicsAtATime) {
    const ready = new Map<string, Packed>();
    const missing: Group["missing"][number][] = [];
    const joined: Joined[] = [];
    const group = topics.slice(at, at + topicsAtATime).map((topic) => {
      const lists = listsOf(topic).map(({ join, ...list }) => {
        const known = remembered.recall(list.name);
        if (known === undefined) {
          const { gzip, sound } = join();
          joined.push({ gzip });
          missing.push({ name: list.name, sound });
        } else ready.set(list.name, known);
        return list;
      });
      return { topic, lists };
    });
    const compressed = yield joined;
    if (before !== null) finishGroup(before, compressed, remembered, take);
    before = { topics: group, ready, missing };
  }
  if (before !== null) finishGroup(before, yield [], remembered, take);
}

function finishGroup(
  { topics, ready, missing }: Group,
  compressed: readonly Compressed[],
  remembered: Remembered,
  take: (topic: string, made: readonly Ready[]) => void,
): void {
  for (const [index, { name, sound }] of missing.entries()) {
    const one = compressed[index];
    if (one === undefined) throw new Error(`${name} was not compressed`);
    if (sound) remembered.keep(name, one);
    ready.set(name, packedOf(one));
  }
  for (const { topic, lists } of topics) {
    const made = lists.flatMap(({ path, entry, name }) => {
      const one = ready.get(name);
      return one === undefined ? [] : [{ path, entry, ...one }];
    });
    take(topic, made);
  }
}
