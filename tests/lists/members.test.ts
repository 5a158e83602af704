// Rolls against an oracle: the facts of the articles themselves.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Members } from "../../src/catalog/artefact.ts";
import { dateOf } from "../../src/catalog/article.ts";
import { ByteWriter } from "../../src/compile/bundle/bytes.ts";
import { callRolls, writeTables } from "../../src/compile/bundle/tables.ts";
import { openRoll, type Roll, rankOf } from "../../src/lists/members.ts";
import { articlesShown } from "../../src/pages/listing.ts";
import { hour, type Stated, statedCatalog } from "../compile/unpressed.ts";

const known = hour(1000);
const anyStated: fc.Arbitrary<Stated> = fc.record({
  published: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 1000 }).map(hour) },
    { weight: 1, arbitrary: fc.integer({ min: 1001, max: 1010 }).map(hour) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  firstSeen: fc.integer({ min: 0, max: 1000 }).map(hour),
  topics: fc.subarray(["a", "b"]),
});

/** The rolls of all and of each topic as an isolate opens them. */
function open(
  stated: readonly Stated[],
  horizon: number,
): { readonly rolls: ReadonlyMap<string, Roll>; readonly catalog: ReturnType<typeof statedCatalog> } {
  const catalog = statedCatalog(stated, ["a", "b"]);
  const bytes = new ByteWriter();
  const tables = writeTables(bytes, catalog, callRolls(catalog), horizon, known);
  const { buffer } = bytes.finish();
  const roll = (members: Members | undefined): Roll => {
    if (members === undefined) throw new Error("a topic has no members");
    return openRoll(buffer, members, horizon);
  };
  const [a, b] = tables.topics;
  return {
    catalog,
    rolls: new Map([
      ["all", roll(tables.all)],
      ["a", roll(a)],
      ["b", roll(b)],
    ]),
  };
}

/** Ordinals of a topic in the order they arrived: when they were seen or, where that is later, dated. */
function arrivedOf(catalog: ReturnType<typeof statedCatalog>, topic: string): number[] {
  const when = (ordinal: number): string => {
    const article = catalog.articles[ordinal];
    if (article === undefined) throw new Error("no such article");
    const date = dateOf(article);
    return `${date > article.firstSeen ? date : article.firstSeen} ${date} ${article.id}`;
  };
  return catalog.articles
    .flatMap(({ topics }, ordinal) => (topic === "all" || topics.includes(topic) ? [ordinal] : []))
    .sort((a, b) => (when(a) < when(b) ? -1 : 1));
}

describe("a roll", () => {
  test("says what an oracle says, within any horizon and as far beyond it as lists are shown", () => {
    fc.assert(
      fc.property(fc.array(anyStated, { maxLength: 60 }), fc.nat(70), (stated, wide) => {
        const horizon = Math.min(wide, stated.length);
        const { rolls, catalog } = open(stated, horizon);
        const coming = catalog.articles.filter((article) => dateOf(article) > known).length;
        for (const [topic, roll] of rolls) {
          const arrived = arrivedOf(catalog, topic);
          const ordinals = [...arrived].sort((a, b) => a - b);
          expect(roll.total).toBe(ordinals.length);
          const shown =
            ordinals
              .filter((ordinal) => ordinal >= coming)
              .slice(0, articlesShown)
              .at(-1) ?? -1;
          const reach = Math.max(horizon - 1, coming - 1, shown);
          const told = ordinals.filter((ordinal) => ordinal <= reach);
          expect([...roll.ordinals()]).toEqual(told);
          for (const ordinal of told) expect(roll.placeOf(ordinal)).toBe(arrived.indexOf(ordinal));
          for (const [ordinal] of catalog.articles.entries())
            if (!told.includes(ordinal)) expect(roll.placeOf(ordinal)).toBe(-1);
          expect(roll.arrived(0, roll.total)).toEqual(arrived.filter((ordinal) => told.includes(ordinal)));
          for (let first = 0; first <= coming; first++)
            expect(roll.countFrom(first)).toBe(ordinals.filter((ordinal) => ordinal >= first).length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("keeps the places that were left empty", () => {
    const anyGone = fc.record({
      published: fc.oneof(fc.integer({ min: 0, max: 1010 }).map(hour), fc.constant(null)),
      firstSeen: fc.integer({ min: 0, max: 900 }).map(hour),
      topics: fc.subarray(["a", "b"]),
    });
    fc.assert(
      fc.property(
        fc.array(anyStated, { maxLength: 40 }),
        fc.array(anyGone, { maxLength: 8 }),
        (stated, gone) => {
          // As they all were before, and without those that are gone now.
          const before = statedCatalog(
            [...stated, ...gone.map((one) => ({ ...one, title: "gone" }))],
            ["a", "b"],
          );
          const left = before.articles.filter(({ title }) => title !== "gone");
          const vacancies = before.articles.filter(({ title }) => title === "gone");
          const bytes = new ByteWriter();
          const catalog = { ...before, articles: left, vacancies };
          const tables = writeTables(bytes, catalog, callRolls(catalog), left.length, known);
          const { buffer } = bytes.finish();
          for (const [topic, members] of [["all", tables.all] as const, ["a", tables.topics[0]] as const]) {
            if (members === undefined) throw new Error("a topic has no members");
            const roll = openRoll(buffer, members, left.length);
            const places = arrivedOf(before, topic).map((ordinal) => before.articles[ordinal]);
            expect(roll.total).toBe(places.filter((one) => one?.title !== "gone").length);
            expect(roll.placesFrom(0)).toBe(places.length);
            for (const [place, one] of places.entries()) {
              const ordinals = roll.arrived(place, place + 1);
              expect(ordinals.map((ordinal) => left[ordinal])).toEqual(one?.title === "gone" ? [] : [one]);
              for (const ordinal of ordinals) expect(roll.placeOf(ordinal)).toBe(place);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test("takes no bytes for places where articles arrived in the order of their dates", () => {
    const stated = Array.from({ length: 50 }, (_, number): Stated => ({ topics: number % 2 ? ["a"] : [] }));
    const catalog = statedCatalog(stated, ["a", "b"]);
    const tables = writeTables(new ByteWriter(), catalog, callRolls(catalog), 50, known);
    expect([tables.all, ...tables.topics].map(({ shifts }) => shifts[1])).toEqual([0, 0, 0]);
  });

  test("gives a run of places in the order of arrival", () => {
    const late = { published: hour(3), firstSeen: hour(90), topics: ["a"] };
    const stated = [...Array.from({ length: 9 }, (): Stated => ({ topics: ["a"] })), late];
    const roll = open(stated, 10).rolls.get("a");
    // The newest is dated by hour 8; the late one stands among those of hour 3, and arrived last.
    expect(roll?.arrived(7, 10)).toEqual([1, 0, 6]);
    expect(roll?.placeOf(6)).toBe(9);
  });
});

test("a rank is how many numbers are smaller", () => {
  const list = Uint32Array.of(2, 3, 5, 8);
  expect([0, 2, 3, 4, 8, 9].map((number) => rankOf(list, number))).toEqual([0, 0, 1, 2, 3, 4]);
  expect(rankOf(new Uint32Array(0), 5)).toBe(0);
});
