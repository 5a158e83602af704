// compile, of a folder that is too large for its script: what lies in dist/ depends on the seeds and on nothing else.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { compileCommand } from "../../src/commands/compile.ts";
import { openNotes } from "../../src/commands/disk/notes.ts";
import { compileSite } from "../../src/compile/compile.ts";
import { lastInstant } from "../../src/compile/identity/ledger.ts";
import { bundleTiers, press } from "../edge/tiers-of.ts";
import { type Said, say } from "./console.ts";
import { articleText, snapshot, write } from "./newsroom.ts";

const count = 300;
const settings = `[site]
title = "News"
url = "https://news.example"
language = "en"
entries = 10

[limits]
plan = "free"
script = 1
files = 120

[[topic]]
id = "sea"
title = "Sea"
match = ["harbour", "airport"]

[[topic]]
id = "third"
title = "Every third"

[[topic]]
id = "quiet"
title = "Only old ones"
`;

/** Article `number`, of a day of its own; of some no date is stated, and a few are still to come. */
function markdown(number: number, extra = ""): string {
  const date = new Date(Date.UTC(number > 295 ? 2090 : 2024, 0, 1 + number)).toISOString().slice(0, 10);
  const topics = [...(number % 3 === 0 ? ["third"] : []), ...(number < 20 ? ["quiet"] : [])];
  const [title = "", ...rest] = articleText(number, extra).split("\n\n");
  const head = ["---", `title: "${title}"`, ...(number % 10 === 4 ? [] : [`date: ${date}`])];
  const words = Array.from({ length: 120 }, (_, at) =>
    (Math.imul(number * 120 + at + 1, 0x9e3779b1) >>> 0).toString(36),
  );
  // Links to articles that are there, that are not, and that are still to come.
  const link = number % 7 === 0 ? `See [another](${number + 28}.md), and [[${number - 1}|one more]].` : "";
  const body = [...rest, "", `${words.join(" ")}.`, link, ""];
  return [...head, `topics: [${topics.join(", ")}]`, "---", "", ...body].join("\n");
}

const originals = new Map<string, string>([
  ["site.toml", settings],
  ...Array.from({ length: count }, (_, number): [string, string] => [`${number}.md`, markdown(number)]),
]);

let root = "";
let seeds = "";
let dist = "";
/** What the first compile left. */
let first = new Map<string, string>();
let ledger = "";

function compile(...flags: readonly string[]): Promise<Said> {
  return say(compileCommand, "--seeds", seeds, "--out", dist, ...flags);
}

/** Compiles, and says what lies in dist/. */
async function compiled(...flags: readonly string[]): Promise<Map<string, string>> {
  const { code, err } = await compile(...flags);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return snapshot(dist);
}

/** Where the command remembers this folder. */
const memoryFolder = (): string => openNotes(seeds);

function spools(): string[] {
  const folder = memoryFolder();
  return readdirSync(folder).flatMap((name) => (name.startsWith("spool-") ? [join(folder, name)] : []));
}

const coldFiles = (): string[] => [...snapshot(dist).keys()].filter((path) => path.includes("/cold/"));
const times = (): Map<string, number> =>
  new Map(coldFiles().map((path) => [path, statSync(join(dist, path)).mtimeMs]));

function restoreSeeds(): void {
  const files = new Map(originals);
  if (ledger !== "") files.set("ledger.jsonl", ledger);
  for (const name of readdirSync(seeds)) if (!files.has(name)) rmSync(join(seeds, name));
  for (const [name, text] of files) {
    const place = join(seeds, name);
    if (!existsSync(place) || readFileSync(place, "utf8") !== text) writeFileSync(place, text);
  }
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "topicwire-"));
  seeds = join(root, "seeds");
  dist = join(root, "dist");
  mkdirSync(seeds, { recursive: true });
  restoreSeeds();
  first = await compiled();
  ledger = readFileSync(join(seeds, "ledger.jsonl"), "utf8");
});

afterAll(() => {
  rmSync(memoryFolder(), { recursive: true, force: true });
  rmSync(root, { recursive: true, force: true });
});

beforeEach(async () => {
  restoreSeeds();
  expect(await compiled()).toEqual(first);
});

describe("a folder that is too large for its script", () => {
  test("is compiled into two tiers, within its limits", async () => {
    const index = JSON.parse(readFileSync(join(dist, "site.json.txt"), "utf8")) as {
      readonly count: number;
      readonly hot: number;
      readonly cold: unknown;
    };
    expect(index.count).toBe(count);
    expect(index.hot).toBeGreaterThan(10);
    expect(index.hot).toBeLessThan(count - 50);
    expect(index.cold).not.toBeNull();
    const files = coldFiles();
    expect(files.length).toBeGreaterThan(30);
    expect(files.length).toBeLessThanOrEqual(120);
    const { out } = await compile();
    expect(out).toMatch(/300 articles, 3 topics in .*: \d\.\d of 1\.0 MB of script, the rest in asset files/);
    expect(out).toContain(`Search looks at the newest ${index.hot} articles, expressions at all articles.`);
  });

  test("gives the same bytes with nothing remembered", async () => {
    rmSync(memoryFolder(), { recursive: true });
    rmSync(dist, { recursive: true });
    expect(await compiled()).toEqual(first);
  });

  test("gives the bytes that the same catalog gives in memory", () => {
    const numbers = Array.from({ length: count }, (_, number) => number);
    expectAsInMemory(numbers, ledger);
  });

  test("gives those bytes with the places that were left empty, too", async () => {
    rmSync(join(seeds, "120.md"));
    await compiled();
    const numbers = Array.from({ length: count }, (_, number) => number).filter((number) => number !== 120);
    const retired = readFileSync(join(seeds, "ledger.jsonl"), "utf8");
    expect(retired).not.toBe(ledger);
    expectAsInMemory(numbers, retired);
    restoreSeeds();
    await compiled();
  });

  /** What lies in dist/ is what these articles give without threads and files. */
  function expectAsInMemory(numbers: readonly number[], ledger: string): void {
    const files = numbers.map((number) => ({
      path: `${number}.md`,
      bytes: new TextEncoder().encode(markdown(number)),
    }));
    const now = "2026-11-22T12:00:00Z";
    const output = compileSite({ site: settings, ledger, seeds: files, origin: null, now });
    if (output.catalog === null) throw new Error("nothing was compiled");
    const known = lastInstant(output.ledger);
    const limits = { script: 1_000_000, files: 120 };
    const tiers = bundleTiers(press(output.catalog, known), known, limits);
    expect(readFileSync(join(dist, "site.json.txt"), "utf8")).toBe(JSON.stringify(tiers.bundle.index));
    expect(readFileSync(join(dist, "site.bin")).equals(tiers.bundle.bytes)).toBe(true);
    expect(coldFiles().sort()).toEqual([...tiers.files.keys()].map((path) => `/assets${path}`).sort());
    for (const [path, bytes] of tiers.files)
      expect(readFileSync(join(dist, "assets", path)).equals(bytes), path).toBe(true);
  }

  test("gives the same bytes after changes that were taken back", async () => {
    write(seeds, { "7.md": markdown(7, "\n\nThis was added."), "new.md": markdown(1000) });
    rmSync(join(seeds, "120.md"));
    const changed = await compiled();
    expect(changed).not.toEqual(first);
    restoreSeeds();
    expect(await compiled()).toEqual(first);
  });

  test("leaves asset files alone whose content is the same", async () => {
    const before = times();
    await compiled();
    expect(times()).toEqual(before);
    write(seeds, { "7.md": markdown(7, "\n\nThis was added.") });
    await compiled();
    const after = times();
    const written = [...after].filter(([path, time]) => before.get(path) !== time).map(([path]) => path);
    const now = snapshot(dist);
    const other = [...now].filter(([path, hash]) => path.includes("/cold/") && first.get(path) !== hash);
    expect(written.sort()).toEqual(other.map(([path]) => path).sort());
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThan(12);
  });

  test("removes asset files that nothing needs any more", async () => {
    writeFileSync(join(dist, "assets", "cold", "stray.bin"), "x");
    write(seeds, { "site.toml": settings.replace(/\[\[topic\]\]\nid = "quiet"[^[]*/, "") });
    for (let number = 0; number < 20; number++)
      write(seeds, { [`${number}.md`]: markdown(number).replace(/(, )?quiet/, "") });
    const changed = await compiled();
    expect([...changed.keys()].filter((path) => /stray|quiet/.test(path))).toEqual([]);
    write(seeds, { "site.toml": settings.replace("script = 1", "script = 10") });
    expect([...(await compiled()).keys()].filter((path) => path.includes("/cold/"))).toEqual([]);
  });

  test("restores asset files that were lost, cut short or overwritten", async () => {
    const [lost = "", cut = "", other = ""] = coldFiles();
    rmSync(join(dist, lost));
    truncateSync(join(dist, cut), 10);
    const bytes = readFileSync(join(dist, other));
    writeFileSync(join(dist, other), bytes.fill(0));
    expect(await compiled()).toEqual(first);
  });

  test("is not mistaken for another one that was compiled to the same place", async () => {
    const others = join(root, "others");
    const more = Array.from({ length: count }, (_, number) => [
      `${number}.md`,
      markdown(number, "Elsewhere."),
    ]);
    write(others, { "site.toml": settings, ...Object.fromEntries(more) });
    expect((await say(compileCommand, "--seeds", others, "--out", dist)).code).toBe(0);
    expect(await compiled()).toEqual(first);
  });

  test("is not mistaken for what a compile left that was stopped", async () => {
    const kept = join(root, "memory");
    cpSync(memoryFolder(), kept, { recursive: true, preserveTimestamps: true });
    write(seeds, { "7.md": markdown(7, "\n\nThis was added.") });
    rmSync(join(seeds, "120.md"));
    await compiled();
    // It was stopped before it could remember anything.
    const folder = memoryFolder();
    rmSync(folder, { recursive: true });
    renameSync(kept, folder);
    restoreSeeds();
    expect(await compiled()).toEqual(first);
  });
});

describe("what is remembered of a folder", () => {
  const damages: readonly (readonly [string, () => void])[] = [
    ["is cut short", () => truncateSync(join(memoryFolder(), "state.jsonl"), 5000)],
    [
      "says something else",
      () => {
        const file = join(memoryFolder(), "state.jsonl");
        writeFileSync(file, readFileSync(file, "utf8").replaceAll("How the", "Why the"));
      },
    ],
    ["has lost its bytes", () => spools().forEach((file) => void rmSync(file))],
    ["has bytes cut short", () => spools().forEach((file) => void truncateSync(file, 3000))],
    [
      "has a few other bytes",
      () =>
        spools().forEach((file) => {
          const bytes = readFileSync(file);
          for (let at = 100; at < bytes.length; at += 1000) bytes[at] = (bytes[at] ?? 0) ^ 64;
          writeFileSync(file, bytes);
        }),
    ],
  ];

  test.each(damages)("is forgotten where it %s", async (_, damage) => {
    damage();
    write(seeds, { "7.md": markdown(7, "\n\nThis was added.") });
    await compiled();
    restoreSeeds();
    expect(await compiled()).toEqual(first);
  });
});
