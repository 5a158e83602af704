// What the disk refuses is told in a sentence, with the file it is about.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Command } from "../../src/commands/command.ts";
import { compileCommand } from "../../src/commands/compile.ts";
import { inspectCommand } from "../../src/commands/inspect.ts";
import { describeRefusal } from "../../src/compile/seeds/disk.ts";
import { listSeeds } from "../../src/compile/seeds.ts";
import { readBookTexts } from "../../src/compile/site/bookTexts.ts";
import { type Said, say } from "./console.ts";
import { articles, makeFolder, site, snapshot, write } from "./newsroom.ts";
import { makeProject, runIn } from "./project.ts";

let folder = "";
let seeds = "";
beforeEach(() => {
  folder = makeFolder();
  seeds = join(folder, "seeds");
  write(seeds, { "site.toml": site, ...articles(2) });
});

const compile = (out = join(folder, "dist")): Promise<Said> =>
  say(compileCommand, "--seeds", seeds, "--out", out);

describe("a compile says in a sentence", () => {
  test("that its ledger, or its settings, are a folder, and writes nothing", async () => {
    for (const name of ["ledger.jsonl", "site.toml"]) {
      rmSync(join(seeds, name), { force: true });
      mkdirSync(join(seeds, name));
      const before = snapshot(folder);
      expect(await compile()).toEqual({
        code: 1,
        out: "",
        err: `${seeds}/${name}: error: this is a folder, where a file is wanted. Put the file in its place, or take it away.\n`,
      });
      expect(snapshot(folder)).toEqual(before);
    }
  });

  test("that something stands where a file is to be written", async () => {
    mkdirSync(join(folder, "dist/site.bin"), { recursive: true });
    write(join(folder, "dist"), { "site.json.txt": "{}" });
    const { code, err } = await compile();
    expect({ code, err }).toEqual({
      code: 1,
      err: `${join(folder, "dist/site.bin")} cannot be written: it is a folder.\n`,
    });
  });

  test("that what it remembers has no place, since a file has its name", async () => {
    const root = makeProject();
    write(join(root, "seeds"), { "site.toml": site, ...articles(1) });
    write(root, { ".topicwire": "" });
    expect(await runIn(root, "compile")).toEqual({
      code: 1,
      out: "",
      err: expect.stringMatching(/^\.topicwire\S* cannot be made: [^\n]+\.\n$/),
    });
  });
});

describe("what is no file is not waited for", () => {
  test("among seeds, and where it is named", async () => {
    execFileSync("mkfifo", [join(seeds, "x.txt"), join(seeds, "y")]);
    expect(listSeeds(seeds).problems).toMatchObject([{ path: "x.txt" }, { path: "y" }]);
    const { code, err, out } = await say(inspectCommand, "--seeds", seeds, join(seeds, "x.txt"));
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("error: this is no file");
  });

  test("in place of the site's own files", () => {
    rmSync(join(seeds, "site.toml"));
    execFileSync("mkfifo", [join(seeds, "site.toml")]);
    expect(readBookTexts(seeds)).toMatchObject({ path: "site.toml", what: "this is no file" });
  });
});

test("an error of the disk that names no file is told all the same, and one of another kind is not the disk's", () => {
  const caught = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };
  expect(describeRefusal(caught(() => readFileSync(folder)))).toBe("a file cannot be read: it is a folder.");
  expect(describeRefusal(caught(() => JSON.parse("{")))).toBeNull();
  const unmade = Object.assign(new Error(), { code: "ENOENT", syscall: "mkdir", path: "a/b" });
  expect(describeRefusal(unmade)).toBe("a/b cannot be made: the disk is read-only.");
});

test("an error nobody has thought of shows its stack, and asks to be reported", async () => {
  const broken: Command = {
    call: "npm run broken",
    summary: "",
    usage: "",
    options: {},
    takesWords: false,
    run: () => {
      throw new Error("a thing that cannot be");
    },
  };
  expect(await say(broken)).toEqual({
    code: 1,
    out: "",
    err: expect.stringMatching(
      /^Error: a thing that cannot be\n +at [\s\S]*\n\nThis is a bug in the program/,
    ),
  });
});
