// inspect, as a person and as a program ask it. The fields of --json are a contract; others may stand beside them.

import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { compileCommand } from "../../src/commands/compile.ts";
import { inspectCommand } from "../../src/commands/inspect.ts";
import { briefs, digestOf } from "../compile/briefs.ts";
import { type Said, say } from "./console.ts";
import { makeFolder, site, write } from "./newsroom.ts";

let seeds = "";

const keys = ["harbour", "market", "mayor", "ferry", "train", "snow"] as const;

const first =
  "The harbour office said on Monday that the ships would leave the port before the storm reached the coast of the island.";
const second =
  "Nobody in the town could say when the ships would be back, and the fishermen stayed at home with their families.";
const capture = `Ships leave the port

By Ann Lee

May 2, 2024 10:00

${first}

${second}

Share this article
`;
const markdown = `---
title: A market is closed
lang: en
source: https://e.example/market
---

The council closed the market of the old town, **nobody** said why.
`;

function inspect(...args: readonly string[]): Promise<Said> {
  return say(inspectCommand, "--seeds", seeds, ...args);
}

async function inspectJson(...names: readonly string[]) {
  const { code, out, err } = await inspect("--json", ...names.map(place));
  return { code, err, json: JSON.parse(out) as unknown };
}

function place(name: string): string {
  return join(seeds, name);
}

beforeEach(() => {
  seeds = join(makeFolder(), "seeds");
  write(seeds, {
    "site.toml": site,
    "one.txt": capture,
    "two.md": markdown,
    "broken.md": "---\ntitle: Ships\ndate: someday\n---\n\nThe ships would leave the port.\n",
    "digest.txt": digestOf(keys),
  });
});

const ship = {
  id: expect.stringMatching(/^urn:uuid:[\da-f-]{36}$/),
  title: "Ships leave the port",
  published: "2024-05-02T10:00:00+00:00",
  updated: null,
  lang: "en",
  byline: "Ann Lee",
  sourceUrl: null,
  text: `${first}\n${second}`,
  html: `<p>${first}</p>\n<p>${second}</p>`,
  topics: ["sea"],
};
const market = {
  id: expect.stringMatching(/^urn:uuid:/),
  title: "A market is closed",
  published: null,
  updated: null,
  lang: "en",
  byline: null,
  sourceUrl: "https://e.example/market",
  text: "The council closed the market of the old town, nobody said why.",
  html: "<p>The council closed the market of the old town, <strong>nobody</strong> said why.</p>",
  topics: [],
};

test("one file is its articles and its warnings", async () => {
  const { code, json, err } = await inspectJson("one.txt");
  expect(json).toMatchObject({ articles: [ship], warnings: [] });
  expect({ code, err }).toEqual({ code: 0, err: "" });
});

test("a date nobody states is null, and a topic nobody speaks of is none", async () => {
  expect((await inspectJson("two.md")).json).toMatchObject({ articles: [market], warnings: [] });
});

test("several files are listed with their paths, as they were named and in that order", async () => {
  const { code, json } = await inspectJson("two.md", "one.txt");
  expect(json).toEqual({
    files: [
      expect.objectContaining({
        path: place("two.md"),
        articles: [expect.objectContaining(market)],
        warnings: [],
      }),
      expect.objectContaining({
        path: place("one.txt"),
        articles: [expect.objectContaining(ship)],
        warnings: [],
      }),
    ],
  });
  expect(code).toBe(0);
});

test("a file with errors has no articles, says what to do, and makes the exit code 1", async () => {
  const { code, json } = await inspectJson("broken.md");
  expect(json).toMatchObject({
    articles: [],
    warnings: [
      {
        line: 3,
        level: "error",
        what: expect.stringContaining("someday"),
        fix: expect.stringContaining("Write it like"),
      },
    ],
  });
  expect(code).toBe(1);
});

test("the others of several are there beside one with errors", async () => {
  const { code, json } = await inspectJson("one.txt", "broken.md");
  expect(json).toMatchObject({
    files: [
      { articles: [ship], warnings: [] },
      { articles: [], warnings: [{ level: "error" }] },
    ],
  });
  expect(code).toBe(1);
});

test("a file that is not there is an error of its own", async () => {
  const { code, json } = await inspectJson("nowhere.txt", "one.txt");
  expect(json).toMatchObject({
    files: [
      { path: place("nowhere.txt"), articles: [], warnings: [{ line: null, level: "error" }] },
      { articles: [ship] },
    ],
  });
  expect(code).toBe(1);
});

test("corrections beside a file count, and what is wrong with them is an error", async () => {
  write(seeds, { "one.txt.meta.toml": 'title = "Ships wait"\n', "two.md.meta.toml": "titel = 1\n" });
  const { code, json } = await inspectJson("one.txt", "two.md");
  expect(json).toMatchObject({
    files: [
      { articles: [{ ...ship, title: "Ships wait" }], warnings: [] },
      { articles: [], warnings: [{ line: 1, level: "error", what: expect.stringContaining("titel") }] },
    ],
  });
  expect(code).toBe(1);
});

test("a folder of that name is no file of corrections", async () => {
  write(seeds, { "one.txt.meta.toml/file": "" });
  expect((await inspectJson("one.txt")).json).toMatchObject({ articles: [ship], warnings: [] });
});

test("a digest is several articles, each with an id and words of its own", async () => {
  const { code, json } = await inspectJson("digest.txt");
  const { articles } = json as { articles: { id: string; text: string; title: string }[] };
  expect(articles.map(({ text }) => text)).toEqual(keys.map((key) => briefs[key]));
  expect(new Set(articles.map(({ id }) => id)).size).toBe(keys.length);
  expect(code).toBe(0);
});

test("a published article shows the id it is published with", async () => {
  const before = (await inspectJson("one.txt")).json as { articles: { id: string }[] };
  await say(compileCommand, "--seeds", seeds, "--out", join(seeds, "..", "dist"), "--keep-going");
  const { json } = await inspectJson("one.txt");
  expect(json).toMatchObject({
    articles: [{ id: before.articles[0]?.id, evidence: { identity: { likeness: 1 } } }],
  });
});

test("a file is the one the ledger knows, however the disk spells its accents", async () => {
  const name = "cafe\u0301.md";
  const tell = (words: string): void => write(seeds, { [name]: `# The coffee house is sold\n\n${words}\n` });
  const idOf = async (): Promise<unknown> =>
    ((await inspectJson(name)).json as { articles: { id: string }[] }).articles[0]?.id;
  tell("A family from the next valley bought it, with its tables, its chairs and all its cups.");
  await say(compileCommand, "--seeds", seeds, "--out", join(seeds, "..", "dist"), "--keep-going");
  const id = await idOf();
  tell("Last night its old owner wrote to us that he will keep the garden, and serve tea there.");
  expect(await idOf()).toBe(id);
});

test("a folder is all its files", async () => {
  const { code, json } = await inspectJson("");
  expect((json as { files: { path: string }[] }).files.map(({ path }) => path)).toEqual(
    ["broken.md", "digest.txt", "one.txt", "two.md"].map(place),
  );
  expect(code).toBe(1);
});

test("a site that cannot be read is said on the side of errors, and nothing is printed", async () => {
  write(seeds, { "site.toml": "[site\n" });
  const { code, out, err } = await inspect("--json", place("one.txt"));
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain(`${place("site.toml")}:2: error:`);
});

test("an option there is not is answered with the usage and exit code 2", async () => {
  const { code, out, err } = await inspect("--jsn", place("one.txt"));
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("npm run inspect -- [--json]");
});

test("a person reads what was understood and why, line by line", async () => {
  const { code, out } = await inspect(place("one.txt"));
  expect(out).toBe(`${place("one.txt")}
  one article among clutter

  Article 1: 43 words in 2 paragraphs
  title    Ships leave the port  (title line above the article, line 1)
  date     2024-05-02T10:00:00+00:00  (dateline beside the title, line 5)
  language en  (letters of the body)
  byline   Ann Lee  (credit line, line 3)
  source   –
  id       ${/urn:uuid:\S+/.exec(out)?.[0]}  (not seen before)
  topics
    ✓ sea                            2  "harbour" lead

  Line by line
      1 + title     title line above the article Ships leave the port
      3 + metadata  credit line                  By Ann Lee
      5 + metadata  dateline beside the title    May 2, 2024 10:00
      7 + body      inside the article's span    ${first.slice(0, 110)}…
      9 + body      ends like a sentence         ${second.slice(0, 110)}…
     11 - cut       share button                 Share this article
`);
  expect(code).toBe(0);
});

test("a person reads what is wrong with the line it stands on", async () => {
  const { code, out } = await inspect(place("broken.md"));
  expect(out).toContain(
    '  error: line 3: `date` holds no date that exists: "someday". Write it like 2024-05-02 or 2024-05-02T10:00:00+07:00.',
  );
  expect(code).toBe(1);
});

test("many files are a table, and what is wrong with them is said on the side of errors", async () => {
  const { code, out, err } = await inspect(seeds);
  const rows = out
    .trimEnd()
    .split("\n")
    .map((row) => row.replace(seeds, "").split(/ {2,}/));
  expect(rows).toEqual([
    ["file", "articles", "dated", "lang", "lines kept", "errors", "warnings"],
    ["/broken.md", "0", "0", "5/5", "1", "0"],
    ["/digest.txt", "6", "0", "en", "6/6", "0", "0"],
    ["/one.txt", "1", "1", "en", "5/6", "0", "0"],
    ["/two.md", "1", "0", "en", "6/6", "0", "0"],
  ]);
  expect(err).toContain(`${place("broken.md")}:3: error:`);
  expect(code).toBe(1);
});
