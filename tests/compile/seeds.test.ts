import { mkdirSync, type PathLike, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { compileSite } from "../../src/compile/compile.ts";
import { seedLimit } from "../../src/compile/encodings.ts";
import { ledgerFile, writeLedger } from "../../src/compile/identity/ledger.ts";
import { noteOthers, refusePublished } from "../../src/compile/identity/others.ts";
import { describeProblem } from "../../src/compile/problems.ts";
import { listSeeds } from "../../src/compile/seeds.ts";
import { articles, makeFolder, site, write } from "../commands/newsroom.ts";
import { readFolder, readSeeds } from "../folder.ts";

/** Folders the disk refuses to list, whoever asks. */
const locked = vi.hoisted(() => new Set<string>());
vi.mock("node:fs", async (load) => {
  const disk = await load<typeof import("node:fs")>();
  const readdirSync = (path: PathLike, ...more: unknown[]): unknown => {
    if (locked.has(String(path))) throw new Error("EACCES: permission denied");
    return (disk.readdirSync as (...all: unknown[]) => unknown)(path, ...more);
  };
  return { ...disk, readdirSync };
});

let folder = "";
beforeEach(() => {
  folder = makeFolder();
  locked.clear();
});

describe("a file of articles", () => {
  test("is read up to 5 MB; a larger one is named with its size and left out", () => {
    write(folder, { "a.txt": "x", "b.txt": "x", "c.txt": "x" });
    truncateSync(join(folder, "a.txt"), seedLimit);
    truncateSync(join(folder, "b.txt"), seedLimit + 1);
    const { seeds, problems } = readSeeds(folder);
    expect(seeds.map(({ path, bytes }) => [path, bytes.length])).toEqual([
      ["a.txt", 5 * 1024 * 1024],
      ["c.txt", 1],
    ]);
    expect(problems.map((problem) => describeProblem(problem, "seeds/"))).toEqual([
      "seeds/b.txt: error: the file has 5.1 MB, more than the 5 MB that are read. Split it, or keep it out of the seeds folder.",
    ]);
  });
});

describe("a folder that cannot be listed", () => {
  test("is a problem, and what lies beside it is read", () => {
    write(folder, { "a.txt": "x", "tiếng Việt/b.txt": "x", "z.txt": "x" });
    locked.add(join(folder, "tiếng Việt"));
    const { files, problems } = listSeeds(folder);
    expect(files.map(({ path }) => path)).toEqual(["a.txt", "z.txt"]);
    expect(problems.map((problem) => describeProblem(problem, "seeds/"))).toEqual([
      "seeds/tiếng Việt: error: the folder cannot be read (EACCES: permission denied). Check that it exists and that you may read it.",
    ]);
  });

  const retractedBy = (hide: () => void): string[] => {
    const [first = "", second = "", third = "", other = ""] = Object.values(articles(4));
    write(folder, { "site.toml": site, "in/a.txt": first, "in/deep/b.txt": second });
    write(folder, { "in side.txt": third, "other.txt": other });
    const [before, now] = ["2030-01-01T00:00:00Z", "2030-02-01T00:00:00Z"];
    const { ledger } = compileSite({ ...readFolder(folder), origin: null, now: before });
    writeFileSync(join(folder, ledgerFile), writeLedger(ledger));
    hide();
    const after = compileSite({ ...readFolder(folder), origin: null, now });
    return after.ledger.flatMap(({ from, retracted }) => (retracted === null ? [] : [from])).sort();
  };

  test("takes no article back that lies anywhere below it", () => {
    const hide = (): void => {
      locked.add(join(folder, "in"));
      rmSync(join(folder, "in side.txt"));
    };
    expect(retractedBy(hide)).toEqual(["in side.txt"]);
  });

  test("takes none back where it is the seeds folder itself", () => {
    expect(retractedBy(() => locked.add(join(folder, "")) && locked.add(folder))).toEqual([]);
  });

  test("does take back those of a folder that is empty now", () => {
    const hide = (): void => {
      rmSync(join(folder, "in"), { recursive: true });
      mkdirSync(join(folder, "in"));
    };
    expect(retractedBy(hide)).toEqual(["in/a.txt", "in/deep/b.txt"]);
  });
});

test("of what lies in a folder, articles are listed, and what cannot be one is told apart", () => {
  const folder = makeFolder();
  write(folder, {
    "site.toml": "",
    "a.txt": "A",
    "a.txt.meta.toml": 'title = "A"',
    "a.txt~": "A",
    "Thumbs.db": "",
    "deep/Capture of today": "Text without an ending.",
    "deep/core": new Uint8Array([0, 1, 2, 3, 0, 1, 2, 3]),
    "deep/tool": "#!/bin/sh\nls\n",
    "deep/style.css": "p {}",
    "site.toml.orig": "",
  });
  const { files, others, problems } = listSeeds(folder);
  expect(files.map(({ path, meta }) => [path, meta?.path ?? null])).toEqual([
    ["a.txt", "a.txt.meta.toml"],
    ["deep/Capture of today", null],
  ]);
  expect(others).toEqual(["deep/core", "deep/style.css", "deep/tool"]);
  expect(problems).toEqual([]);
});

test("a link is followed to a file of the folder, and to no other: what lies elsewhere is not published", () => {
  const elsewhere = makeFolder();
  write(elsewhere, { "secret.txt": "x" });
  write(folder, { "real/a.txt": "x" });
  symlinkSync(join(folder, "real/a.txt"), join(folder, "b.txt"));
  symlinkSync(join(elsewhere, "secret.txt"), join(folder, "c.txt"));
  const { files, problems } = listSeeds(folder);
  expect(files.map(({ path }) => path)).toEqual(["b.txt", "real/a.txt"]);
  expect(problems.map(({ path, level, what }) => `${path}: ${level}: ${what}`)).toEqual([
    "c.txt: error: this is a link to a file outside the seeds folder, and such files are not published",
  ]);
});

test("a link to a folder is not followed, and that is said", () => {
  const folder = makeFolder();
  write(folder, { "real/a.txt": "A" });
  symlinkSync(join(folder, "real"), join(folder, "linked"));
  const { files, problems } = listSeeds(folder);
  expect(files.map(({ path }) => path)).toEqual(["real/a.txt"]);
  expect(problems.map(({ path, what }) => `${path}: ${what}`)).toEqual([
    "linked: this is a link to a folder, and links to folders are not followed",
  ]);
});

test("every file that is no article is named in a note", () => {
  const what = "by its name this is no article, so it is not read";
  expect(noteOthers([])).toEqual([]);
  expect(noteOthers(["a.css", "b.json"])).toMatchObject([
    { path: "a.css", level: "note", what },
    { path: "b.json", level: "note", what },
  ]);
});

test("a file that was published and is no article by its name is an error, not a retraction", () => {
  const entry = { from: "a.log", retracted: null } as Parameters<typeof refusePublished>[1][number];
  const problems = refusePublished(["a.css", "a.log"], [entry]);
  expect(problems.map(({ path, level }) => `${path} ${level}`)).toEqual(["a.log error"]);
});
