// The folder a compile writes to: it is refused where something would be lost, or published, that is not meant to be.

import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { compileCommand } from "../../../src/commands/compile.ts";
import { type Said, say } from "../console.ts";
import { articles, makeFolder, site, snapshot, write } from "../newsroom.ts";

let folder = "";
let seeds = "";
beforeEach(() => {
  folder = makeFolder();
  seeds = join(folder, "seeds");
  write(seeds, { "site.toml": site, ...articles(2) });
});

const compile = (out: string): Promise<Said> => say(compileCommand, "--seeds", seeds, "--out", out);

/** Compiles to a folder that must be refused, and checks that nothing was touched. */
async function refuse(out: string): Promise<string> {
  const before = snapshot(folder);
  const { code, err } = await compile(out);
  expect(code).toBe(1);
  expect(snapshot(folder)).toEqual(before);
  return err;
}

describe("a compile refuses to write", () => {
  test("into a folder that holds what is not its own, even where its own would lie", async () => {
    write(join(folder, "own"), { "assets/media/mine.jpg": "mine" });
    expect(await refuse(join(folder, "own"))).toMatch(
      /own\/ holds something else, assets, and nothing that a compile made\. Name an empty or a new folder/,
    );
    write(join(folder, "papers"), { "letter.txt": "Dear" });
    expect(await refuse(join(folder, "papers"))).toContain("papers/ holds something else, letter.txt, ");
  });

  test("to a file", async () => {
    write(folder, { made: "" });
    expect(await refuse(join(folder, "made"))).toMatch(/made is a file\. /);
  });

  test("below a file, before anything is compiled", async () => {
    write(folder, { made: "", "seeds/empty.txt": "" });
    const why = `${join(folder, "made")} cannot be made: a file of this name is there. Name an empty or a new folder`;
    for (const out of ["made/below", "made/far/below"])
      expect(await refuse(join(folder, out))).toBe(`${why} elsewhere: --out DIR\n`);
  });

  test("and makes no folder either, where it cannot compile", async () => {
    write(seeds, { "site.toml": "[site" });
    expect(await refuse(join(folder, "new/below"))).toContain("this is not valid TOML");
  });

  test("into the seeds, under whatever name, since all that is made would be published", async () => {
    symlinkSync(seeds, join(folder, "link"));
    for (const out of [seeds, join(seeds, "dist"), join(seeds, "a/b"), join(folder, "link/dist")])
      expect(await refuse(out)).toContain(`is part of ${seeds}/, so what is made would be published too.`);
  });

  test("around the seeds", async () => {
    expect(await refuse(folder)).toContain(`${seeds}/ lies in ${folder}/, where only what is made may be.`);
  });
});

describe("a compile writes", () => {
  test("into a folder that is empty but for names with a dot, or not there, or its own", async () => {
    mkdirSync(join(folder, "empty"));
    write(join(folder, "dotted"), { ".gitkeep": "" });
    for (const name of ["empty", "dotted", "new/below", "seeds-made"]) {
      expect(await compile(join(folder, name))).toMatchObject({ code: 0, err: "" });
      expect(await compile(join(folder, name))).toMatchObject({ code: 0, err: "" });
    }
  });

  test("where another compile was stopped before it was done", async () => {
    const out = join(folder, "dist");
    await compile(out);
    for (const file of ["site.bin", "site.json.txt"]) rmSync(join(out, file));
    expect(await compile(out)).toMatchObject({ code: 0, err: "" });
  });
});
