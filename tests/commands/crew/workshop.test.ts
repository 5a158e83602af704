import { readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { PlacedDraft } from "../../../src/commands/crew/placed.ts";
import { isDamage, openSpoolReader } from "../../../src/commands/crew/spool.ts";
import {
  openWorkshop,
  type ReadFacts,
  stampFile,
  type Workshop,
} from "../../../src/commands/crew/workshop.ts";
import type { SeedFile } from "../../../src/compile/seeds.ts";
import { makeFolder, site, write } from "../newsroom.ts";

const seeds = join(import.meta.dirname, "../../../seeds");
const digest = "000_50aacffc67916d15.txt";

function open(folder: string): Workshop {
  const furnishing = { folder, site, origin: null, now: "2026-01-01T00:00:00Z", spool: "spool-test" };
  const workshop = openWorkshop({ ...furnishing, spools: folder });
  onTestFinished(workshop.close);
  return workshop;
}

function describeFile(folder: string, path: string): SeedFile {
  return { path, disk: path, size: statSync(join(folder, path)).size, stamp: "", meta: null };
}

function readOne(workshop: Workshop, folder: string, path: string): ReadFacts {
  const [result] = workshop.read([{ file: describeFile(folder, path), known: [] }]);
  if (result === undefined) throw new Error("nothing was read");
  return result.facts;
}

test("each brief of a digest lies by itself, and nothing else is read to bring it back", () => {
  const folder = makeFolder();
  const text = readFileSync(join(seeds, digest), "utf8");
  write(folder, { [digest]: text });
  const facts = readOne(open(folder), folder, digest);
  const reader = openSpoolReader(folder);
  onTestFinished(reader.close);
  const drafts = facts.articles.map((_, index) => new PlacedDraft(facts, index, () => null, reader.read));
  expect(drafts.map((draft) => draft.text)).toEqual(text.trim().split("\n"));
  const sizes = drafts.map(({ spot: [, , size] }) => size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(facts.spot?.[2]);
});

test("a digest is pressed again in the time its words take, not in that of all of them for each", () => {
  const folder = makeFolder();
  /** No two briefs of a digest share their words. */
  const wordOf = (number: number): string =>
    [...number.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join("");
  const brief = (number: number): string =>
    `The ${Array.from({ length: 16 }, (_, at) => `x${wordOf(number * 16 + at)}`).join(" and the ")}.`;
  const briefs = Array.from({ length: 3000 }, (_, number) => brief(number));
  write(folder, { "digest.txt": `${briefs.join("\n")}\n` });
  const workshop = open(folder);
  const facts = readOne(workshop, folder, "digest.txt");
  expect(facts.articles).toHaveLength(briefs.length);
  const drafts = facts.articles.map(
    (_, index) =>
      new PlacedDraft(
        facts,
        index,
        () => null,
        () => Buffer.alloc(0),
      ),
  );
  const entry = {
    seen: "2025-01-01T00:00:00Z",
    changed: "2025-01-01T00:00:00Z",
    moved: null,
    returned: null,
  };
  const before = process.threadCpuUsage();
  const pressed = workshop.press(
    drafts.map(({ spot, words }) => ({
      spot,
      entry: { ...entry, id: `urn:uuid:${words}` },
      topics: [],
      links: [],
      isComing: false,
    })),
  );
  const { user } = process.threadCpuUsage(before);
  expect(pressed.filter(({ reason }) => reason === null)).toHaveLength(briefs.length);
  expect(user).toBeLessThan(20_000_000);
}, 120_000);

test.each([
  ["longer than a disk takes", `${"a".repeat(300)}.jpg`],
  ["with a character no disk takes", "a%00b.jpg"],
  ["of a link in a circle", "circle.jpg"],
])("an article that names a picture by a name %s is published without it", (_, name) => {
  const folder = makeFolder();
  symlinkSync("circle.jpg", join(folder, "circle.jpg"));
  write(folder, { "a.md": `---\ntitle: A boat\n---\n\nThe harbour has a new boat.\n\n![](${name})\n` });
  const { articles, problems, media } = readOne(open(folder), folder, "a.md");
  expect(articles.map(({ title, media }) => [title, media])).toEqual([["A boat", []]]);
  expect(problems.map(({ level }) => level)).toEqual(["warning"]);
  expect(media.map(([path, stamp]) => stampFile(folder, path) === stamp)).not.toContain(false);
});

test("a file that becomes one no disk can find has another stamp", () => {
  const folder = makeFolder();
  write(folder, { "a.jpg": "a" });
  const stamp = stampFile(folder, "a.jpg");
  rmSync(join(folder, "a.jpg"));
  symlinkSync("a.jpg", join(folder, "a.jpg"));
  expect(stampFile(folder, "a.jpg")).not.toBe(stamp);
});

test("what lies damaged in a spool is no fault of the article, and ends the work", () => {
  const folder = makeFolder();
  write(folder, { [digest]: readFileSync(join(seeds, digest)) });
  const workshop = open(folder);
  const facts = readOne(workshop, folder, digest);
  const spool = join(folder, readdirSync(folder).find((name) => name.startsWith("spool-")) ?? "");
  writeFileSync(spool, readFileSync(spool).fill(0, 10, 20));
  const [first] = facts.articles.map(
    (_, index) =>
      new PlacedDraft(
        facts,
        index,
        () => null,
        () => Buffer.alloc(0),
      ),
  );
  if (first === undefined) throw new Error("there is no article");
  const entry = {
    id: "urn:uuid:x",
    seen: "2025-01-01T00:00:00Z",
    changed: "2025-01-01T00:00:00Z",
    moved: null,
    returned: null,
  };
  let thrown: unknown = null;
  try {
    workshop.press([{ spot: first.spot, entry, topics: [], links: [], isComing: false }]);
  } catch (error) {
    thrown = error;
  }
  expect(isDamage(thrown)).toBe(true);
});
