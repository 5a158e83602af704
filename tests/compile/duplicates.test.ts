import { describe, expect, test } from "vitest";
import { compileSite } from "../../src/compile/compile.ts";
import type { Seed } from "../../src/compile/draft.ts";
import { writeLedger } from "../../src/compile/ledger.ts";

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
