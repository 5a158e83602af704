// A file that this program fails at: what nobody foresaw, so the failure is put in here.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { compileCommand } from "../../src/commands/compile.ts";
import { inspectCommand } from "../../src/commands/inspect.ts";
import { readLedger } from "../../src/compile/identity/ledger.ts";
import { type Said, say } from "./console.ts";
import { articles, articleText, makeFolder, site, write } from "./newsroom.ts";

const failing = vi.hoisted(() => ({ at: "" }));

vi.mock(import("../../src/compile/extract.ts"), async (original) => {
  const { extractSeed } = await original();
  return {
    extractSeed: (seed, context) => {
      if (seed.path === failing.at) throw new RangeError("Maximum call stack size exceeded");
      return extractSeed(seed, context);
    },
  };
});

let folder = "";

function compile(...flags: readonly string[]): Promise<Said> {
  return say(compileCommand, "--seeds", join(folder, "seeds"), "--out", join(folder, "dist"), ...flags);
}

function live(): string[] {
  const { entries } = readLedger(readFileSync(join(folder, "seeds", "ledger.jsonl"), "utf8"));
  return entries.filter(({ retracted }) => retracted === null).map(({ from }) => from);
}

beforeEach(async () => {
  failing.at = "";
  folder = makeFolder();
  write(join(folder, "seeds"), { "site.toml": site, ...articles(3) });
  expect(await compile()).toMatchObject({ code: 0, err: "" });
});

test("it is named with what to do, the others are published, and its article is not taken back", async () => {
  failing.at = "1.txt";
  write(join(folder, "seeds"), { "1.txt": articleText(1, "\n\nMore."), "new.txt": articleText(20) });
  const { code, err } = await compile();
  expect(code).toBe(1);
  expect(err).toMatch(
    /1\.txt: error: the file cannot be understood \(RangeError: Maximum call stack size exceeded.*\)\. Report it with what npm run inspect says of it, and keep the file out of the seeds folder meanwhile\./,
  );
  expect(live().sort()).toEqual(["0.txt", "1.txt", "2.txt", "new.txt"]);
});

test("it is asked again the next time", async () => {
  failing.at = "1.txt";
  write(join(folder, "seeds"), { "1.txt": articleText(1, "\n\nMore.") });
  await compile();
  expect((await compile()).code).toBe(1);
  failing.at = "";
  expect(await compile()).toMatchObject({ code: 0, err: "" });
});

test("inspect says of it what compile says", async () => {
  failing.at = "1.txt";
  const { code, out } = await say(
    inspectCommand,
    "--json",
    "--seeds",
    join(folder, "seeds"),
    join(folder, "seeds", "1.txt"),
  );
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    kind: "not understood",
    articles: [],
    warnings: [{ line: null, level: "error", what: expect.stringContaining("cannot be understood") }],
  });
});
