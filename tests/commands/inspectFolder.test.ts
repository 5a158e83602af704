// inspect: of the files a shell finds, those are shown that a compile reads.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { compileCommand } from "../../src/commands/compile.ts";
import { inspectCommand } from "../../src/commands/inspect.ts";
import { type Said, say } from "./console.ts";
import { articles, articleText, makeFolder, site, write } from "./newsroom.ts";

let seeds = "";
beforeEach(async () => {
  const folder = makeFolder();
  seeds = join(folder, "seeds");
  write(seeds, { "site.toml": site, ...articles(2) });
  await say(compileCommand, "--seeds", seeds, "--out", join(folder, "dist"));
});

const inspect = (...words: readonly string[]): Promise<Said> =>
  say(
    inspectCommand,
    "--seeds",
    seeds,
    ...words.map((word) => (word.startsWith("-") ? word : join(seeds, word))),
  );

describe("of several files", () => {
  const others = ["boat.jpg", "talk.mp3", "report.pdf", "a.png", "b.png", "site.toml", "ledger.jsonl"];
  beforeEach(() =>
    write(seeds, {
      ...Object.fromEntries(others.slice(0, 5).map((name) => [name, Uint8Array.of(0x89, 0, 1)])),
      "0.txt.meta.toml": 'title = "Another"\n',
      "run.sh": "#!/bin/sh\n",
      "0.txt~": "",
      "page_files/frame.html": articleText(5),
      "page.html": `<html><head><title>A page</title></head><body><p>${articleText(6)}</p></body></html>`,
    }),
  );

  test("what a compile passes over is passed over, and told by reasons", async () => {
    const { code, out, err } = await inspect(
      ...others,
      ...["0.txt.meta.toml", "run.sh", "0.txt~", "page_files", "page.html", "0.txt"],
    );
    expect(code).toBe(0);
    expect(out.match(/^\/.*$/gm)).toEqual([join(seeds, "page.html"), join(seeds, "0.txt")]);
    expect(err.replaceAll(`${seeds}/`, "").trimEnd().split("\n")).toEqual([
      "boat.jpg, talk.mp3, report.pdf, a.png and 1 more: not inspected, since pictures, recordings and documents go with the articles that name them.",
      "site.toml, ledger.jsonl: not inspected, since these are the site's own files.",
      "0.txt.meta.toml: not inspected, since corrections are shown with the file they correct.",
      "run.sh: not inspected, since articles have names that end in .txt, .html or .md.",
      "0.txt~: not inspected, since editors and systems leave files of such names behind.",
      "page_files: not inspected, since what was saved with a page belongs to that page.",
    ]);
  });

  test("it has its place among the others for machines", async () => {
    const { code, out, err } = await inspect("--json", "boat.jpg", "0.txt");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out).files).toMatchObject([
      { path: join(seeds, "boat.jpg"), articles: [], warnings: [{ level: "note" }] },
      { path: join(seeds, "0.txt"), articles: [{ title: "Another" }], warnings: [] },
    ]);
  });

  test("none is left: exit code 1", async () => {
    expect(await inspect("boat.jpg", "site.toml")).toMatchObject({ code: 1, out: "" });
  });
});

test("a file that is named alone is shown whatever its name, unless it is no text", async () => {
  write(seeds, { "story.log": articleText(7), "boat.jpg": Uint8Array.of(0x89, 0, 1) });
  expect(await inspect("story.log")).toMatchObject({ code: 0, out: expect.stringContaining("Article 1: ") });
  expect(await inspect("boat.jpg")).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringContaining("boat.jpg: not inspected, since pictures, "),
  });
});

test("a folder without articles says so, and one whose files cannot be read shows them", async () => {
  mkdirSync(join(seeds, "empty"));
  expect(await inspect("empty")).toEqual({
    code: 1,
    out: "",
    err: `There is no article in ${join(seeds, "empty")}/.\n`,
  });
  write(seeds, { "in/lost.txt.meta.toml": 'title = "Nothing"\n' });
  const { code, out } = await inspect("in");
  expect(code).toBe(1);
  expect(out).toContain("there is no file lost.txt for it to correct");
});

test("a file that is not there is an error, whatever its name", async () => {
  const { code, out } = await inspect("none.jpg", "0.txt");
  expect({ code, out }).toEqual({
    code: 1,
    out: expect.stringContaining("the file cannot be read (it is not there)"),
  });
});
