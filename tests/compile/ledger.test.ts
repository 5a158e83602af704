import { describe, expect, test } from "vitest";
import { type LedgerEntry, readLedger, writeLedger } from "../../src/compile/ledger.ts";
import { describeProblem } from "../../src/compile/problems.ts";

function entry(digit: string, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id: `urn:uuid:${digit.repeat(8)}-0000-8000-8000-000000000000`,
    from: `${digit}.txt`,
    source: null,
    fingerprint: "AAAA",
    seen: "2026-11-22T02:30:00Z",
    changed: "2026-11-22T02:30:00Z",
    hash: "h",
    retracted: null,
    ...more,
  };
}

function complaints(text: string): string[] {
  const { entries, problems } = readLedger(text);
  expect(entries).toBeNull();
  return problems.map((problem) => describeProblem(problem));
}

describe("a ledger", () => {
  test("is one line of JSON an article, sorted by id, with its keys in one order", () => {
    const shuffled = {
      ...Object.fromEntries(Object.entries(entry("b")).reverse()),
    } as unknown as LedgerEntry;
    const text = writeLedger([shuffled, entry("a")]);
    expect(text.split("\n")).toEqual([
      '{"id":"urn:uuid:aaaaaaaa-0000-8000-8000-000000000000","from":"a.txt","source":null,"fingerprint":"AAAA","seen":"2026-11-22T02:30:00Z","changed":"2026-11-22T02:30:00Z","hash":"h","retracted":null}',
      '{"id":"urn:uuid:bbbbbbbb-0000-8000-8000-000000000000","from":"b.txt","source":null,"fingerprint":"AAAA","seen":"2026-11-22T02:30:00Z","changed":"2026-11-22T02:30:00Z","hash":"h","retracted":null}',
      "",
    ]);
  });

  test("reads back as it was written", () => {
    const entries = [
      entry("a", { source: "https://a.example/1" }),
      entry("b", { retracted: "2026-11-23T00:00:00Z" }),
    ];
    expect(readLedger(writeLedger(entries))).toEqual({ entries, problems: [] });
  });

  test("of a new site is empty", () => {
    expect(readLedger("")).toEqual({ entries: [], problems: [] });
  });

  test("whose lines a merge left out of order is read all the same", () => {
    const text = writeLedger([entry("b")]) + writeLedger([entry("a")]);
    expect(readLedger(text).entries?.map((one) => one.from)).toEqual(["b.txt", "a.txt"]);
  });
});

describe("a damaged ledger", () => {
  const good = writeLedger([entry("a"), entry("b")]);

  test("is refused line by line, each with its number", () => {
    expect(complaints(`${good}{"id":\nnull\n`)).toEqual([
      "ledger.jsonl:3: error: this line is not JSON. Restore the line from version control (git checkout -- ledger.jsonl, or finish the merge); ids depend on it.",
      "ledger.jsonl:4: error: this line is not an object. Restore the line from version control (git checkout -- ledger.jsonl, or finish the merge); ids depend on it.",
    ]);
  });

  test("of a merge that stopped half-way says so", () => {
    const lines = complaints(`<<<<<<< HEAD\n${good}=======\n>>>>>>> other\n`);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain("ledger.jsonl:1: error: a merge stopped half-way here");
  });

  test("with one id twice names both lines", () => {
    expect(complaints(good + writeLedger([entry("a")]))[0]).toContain(
      ":3: error: the id of line 1 stands here again",
    );
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
