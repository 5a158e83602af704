import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createColdWriter } from "../../../src/commands/compile/coldFiles.ts";
import type { ColdFile } from "../../../src/compile/bundle/cold.ts";
import { makeFolder } from "../newsroom.ts";

const spot = ["spool", 0, 1, 0] as const;
const nothing = { written: () => undefined, keepWritten: () => {} };

/** So many files, as they are handed over. */
function files(count: number): ColdFile[] {
  return Array.from({ length: count }, (_, number) => ({
    path: `/cold/${number}.bin`,
    key: String(number),
    recipe: { kind: "records", ordinals: [number] },
  }));
}

test("a file that cannot be made is told at the end, with the first reason, whenever that came up", async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  process.on("unhandledRejection", note);
  let asked = 0;
  const bake = async (): Promise<void> => {
    asked++;
    throw new Error(`number ${asked}`);
  };
  const cold = createColdWriter(makeFolder(), nothing, () => ({ record: spot, page: spot }), bake);
  for (const file of files(20)) cold.write(file);
  // Much else is done before the end.
  await new Promise((done) => setTimeout(done, 20));
  await expect(cold.finish()).rejects.toThrow("number 1");
  process.off("unhandledRejection", note);
  expect(asked).toBeGreaterThan(1);
  expect(unhandled).toEqual([]);
});

test("files that stand there already are not removed when others could not be made", async () => {
  const out = makeFolder();
  const old = createColdWriter(
    out,
    nothing,
    () => ({ record: spot, page: spot }),
    async () => {},
  );
  old.write({ path: "/cold/old.bin", key: "old", recipe: { kind: "bytes", bytes: () => new Uint8Array(3) } });
  await old.finish();
  const fails = (): Promise<void> => Promise.reject(new Error("the disk is full"));
  const cold = createColdWriter(out, nothing, () => ({ record: spot, page: spot }), fails);
  for (const file of files(1)) cold.write(file);
  await expect(cold.finish()).rejects.toThrow("the disk is full");
  expect(existsSync(join(out, "assets/cold/old.bin"))).toBe(true);
});
