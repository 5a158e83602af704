import { describe, expect, it } from "vitest";
import { medianOf, medianRatio, spellBytes, spellNumber } from "../../bench/figures.ts";

describe("figures", () => {
  it("have the middle one as their median, however they are ordered", () => {
    expect(medianOf([9, 1, 5])).toBe(5);
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
    expect(medianOf([])).toBeNaN();
  });

  it("are compared round by round: a slow round is slow for both", () => {
    expect(medianRatio([2, 20, 3], [1, 10, 1])).toBe(2);
  });

  it("of which one side is missing have no ratio", () => {
    expect(medianRatio([1, 2], [])).toBeNaN();
  });

  it("are written with the digits that count", () => {
    expect([0.1234, 1.234, 12.34, 1234].map(spellNumber)).toEqual(["0.123", "1.23", "12.3", "1234"]);
    expect(spellNumber(Number.NaN)).toBe("–");
    expect(spellBytes(2048)).toBe("2.00 KiB");
    expect(spellBytes(3 * 2 ** 20)).toBe("3.00 MiB");
  });
});
