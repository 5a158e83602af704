import { describe, expect, test } from "vitest";
import { compileSite } from "../../src/compile/compile.ts";
import type { Draft, ExtractContext } from "../../src/compile/draft.ts";
import { extractSeed } from "../../src/compile/extract.ts";
import { parseTomlEntries } from "../../src/compile/frontmatter/entries.ts";
import { writeLedger } from "../../src/compile/identity/ledger.ts";
import { applyMeta } from "../../src/compile/meta.ts";

const context: ExtractContext = { timeZone: "Asia/Ho_Chi_Minh", lang: "vi" };

function draftsOf(text: string): readonly Draft[] {
  return extractSeed({ path: "a.txt", bytes: Buffer.from(text) }, context).drafts;
}

const article = draftsOf(
  "Cảnh sát biển tiếp nhận tàu mới\n\nSáng 20/12, Bộ Tư lệnh Cảnh sát biển Việt Nam tổ chức lễ tiếp nhận con tàu mới tại cảng.\n\n" +
    "Con tàu được đóng trong hai năm và sẽ làm nhiệm vụ tuần tra, cứu hộ, cứu nạn trên vùng biển phía nam của đất nước.",
);
const draft = article[0] as Draft;
const digest: readonly Draft[] = [0, 1, 2].map((place) => ({ ...draft, place }));

function apply(drafts: readonly Draft[], meta: string) {
  const { drafts: corrected, problems } = applyMeta(drafts, parseTomlEntries(meta), "a.meta.toml", context);
  return { corrected, told: problems.map(({ path, line, what }) => `${path}:${line} ${what}`) };
}

test("what a mistake of an [[article]] table is told to do can be done", () => {
  const told = (drafts: readonly Draft[], meta: string): unknown =>
    applyMeta(drafts, parseTomlEntries(meta), "a.meta.toml", context).problems.map(({ what, fix }) => [
      what,
      fix,
    ]);
  expect(told(digest, '[article]\nplace = 2\ntitle = "x"')).toEqual([
    ["[article] is one table", "Write [[article]] with two brackets, once for each article"],
  ]);
  const what = "the capture has no article at this place";
  const table = '[[article]]\nplace = 4\ntitle = "x"';
  expect(told(digest, table)).toEqual([[what, "Give the [[article]] table a place from 1 to 3"]]);
  expect(told(article, table)).toEqual([
    [what, "It has one article: write place = 1, or no [[article]] table"],
  ]);
  expect(told([], table)).toEqual([[what, "Look at npm run inspect for what was cut, and why"]]);
});

test("a meta file corrects any field of a capture's article", () => {
  const { corrected, told } = apply(
    article,
    'title = "Tàu mới"\ndate = 2023-12-20T09:00:00\nauthor = ["A", "B"]\nlang = "vi"\ntopics = ["coast-guard"]\nsource = "https://e.example/1"\n',
  );
  expect(told).toEqual([]);
  expect(corrected).toMatchObject([
    {
      title: { value: "Tàu mới", rule: "meta file title", line: 1 },
      published: { value: "2023-12-20T09:00:00+07:00" },
      byline: { value: "A, B" },
      topics: { value: ["coast-guard"] },
      sourceUrl: { value: "https://e.example/1" },
      text: draft.text,
    },
  ]);
});

test("articles of a digest are corrected by their place, and share what stands above", () => {
  const { corrected, told } = apply(digest, 'date = 2024-01-05\n[[article]]\nplace = 2\ntitle = "Thứ hai"\n');
  expect(told).toEqual([]);
  expect(corrected.map(({ published }) => published?.value)).toEqual(
    new Array(3).fill("2024-01-05T00:00:00+07:00"),
  );
  expect(corrected.map(({ title }) => title?.value)).toEqual([
    draft.title?.value,
    "Thứ hai",
    draft.title?.value,
  ]);
});

describe("what cannot be meant is an error with its line", () => {
  test.each([
    ["a key nobody knows", "colour = 1", ["a.meta.toml:1 `colour` is no field of an article"]],
    ["a slip", '\ntitel = "x"', ["a.meta.toml:2 `titel` is no field of an article"]],
    [
      "a date that does not exist",
      'date = "2024-02-30"',
      ['a.meta.toml:1 `date` holds no date that exists: "2024-02-30"'],
    ],
    [
      "a place that is not there",
      '[[article]]\nplace = 4\ntitle = "x"',
      ["a.meta.toml:2 the capture has no article at this place"],
    ],
    [
      "one title for several articles",
      'title = "x"',
      ["a.meta.toml:1 the capture holds several articles, which cannot share this"],
    ],
    ["another table", "[[item]]\nplace = 1", ["a.meta.toml:2 [[item]] is no table of a meta file"]],
  ])("%s", (_, meta, expected) => {
    expect(apply(digest, meta).told).toEqual(expected);
  });

  test("text that is no TOML", () => {
    expect(apply(digest, "title = ").told[0]).toMatch(/^a\.meta\.toml:1 the file is no TOML: /);
  });
});

describe("a meta file with an error", () => {
  test.each(["title = ", "date = 2030-13-01", 'titel = "x"', 'date = "2024-02-30"'])(
    "publishes nothing of its capture: %s",
    (meta) => {
      expect(apply(article, meta).corrected).toEqual([]);
      expect(apply(digest, meta).corrected).toEqual([]);
    },
  );

  const site = '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n';
  const text = "A few words that make a note of their own, no more and no less.\n";
  const compile = (meta: string, ledger = "", now = "2026-11-22T00:00:00Z") =>
    compileSite({
      site,
      ledger,
      seeds: [{ path: "a.txt", bytes: Buffer.from(text), meta: { path: "a.txt.meta.toml", text: meta } }],
      origin: null,
      now,
    });

  test.each([
    ["neither publishes again what was taken back", 'retracted = "libel"'],
    ["nor takes back what is published", 'title = "A note"'],
  ])("%s", (_, meta) => {
    const before = compile(meta);
    const after = compile(`${meta}\ndate = `, writeLedger(before.ledger), "2026-11-23T00:00:00Z");
    expect(after.catalog?.articles).toEqual([]);
    expect(after.ledger).toEqual(before.ledger);
    expect(after.problems.map(({ path, line }) => `${path}:${line}`)).toEqual(["a.txt.meta.toml:2"]);
  });
});

test("corrections left behind by a file that is gone spare what they corrected", () => {
  const site = '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n';
  const seed = { path: "a.txt", bytes: Buffer.from("A few words that make a note of their own, no more.\n") };
  const before = compileSite({ site, ledger: "", seeds: [seed], origin: null, now: "2026-11-22T00:00:00Z" });
  const problem = { path: "a.txt.meta.toml", line: null, level: "error", what: "", fix: "" } as const;
  const ledger = writeLedger(before.ledger);
  const now = "2026-11-23T00:00:00Z";
  const after = compileSite({ site, ledger, seeds: [], origin: null, now, problems: [problem] });
  expect(after.ledger).toEqual(before.ledger);
});
