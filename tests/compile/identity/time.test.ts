// Dates: what a file may state, what is refused, and clocks that stand still or go back.

import { describe, expect, test } from "vitest";
import { type CompileOutput, compileSite } from "../../../src/compile/compile.ts";
import { writeLedger } from "../../../src/compile/identity/ledger.ts";
import { site } from "./world.ts";

const body = [
  "Hai bên thống nhất các hoạt động hợp tác trong năm nay, bao gồm việc tổ chức hội nghị song phương tại Việt Nam.",
  "Phát biểu tại hội nghị, thiếu tướng nhấn mạnh toàn bộ các hoạt động đã được thực hiện nghiêm túc.",
];

const withTopics = `${site}\n[[topic]]\nid = "x"\ntitle = "X"\n\n[[topic]]\nid = "y"\ntitle = "Y"\n`;

/** One article with this front matter, compiled at a moment, on top of what was before. */
function compile(fields: string, now: string, before: CompileOutput | null = null, more = ""): CompileOutput {
  const text = `---\n${fields}\n---\n\n# Hội nghị song phương lần thứ mười\n\n${body.join("\n\n")}${more}\n`;
  const ledger = before === null ? "" : writeLedger(before.ledger);
  return compileSite({
    site: withTopics,
    ledger,
    seeds: [{ path: "a.md", bytes: Buffer.from(text) }],
    origin: null,
    now,
  });
}

function datesOf({ catalog }: CompileOutput): (string | null | undefined)[] {
  const article = catalog?.articles[0];
  return [article?.published, article?.updated];
}

const now = "2026-11-22T00:00:00Z";

describe("a date that is stated", () => {
  test.each([
    ["2024-02-29", "2024-02-28T17:00:00Z"],
    ["2000-02-29 08:00", "2000-02-29T01:00:00Z"],
    ["05/03/24", "2024-03-04T17:00:00Z"],
    ["2024-05-02 24:00", "2024-05-02T17:00:00Z"],
    ["2024-12-31T24:00:00Z", "2025-01-01T00:00:00Z"],
    ["2024-05-02T10:00:00-03:30", "2024-05-02T13:30:00Z"],
  ])("as %s is %s", (stated, instant) => {
    expect(datesOf(compile(`date: ${stated}`, now))).toEqual([instant, instant]);
  });

  test.each([
    "2023-02-29",
    "1900-02-29",
    "31/02/2024",
    "2024-13-01",
    "2024-05-02 24:01",
    "2024-05-02 12:60",
    "0000-00-00",
  ])("as %s is refused with its line and its words", (stated) => {
    const { catalog, problems } = compile(`date: ${stated}`, now);
    expect(catalog?.articles).toEqual([]);
    expect(problems).toMatchObject([{ path: "a.md", line: 2, level: "error" }]);
    expect(problems[0]?.what).toContain(stated);
  });
});

describe("updated", () => {
  test("is never in the future, whatever is stated", () => {
    const [published, updated] = datesOf(compile("date: 2024-05-02\nupdated: 2030-01-01", now));
    expect(updated).toBe(published);
  });

  test("is what is stated where that is past", () => {
    expect(datesOf(compile("date: 2024-05-02\nupdated: 2024-06-02", now))[1]).toBe("2024-06-01T17:00:00Z");
  });

  test("is never before published", () => {
    const [published, updated] = datesOf(compile("date: 2024-05-02\nupdated: 2020-06-02", now));
    expect(updated).toBe(published);
  });

  test("moves with the words even when two builds fall into one second", () => {
    const first = compile("lang: vi", now);
    const second = compile("lang: vi", now, first, " Một.");
    const third = compile("lang: vi", now, second, " Hai.");
    expect([first, second, third].map((output) => datesOf(output)[1])).toEqual([
      "2026-11-22T00:00:00Z",
      "2026-11-22T00:00:01Z",
      "2026-11-22T00:00:02Z",
    ]);
  });

  test("moves forward even when the clock has gone back", () => {
    const first = compile("lang: vi", now);
    const second = compile("lang: vi", "2026-11-21T00:00:00Z", first, " Một.");
    expect(datesOf(second)[1]).toBe("2026-11-22T00:00:01Z");
    expect(second.catalog?.articles[0]?.firstSeen).toBe(now);
  });

  test("stands still when nothing changes, whatever the clock says", () => {
    const first = compile("lang: vi", now);
    for (const later of ["2020-01-01T00:00:00Z", "2040-01-01T00:00:00Z"]) {
      expect(compile("lang: vi", later, first)).toMatchObject({
        catalog: { articles: first.catalog?.articles },
      });
    }
  });
});

describe("the instant at which an article was last put elsewhere in the feeds", () => {
  const movesOf = (...outputs: CompileOutput[]): (string | null | undefined)[] =>
    outputs.map(({ ledger }) => ledger[0]?.moved);
  const later = "2026-11-23T00:00:00Z";

  test("is that of its last change of topics, and moves nothing else", () => {
    const first = compile("topics: [y]", now);
    const second = compile("topics: [x, y]", later, first);
    const third = compile("topics: [x, y]", "2026-11-24T00:00:00Z", second);
    expect(movesOf(first, second, third)).toEqual([null, later, later]);
    expect(datesOf(second)).toEqual(datesOf(first));
    expect(second.catalog?.articles[0]?.changed).toBe(later);
    expect(second.catalog?.moved).toBe(later);
  });

  test("is after all that happened before, even when the clock has gone back", () => {
    const first = compile("topics: [y]", now);
    expect(movesOf(compile("topics: [x]", "2026-11-21T00:00:00Z", first))).toEqual(["2026-11-22T00:00:01Z"]);
  });

  test("is not that of a line written before topics were kept", () => {
    const first = compile("topics: [y]", now);
    const old = { ...first, ledger: first.ledger.map((entry) => ({ ...entry, topics: null })) };
    expect(movesOf(compile("topics: [x]", later, old))).toEqual([null]);
  });

  test("is that of its last change of date, which may let an older article into a feed", () => {
    const first = compile("date: 2024-05-02", now);
    const second = compile("date: 2024-05-01", later, first);
    const third = compile("date: 2024-05-01", "2026-11-24T00:00:00Z", second);
    expect(movesOf(first, second, third)).toEqual([null, later, later]);
    expect(second.catalog?.moved).toBe(later);
    expect(movesOf(compile("lang: vi", later, first))).toEqual([later]);
    expect(movesOf(compile("date: 2026-12-01", later, first))).toEqual([later]);
  });

  test("is not that of a change of date while the article is still to come", () => {
    const first = compile("date: 2026-12-01", now);
    expect(movesOf(compile("date: 2026-12-02", later, first))).toEqual([null]);
  });

  test("is not moved by an article nobody sees", () => {
    const withdrawn = compile("topics: [y]\nretracted: wrong", now);
    expect(movesOf(compile("topics: [x]\nretracted: wrong", later, withdrawn))).toEqual([null]);
    expect(movesOf(compile("topics: [x]", later, withdrawn))).toEqual([null]);
  });
});

describe("an id that a file names", () => {
  const id = "urn:uuid:00000000-0000-8000-8000-0000000000aa";

  test("is its own from the first build on, and through every rewriting", () => {
    const first = compile(`id: ${id}`, now);
    expect(first.catalog?.articles.map((article) => article.id)).toEqual([id]);
    const other = Buffer.from(`---\nid: ${id}\n---\n\n# Khác\n\n${body[1]} Không còn gì như trước nữa.\n`);
    const seeds = [{ path: "b/c.md", bytes: other }];
    const second = compileSite({ site, ledger: writeLedger(first.ledger), seeds, origin: null, now });
    expect(second.ledger.map((entry) => entry.id)).toEqual([id]);
  });

  test("is kept when it says new, and the file is told to name it", () => {
    const first = compile("id: new", now);
    const second = compile("id: new", now, first);
    expect(second.ledger).toEqual(first.ledger);
    expect(second.problems).toMatchObject([
      { level: "note", fix: `Write id = "${first.ledger[0]?.id}" in place of "new"` },
    ]);
  });
});
