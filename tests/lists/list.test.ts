import { describe, expect, test } from "vitest";
import { everythingQuery, type Query } from "../../src/catalog/query.ts";
import { beforeAll } from "../../src/feeds/feed.ts";
import { feedOf, goodUntil } from "../../src/lists/list.ts";
import type { Shelf } from "../../src/lists/shelf.ts";
import { type Shelved, shelfOf } from "./shelf-of.ts";

const shelved = (text: string, date: number): Shelved => ({ topics: ["x"], lang: "en", text, date });
const articles = [shelved("ship", 300), shelved("boat", 200), shelved("ship", 100)];
const ships: Query = { ...everythingQuery, phrases: [["ship"]] };

/** The shelf, and how often it was searched. */
function searched(): { readonly shelf: Shelf; readonly count: () => number } {
  const shelf = shelfOf(articles);
  let count = 0;
  const ofPhrase: Shelf["ofPhrase"] = (phrase) => {
    count += 1;
    return shelf.ofPhrase(phrase);
  };
  return { shelf: { ...shelf, ofPhrase }, count: () => count };
}

test("a feed says when any of its articles was last updated, and a fixed instant where it has none", async () => {
  const { shelf } = searched();
  const updatedAt = async (now: number) => (await feedOf(shelf, ships, now)).says.updated;
  expect(await updatedAt(50)).toBe(beforeAll);
  expect(await updatedAt(150)).toBe("1970-01-01T00:01:40Z");
  expect(await updatedAt(300)).toBe("1970-01-01T00:05:00Z");
});

describe("a list is good", () => {
  test("until an article appears in it", () => {
    const { shelf } = searched();
    expect(goodUntil(shelf, ships, 50)).toBe(100);
    expect(goodUntil(shelf, ships, 150)).toBe(300);
    expect(goodUntil(shelf, everythingQuery, 150)).toBe(200);
  });

  test("until it tells no longer of one that was taken back, or an article appears, whichever is first", () => {
    const month = 30 * 86_400;
    const coming = 50_000 + month;
    const retractions = [30_000, 20_000].map((when) => ({ id: `gone ${when}`, when, reason: null }));
    const shelf: Shelf = { ...shelfOf([shelved("ship", coming), ...articles]), retractions };
    expect(goodUntil(shelf, ships, 40_000)).toBe(20_000 + month);
    expect(goodUntil(shelf, ships, 20_000 + month)).toBe(30_000 + month);
    expect(goodUntil(shelf, ships, 30_000 + month)).toBe(coming);
    const sooner = { ...shelfOf([shelved("ship", 60_000), ...articles]), retractions };
    expect(goodUntil(sooner, ships, 40_000)).toBe(60_000);
  });

  test("for ever where no article is to come, which takes no search", () => {
    const { shelf, count } = searched();
    expect(goodUntil(shelf, ships, 300)).toBeNull();
    expect(count()).toBe(0);
  });
});
