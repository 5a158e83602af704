// Corrections of one brief of a digest, while the digest changes: the right brief is corrected, or the publisher asked.

import { describe, expect, test } from "vitest";
import { type CompileOutput, compileSite } from "../../../src/compile/compile.ts";
import type { Seed } from "../../../src/compile/draft.ts";
import { type LedgerEntry, writeLedger } from "../../../src/compile/identity/ledger.ts";
import type { Problem } from "../../../src/compile/problems.ts";
import { briefs, digestOf, type Key } from "../briefs.ts";

const site = '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n';
const meta = "day.txt.meta.toml";

interface Folder {
  readonly files: Readonly<Record<string, string>>;
  readonly metas?: Readonly<Record<string, string>>;
  readonly problems?: readonly Problem[];
}

let minute = 0;
function compile(
  { files, metas = {}, problems = [] }: Folder,
  ledger: readonly LedgerEntry[] = [],
): CompileOutput {
  const seeds = Object.entries(files).map(([path, text]): Seed => {
    const correction = metas[path];
    const bytes = new TextEncoder().encode(text);
    return correction === undefined
      ? { path, bytes }
      : { path, bytes, meta: { path: `${path}.meta.toml`, text: correction } };
  });
  minute += 1;
  const now = new Date(Date.UTC(2026, 10, 22, 0, minute)).toISOString().replace(".000", "");
  return compileSite({ site, ledger: writeLedger(ledger), seeds, origin: null, now, problems });
}

const digest = (text: string, correction?: string, path = "day.txt"): Folder => ({
  files: { [path]: text },
  ...(correction === undefined ? {} : { metas: { [path]: correction } }),
});

function keyOf(text: string): Key | undefined {
  return (Object.keys(briefs) as Key[]).find((key) => text.includes(briefs[key].slice(0, 30)));
}

function published({ catalog }: CompileOutput): (Key | undefined)[] {
  return (catalog?.articles ?? []).map(({ text }) => keyOf(text)).sort();
}

function idOf(output: CompileOutput, key: Key): string {
  const entry = output.ledger.find(
    ({ title }) => title !== null && briefs[key].startsWith(title.slice(0, 25)),
  );
  if (entry === undefined) throw new Error(`there is no ${key}`);
  return entry.id;
}

function errors({ problems }: CompileOutput): string[] {
  return problems
    .filter(({ level }) => level === "error")
    .map(({ path, line, what }) => `${path}:${line} ${what}`);
}

const order = ["harbour", "market", "mayor", "train", "ferry"] as const;
const libel = '[[article]]\nplace = 3\nretracted = "libel"\n';
const before = compile(digest(digestOf(order), libel));

test("a brief is taken back by its place", () => {
  expect(errors(before)).toEqual([]);
  expect(published(before)).toEqual(["ferry", "harbour", "market", "train"]);
  const again = compile(digest(digestOf(order), libel), before.ledger);
  expect([errors(again), again.ledger]).toEqual([[], before.ledger]);
});

describe("a correction by a place is asked about, and nothing changes for readers, where the digest", () => {
  const changes: readonly (readonly [string, string])[] = [
    ["has a new brief on top", digestOf(["snow", ...order])],
    ["lost its first brief", digestOf(["market", "mayor", "train", "ferry"])],
    ["lost the corrected brief", digestOf(["harbour", "market", "train", "ferry"])],
    ["lost it, and has another in its place", digestOf(["harbour", "market", "snow", "train", "ferry"])],
    ["has two briefs the other way round", digestOf(["harbour", "mayor", "market", "train", "ferry"])],
    [
      "changed its order and its words",
      digestOf(["snow", ...order])
        .replace("Monday", "Tuesday")
        .replace("three", "two"),
    ],
  ];

  test.each(changes)("%s", (_, text) => {
    const draft = libel.replace('retracted = "libel"', "draft = true");
    const plain = compile(digest(digestOf(order))).ledger;
    for (const [correction, earlier] of [
      [libel, []],
      [draft, []],
      [draft, plain],
    ] as const) {
      const known = compile(digest(digestOf(order), correction), earlier).ledger;
      // A brief that nobody ever saw leaves nothing to tell another one by.
      if (known.length < order.length && !text.includes("stole")) continue;
      const after = compile(digest(text, correction), known);
      expect(errors(after)[0]).toMatch(/^day\.txt\.meta\.toml:2 at place 3 now stands "/);
      expect(after.ledger).toEqual([...known].sort((a, b) => (a.id < b.id ? -1 : 1)));
      expect(published(after)).not.toContain("mayor");
    }
  });

  test("was renamed with it, and changed", () => {
    const same = compile(digest(digestOf(order), libel, "new.txt"), before.ledger);
    expect([errors(same), published(same)]).toEqual([[], ["ferry", "harbour", "market", "train"]]);
    const after = compile(digest(digestOf(["snow", ...order]), libel, "new.txt"), before.ledger);
    expect(errors(after)).toHaveLength(1);
    expect(writeLedger(after.ledger)).toBe(writeLedger(before.ledger));
  });
});

test("a correction by a place stays good while what is around it is edited or added below", () => {
  const text = digestOf([...order, "snow"])
    .replace("Monday", "Tuesday")
    .replace("three", "four");
  const after = compile(digest(text, libel), before.ledger);
  expect(errors(after)).toEqual([]);
  expect(published(after)).toEqual(["ferry", "harbour", "market", "snow", "train"]);
});

test("the question names both articles, and either answer holds", () => {
  const text = digestOf(["snow", ...order]);
  const [problem] = compile(digest(text, libel), before.ledger).problems;
  const [mayor, market] = [idOf(before, "mayor"), idOf(before, "market")];
  expect(problem?.fix).toBe(
    `Say which is meant: write id = "${mayor}" for the earlier one, or id = "${market}" for this one, instead`,
  );
  const one = compile(digest(text, libel.replace("place = 3", `id = "${mayor}"`)), before.ledger);
  expect([errors(one), published(one)]).toEqual([[], ["ferry", "harbour", "market", "snow", "train"]]);
  const other = compile(digest(text, libel.replace("place = 3", `id = "${market}"`)), before.ledger);
  expect([errors(other), published(other)]).toEqual([[], ["ferry", "harbour", "mayor", "snow", "train"]]);
});

describe("a correction by an id", () => {
  const id = idOf(before, "mayor");
  const byId = libel.replace("place = 3", `id = "${id}"`);
  const known = compile(digest(digestOf(order), byId), before.ledger);

  test("is for the same brief as the one by its place", () => {
    expect(errors(known)).toEqual([]);
    expect(known.ledger).toEqual(before.ledger);
  });

  test.each<[string, string]>([
    ["a new one is on top", digestOf(["snow", ...order])],
    ["the order is another", digestOf(["mayor", "train", "market", "harbour", "ferry"])],
    ["its words are edited", digestOf(["snow", ...order]).replace("three paintings", "two old paintings")],
  ])("finds it where %s", (_, text) => {
    const after = compile(digest(text, byId), known.ledger);
    expect(errors(after)).toEqual([]);
    expect(published(after)).not.toContain("mayor");
    expect(after.ledger.find((entry) => entry.id === id)?.retracted).toBe(
      before.ledger.find((entry) => entry.id === id)?.retracted,
    );
    expect(compile(digest(text, byId), after.ledger).ledger).toEqual(after.ledger);
  });

  test("corrects a field of the brief wherever it stands, and keeps its id", () => {
    const titled = `[[article]]\nid = "${idOf(before, "train")}"\ntitle = "Night trains"\ndate = 2026-10-01\n`;
    const first = compile(digest(digestOf(order), titled), before.ledger);
    const after = compile(digest(digestOf(["train", "snow", "harbour", "ferry"]), titled), first.ledger);
    const article = after.catalog?.articles.find(({ title }) => title === "Night trains");
    expect([article?.id, article?.published, keyOf(article?.text ?? "")]).toEqual([
      idOf(before, "train"),
      "2026-10-01T00:00:00Z",
      "train",
    ]);
  });

  test("of a brief that is gone is told, and nothing else is kept back", () => {
    const after = compile(digest(digestOf(["harbour", "market", "train", "ferry"]), byId), known.ledger);
    expect(after.problems.map(({ level, what }) => `${level}: ${what}`)).toEqual([
      `warning: ${id} is no article of day.txt any more`,
    ]);
    expect(published(after)).toEqual(["ferry", "harbour", "market", "train"]);
  });

  test("of a brief that moved to another file keeps both back", () => {
    const files = {
      "day.txt": digestOf(["harbour", "market", "train", "ferry"]),
      "late.txt": digestOf(["mayor", "snow"]),
    };
    const after = compile({ files, metas: { "day.txt": byId } }, known.ledger);
    expect(errors(after)).toContain(`${meta}:2 ${id} is no article of day.txt`);
    expect(published(after)).not.toContain("mayor");
    expect(writeLedger(after.ledger)).toBe(writeLedger(known.ledger));
  });

  test("nobody knows is an error, but for a new one whose place is named beside it", () => {
    const fresh = "urn:uuid:00000000-0000-8000-8000-000000000001";
    const unknown = compile(digest(digestOf(order), `[[article]]\nid = "${fresh}"\ntitle = "T"\n`));
    expect(errors(unknown)).toEqual([`${meta}:2 no article is known as ${fresh}`]);
    expect(unknown.ledger).toEqual([]);
    const named = compile(digest(digestOf(order), `[[article]]\nplace = 2\nid = "${fresh}"\ntitle = "T"\n`));
    expect(errors(named)).toEqual([]);
    expect(named.catalog?.articles.find((article) => article.id === fresh)?.title).toBe("T");
    const again = compile(
      digest(digestOf(["snow", ...order]), `[[article]]\nplace = 2\nid = "${fresh}"\ntitle = "T"\n`),
      named.ledger,
    );
    expect(errors(again)).toEqual([]);
    expect(keyOf(again.catalog?.articles.find((article) => article.id === fresh)?.text ?? "")).toBe("market");
  });
});

test("a table that names neither a place nor an id is an error", () => {
  const output = compile(digest(digestOf(order), '[[article]]\ntitle = "T"\n'));
  expect(errors(output)).toEqual([`${meta}:2 the [[article]] table does not say which article it is for`]);
});

test("an article that was renamed without its corrections is kept back", () => {
  const text =
    "Mayor Okafor stole three paintings from the town museum, her former driver told a newspaper.\n";
  const known = compile({ files: { "a.txt": text }, metas: { "a.txt": 'retracted = "libel"\n' } });
  const stray = { path: "a.txt.meta.toml", line: null, level: "error", what: "", fix: "" } as const;
  const after = compile({ files: { "b.txt": text }, problems: [stray] }, known.ledger);
  expect(errors(after)).toEqual([
    "b.txt:null this is the article that was in a.txt, and its corrections were left behind",
  ]);
  expect([published(after), after.ledger]).toEqual([[], known.ledger]);
});
