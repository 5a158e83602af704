// findLive: a live blog, known by a title that says so and a stamp of one shape above each of its posts.

import { type Facts, headingOf } from "./facts.ts";
import type { Decision } from "./spans.ts";
import { readStamps } from "./stamps.ts";

/** Fewer posts are an article and something below it. */
const FEWEST_POSTS = 3;
/** Longest line that is the stamp of a post, in words. */
const LONGEST_STAMP = 10;
/** How many lines above the first post may hold the title. */
const REACH = 30;
/** What the title of a live blog says it is, and how many words it has; "Live" alone stands in menus. */
const LIVE =
  /(?<!\p{L})(?:live|trực tiếp|tường thuật|liveticker|liveblog|en direct|en directo|ao vivo|diretta)(?!\p{L})/iu;
const SHORTEST_TITLE = 4;

/** A live blog: indices of its title, of the stamps of its posts, and of all lines of posts. */
export interface Live {
  readonly title: number;
  readonly stamps: readonly number[];
  readonly lines: readonly number[];
}

/**
 * The live blog a file holds, or null. The stamps of its posts look alike, a paragraph stands close below each, the
 * first of the article below the first of them, and no heading of links or comments between.
 */
export function findLive(facts: readonly Facts[], decisions: readonly Decision[]): Live | null {
  const first = facts.findIndex((fact, index) => decisions[index]?.keep === true && isProse(fact));
  const shapes = new Map<string, number[]>();
  facts.forEach((fact, index) => {
    const shape = shapeOf(fact);
    if (shape === null) return;
    const all = shapes.get(shape);
    if (all === undefined) shapes.set(shape, [index]);
    else all.push(index);
  });
  if (shapes.size === 0) return null;
  const headings = nextHeadings(facts);
  for (const all of shapes.values()) {
    const leads = all.findLast((index) => index < first);
    if (leads === undefined) continue;
    const end = headings[leads] ?? facts.length;
    const below = (from: number) => facts.slice(from + 1, from + 4);
    const stamps = all.filter((from) => from >= leads && from < end && below(from).some(isProse));
    if (stamps[0] !== leads || stamps.length < FEWEST_POSTS) continue;
    const title = findTitle(facts, leads);
    if (title >= 0) return { title, stamps, lines: linesOf(facts, stamps) };
  }
  return null;
}

function isProse({ prose, noise }: Facts): boolean {
  return prose > 0 && noise.length === 0;
}

/** Of each line, the index of the next heading of links or comments below it. */
function nextHeadings(facts: readonly Facts[]): number[] {
  const next: number[] = new Array(facts.length);
  let heading = facts.length;
  for (let index = facts.length - 1; index >= 0; index--) {
    next[index] = heading;
    const fact = facts[index];
    if (fact !== undefined && headingOf(fact) !== null) heading = index;
  }
  return next;
}

function findTitle(facts: readonly Facts[], post: number): number {
  const start = Math.max(0, post - REACH);
  const at = facts
    .slice(start, post)
    .findIndex(
      ({ text, line, prose, noise }) =>
        line.words >= SHORTEST_TITLE && prose + noise.length === 0 && LIVE.test(text),
    );
  return at < 0 ? -1 : start + at;
}

/** The lines of posts: each stamp and what stands below it, up to the first line of clutter. */
function linesOf(facts: readonly Facts[], stamps: readonly number[]): number[] {
  return stamps.flatMap((from, at) => {
    const lines = facts.slice(from, stamps[at + 1] ?? facts.length);
    const clutter = lines.findIndex((fact, step) => step > 0 && (fact.noise.length > 0 || fact.caption));
    return lines.slice(0, clutter < 0 ? lines.length : clutter).map((_, step) => from + step);
  });
}

/** A line with a time of its own and little else, without its numbers and names; null for any other. */
function shapeOf({ text, line, end }: Facts): string | null {
  if (line.words > LONGEST_STAMP || end === "sentence") return null;
  const [stamp] = readStamps(text, line.words, "UTC", "day-first");
  if (stamp === undefined || stamp.kind !== "bare" || !stamp.date.timed || stamp.rest > 3) return null;
  return text.replace(/\p{L}+/gu, "a").replace(/\d+/g, "0");
}
