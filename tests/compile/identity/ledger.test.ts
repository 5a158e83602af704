import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LedgerEntry, readLedger, writeLedger } from "../../../src/compile/identity/ledger.ts";
import { describeProblem } from "../../../src/compile/problems.ts";

function entry(digit: string, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id: `urn:uuid:${digit.repeat(8)}-0000-8000-8000-000000000000`,
    from: `${digit}.txt`,
    title: "T",
    source: null,
    published: null,
    fingerprint: "AAAA",
    seen: "2026-11-22T02:30:00Z",
    changed: "2026-11-22T02:30:00Z",
    hash: "h",
    topics: "",
    moved: null,
    retracted: null,
    returned: null,
    ...more,
  };
}

function complaints(text: string): string[] {
  return readLedger(text).problems.map((problem) => describeProblem(problem));
}

describe("a ledger", () => {
  test("is one line of JSON an article, sorted by id, with its keys in one order and a check sum", () => {
    const shuffled = Object.fromEntries(Object.entries(entry("b")).reverse()) as unknown as LedgerEntry;
    const text = writeLedger([shuffled, entry("a")]);
    expect(text.split("\n")).toEqual([
      '{"id":"urn:uuid:aaaaaaaa-0000-8000-8000-000000000000","from":"a.txt","title":"T","source":null,"published":null,"fingerprint":"AAAA","seen":"2026-11-22T02:30:00Z","changed":"2026-11-22T02:30:00Z","hash":"h","topics":"","moved":null,"retracted":null,"returned":null,"sum":"tPAykeRl"}',
      '{"id":"urn:uuid:bbbbbbbb-0000-8000-8000-000000000000","from":"b.txt","title":"T","source":null,"published":null,"fingerprint":"AAAA","seen":"2026-11-22T02:30:00Z","changed":"2026-11-22T02:30:00Z","hash":"h","topics":"","moved":null,"retracted":null,"returned":null,"sum":"_gBL-xs1"}',
      "",
    ]);
  });

  test("reads back as it was written", () => {
    const entries = [
      entry("a", { source: "https://a.example/1" }),
      entry("b", { retracted: "2026-11-23T00:00:00Z" }),
      entry("c", { returned: "2026-11-24T00:00:00Z" }),
      entry("d", { topics: "coast-guard japan", moved: "2026-11-24T00:00:00Z" }),
    ];
    expect(readLedger(writeLedger(entries))).toEqual({ entries, problems: [] });
  });

  test("written before it kept titles, dates and topics is whole", () => {
    const line =
      '{"id":"urn:uuid:aaaaaaaa-0000-8000-8000-000000000000","from":"a.txt","source":null,"fingerprint":"AAAA","seen":"2026-11-22T02:30:00Z","changed":"2026-11-22T02:30:00Z","hash":"h","retracted":null,"returned":null,"sum":"N67mQLAW"}';
    expect(readLedger(line)).toEqual({ entries: [entry("a", { title: null, topics: null })], problems: [] });
  });

  test("written before it kept when topics changed is whole, and its lines stay as they are", () => {
    const line =
      '{"id":"urn:uuid:aaaaaaaa-0000-8000-8000-000000000000","from":"a.txt","title":"T","source":null,"published":null,"fingerprint":"AAAA","seen":"2026-11-22T02:30:00Z","changed":"2026-11-22T02:30:00Z","hash":"h","topics":"","retracted":null,"returned":null,"sum":"vh-5TaNA"}';
    const reading = readLedger(line);
    expect(reading).toEqual({ entries: [entry("a")], problems: [] });
    expect(writeLedger(reading.entries)).toBe(`${line}\n`);
  });

  test("of a new site is empty", () => {
    expect(readLedger("")).toEqual({ entries: [], problems: [] });
  });

  test("checked out with the line ends of another system is the same", () => {
    const text = writeLedger([entry("a"), entry("b")]);
    expect(readLedger(text.replaceAll("\n", "\r\n"))).toEqual(readLedger(text));
  });
});

describe("a ledger that two branches wrote", () => {
  test("may have its lines out of order", () => {
    const text = writeLedger([entry("b")]) + writeLedger([entry("a")]);
    expect(readLedger(text).entries.map((one) => one.from)).toEqual(["b.txt", "a.txt"]);
  });

  test("keeps one line of an article both added: the earlier first sight", () => {
    const ours = entry("a", { seen: "2026-11-22T05:00:00Z", changed: "2026-11-22T05:00:00Z" });
    const both = readLedger(writeLedger([ours]) + writeLedger([entry("a")]));
    expect(both).toEqual({ entries: [entry("a")], problems: [] });
  });

  test("keeps when an article last changed its topics, whichever line is the later one", () => {
    const ours = entry("a", { moved: "2026-11-23T00:00:00Z", topics: "japan" });
    const theirs = entry("a", { changed: "2026-11-24T00:00:00Z", hash: "theirs" });
    const text = writeLedger([ours]) + writeLedger([theirs]);
    expect(readLedger(text).entries).toEqual([{ ...theirs, moved: ours.moved }]);
  });

  test("keeps the later change of an article both edited, whichever line comes first", () => {
    const ours = entry("a", { changed: "2026-11-23T00:00:00Z", hash: "ours" });
    const theirs = entry("a", { changed: "2026-11-24T00:00:00Z", hash: "theirs", from: "moved.txt" });
    for (const lines of [
      [ours, theirs],
      [theirs, ours],
    ]) {
      const text = lines.map((line) => writeLedger([line])).join("");
      expect(readLedger(text).entries).toEqual([theirs]);
    }
  });
});

test("two lines of one article are one, whichever stands first", () => {
  const instants = fc.constantFrom("2026-11-22T02:30:00Z", "2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z");
  const anyEntry = fc
    .record({
      from: fc.constantFrom("a.txt", "b.txt"),
      seen: instants,
      changed: instants,
      hash: fc.constantFrom("g", "h"),
      retracted: fc.option(instants),
      moved: fc.option(instants),
      returned: fc.option(instants),
    })
    .map((more) => entry("a", more));
  fc.assert(
    fc.property(anyEntry, anyEntry, anyEntry, (...lines) => {
      const [one, ...others] = permutations(lines).map((order) =>
        readLedger(order.map((line) => writeLedger([line])).join("")),
      );
      expect(one?.problems).toEqual([]);
      for (const other of others) expect(other).toEqual(one);
    }),
  );
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

describe("a damaged ledger", () => {
  const good = writeLedger([entry("a"), entry("b")]);
  const fix = "Restore it from version control or finish the merge; ids depend on it.";

  test("is refused line by line, each with its number, and what is whole is still read", () => {
    expect(complaints(`${good}{"id":\nnull\n`)).toEqual([
      `ledger.jsonl:3: error: this line is not JSON. ${fix}`,
      `ledger.jsonl:4: error: this line is not an object. ${fix}`,
    ]);
    expect(readLedger(`${good}{"id":\n`).entries).toHaveLength(2);
  });

  test("of a merge that stopped half-way says so", () => {
    const lines = complaints(`<<<<<<< HEAD\n${good}=======\n>>>>>>> other\n`);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain("ledger.jsonl:1: error: a merge stopped half-way here");
  });

  test("edited by hand is told from one that was written here", () => {
    const edited = good.replace("2026-11-22T02:30:00Z", "2020-01-01T00:00:00Z");
    expect(complaints(edited)[0]).toContain("ledger.jsonl:1: error: this line was edited by hand");
  });

  test.each([
    ["id", "urn:uuid:1"],
    ["seen", "2026-11-22"],
    ["changed", 5],
    ["hash", ""],
    ["retracted", "yes"],
    ["from", null],
  ])("with a broken %s names the key", (key, value) => {
    const line = JSON.stringify({ ...entry("c"), [key]: value });
    expect(complaints(line)[0]).toContain(`ledger.jsonl:1: error: "${key}" is missing or damaged`);
  });
});
