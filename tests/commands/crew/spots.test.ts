import { expect, test } from "vitest";
import type { Spot } from "../../../src/commands/crew/spool.ts";
import { countSpots, packSpots, spotAt } from "../../../src/commands/crew/spots.ts";

test("spots read back in their order, whichever files they are in, and there are no others", () => {
  const spots: Spot[] = [
    ["spool-a", 0, 10, 0xffffffff],
    ["spool-b", 2 ** 33, 7, 1],
    ["spool-a", 10, 0, 0],
  ];
  const list = packSpots(spots);
  expect(countSpots(list)).toBe(3);
  expect(spots.map((_, index) => spotAt(list, index))).toEqual(spots);
  for (const index of [-1, 3]) expect(() => spotAt(list, index)).toThrow(`there is no article ${index} here`);
  expect(countSpots(packSpots([]))).toBe(0);
});
