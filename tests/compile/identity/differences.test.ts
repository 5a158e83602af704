import { expect, test } from "vitest";
import { compareListings, type Listed } from "../../../src/compile/identity/differences.ts";
import { sketchText } from "../../../src/compile/identity/likeness.ts";

function listed(id: string, words: string): Listed {
  return {
    id,
    title: words,
    version: words,
    dated: "2026-11-22T00:00:00Z",
    stated: true,
    source: "https://news.example/today",
    fingerprint: sketchText(words),
    topics: [],
    from: null,
  };
}

test("each feed is told of by what comes into it, changes in it and leaves it, that of all first", () => {
  const [moved, edited, gone, fresh] = ["moved", "edited", "gone", "fresh"].map((id) => listed(id, id));
  if (!moved || !edited || !gone || !fresh) throw new Error("there are four");
  const known = [
    { ...moved, topics: ["boats"] },
    { ...edited, topics: ["rice"] },
    { ...gone, topics: ["boats"] },
  ];
  const before = { articles: known, complete: true, retracted: new Set<string>() };
  const after = [
    { ...moved, topics: ["rice"] },
    { ...edited, topics: ["rice"], version: "another" },
    { ...fresh, topics: ["boats"] },
  ];
  const { feeds } = compareListings(before, after, new Set(after.map(({ id }) => id)));
  expect(feeds).toEqual([
    { feed: "all", into: 1, changed: 1, outOf: 1 },
    { feed: "boats", into: 1, changed: 0, outOf: 2 },
    { feed: "rice", into: 1, changed: 1, outOf: 0 },
  ]);
});

test("an article at the address of a known one would come again, unless that is the address of several", () => {
  const one = listed("1", "A harbour was opened in the north");
  const two = listed("2", "Fishing boats came home before the storm");
  const fresh = listed("3", "Prices of rice have risen since the spring");
  const alarms = (...known: readonly Listed[]) => {
    const before = { articles: known, complete: true, retracted: new Set<string>() };
    const after = [...known, fresh];
    return compareListings(before, after, new Set(after.map(({ id }) => id))).alarms;
  };
  expect(alarms(one)).toEqual([{ article: fresh, known: one, why: "same address" }]);
  expect(alarms(one, two)).toEqual([]);
});
