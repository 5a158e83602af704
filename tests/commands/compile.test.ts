// compile: what it refuses, what it writes, and its exit codes.

import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { compileCommand } from "../../src/commands/compile.ts";
import { readLedger } from "../../src/compile/identity/ledger.ts";
import { type Said, say } from "./console.ts";
import { articles, articleText, makeFolder, site, snapshot, write } from "./newsroom.ts";

let folder = "";
let ledger = "";

function compile(...flags: readonly string[]): Promise<Said> {
  return say(compileCommand, "--seeds", join(folder, "seeds"), "--out", join(folder, "dist"), ...flags);
}

function ids(): string[] {
  return readLedger(readFileSync(ledger, "utf8")).entries.map((entry) => entry.id);
}

function live(): string[] {
  return readLedger(readFileSync(ledger, "utf8"))
    .entries.filter((entry) => entry.retracted === null)
    .map((entry) => entry.from);
}

/** Runs a compile that must refuse, and checks that it touched nothing. */
async function refuse(...flags: readonly string[]): Promise<string> {
  const before = snapshot(folder);
  const { code, err } = await compile(...flags);
  expect(code).toBe(1);
  expect(snapshot(folder)).toEqual(before);
  return err;
}

beforeEach(async () => {
  folder = makeFolder();
  ledger = join(folder, "seeds", "ledger.jsonl");
  write(join(folder, "seeds"), { "site.toml": site, ...articles(12) });
  const { code, err } = await compile();
  expect({ code, err }).toEqual({ code: 0, err: "" });
});

describe("a damaged ledger", () => {
  const damages: readonly (readonly [string, number, (lines: string[]) => string[]])[] = [
    ["a line cut short", 3, (lines) => lines.with(2, lines[2]?.slice(0, 100) ?? "")],
    ["a merge that stopped half-way", 2, (lines) => lines.toSpliced(1, 0, "<<<<<<< HEAD")],
    [
      "a date edited by hand",
      5,
      (lines) => lines.with(4, lines[4]?.replace(/"seen":"\d{4}/, '"seen":"2019') ?? ""),
    ],
    ["two lines run together", 7, (lines) => lines.toSpliced(6, 2, `${lines[6]}${lines[7]}`)],
  ];

  test.each(damages)("with %s is refused with its line, and nothing is written", async (_, line, damage) => {
    writeFileSync(ledger, damage(readFileSync(ledger, "utf8").split("\n")).join("\n"));
    const err = await refuse();
    expect(err).toMatch(new RegExp(`seeds/ledger\\.jsonl:${line}: error: `));
    expect(err).toContain("--accept-new-ids");
    expect(err).toContain("Nothing was written");
  });

  test("is gone on with when that is said, and the cost is told", async () => {
    const before = ids();
    const lines = readFileSync(ledger, "utf8").split("\n");
    writeFileSync(ledger, lines.with(2, lines[2]?.slice(0, 100) ?? "").join("\n"));
    const { code, out } = await compile("--accept-new-ids");
    expect(code).toBe(0);
    expect(out).toContain("every subscriber gets it as new");
    expect(ids()).toHaveLength(before.length);
    expect((await compile()).code).toBe(0);
  });

  test("cut to nothing is refused, as long as it is known that it told of articles", async () => {
    const text = readFileSync(ledger, "utf8");
    for (const nothing of ["", "\n"]) {
      writeFileSync(ledger, nothing);
      const err = await refuse();
      expect(err).toContain(
        "seeds/ledger.jsonl: error: the ledger is empty: the 12 articles it knew would be",
      );
      expect(err).toContain("--accept-new-ids");
    }
    writeFileSync(ledger, text);
    expect(await compile()).toMatchObject({ code: 0, err: "" });
  });

  test("cut to nothing is gone on with when that is said", async () => {
    writeFileSync(ledger, "");
    const { code, err, out } = await compile("--accept-new-ids");
    expect(code).toBe(0);
    expect(err).toContain("seeds/ledger.jsonl: warning: the ledger is empty: the 12 articles");
    expect(out).toContain("12 articles got an id of their own again");
    expect(await compile()).toMatchObject({ code: 0, err: "" });
  });

  test("that is not there is told, since a branch may be older than it", async () => {
    rmSync(ledger);
    const { code, err } = await compile();
    expect(code).toBe(0);
    expect(err).toContain("seeds/ledger.jsonl: warning: the ledger is gone: the 12 articles it knew");
    expect(await compile()).toMatchObject({ code: 0, err: "" });
  });

  test("of a folder nobody has compiled yet may be empty, but that is told", async () => {
    const other = makeFolder();
    write(join(other, "seeds"), { "site.toml": site, ...articles(2), "ledger.jsonl": "" });
    const args = ["--seeds", join(other, "seeds"), "--out", join(other, "dist")];
    const { code, err } = await say(compileCommand, ...args);
    expect(code).toBe(0);
    expect(err).toContain("seeds/ledger.jsonl: warning: the ledger is empty. Restore it");
    expect(await say(compileCommand, ...args)).toMatchObject({ code: 0, err: "" });
  });

  test("with a line twice, as merges leave it, is whole", async () => {
    const text = readFileSync(ledger, "utf8");
    appendFileSync(ledger, text.split("\n")[3] ?? "");
    expect((await compile()).code).toBe(0);
    expect(readFileSync(ledger, "utf8")).toBe(text);
  });
});

test("whoever reads while a compile writes gets what was there before, whole", async () => {
  const places = ["seeds/ledger.jsonl", "dist/site.bin", "dist/site.json.txt"].map((path) =>
    join(folder, path),
  );
  const before = places.map((place) => readFileSync(place));
  for (const place of places) linkSync(place, `${place}.kept`);
  renameSync(`${ledger}.kept`, join(folder, "kept"));
  write(join(folder, "seeds"), { "3.txt": articleText(3, "\n\nThis was added afterwards.") });
  expect((await compile()).code).toBe(0);
  const kept = [join(folder, "kept"), ...places.slice(1).map((place) => `${place}.kept`)];
  expect(kept.map((place) => readFileSync(place))).toEqual(before);
  expect(places.map((place) => readFileSync(place))).not.toEqual(before);
});

describe("--frozen", () => {
  test("is content with a ledger that is up to date", async () => {
    const before = snapshot(folder);
    expect((await compile("--frozen")).code).toBe(0);
    expect(snapshot(folder)).toEqual(before);
  });

  test("is content with one whose lines end as Windows ends them, and leaves it so", async () => {
    writeFileSync(ledger, readFileSync(ledger, "utf8").replaceAll("\n", "\r\n"));
    const before = snapshot(folder);
    expect(await compile("--frozen")).toMatchObject({ code: 0, err: "" });
    expect(snapshot(folder)).toEqual(before);
  });

  test("names what would change, and writes nothing", async () => {
    write(join(folder, "seeds"), {
      "3.txt": articleText(3, "\n\nThis was added afterwards."),
      "new.txt": articleText(20),
    });
    const err = await refuse("--frozen");
    expect(err).toContain("  3.txt\n");
    expect(err).toContain("  new.txt\n");
    expect(err).not.toContain("  4.txt\n");
  });
});

describe("taking articles back", () => {
  test("one is no accident, nor is a tenth", async () => {
    write(
      join(folder, "seeds"),
      Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`${i + 12}.txt`, articleText(i + 12)])),
    );
    expect((await compile()).code).toBe(0);
    rmSync(join(folder, "seeds", "0.txt"));
    rmSync(join(folder, "seeds", "1.txt"));
    expect((await compile()).code).toBe(0);
    expect(live()).toHaveLength(18);
  });

  test("more than a tenth must be said to be meant", async () => {
    rmSync(join(folder, "seeds", "0.txt"));
    rmSync(join(folder, "seeds", "1.txt"));
    const err = await refuse();
    expect(err).toContain("2 of 12 articles would be taken back");
    expect(err).toContain("  1.txt\n");
    expect((await compile("--accept-retractions")).code).toBe(0);
    expect(live()).toHaveLength(10);
  });

  test("is undone with the same ids when the files come back", async () => {
    const before = readLedger(readFileSync(ledger, "utf8")).entries;
    renameSync(join(folder, "seeds", "0.txt"), join(folder, "kept.txt"));
    await compile();
    expect(live()).not.toContain("0.txt");
    renameSync(join(folder, "kept.txt"), join(folder, "seeds", "back.txt"));
    expect((await compile()).code).toBe(0);
    const after = readLedger(readFileSync(ledger, "utf8")).entries;
    expect(after.map(({ id, seen, changed }) => [id, seen, changed])).toEqual(
      before.map(({ id, seen, changed }) => [id, seen, changed]),
    );
  });

  test("does not happen to a file that breaks", async () => {
    const before = readFileSync(ledger, "utf8");
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256);
    write(join(folder, "seeds"), { "2.txt": noise, "5.txt": "" });
    const { code, err } = await compile();
    expect(code).toBe(1);
    expect(err).toContain("2.txt: error: ");
    expect(readFileSync(ledger, "utf8")).toBe(before);
    expect((await compile("--keep-going")).code).toBe(0);
  });
});

test("the same seeds give the same bytes, whatever the order of files, zone, language and working folder", () => {
  const names = Object.entries(articles(12));
  const cli = join(import.meta.dirname, "..", "..", "src", "cli.ts");
  const made = [
    { order: names, env: { TZ: "UTC", LANG: "C", LC_ALL: "C" }, relative: true },
    {
      order: [...names].reverse(),
      env: { TZ: "Pacific/Kiritimati", LANG: "vi_VN.UTF-8", LC_ALL: "tr_TR.UTF-8" },
      relative: false,
    },
  ].map(({ order, env, relative }) => {
    const root = makeFolder();
    for (const [path, text] of order)
      write(join(root, "seeds"), { [`${Number.parseInt(path, 10) % 3}/${path}`]: text });
    write(join(root, "seeds"), { "site.toml": site });
    write(join(root, "seeds"), { "ledger.jsonl": readFileSync(ledger) });
    const cwd = relative ? root : makeFolder();
    const base = relative ? "" : `${root}/`;
    execFileSync(process.execPath, [cli, "compile", "--seeds", `${base}seeds`, "--out", `${base}dist`], {
      cwd,
      env: { ...process.env, ...env },
      stdio: "pipe",
    });
    return [snapshot(join(root, "seeds")), snapshot(join(root, "dist"))];
  });
  expect(made[1]).toEqual(made[0]);
});

test("an article is published with the id it turns out to have, though another was expected", async () => {
  // Among so many that threads read them, it is met with other words, where no line of the ledger names it.
  write(join(folder, "seeds"), articles(400));
  expect((await compile()).code).toBe(0);
  rmSync(join(folder, "seeds", "3.txt"));
  write(join(folder, "seeds"), { "moved.txt": articleText(3, "\n\nThis was added when it moved.") });
  const before = ids();
  expect((await compile()).code).toBe(0);
  expect(ids().sort()).toEqual(before.sort());
  // In another place nothing is remembered, and the ledger tells what to expect.
  const other = makeFolder();
  cpSync(join(folder, "seeds"), join(other, "seeds"), { recursive: true });
  const { code } = await say(
    compileCommand,
    "--seeds",
    join(other, "seeds"),
    "--out",
    join(other, "dist"),
    "--frozen",
  );
  expect(code).toBe(0);
  expect(snapshot(join(other, "dist"))).toEqual(snapshot(join(folder, "dist")));
});

describe("the advice", () => {
  test("names the folders that were given, whatever is in their names, and what was accepted", async () => {
    const [seeds, out] = [join(folder, "my seeds"), join(folder, "dist")];
    renameSync(join(folder, "seeds"), seeds);
    const run = (...flags: readonly string[]): Promise<Said> =>
      say(compileCommand, "--seeds", seeds, "--out", out, ...flags);
    await run();
    for (const number of [0, 1, 2, 3]) rmSync(join(seeds, `${number}.txt`));
    const again = `npm run compile -- --seeds '${seeds}' --out ${out}`;
    expect((await run()).err).toContain(`\nIf this is intended: ${again} --accept-retractions\n`);
    expect((await run("--frozen")).err).toContain(`\nRun ${again}, look at the change and commit it.\n`);
    expect((await run("--accept-retractions")).code).toBe(0);
    const lines = readFileSync(join(seeds, "ledger.jsonl"), "utf8");
    for (const damaged of ["", lines.slice(40)]) {
      writeFileSync(join(seeds, "ledger.jsonl"), damaged);
      const { err } = await run("--accept-retractions");
      expect(err.match(/To go on without what the ledger lost: .*/g)).toEqual([
        `To go on without what the ledger lost: ${again} --accept-retractions --accept-new-ids`,
      ]);
    }
  });

  test("is not repeated where it was followed", async () => {
    for (const damaged of ["", readFileSync(ledger, "utf8").slice(40)]) {
      writeFileSync(ledger, damaged);
      const { code, err } = await compile("--accept-new-ids");
      expect({ code, again: err.includes("--accept-new-ids") }).toEqual({ code: 0, again: false });
    }
  });
});

test("one article is spelled as one", async () => {
  const other = makeFolder();
  write(join(other, "seeds"), { "site.toml": site, ...articles(1) });
  const args = ["--seeds", join(other, "seeds"), "--out", join(other, "dist")];
  expect((await say(compileCommand, ...args)).out).toContain("\n1 article, 1 topic in ");
  writeFileSync(join(other, "seeds/ledger.jsonl"), "");
  expect((await say(compileCommand, ...args, "--accept-new-ids")).out).toContain(
    "1 article got an id of its own again; ",
  );
});

test("a wrong command line is exit code 2", async () => {
  expect((await compile("--nonsense")).code).toBe(2);
});

test("many pictures that are missing are named by the first of them, and all where that is asked for", async () => {
  const notes = Array.from({ length: 9 }, (_, at) => [
    `n${at}.md`,
    `![A boat](${at}.jpg)\n\n${articleText(20 + at)}`,
  ]);
  write(join(folder, "seeds"), Object.fromEntries(notes));
  const { code, err } = await compile();
  expect(code).toBe(0);
  expect(err.match(/is not in the seeds folder/g)).toHaveLength(3);
  expect(err).toContain("  … and 6 more files that are not in the seeds folder.\n");
  expect(err).toContain(`--out ${join(folder, "dist")} --all names all of these`);
  expect((await compile("--all")).err.match(/is not in the seeds folder/g)).toHaveLength(9);
});
