// Topics: as many as are asked for, some far more frequent than others, as in any newsroom.

import type { Random } from "./random.ts";

/** A topic of the corpus. */
export interface BenchTopic {
  readonly id: string;
  readonly title: string;
}

const subjects =
  "sea ports fishing trade courts health schools farming energy weather rescue science music football banks rivers roads islands ships climate";
const regions =
  "north south east west coast delta highlands border capital gulf straits plains hills lakes bay cape valley forest desert harbour";

/** The first topics are bare subjects; then come subjects by region, then numbered ones. */
export function listTopics(count: number): readonly BenchTopic[] {
  const names = subjects.split(" ");
  const places = regions.split(" ");
  return Array.from({ length: count }, (_, number) => {
    const subject = names[number % names.length] ?? "";
    const round = Math.floor(number / names.length);
    const region = round === 0 ? "" : `-${places[(round - 1) % places.length]}`;
    const turn = round > places.length ? `-${Math.ceil(round / places.length)}` : "";
    const id = `${subject}${region}${turn}`;
    return { id, title: id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ") };
  });
}

/** Draws one to three different topics; the n-th is 1/n as frequent as the first (Zipf). */
export function createTopicPicker(topics: readonly BenchTopic[]): (random: Random) => readonly BenchTopic[] {
  const sums: number[] = [];
  for (let place = 0; place < topics.length; place++) sums.push((sums[place - 1] ?? 0) + 1 / (place + 1));
  const total = sums.at(-1) ?? 0;
  const draw = (random: Random): number => {
    const at = random.next() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return (random) => {
    const wanted = Math.min(topics.length, random.whole(1, 3));
    const places = new Set<number>();
    while (places.size < wanted) places.add(draw(random));
    return [...places].sort((a, b) => a - b).flatMap((place) => topics[place] ?? []);
  };
}
