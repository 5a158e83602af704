import { describe, expect, test } from "vitest";
import { everythingQuery, type Query } from "../../src/catalog/query.ts";
import { goodUntil } from "../../src/lists/list.ts";
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

describe("a list is good", () => {
  test("until an article appears in it", () => {
    const { shelf } = searched();
    expect(goodUntil(shelf, ships, 50)).toBe(100);
    expect(goodUntil(shelf, ships, 150)).toBe(300);
    expect(goodUntil(shelf, everythingQuery, 150)).toBe(200);
  });

  test("for ever where no article is to come, which takes no search", () => {
    const { shelf, count } = searched();
    expect(goodUntil(shelf, ships, 300)).toBeNull();
    expect(count()).toBe(0);
  });
});
