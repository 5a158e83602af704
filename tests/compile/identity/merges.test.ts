// Two people edit one newsroom on two branches; git merges them, in either direction, and everybody keeps their ids.

import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { CompileOutput } from "../../../src/compile/compile.ts";
import { ledgerFile, readLedger } from "../../../src/compile/identity/ledger.ts";
import {
  commit,
  compileFolder,
  git,
  makeFolder,
  makeRepository,
  readLedgerText,
  writeWorld,
} from "./repository.ts";
import { type Chance, chanceOf } from "./stories.ts";
import { type EditName, edits, type Holding, makeWorld, visibleIn, type World } from "./world.ts";

const runs = Number(process.env["IDENTITY_RUNS"] ?? 1);
const seeds = Array.from({ length: runs }, (_, run) => run + 1);

const fileEdits: readonly EditName[] = [
  "rename a file",
  "move a file to a folder",
  "edit a title",
  "edit a word",
  "replace a paragraph",
  "add a paragraph",
  "save it in another encoding",
  "capture it again, with other things around",
];

/** Two branches from one base, each a clone of its own. */
interface Branches {
  readonly base: World;
  /** The id of every article of the base, by its key. */
  readonly ids: ReadonlyMap<string, string>;
  readonly ours: string;
  readonly theirs: string;
}

function branch(base: World, union = true): Branches {
  const folder = makeFolder(onTestFinished);
  const [ours, theirs] = [join(folder, "ours"), join(folder, "theirs")];
  cpSync(makeBase(join(folder, "base"), base, union), ours, { recursive: true });
  cpSync(ours, theirs, { recursive: true });
  for (const [clone, name] of [
    [ours, "ours"],
    [theirs, "theirs"],
  ] as const)
    git(clone, "checkout", "--quiet", "-b", name);
  return { base, ids: idsOf(compileFolder(ours, moment(1)), base), ours, theirs };
}

function makeBase(folder: string, base: World, union: boolean): string {
  cpSync(makeFolder(onTestFinished), folder, { recursive: true });
  makeRepository(folder, base, moment(0), union);
  return folder;
}

function moment(minute: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString().replace(/\.\d+Z$/, "Z");
}

/** Goes through worlds on a branch, compiling each, and commits where they end. */
function walk(folder: string, worlds: readonly World[], firstMinute: number): void {
  worlds.forEach((world, step) => {
    writeWorld(folder, world);
    expect(compileFolder(folder, moment(firstMinute + step)).problems).toEqual([]);
  });
  commit(folder, "edits");
}

/** Merges both ways, compiles both, and returns what came of it, which must be one thing. */
function mergeBothWays({ ours, theirs }: Branches, minute: number): CompileOutput {
  git(ours, "fetch", "--quiet", theirs, "theirs:theirs");
  git(theirs, "fetch", "--quiet", ours, "ours:ours");
  git(ours, "merge", "--quiet", "--no-edit", "theirs");
  git(theirs, "merge", "--quiet", "--no-edit", "ours");
  const [one, other] = [compileFolder(ours, moment(minute)), compileFolder(theirs, moment(minute))];
  expect(one.problems).toEqual([]);
  expect(readLedgerText(theirs)).toBe(readLedgerText(ours));
  expect(other.catalog).toEqual(one.catalog);
  return one;
}

/** The id of every article of a world, each found by its words. */
function idsOf(output: CompileOutput, world: World): Map<string, string> {
  return new Map(
    [...visibleIn(world)].map(([key, { title, text }]) => {
      const article = output.catalog?.articles.find(
        (one) => one.text === text && (title === null || one.title === title),
      );
      if (article === undefined) throw new Error(`${key} is not published`);
      return [key, article.id];
    }),
  );
}

/** An edit of one article, the same wherever it is applied. */
function editOne(world: World, key: string, name: EditName, seed: number): World {
  const one = world.holdings.filter((holding) => holding.key === key);
  const edited = edits[name]({ ...world, holdings: one }, chanceOf(seed)).holdings;
  return {
    ...world,
    holdings: world.holdings.flatMap((holding) => (holding.key === key ? edited : [holding])),
  };
}

/** All worlds on the way from one, edit by edit. */
function replay(from: World, steps: readonly ((world: World) => World)[]): World[] {
  const worlds: World[] = [];
  for (const step of steps) worlds.push(step(worlds.at(-1) ?? from));
  return worlds;
}

function shuffle<T>(items: readonly T[], chance: Chance): T[] {
  return items
    .map((item) => ({ item, at: chance.upTo(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe.each(seeds)("newsroom %i", (seed) => {
  test("the same edits in different orders on two branches end as one newsroom", () => {
    const chance = chanceOf(seed);
    const base = makeWorld(chance, 8);
    const branches = branch(base);
    const added = edits["add an article"]({ ...base, holdings: [] }, chance).holdings;
    const steps = [
      ...base.holdings.map(
        ({ key }, i) =>
          (world: World) =>
            editOne(world, key, chanceOf(seed * 100 + i).pick(fileEdits), i),
      ),
      (world: World): World => ({ ...world, holdings: [...world.holdings, ...added] }),
    ];
    const ourWorlds = replay(base, steps);
    walk(branches.ours, ourWorlds, 10);
    walk(branches.theirs, replay(base, shuffle(steps, chance)), 40);
    const end = ourWorlds.at(-1) ?? base;
    const merged = mergeBothWays(branches, 100);
    const ids = idsOf(merged, end);
    for (const [key, id] of branches.ids) expect(ids.get(key)).toBe(id);
    expect(merged.ledger).toHaveLength(visibleIn(end).size);
    expect(new Set(merged.ledger.map((entry) => entry.id)).size).toBe(merged.ledger.length);
  });

  test("edits of different articles on two branches are both kept, with every id", () => {
    const chance = chanceOf(seed + 1000);
    const base = makeWorld(chance, 10);
    const branches = branch(base);
    const mine = (world: World, odd: number): readonly ((world: World) => World)[] =>
      world.holdings
        .filter((_, i) => i % 2 === odd)
        .map(({ key }) => {
          const [name, own] = [chance.pick(fileEdits), chance.upTo(1000)];
          return (before: World) => editOne(before, key, name, own);
        });
    const add = (world: World): World => edits["add an article"](world, chance);
    const ourWorlds = replay({ ...base, letter: "o" }, [add, ...mine(base, 0), add]);
    const theirWorlds = replay({ ...base, letter: "t" }, [...mine(base, 1), add, add, add]);
    walk(branches.ours, ourWorlds, 10);
    walk(branches.theirs, theirWorlds, 15);
    const [ourEnd, theirEnd] = [ourWorlds.at(-1) ?? base, theirWorlds.at(-1) ?? base];
    const before = new Map([
      ...branches.ids,
      ...idsOf(compileFolder(branches.ours, moment(60)), ourEnd),
      ...idsOf(compileFolder(branches.theirs, moment(60)), theirEnd),
    ]);
    const end = mergeWorlds(base, ourEnd, theirEnd);
    const merged = mergeBothWays(branches, 100);
    expect(idsOf(merged, end)).toEqual(before);
    expect(merged.ledger).toHaveLength(before.size);
    expect(merged.ledger.filter((entry) => entry.retracted !== null)).toEqual([]);
  });
});

function mergeWorlds(base: World, ours: World, theirs: World): World {
  const all = new Map<string, Holding>(base.holdings.map((holding) => [holding.key, holding]));
  for (const holding of [...ours.holdings, ...theirs.holdings]) {
    if (base.holdings.includes(holding)) continue;
    all.set(holding.key, holding);
  }
  return { ...base, holdings: [...all.values()] };
}

describe("one article on two branches", () => {
  const base = makeWorld(chanceOf(5), 6);
  const key = base.holdings[2]?.key ?? "";

  test("renamed on one and edited on the other is both, and the same article", () => {
    const branches = branch(base);
    walk(branches.ours, [editOne(base, key, "rename a file", 1)], 10);
    const edited = editOne(base, key, "edit a word", 2);
    walk(branches.theirs, [edited], 20);
    const merged = mergeBothWays(branches, 30);
    expect(idsOf(merged, edited)).toEqual(branches.ids);
    const article = merged.catalog?.articles.find((one) => one.id === branches.ids.get(key));
    expect([article?.firstSeen, article?.updated]).toEqual([moment(0), moment(20)]);
  });

  test("added on both with the same words is one, first seen when the first of them saw it", () => {
    const branches = branch(base);
    const added = edits["add an article"](base, chanceOf(9));
    walk(branches.ours, [added], 20);
    walk(branches.theirs, [added], 10);
    const merged = mergeBothWays(branches, 30);
    const id = idsOf(merged, added).get(`a${base.made}`);
    expect(merged.ledger.filter((entry) => entry.id === id).map((entry) => entry.seen)).toEqual([moment(10)]);
    expect(merged.ledger).toHaveLength(branches.ids.size + 1);
  });

  test("taken back on one is taken back, and comes back with its id", () => {
    const branches = branch(base);
    const without = { ...base, holdings: base.holdings.filter((holding) => holding.key !== key) };
    walk(branches.ours, [without], 10);
    walk(branches.theirs, [edits["add an article"](base, chanceOf(3))], 20);
    const merged = mergeBothWays(branches, 30);
    expect(merged.catalog?.retractions?.map(({ id, when }) => [id, when])).toEqual([
      [branches.ids.get(key), moment(10)],
    ]);
    writeWorld(branches.ours, base);
    const restored = compileFolder(branches.ours, moment(40));
    expect(idsOf(restored, base)).toEqual(branches.ids);
  });
});

describe("without the union attribute", () => {
  const base = makeWorld(chanceOf(6), 30);

  test("two branches that added articles far apart in the ledger merge with plain git, and conflicts keep every line", () => {
    let plain = 0;
    for (let seed = 1; seed <= 3; seed++) {
      const branches = branch(base, false);
      const ours = edits["add an article"]({ ...base, letter: "o" }, chanceOf(seed));
      const theirs = edits["add an article"]({ ...base, letter: "t" }, chanceOf(seed + 50));
      walk(branches.ours, [ours], 10);
      walk(branches.theirs, [theirs], 20);
      git(branches.ours, "fetch", "--quiet", branches.theirs, "theirs:theirs");
      try {
        git(branches.ours, "merge", "--quiet", "--no-edit", "theirs");
        plain++;
      } catch {
        const refused = compileFolder(branches.ours, moment(25)).problems;
        expect(refused.map(({ what }) => what)).toContain(
          "a merge stopped half-way here (a conflict marker)",
        );
        const kept = readLedgerText(branches.ours).replace(/^[<=>]{7}.*\n/gm, "");
        writeFileSync(join(branches.ours, "seeds", ledgerFile), kept);
      }
      const merged = compileFolder(branches.ours, moment(30));
      expect(merged.problems).toEqual([]);
      expect(idsOf(merged, mergeWorlds(base, ours, theirs)).size).toBe(branches.ids.size + 2);
      expect(readLedger(readLedgerText(branches.ours)).entries).toHaveLength(branches.ids.size + 2);
    }
    expect(plain).toBeGreaterThan(0);
  });
});
