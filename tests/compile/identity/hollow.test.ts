// Files that hold nothing to publish, as a vault has dozens of.

import { describe, expect, test } from "vitest";
import { type CompileOutput, compileSite, inspectSeed } from "../../../src/compile/compile.ts";
import { type LedgerEntry, writeLedger } from "../../../src/compile/identity/ledger.ts";
import { readSite } from "../../../src/compile/site.ts";
import { indexTopics } from "../../../src/compile/topics.ts";

const site = '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n';
const article =
  "# Ferries\n\nThe ferries stopped at noon, when the wind came up in the **harbour** and outside.\n";

let minute = 0;
function compile(files: Readonly<Record<string, string>>, ledger: readonly LedgerEntry[] = []) {
  const seeds = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  minute += 1;
  const now = new Date(Date.UTC(2026, 10, 22, 0, minute)).toISOString().replace(".000", "");
  return compileSite({ site, ledger: writeLedger(ledger), seeds, origin: null, now });
}

function told({ problems }: CompileOutput): string[] {
  return problems.map(({ path, line, level, what }) => `${path}:${line} ${level}: ${what}`);
}

function retracted({ ledger }: CompileOutput): string[] {
  return ledger.filter((entry) => entry.retracted !== null).map(({ from }) => from);
}

describe("a file that never was an article and holds nothing", () => {
  test.each([
    ["note.md", "", "the file is empty"],
    ["note.txt", " \n\n", "the file holds nothing but white space"],
    ["note.txt", "- -\n", "the file holds no text"],
    ["note.md", "-\n\t-\n", "the file holds no text"],
    ["note.md", "title:: Empty\n\n-\n", "the file holds no text below its front matter"],
    ["note.md", "---\ntitle: Sep 14th, 2020\n---\n\n-", "the file holds no text below its front matter"],
    ["note.html", "---\ntitle: Sep 14th, 2020\n---\n", "the file holds no text below its front matter"],
  ])("is a note: %s %j", (path, text, what) => {
    expect(told(compile({ [path]: text }))).toEqual([`${path}:null note: ${what}`]);
  });

  test("is a warning with its line where what stands there may be meant to be published", () => {
    const text = "---\ntitle: A talk\n---\n\n{% notebook talk.ipynb %}\n";
    expect(told(compile({ "a.md": text }))).toEqual([
      "a.md:5 warning: the file holds no text below its front matter, only what is none: a heading, a picture, a frame, a shortcode",
    ]);
  });

  test("or is a template whose date is still to be filled in, is a note too", () => {
    for (const date of ["{{date}}", "<% tp.date.now() %>"]) {
      const text = `---\ntitle: A day\ndate: "${date}"\n---\n\nWhat was done on that day, and what is still to be done.\n`;
      expect(told(compile({ "templates/day.md": text }))).toEqual([
        `templates/day.md:3 note: \`date\` is still to be filled in: "${date}"`,
      ]);
    }
  });

  test("is the same to inspect", () => {
    const { settings } = readSite(site);
    if (settings === null) throw new Error("no settings");
    const seed = { path: "a.md", bytes: new Uint8Array() };
    const inspect = (ledger: readonly LedgerEntry[]) =>
      inspectSeed(seed, settings, indexTopics([]), ledger, "2026-11-22T00:00:00Z").problems[0]?.level;
    expect(inspect([])).toBe("note");
    expect(inspect(compile({ "a.md": article }).ledger)).toBe("error");
  });

  test("does not keep another one from being taken back, where there are many", () => {
    const daily = { "2020_09_15.md": "-", "2020_09_16.md": "-" };
    const before = compile({ "2020_09_14.md": article, ...daily });
    expect(retracted(compile(daily, before.ledger))).toEqual(["2020_09_14.md"]);
    const folders = { "b/index.md": "-", "c/index.md": "-" };
    const ledger = compile({ "a/index.md": article, ...folders }).ledger;
    expect(retracted(compile(folders, ledger))).toEqual(["a/index.md"]);
  });
});

describe("a file that was an article and holds nothing any more", () => {
  const { ledger } = compile({ "a.md": article });

  test.each(["", "\n", "# Ferries\n", "---\ntitle: Ferries\n---\n"])("is an error: %j", (text) => {
    const after = compile({ "a.md": text }, ledger);
    expect(after.problems.map(({ level }) => level)).toEqual(["error"]);
    expect(retracted(after)).toEqual([]);
  });

  test("is not taken back where it was moved among others that hold nothing, either", () => {
    const others = { "c.md": "", "d/index.md": "" };
    const after = compile({ "notes/a.md": "", ...others }, ledger);
    expect(retracted(after)).toEqual([]);
    expect(told(after)).toContain(
      "notes/a.md:null warning: a.md is gone and may be this file, which cannot be read; so it has not been taken back",
    );
    const folder = compile({ "a/index.md": article });
    expect(retracted(compile({ "b/a/index.md": "", ...others }, folder.ledger))).toEqual([]);
  });
});
