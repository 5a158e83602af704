// What is named on the command line: files, patterns that no shell has read, and names from where npm was called.

import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addCommand } from "../../src/commands/add.ts";
import { findNamed } from "../../src/commands/findNamed.ts";
import { inspectCommand } from "../../src/commands/inspect.ts";
import { say } from "./console.ts";
import { articles, articleText, makeFolder, site, write } from "./newsroom.ts";

let folder = "";
beforeEach(() => {
  folder = makeFolder();
  write(folder, { "seeds/site.toml": site, "seeds/own.txt": articleText(9) });
  write(folder, {
    "in/b c.txt": "",
    "in/a.txt": "",
    "in/a.html": "",
    "in/what?.txt": "",
    "in/.hidden.txt": "",
  });
});
afterEach(() => void vi.unstubAllEnvs());

const here = (name: string): string => relative(".", join(folder, name));

test("a pattern names the files it fits, in order; one that fits nothing stays", () => {
  const [all, none] = [join(folder, "in/*.txt"), join(folder, "in/*.md")];
  expect(findNamed(all)).toEqual(["a.txt", "b c.txt", "what?.txt"].map((name) => join(folder, "in", name)));
  expect(findNamed(join(folder, "in/what?.txt"))).toEqual([join(folder, "in/what?.txt")]);
  expect(findNamed(none)).toEqual([none]);
});

test("what is not in the working folder is looked for where npm was called", () => {
  expect(findNamed("a.txt", join(folder, "in"))).toEqual([here("in/a.txt")]);
  expect(findNamed("?.*", join(folder, "in"))).toEqual([here("in/a.html"), here("in/a.txt")]);
  expect(findNamed("package.json", join(folder, "in"))).toEqual(["package.json"]);
});

test("the home folder is known where the shell does not know it", () => {
  vi.stubEnv("HOME", folder);
  expect(findNamed("~/in/a.txt")).toEqual([join(folder, "in/a.txt")]);
  expect(findNamed("~/in/*.html")).toEqual([join(folder, "in/a.html")]);
});

test("addresses, standard input and names of nothing are left as they are", () => {
  for (const word of ["https://news.example/?p=*", "file:///no/such.txt", "-", "no/such.txt"])
    expect(findNamed(word, folder)).toEqual([word]);
});

test("add and inspect ask for files in this way", async () => {
  const seeds = ["--seeds", join(folder, "seeds")];
  write(join(folder, "new"), articles(3));
  vi.stubEnv("INIT_CWD", join(folder, "new"));
  expect((await say(addCommand, ...seeds, "*.txt")).code).toBe(0);
  expect(readdirSync(join(folder, "seeds"))).toEqual(["0.txt", "1.txt", "2.txt", "own.txt", "site.toml"]);
  expect((await say(inspectCommand, ...seeds, join(folder, "seeds/?.txt"))).out).toContain("2.txt");
  expect((await say(inspectCommand, ...seeds, "1.txt")).code).toBe(0);
});
