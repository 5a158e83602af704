// A newsroom goes through hundreds of edits and is compiled after each few; a subscriber polls every build.

import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/catalog/article.ts";
import { type CompileOutput, compileSite } from "../../../src/compile/compile.ts";
import { writeLedger } from "../../../src/compile/identity/ledger.ts";
import { extractAll } from "./reading.ts";
import { type Chance, chanceOf } from "./stories.ts";
import {
  type EditName,
  editNames,
  edits,
  makeWorld,
  seedsOf,
  site,
  type Visible,
  visibleIn,
  type World,
} from "./world.ts";

/** What should be true of one article, whether it is published now or not. */
interface Known {
  readonly id: string;
  readonly seen: string;
  readonly changed: string;
  readonly returned: string | null;
  readonly words: Visible;
  readonly live: boolean;
}

const runs = Number(process.env["IDENTITY_RUNS"] ?? 2);
const builds = Number(process.env["IDENTITY_BUILDS"] ?? 60);

function compile(world: World, ledger: string, now: string): CompileOutput {
  const seeds = seedsOf(world);
  return compileSite({ site, ledger, seeds, extractions: extractAll(seeds), origin: null, now });
}

/** One build every hour and a bit. */
function momentOf(build: number): string {
  return new Date(Date.UTC(2026, 0, 1) + build * 4_000_000).toISOString().replace(/\.\d+Z$/, "Z");
}

/** One to four edits, never so many of one article that nobody could know it again. */
function editSome(world: World, chance: Chance): { world: World; names: EditName[] } {
  const names: EditName[] = [];
  let edited = world;
  for (let i = 0; i <= chance.upTo(4); i++) {
    const name = chance.pick(editNames);
    const next = edits[name](edited, chance);
    if (rewritten(world, next)) continue;
    edited = next;
    names.push(name);
  }
  return { world: edited, names };
}

/** True when more than a third of some article's paragraphs, or words of a brief, are others than before. */
function rewritten(before: World, after: World): boolean {
  const old = visibleIn({ ...before, holdings: [...before.holdings, ...before.trash] });
  return [...visibleIn(after)].some(([key, { title, text }]) => {
    const parts = text.split(title === null ? " " : "\n");
    const known = new Set(old.get(key)?.text.split(title === null ? " " : "\n"));
    return known.size > 0 && parts.filter((part) => !known.has(part)).length > parts.length / 3;
  });
}

function articleOf(articles: readonly Article[], { title, text }: Visible): Article | undefined {
  return articles.find((article) => article.text === text && (title === null || article.title === title));
}

function sameWords(a: Visible, b: Visible): boolean {
  return a.title === b.title && a.text === b.text;
}

describe.each(Array.from({ length: runs }, (_, run) => run + 1))("newsroom %i", (seed) => {
  test(`keeps every promise of identity through ${builds} builds`, () => {
    const chance = chanceOf(seed);
    let world = makeWorld(chance, 8);
    let ledger = "";
    const known = new Map<string, Known>();
    const read = new Set<string>();
    for (let build = 0; build < builds; build++) {
      const now = momentOf(build);
      const edited: { world: World; names: EditName[] } =
        build === 0 ? { world, names: [] } : editSome(world, chance);
      world = edited.world;
      const output = compile(world, ledger, now);
      const where = `build ${build}: ${edited.names.join(", ")}`;
      expect(output.problems, where).toEqual([]);

      const unread = output.catalog?.articles.filter((article) => !read.has(article.id)) ?? [];
      const fresh: string[] = [];
      for (const [key, words] of visibleIn(world)) {
        const article = articleOf(output.catalog?.articles ?? [], words);
        if (article === undefined) throw new Error(`${where}: "${words.text}" is not published`);
        const before = known.get(key);
        if (before === undefined) fresh.push(article.id);
        const after: Known = {
          id: before?.id ?? article.id,
          seen: before?.seen ?? now,
          changed: before !== undefined && sameWords(before.words, words) ? before.changed : now,
          returned: before !== undefined && !before.live ? now : (before?.returned ?? null),
          words,
          live: true,
        };
        known.set(key, after);
        const { id, firstSeen, updated, changed } = article;
        expect({ id, firstSeen, updated, changed }, `${where}: ${key}`).toEqual({
          id: after.id,
          firstSeen: after.seen,
          updated: after.changed,
          changed: [after.changed, after.returned ?? ""].sort().at(-1),
        });
      }
      expect(unread.map((article) => article.id).sort(), where).toEqual(fresh.sort());
      for (const id of fresh) read.add(id);

      for (const [key, one] of known) {
        if (!visibleIn(world).has(key)) known.set(key, { ...one, live: false });
      }
      expect(output.catalog?.articles.length, where).toBe(visibleIn(world).size);
      expect(output.ledger.map((entry) => entry.id).sort(), where).toEqual(
        [...known.values()].map((one) => one.id).sort(),
      );
      const text = writeLedger(output.ledger);
      if (build % 10 === 0)
        expect(writeLedger(compile(world, text, momentOf(build + 0.5)).ledger)).toBe(text);
      ledger = text;
    }
    expect(read.size).toBe(known.size);
  });
});
