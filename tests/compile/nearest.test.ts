import { expect, test } from "vitest";
import { findNearest } from "../../src/compile/nearest.ts";

test("the word with the fewest slips is the one that was meant, if it is near at all", () => {
  const known = ["japan", "jordan", "coast-guard"];
  expect(
    ["japann", "jpaan", "jordan", "coastguard", "kenya", "x"].map((word) => findNearest(word, known)),
  ).toEqual(["japan", "japan", "jordan", "coast-guard", null, null]);
});
