// compile, of a folder below which the disk refuses to list another one.

import { type PathLike, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { compileCommand } from "../../src/commands/compile.ts";
import { say } from "./console.ts";
import { articles, articleText, makeFolder, site, write } from "./newsroom.ts";

const locked = vi.hoisted(() => new Set<string>());
vi.mock("node:fs", async (load) => {
  const disk = await load<typeof import("node:fs")>();
  const readdirSync = (path: PathLike, ...more: unknown[]): unknown => {
    if (locked.has(String(path))) throw new Error("EACCES: permission denied");
    return (disk.readdirSync as (...all: unknown[]) => unknown)(path, ...more);
  };
  return { ...disk, readdirSync };
});

test("its articles stay as they are, and the others are published", async () => {
  const root = makeFolder();
  const seeds = join(root, "seeds");
  write(seeds, { "site.toml": site, ...articles(3), "in/3.txt": articleText(3) });
  const compile = (...flags: readonly string[]) =>
    say(compileCommand, "--seeds", seeds, "--out", join(root, "dist"), ...flags);
  expect((await compile()).code).toBe(0);
  const before = readFileSync(join(seeds, "ledger.jsonl"), "utf8");
  locked.add(join(seeds, "in"));
  const { code, out, err } = await compile("--keep-going");
  expect(err).toContain(`${seeds}/in: error: the folder cannot be read`);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("3 articles") });
  expect(readFileSync(join(seeds, "ledger.jsonl"), "utf8")).toBe(before);
});
