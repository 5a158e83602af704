import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type Memory, openMemory } from "../../../src/commands/crew/memory.ts";
import { openSpoolReader, openSpoolWriter, type Spot } from "../../../src/commands/crew/spool.ts";
import type { ReadFacts } from "../../../src/commands/crew/workshop.ts";
import { makeFolder } from "../newsroom.ts";

const count = 200;
const stamp = "10 1000 1000 1";

let seeds = "";
let folder = "";
beforeEach(() => {
  seeds = makeFolder();
  folder = openMemory(seeds, "rules").spools;
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** What file `number` holds: mostly one article, now and then none, or several with everything that may be. */
function factsOf(number: number, spot: Spot, title = `Tin số ${number}`): ReadFacts {
  const path = `${number}.md`;
  if (number % 50 === 1) {
    const problem = { path, line: 3, level: "error", what: "what", fix: "fix" } as const;
    return { path, articles: [], problems: [problem], media: [], spot: null, key: "" };
  }
  const article = {
    path,
    from: path,
    place: 0,
    title,
    lang: "vi",
    source: null,
    published: null,
    updated: null,
    topicIds: ["sea"],
    hash: `hash ${number}`,
    words: `words ${number}`,
    fingerprint: "f",
    claimedId: null,
    lines: { title: 1, id: null },
    withdrawn: null,
    correction: null,
    hidden: false,
    media: [],
    part: null,
    links: [],
    tags: [],
  };
  if (number % 50 !== 2)
    return { path, articles: [article], problems: [], media: [], spot, key: `key ${number}` };
  const picture = { file: "a.png", path: "/media/a.png", type: "image/png", length: 5 };
  const second = {
    ...article,
    from: `${path}#2`,
    place: 1,
    source: "https://a.example/",
    published: "2024-01-01T00:00:00Z",
    updated: "2024-01-02T00:00:00Z",
    claimedId: "new",
    lines: { title: null, id: 7 },
    withdrawn: "It was wrong\nall along",
    media: [picture],
    correction: { id: null, place: 2, path: `${path}.meta.toml`, line: 4 },
    hidden: true,
    part: [3, 4, 5] as const,
    links: ["b.md", "A note"],
    tags: ["x"],
  };
  const articles = [{ ...article, from: `${path}#1` }, second];
  return { path, articles, problems: [], media: [["a.png", "5 1 1"]], spot, key: `key ${number}` };
}

const pathOf = (number: number): string => `${number}.md`;

/** Remembers all of it, in a spool with a name. */
function remember(name: string, numbers: readonly number[], title?: string): Memory {
  const memory = openMemory(seeds, "rules");
  const writer = openSpoolWriter(folder, `spool-${name}`);
  for (let number = 0; number < count; number++) {
    if (!numbers.includes(number)) {
      memory.reading(pathOf(number), stamp);
      memory.pressed(`press ${number}`);
      memory.document(`document ${number}`);
      const key = memory.written(`/a/${number}.bin`);
      if (key !== undefined) memory.keepWritten(`/a/${number}.bin`, key);
      continue;
    }
    const add = (what: string): Spot => writer.add(Buffer.from(`${name} ${what} ${number}`));
    memory.keepReading(stamp, factsOf(number, add("article"), title));
    if (number % 50 === 3)
      memory.keepPressed(`press ${number}`, { record: null, page: null, reason: "it does not read back" });
    else memory.keepPressed(`press ${number}`, { record: add("record"), page: add("page"), reason: null });
    memory.keepDocument(`document ${number}`, add("document"));
    memory.keepWritten(`/a/${number}.bin`, `${name} ${number}`);
  }
  writer.close();
  memory.save(count);
  return memory;
}

/** Everything that is remembered, with the bytes of all spots. */
function recall(rules = "rules"): unknown[] {
  const memory = openMemory(seeds, rules);
  const reader = openSpoolReader(folder);
  const read = (spot: Spot | null | undefined): string | null => (spot ? reader.read(spot).toString() : null);
  const all = Array.from({ length: count }, (_, number) => {
    const facts = memory.reading(pathOf(number), stamp);
    const pressed = memory.pressed(`press ${number}`);
    return {
      ...facts,
      spot: read(facts?.spot),
      pressed: pressed && { ...pressed, record: read(pressed.record), page: read(pressed.page) },
      document: read(memory.document(`document ${number}`)),
      written: memory.written(`/a/${number}.bin`),
    };
  });
  reader.close();
  return all;
}

const everything = Array.from({ length: count }, (_, number) => number);
const stateFile = (): string => join(folder, "state.jsonl");
const spools = (): string[] => readdirSync(folder).filter((name) => name.startsWith("spool-"));

describe("what is remembered", () => {
  test("is what was kept, whatever a file held", () => {
    remember("a", everything);
    const all = recall() as { articles: unknown[]; pressed: unknown }[];
    expect(
      all.map((one) => ({ ...one, pressed: undefined, document: undefined, written: undefined })),
    ).toEqual(
      everything.map((number) => ({
        ...factsOf(number, ["", 0, 0, 0]),
        spot: number % 50 === 1 ? null : `a article ${number}`,
      })),
    );
    expect(all[4]).toMatchObject({
      pressed: { record: "a record 4", page: "a page 4", reason: null },
      document: "a document 4",
      written: "a 4",
    });
    expect(all[53]?.pressed).toEqual({ record: null, page: null, reason: "it does not read back" });
  });

  test("is forgotten of what nobody asks for again", () => {
    remember("a", everything);
    const memory = openMemory(seeds, "rules");
    for (const number of [5, 6]) memory.reading(pathOf(number), stamp);
    memory.save(2);
    const again = openMemory(seeds, "rules");
    expect(everything.filter((number) => again.reading(pathOf(number), stamp) !== undefined)).toEqual([5, 6]);
    expect(again.pressed("press 5")).toBeUndefined();
    expect(again.known).toBe(2);
  });

  test("is the same after many small changes as after one large one, and lies in no more spools than it needs", () => {
    remember("a", everything);
    for (let round = 0; round < 20; round++) remember(`b${round}`, [round * 7, 199 - round], "Mới");
    const changed = everything.filter((number) =>
      everything.some((n) => n < 20 && [n * 7, 199 - n].includes(number)),
    );
    const all = recall() as { articles?: { title: string }[] }[];
    expect(all.flatMap(({ articles }, number) => (articles?.[0]?.title === "Mới" ? [number] : []))).toEqual(
      changed.filter((number) => number % 50 !== 1),
    );
    expect(spools()).toContain("spool-a");
    expect(all.every((one) => Object.values(one).every((value) => value !== undefined))).toBe(true);
  });

  test("is not written again while nothing changes, and copied where nothing did", () => {
    remember("a", everything);
    const before = readFileSync(stateFile(), "utf8").split("\n");
    const { ino, mtimeMs } = statSync(stateFile());
    remember("b", []);
    expect(statSync(stateFile())).toMatchObject({ ino, mtimeMs });
    remember("c", [100]);
    const after = new Set(readFileSync(stateFile(), "utf8").split("\n"));
    const same = before.filter((line) => after.has(line));
    // Of each kind one block is another one, and the sum of all.
    expect(before.length - same.length).toBe(4 + 1);
    expect(spools().sort()).toEqual(["spool-a", "spool-c"]);
  });

  test("is gone when a package has another version, or anything else of the program has changed", () => {
    remember("a", everything);
    expect(openMemory(seeds, "other rules").reading("4.md", stamp)).toBeUndefined();
    expect(openMemory(seeds, "other rules").document("document 4")).toBeUndefined();
    // How much there was is known all the same.
    expect(openMemory(seeds, "other rules").known).toBe(count);
    const memory = openMemory(seeds, "other rules");
    memory.keepWritten("/a", "b");
    memory.save(1);
    expect(spools()).toEqual([]);
    expect(openMemory(seeds, "rules").written("/a")).toBeUndefined();
    expect(openMemory(seeds, "other rules").written("/a")).toBe("b");
  });

  test("is not believed of a file that was written at about the time it was looked at", () => {
    const memory = openMemory(seeds, "rules");
    const written = 1_700_000_000_000;
    const stamp = `10 ${written} 1 1`;
    memory.keepReading(stamp, factsOf(0, ["spool-x", 0, 0, 0]));
    const writer = openSpoolWriter(folder, "spool-x");
    writer.add(Buffer.from("x"));
    writer.close();
    memory.save(1);
    // The time of the file says when the look was.
    for (const [later, known] of [
      [0, false],
      [10, false],
      [1000, true],
    ] as const) {
      utimesSync(stateFile(), written / 1000, (written + later) / 1000);
      expect(openMemory(seeds, "rules").reading("0.md", stamp) !== undefined, `${later} ms`).toBe(known);
    }
  });

  test("is written whole where somebody else has replaced or deleted it meanwhile", () => {
    remember("a", everything);
    const all = recall();
    const memory = openMemory(seeds, "rules");
    for (const number of everything) {
      memory.reading(pathOf(number), stamp);
      memory.pressed(`press ${number}`);
      memory.document(`document ${number}`);
      memory.keepWritten(`/a/${number}.bin`, `a ${number}`);
    }
    writeFileSync(stateFile(), "something else\n");
    memory.save(count);
    expect(recall()).toEqual(all);
    rmSync(stateFile());
    memory.save(count);
    expect(recall()).toEqual(all);
  });

  test("is empty after it was forgotten, and may be deleted at any time", () => {
    const memory = remember("a", everything);
    memory.forget();
    expect(spools()).toEqual([]);
    expect(openMemory(seeds, "rules").reading("4.md", stamp)).toBeUndefined();
    rmSync(folder, { recursive: true });
    remember("b", [4]);
    expect(openMemory(seeds, "rules").reading("4.md", stamp)).toBeDefined();
  });

  test("is put into one spool when most of what lies there is not wanted any more", () => {
    const memory = openMemory(seeds, "rules");
    const writer = openSpoolWriter(folder, "spool-large");
    writer.add(Buffer.alloc(9 << 20));
    memory.keepDocument("small", writer.add(Buffer.from("small")));
    writer.close();
    memory.save(0);
    expect(spools()).not.toContain("spool-large");
    const spot = openMemory(seeds, "rules").document("small");
    const reader = openSpoolReader(folder);
    expect(spot && reader.read(spot).toString()).toBe("small");
    reader.close();
  });

  test("of folders that are gone is removed", () => {
    const lost = makeFolder();
    const inside = join(lost, "in");
    mkdirSync(inside);
    const { spools } = openMemory(inside, "rules");
    rmSync(inside, { recursive: true });
    remember("a", [1]);
    expect(existsSync(spools)).toBe(false);
    expect(existsSync(folder)).toBe(true);
  });

  test("of a folder another process is just opening is left alone, though its name is not written yet", () => {
    const opening = openMemory(makeFolder(), "rules").spools;
    onTestFinished(() => rmSync(opening, { recursive: true, force: true }));
    writeFileSync(join(opening, "seeds"), "");
    remember("a", [1]);
    expect(existsSync(opening)).toBe(true);
  });

  test("has its name again where that was lost", () => {
    const name = join(folder, "seeds");
    writeFileSync(name, "");
    openMemory(seeds, "rules");
    expect(readFileSync(name, "utf8")).toBe(seeds);
  });
});
