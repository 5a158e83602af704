import { describe, expect, test } from "vitest";
import { compileSite } from "../../../src/compile/compile.ts";
import type { Seed } from "../../../src/compile/draft.ts";
import { writeLedger } from "../../../src/compile/identity/ledger.ts";
import { digestOf } from "../briefs.ts";

const site =
  '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "vi"\ntimezone = "Asia/Ho_Chi_Minh"\n';
const body = [
  "Hai bên thống nhất các hoạt động hợp tác trong năm 2024, bao gồm việc tổ chức hội nghị song phương lần thứ 11 tại Việt Nam vào mùa xuân.",
  "Phát biểu tại hội nghị, thiếu tướng nhấn mạnh toàn bộ các hoạt động giữa hai lực lượng đã được thực hiện nghiêm túc, hiệu quả trong năm qua.",
  "Trong chuyến thăm, đoàn đã đến chào xã giao tư lệnh lực lượng bảo vệ bờ biển và thăm một số tàu của trạm tại cảng Yokohama.",
];

function seedOf(path: string, text: string): Seed {
  return { path, bytes: new TextEncoder().encode(text) };
}

interface Result {
  published: string[];
  notes: string[];
}

function compile(files: Record<string, string>, more = ""): Result {
  const seeds = Object.entries(files).map(([path, text]) => seedOf(path, text));
  const output = compileSite({
    site: site + more,
    ledger: "",
    seeds,
    origin: null,
    now: "2026-11-22T00:00:00Z",
  });
  return {
    published: output.ledger.map((entry) => entry.from).sort(),
    notes: output.problems.map((problem) => `${problem.path}: ${problem.level}: ${problem.what}`),
  };
}

const first = ["Hội nghị song phương lần thứ mười", "", ...body, "", "Nguồn: TTXVN"].join("\n");
const again = [
  "Trang chủ",
  "Thời sự",
  "",
  "Họp song phương lần thứ 10",
  "",
  ...body,
  "",
  "Chia sẻ",
  "Facebook",
].join("\n");

describe("the same story captured twice", () => {
  test("is one article, and the other file is told of", () => {
    const { published, notes } = compile({ "a.txt": again, "b.txt": first });
    expect(published).toEqual(["a.txt"]);
    expect(notes).toEqual([
      'b.txt: note: "Hội nghị song phương lần thứ mười" is another capture of a.txt, which is published',
    ]);
  });

  test("keeps the capture that readers have when another is added, and its id", () => {
    const seeds = [seedOf("b.txt", first)];
    const now = "2026-11-22T00:00:00Z";
    const before = compileSite({ site, ledger: "", seeds, origin: null, now });
    const ledger = writeLedger(before.ledger);
    const after = compileSite({
      site,
      ledger,
      seeds: [seedOf("a.txt", again), ...seeds],
      origin: null,
      now: "2026-11-23T00:00:00Z",
    });
    expect(writeLedger(after.ledger)).toBe(ledger);
    expect(after.catalog?.articles.map((article) => article.title)).toEqual([
      "Hội nghị song phương lần thứ mười",
    ]);
  });

  test("is one article while a capture that was taken back is there again beside the other", () => {
    const files = { "a.txt": again, "b.txt": first };
    const days = [
      { files, more: '[duplicates]\napart = [["a.txt", "b.txt"]]\n' },
      { files: { "a.txt": again }, more: "" },
      { files, more: "" },
    ];
    let ledger = "";
    const live = days.map(({ files, more }, day) => {
      const seeds = Object.entries(files).map(([path, text]) => seedOf(path, text));
      const now = `2026-11-2${day}T00:00:00Z`;
      const output = compileSite({ site: site + more, ledger, seeds, origin: null, now });
      ledger = writeLedger(output.ledger);
      return output.ledger.flatMap(({ from, retracted }) => (retracted === null ? [from] : [])).sort();
    });
    expect(live).toEqual([["a.txt", "b.txt"], ["a.txt"], ["a.txt"]]);
  });

  test("is one where both captures are dated, by an update or in another zone, and two where days are between", () => {
    const dated = (text: string, day: number) => text.replace("\n\nHai", `\n\n${day}/11/2026 10:00\n\nHai`);
    for (const address of ["", "\nhttps://news.example/1.htm"]) {
      const days = (a: number, b: number) =>
        compile({ "a.txt": dated(first, a) + address, "b.txt": dated(again, b) + address }).published;
      expect(days(18, 19)).toEqual(["a.txt"]);
      expect(days(12, 19)).toEqual(["a.txt", "b.txt"]);
    }
  });

  test("is published as the capture that says when it is from, whatever that is called", () => {
    const dated = first.replace("\n\nHai", "\n\nThứ sáu, 20/11/2026, 10:00 (GMT+7)\n\nHai");
    expect(compile({ "a.txt": again, "b.txt": dated }).published).toEqual(["b.txt"]);
    expect(compile({ "a.txt": dated, "b.txt": again }).published).toEqual(["a.txt"]);
  });

  test("is two articles where the publisher keeps them apart", () => {
    const apart = '[duplicates]\napart = [["a.txt", "b.txt"]]\n';
    expect(compile({ "a.txt": again, "b.txt": first }, apart)).toEqual({
      published: ["a.txt", "b.txt"],
      notes: [],
    });
  });
});

describe("two different stories", () => {
  test("stay two, however many words they share", () => {
    const next = first
      .replace(body[1] ?? "", "")
      .replace(body[2] ?? "", [...(body[2]?.split(" ") ?? [])].reverse().join(" "));
    expect(compile({ "a.txt": first, "b.txt": next }).published).toEqual(["a.txt", "b.txt"]);
  });
});

describe("two articles of which no address is known", () => {
  test("are not one for half of their words, as two versions of one page would be", () => {
    const third = [...(body[2]?.split(" ") ?? [])].reverse().join(" ");
    const next = first.replace(body[2] ?? "", third);
    expect(compile({ "a.txt": first, "b.txt": next }).published).toEqual(["a.txt", "b.txt"]);
    const at = (text: string) => `${text}\nhttps://news.example/1.htm`;
    expect(compile({ "a.txt": at(first), "b.txt": at(next) }).published).toEqual(["a.txt"]);
  });
});

describe("of two captures of one story", () => {
  const now = "2026-11-22T00:00:00Z";
  const run = (seeds: Seed[], ledger: string, at: string) =>
    compileSite({ site, ledger, seeds, origin: null, now: at });

  test("the published one stays when it is edited, although the other says more about itself", () => {
    const dated = first.replace("\n\nHai", "\n\nThứ sáu, 20/11/2026, 10:00 (GMT+7)\n\nHai");
    const before = run([seedOf("b.txt", again)], "", now);
    const edited = again.replace("vào mùa xuân", "vào mùa thu năm nay");
    const seeds = [seedOf("a.txt", dated), seedOf("b.txt", edited)];
    const after = run(seeds, writeLedger(before.ledger), "2026-11-23T00:00:00Z");
    expect(after.catalog?.articles.map(({ id, text }) => [id, text.includes("vào mùa thu năm nay")])).toEqual(
      [[before.catalog?.articles[0]?.id, true]],
    );
  });
});

describe("two articles that are both published", () => {
  const now = "2026-11-22T00:00:00Z";
  const later = "2026-11-23T00:00:00Z";
  const apart = (...names: string[]) => `[duplicates]\napart = [${JSON.stringify(names)}]\n`;
  const run = (files: Record<string, string>, more: string, ledger: string, at: string) =>
    compileSite({
      site: site + more,
      ledger,
      seeds: Object.entries(files).map(([path, text]) => seedOf(path, text)),
      origin: null,
      now: at,
    });
  const tell = ({ problems }: ReturnType<typeof run>) =>
    problems.map(({ path, line, level, what }) => `${path}:${line} ${level}: ${what}`);
  const live = ({ ledger }: ReturnType<typeof run>) =>
    ledger
      .filter((entry) => entry.retracted === null)
      .map(({ from }) => from)
      .sort();
  const before = run({ "a.txt": again, "b.txt": first }, apart("a.txt", "b.txt"), "", now);
  const ledger = writeLedger(before.ledger);

  test("stay two when their files move, and the names that keep nothing apart are told", () => {
    const files = { "2026/a.txt": again, "2026/b.txt": first };
    const after = run(files, apart("a.txt", "b.txt"), ledger, later);
    expect(live(after)).toEqual(["2026/a.txt", "2026/b.txt"]);
    expect(after.ledger.map(({ id }) => id)).toEqual(before.ledger.map(({ id }) => id));
    expect(tell(after)).toEqual([
      'site.toml:7 warning: apart names "a.txt", and there is no such file',
      'site.toml:7 warning: apart names "b.txt", and there is no such file',
      '2026/b.txt:1 warning: "Hội nghị song phương lần thứ mười" tells the same story as 2026/a.txt, and both are published',
    ]);
    expect(after.problems[0]?.fix).toBe("Write 2026/a.txt if that is what is meant");
  });

  test("stay two when they are edited until they are alike", () => {
    const own =
      "Giá vàng trong nước sáng nay tăng mạnh theo đà thế giới, vượt mốc cao nhất từ trước đến nay tại Hà Nội.";
    const other = [
      "Giá vàng tăng mạnh trong sáng nay",
      "",
      own,
      "",
      own.replace("sáng nay", "chiều nay"),
      "",
      body[0],
      "",
    ].join("\n");
    const two = run({ "a.txt": other, "b.txt": first }, "", "", now);
    expect(live(two)).toEqual(["a.txt", "b.txt"]);
    const edited = first.replace("lần thứ mười", "lần thứ mười một");
    const after = run({ "a.txt": edited, "b.txt": first }, "", writeLedger(two.ledger), later);
    expect(live(after)).toEqual(["a.txt", "b.txt"]);
    expect(tell(after)).toHaveLength(1);
  });

  test("are one again once one of them is deleted, and one that is taken back is nobody's twin", () => {
    const deleted = run({ "a.txt": again }, "", ledger, later);
    expect([live(deleted), tell(deleted)]).toEqual([["a.txt"], []]);
    const withdrawn = run(
      { "a.txt": `---\nretracted: true\n---\n${again}`, "b.txt": first },
      "",
      ledger,
      later,
    );
    expect([live(withdrawn), tell(withdrawn)]).toEqual([["b.txt"], []]);
  });

  test("are both kept when a third capture is like either", () => {
    const files = { "0.txt": first.replace("Nguồn: TTXVN", "Nguồn: VOV"), "a.txt": again, "b.txt": first };
    const after = run(files, apart("a.txt", "b.txt"), ledger, later);
    expect(live(after)).toEqual(["a.txt", "b.txt"]);
  });
});

test("names in apart that mean no article are told, with what they hold", () => {
  const files = {
    "a.txt": first,
    "digest.txt": digestOf(["harbour", "market", "mayor", "ferry", "train"]),
    "broken.md": "---\ntitle: [\n---\nx\n",
  };
  const names = ["a.txt", "a.txt#2", "digest.txt", "digest.txt#9", "digest.txt#1", "broken.md", "c.doc"];
  const { notes } = compile(files, `[duplicates]\napart = [${JSON.stringify(names)}]\n`);
  expect(notes.filter((note) => note.startsWith("site.toml"))).toEqual([
    'site.toml: warning: apart names "a.txt#2", but that file holds one article',
    'site.toml: warning: apart names "digest.txt", but that file holds 5 articles',
    'site.toml: warning: apart names "digest.txt#9", but that file holds 5 articles',
    'site.toml: warning: apart names "c.doc", and there is no such file',
  ]);
});
