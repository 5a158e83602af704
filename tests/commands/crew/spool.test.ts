import { appendFileSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { isDamage, openSpoolReader, openSpoolWriter, type Spot } from "../../../src/commands/crew/spool.ts";
import { makeFolder } from "../newsroom.ts";

let folder = "";
let spots: readonly Spot[] = [];
beforeEach(() => {
  folder = makeFolder();
  const writer = openSpoolWriter(folder, "spool-a");
  spots = ["one", "", "ba"].map((text) => writer.add(Buffer.from(text)));
  writer.close();
});

/** What reading a result throws. */
function failure(spot: Spot | undefined): unknown {
  const reader = openSpoolReader(folder);
  try {
    reader.read(spot ?? ["none", 0, 0, 0]);
    return null;
  } catch (error) {
    return error;
  } finally {
    reader.close();
  }
}

describe("a spool", () => {
  test("gives back what was put in, also what was added later", () => {
    const writer = openSpoolWriter(folder, "spool-a");
    const later = writer.add(Buffer.from("later"));
    writer.close();
    const reader = openSpoolReader(folder);
    expect([...spots, later].map((spot) => reader.read(spot).toString())).toEqual(["one", "", "ba", "later"]);
    reader.close();
  });

  test("gives back into the middle of other bytes, and touches none of those", () => {
    const reader = openSpoolReader(folder);
    const target = Buffer.from("........");
    for (const [spot, offset] of [
      [spots[0], 1],
      [spots[2], 5],
    ] as const)
      if (spot !== undefined) reader.readInto(spot, target, offset);
    reader.close();
    expect(target.toString()).toBe(".one.ba.");
  });

  test.each<[string, () => void]>([
    ["is cut short", () => truncateSync(join(folder, "spool-a"), 4)],
    ["is gone", () => rmSync(join(folder, "spool-a"))],
    [
      "holds other bytes",
      () => {
        truncateSync(join(folder, "spool-a"), 3);
        appendFileSync(join(folder, "spool-a"), "bA");
      },
    ],
  ])("that %s is told from every other failure", (_, damage) => {
    expect(failure(spots[2])).toBeNull();
    damage();
    expect(isDamage(failure(spots[2]))).toBe(true);
  });

  test("cannot be written where its folder was deleted meanwhile, and that is damage too", () => {
    const writer = openSpoolWriter(folder, "spool-b");
    writer.add(Buffer.from("x"));
    rmSync(folder, { recursive: true });
    expect(() => writer.flush()).toThrow(
      expect.objectContaining({ message: expect.stringContaining("is gone") }),
    );
  });
});
