import { expect, test } from "vitest";
import { compileSite } from "../../../src/compile/compile.ts";
import { type LedgerEntry, writeLedger } from "../../../src/compile/identity/ledger.ts";
import { listVacancies } from "../../../src/compile/identity/vacancies.ts";

const entry: LedgerEntry = {
  id: "urn:uuid:aaaaaaaa-0000-8000-8000-000000000000",
  from: "a.md",
  title: "T",
  source: null,
  published: "2026-03-01T00:00:00Z",
  fingerprint: "AAAA",
  seen: "2026-03-02T00:00:00Z",
  changed: "2026-03-02T00:00:00Z",
  hash: "h",
  topics: "coast-guard japan",
  retracted: null,
  moved: null,
  returned: null,
};
const vacancy = {
  id: entry.id,
  published: entry.published,
  firstSeen: entry.seen,
  topics: ["coast-guard", "japan"],
};

test("an article that was taken back leaves its places empty, in all of its topics", () => {
  expect(listVacancies([{ ...entry, retracted: "2026-04-01T00:00:00Z" }], [])).toEqual([vacancy]);
});

test("an article that is there leaves none", () => {
  expect(listVacancies([entry], [{ id: entry.id }])).toEqual([]);
});

test("an article that is missing for now keeps its places", () => {
  expect(listVacancies([entry], [])).toEqual([vacancy]);
});

test("an article that went before it was to appear never had a place", () => {
  const coming = { ...entry, published: "2027-01-01T00:00:00Z" };
  expect(listVacancies([{ ...coming, retracted: "2026-04-01T00:00:00Z" }], [])).toEqual([]);
  expect(listVacancies([coming], [])).toEqual([]);
});

test("a line written before topics were kept leaves an empty place among all articles", () => {
  const old = { ...entry, topics: null, retracted: "2026-04-01T00:00:00Z" };
  expect(listVacancies([old], [])).toEqual([{ ...vacancy, topics: [] }]);
});

test("the places of an article stay, whether its file is deleted or cannot be understood for now", () => {
  const site =
    '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n\n[[topic]]\nid = "sea"\ntitle = "Sea"\n';
  const seedOf = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
  const whole = seedOf(
    "a.md",
    "---\ntitle: Tides\ndate: 2026-03-01\ntopics: [sea]\n---\n\nThe tide was high.\n",
  );
  const now = "2026-03-02T00:00:00Z";
  const first = compileSite({ site, ledger: "", seeds: [whole], origin: null, now });
  const ledger = writeLedger(first.ledger);
  expect(first.catalog?.vacancies).toEqual([]);
  const broken = seedOf(
    "a.md",
    "---\ntitle: Tides\ndate: no day\ntopics: [sea]\n---\n\nThe tide was high.\n",
  );
  for (const seeds of [[], [broken]]) {
    const { catalog } = compileSite({ site, ledger, seeds, origin: null, now: "2026-03-03T00:00:00Z" });
    expect(catalog?.articles).toEqual([]);
    expect(catalog?.vacancies).toMatchObject([{ published: "2026-03-01T00:00:00Z", topics: ["sea"] }]);
  }
});
