import { expect, test } from "vitest";
import { prepareIndexes } from "../../../src/compile/bundle/render.ts";
import { press, tellCatalog } from "../../edge/tiers-of.ts";

test("an index tells how many of the articles that are out are looked at, whatever is still to come", () => {
  const known = "2026-06-01T00:00:00Z";
  const seen = "2026-01-01T00:00:00Z";
  const days = ["2026-07-02", "2026-07-01", "2026-05-03", "2026-05-02", "2026-05-01"];
  const told = days.map((day) => ({ published: `${day}T00:00:00Z`, seen, topics: ["a"] }));
  const pressed = press(tellCatalog(told, ["a"]), known);
  const tell = (horizon: number | null, searchHorizon: number | null) =>
    prepareIndexes(
      pressed,
      known,
    )({ horizon, searchHorizon }).map(({ text }) => {
      const index = JSON.parse(text);
      return [index.site.articles, index.horizon, index.searchHorizon];
    });
  expect(tell(4, 1)).toEqual([
    [3, 2, 0],
    [4, 3, 0],
    [5, 4, 1],
  ]);
  expect(tell(null, null)[0]).toEqual([3, null, null]);
});
