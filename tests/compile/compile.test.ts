import { describe, expect, test } from "vitest";
import { type CompileInput, type CompileOutput, compileSite } from "../../src/compile/compile.ts";
import { writeLedger } from "../../src/compile/identity/ledger.ts";
import { type MediaLibrary, noMedia } from "../../src/compile/media/library.ts";

const site = '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n';
const note = "---\ntitle: A note\n---\n\nA few words that make a note of their own, no more and no less.\n";

function compile(files: Record<string, string>, more: Partial<CompileInput> = {}): CompileOutput {
  const seeds = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  return compileSite({ site, ledger: "", seeds, origin: null, now: "2026-11-22T00:00:00Z", ...more });
}

describe("a file that cannot be read this time", () => {
  const before = compile({ "a.md": note });
  const ledger = writeLedger(before.ledger);

  test("has not been taken back, whatever the reason", () => {
    const problem = {
      path: "a.md",
      line: null,
      level: "error",
      what: "it is too large",
      fix: "Split it",
    } as const;
    const after = compile({}, { ledger, problems: [problem], now: "2026-11-23T00:00:00Z" });
    expect(after.ledger.map((entry) => entry.retracted)).toEqual([null]);
    const binary = compile({ "a.md": "\u0000\u0001\u0002" }, { ledger, now: "2026-11-23T00:00:00Z" });
    expect(binary.ledger.map((entry) => entry.retracted)).toEqual([null]);
  });

  test("has been taken back when it is gone", () => {
    const after = compile({}, { ledger, now: "2026-11-23T00:00:00Z" });
    expect(after.ledger.map((entry) => entry.retracted)).toEqual(["2026-11-23T00:00:00Z"]);
  });
});

describe("a file that is renamed while it is broken", () => {
  const other =
    "---\ntitle: Another note\n---\n\nThe market in the old town will be open on every Saturday from May.\n";
  const before = compile({ "m1.md": note, "p9.md": other });
  const ledger = writeLedger(before.ledger);
  const now = "2026-11-23T00:00:00Z";
  const gone = (files: Record<string, string>, more: Partial<CompileInput> = {}) => {
    const { ledger: after, problems } = compile(files, { ledger, now, ...more });
    return {
      retracted: after.filter((entry) => entry.retracted !== null).map(({ from }) => from),
      told: problems.filter(({ level }) => level === "warning").map(({ path, what }) => `${path}: ${what}`),
    };
  };
  const spared = [
    "n1.md: m1.md is gone and may be this file, which cannot be read; so it has not been taken back",
  ];

  test.each([
    ["a date there is not", note.replace("title:", "date: 2026-02-30\ntitle:")],
    ["no text left", ""],
    ["front matter that is not closed", note.replace("\n---\n", "\n")],
  ])("has not been taken back: %s", (_, text) => {
    expect(gone({ "n1.md": text, "p9.md": other })).toEqual({ retracted: [], told: spared });
  });

  test("nor where it cannot even be opened", () => {
    const problem = { path: "n1.md", line: null, level: "error", what: "", fix: "" } as const;
    expect(gone({ "p9.md": other }, { problems: [problem] })).toEqual({ retracted: [], told: spared });
  });

  test("spares the one whose name is most like its own, and no more", () => {
    expect(gone({ "n1.md": "" })).toEqual({ retracted: ["p9.md"], told: spared });
  });

  test("spares nothing where it was published from itself, or is none of those that are gone", () => {
    expect(gone({ "p9.md": "" })).toEqual({ retracted: ["m1.md"], told: [] });
    expect(gone({ "n1.md": note, "x.md": "", "p9.md": other })).toEqual({ retracted: [], told: [] });
  });
});

describe("a damaged ledger", () => {
  test("stops everything, and is named line by line all the same when it is accepted", () => {
    const ledger = `${writeLedger(compile({ "a.md": note }).ledger)}{"id":\n`;
    const refused = compile({ "a.md": note }, { ledger });
    expect(refused.catalog).toBeNull();
    const accepted = compile({ "a.md": note }, { ledger, acceptNewIds: true });
    expect(accepted.catalog?.articles).toHaveLength(1);
    expect(accepted.problems.map(({ path, line, level }) => [path, line, level])).toEqual([
      ["ledger.jsonl", 2, "warning"],
    ]);
  });
});

describe("one bad file", () => {
  test("never loses the others", () => {
    const { catalog, problems } = compile({
      "a.md": note,
      "b.md": "---\ntitle: [\n---\n\ntext\n",
      "c.txt": "",
    });
    expect(catalog?.articles.map((article) => article.title)).toEqual(["A note"]);
    expect(problems.map((problem) => problem.path)).toEqual(["b.md", "c.txt"]);
  });
});

describe("a file this program fails at", () => {
  const picture = note.replace("---\n\nA", "image: boat.jpg\n---\n\nA");
  /** A library nobody foresaw. */
  const failing: MediaLibrary = {
    ...noMedia,
    find: (path) => {
      if (path === "boat.jpg") throw new TypeError("boat is undefined");
      return null;
    },
  };
  const other = "---\ntitle: Another\n---\n\nShips left the harbour on Monday because a storm was near.\n";
  const ledger = writeLedger(compile({ "a.md": note }).ledger);

  test("is an error that names it and says what to do, and the others are published", () => {
    const { catalog, problems } = compile({ "a.md": picture, "b.md": other }, { media: failing });
    expect(catalog?.articles.map(({ title }) => title)).toEqual(["Another"]);
    expect(problems).toEqual([
      {
        path: "a.md",
        line: null,
        level: "error",
        what: "the file cannot be understood (TypeError: boat is undefined, in Object.find)",
        fix: "Report it with what npm run inspect says of it, and keep the file out of the seeds folder meanwhile",
      },
    ]);
  });

  test("has not been taken back", () => {
    const { ledger: after } = compile({ "a.md": picture, "b.md": other }, { media: failing, ledger });
    expect(after.find(({ from }) => from === "a.md")).toMatchObject({ retracted: null });
  });

  test("is no picture that cannot be read: that is left out, and named with the line that asks for it", () => {
    const file = {
      path: "boat.jpg",
      size: 9,
      read: () => {
        throw new Error("EACCES: permission denied");
      },
    };
    const { catalog, problems } = compile({ "a.md": picture }, { media: { ...noMedia, find: () => file } });
    expect(catalog?.articles).toMatchObject([{ title: "A note", image: null }]);
    expect(problems).toMatchObject([
      { path: "a.md", line: 3, level: "warning", what: expect.stringContaining("EACCES") },
    ]);
  });
});
