// What a compile says it changes for readers.

import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { compileCommand } from "../../../src/commands/compile.ts";
import { say } from "../console.ts";
import { articles, articleText, makeFolder, site, write } from "../newsroom.ts";

let folder = "";
let seeds = "";
beforeEach(() => {
  folder = makeFolder();
  seeds = join(folder, "seeds");
  write(seeds, { "site.toml": site, ...articles(12) });
});

/** The line that tells of changes; undefined where there is none. */
async function told(...flags: readonly string[]): Promise<string | undefined> {
  const paths = ["--seeds", seeds, "--out", join(folder, "dist")];
  const { code, out } = await say(compileCommand, ...paths, ...flags);
  expect(code).toBe(0);
  return out.split("\n").find((line) => line.startsWith("For readers"));
}

test("new, changed and retracted articles are counted, named where they are few, and so are those that come back", async () => {
  expect(await told()).toBe("For readers: 12 new.");
  expect(await told()).toBeUndefined();
  rmSync(join(seeds, "4.txt"));
  write(seeds, {
    "12.txt": articleText(12),
    "3.txt": articleText(3, "\n\nThis was added afterwards."),
    "2.txt": articleText(2, "\n\nThis was added afterwards."),
  });
  expect(await told()).toBe("For readers: 1 new (12.txt), 2 changed (2.txt, 3.txt), 1 taken back (4.txt).");
  expect(await told()).toBeUndefined();
  write(seeds, { "4.txt": articleText(4) });
  expect(await told()).toBe("For readers: 1 back again (4.txt).");
  for (const number of [0, 1, 2, 3, 4]) rmSync(join(seeds, `${number}.txt`));
  expect(await told("--accept-retractions")).toBe("For readers: 5 taken back.");
});

test("a renamed file, or one that cannot be read any more, is no change for them", async () => {
  await told();
  renameSync(join(seeds, "3.txt"), join(seeds, "three.txt"));
  write(seeds, { "5.txt": "" });
  expect(await told("--keep-going")).toBeUndefined();
});

test("articles that a changed rule takes into other topics are counted", async () => {
  await told();
  write(seeds, { "site.toml": `${site}\n[[topic]]\nid = "fresh"\ntitle = "Fresh"\nmatch = ["round 3"]\n` });
  expect(await told()).toBe("For readers: 1 in other topics (3.txt).");
  expect(await told()).toBeUndefined();
});
