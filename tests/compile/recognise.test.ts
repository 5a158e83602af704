import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashWords, newId } from "../../src/compile/identity.ts";
import type { LedgerEntry } from "../../src/compile/ledger.ts";
import { sketchText } from "../../src/compile/likeness.ts";
import { type Candidate, type Finding, recognise } from "../../src/compile/recognise.ts";

const paragraphs = [
  "Hai bên thống nhất các hoạt động hợp tác trong năm 2024, bao gồm việc tổ chức hội nghị song phương lần thứ 11 tại Việt Nam.",
  "Phát biểu tại hội nghị, thiếu tướng nhấn mạnh toàn bộ các hoạt động giữa hai lực lượng đã được thực hiện nghiêm túc, hiệu quả.",
  "Trong chuyến thăm, đoàn đã đến chào xã giao tư lệnh lực lượng bảo vệ bờ biển và thăm một số tàu của trạm tại cảng.",
];
const story = paragraphs.join("\n");
const other =
  "Trung Quốc đẩy mạnh nghiên cứu vũ trụ với sứ mệnh Thiên Vấn 2 nhằm thăm dò và lấy mẫu vật từ các tiểu hành tinh trong năm tới.";

function candidate(text: string, more: Partial<Candidate> = {}): Candidate {
  return {
    from: "a.txt",
    source: null,
    title: "T",
    text,
    hash: hashWords(["T", text]),
    fingerprint: sketchText(text),
    claimedId: null,
    ...more,
  };
}

function entryOf(one: Candidate, more: Partial<LedgerEntry> = {}): LedgerEntry {
  const { from, source, fingerprint, hash } = one;
  const seen = "2026-01-01T00:00:00Z";
  const id = newId(one.title, one.text, new Set());
  return {
    id,
    from,
    source,
    fingerprint,
    seen,
    changed: seen,
    hash,
    retracted: null,
    returned: null,
    ...more,
  };
}

function idOf(finding: Finding | undefined): string | null {
  return finding != null && "recognition" in finding ? finding.recognition.entry.id : null;
}

function how(finding: Finding | undefined): string {
  if (finding == null) return "new";
  return "doubt" in finding ? "doubt" : finding.recognition.by;
}

const known = entryOf(candidate(story));
const another = entryOf(candidate(other, { from: "b.txt" }));

describe("a known article", () => {
  test("is known by its words wherever its file went, and whatever it is called now", () => {
    const moved = candidate(story, { from: "archive/2026/x.md" });
    expect(recognise([moved], [another, known]).map(how)).toEqual(["its words"]);
  });

  test("is known by likeness with another title and one paragraph rewritten, after a move", () => {
    const edited = candidate([paragraphs[0], paragraphs[2], other].join("\n"), {
      from: "c.md",
      title: "Khác",
    });
    const [finding] = recognise([edited], [known]);
    expect(how(finding)).toBe("likeness");
    expect(idOf(finding)).toBe(known.id);
  });

  test("is known by its place when most of it was rewritten there", () => {
    const rewritten = candidate(`${paragraphs[0]} ${other} ${other.split(" ").reverse().join(" ")}`);
    expect(idOf(recognise([rewritten], [known])[0])).toBe(known.id);
  });

  test("is known by its source address whatever its words are", () => {
    const source = "https://news.example/1.htm";
    const recaptured = candidate(other, { source, from: "z.txt" });
    expect(how(recognise([recaptured], [{ ...known, source }])[0])).toBe("its source address");
  });

  test("is not known by a source address that a whole digest has", () => {
    const source = "https://news.example/today";
    const briefs = [
      candidate(other, { source, from: "n.txt#1" }),
      candidate("Không liên quan gì.", { source, from: "n.txt#2" }),
    ];
    expect(recognise(briefs, [{ ...known, source }]).map(how)).toEqual(["new", "new"]);
  });

  test("is known again when it comes back after it was taken back", () => {
    const gone = { ...known, retracted: "2026-02-01T00:00:00Z" };
    expect(idOf(recognise([candidate(story, { from: "new.txt" })], [gone])[0])).toBe(known.id);
  });

  test("is the one its file names", () => {
    const named = candidate(other, { claimedId: known.id });
    expect(how(recognise([named], [known, another])[0])).toBe("its id");
  });
});

describe("an article never seen before", () => {
  test("is nobody, even in the place of another one", () => {
    expect(recognise([candidate(other)], [known])).toEqual([null]);
  });

  test("is nobody when its file says so, however alike it is", () => {
    expect(recognise([candidate(story, { claimedId: "new" })], [known])).toEqual([null]);
  });
});

describe("a doubt", () => {
  test("is raised when two known articles are equally good, and neither is taken", () => {
    const twin = entryOf(candidate(`${story} Một.`, { from: "t.txt" }));
    const [finding] = recognise([candidate(`${story} Hai.`, { from: "x.txt" })], [known, twin]);
    expect(
      finding !== null && finding !== undefined && "doubt" in finding && finding.doubt.entries.length,
    ).toBe(2);
  });

  test("is raised for both when two articles are equally good for one that is known", () => {
    const copies = [
      candidate(`${story} Một.`, { from: "x.txt" }),
      candidate(`${story} Hai.`, { from: "y.txt" }),
    ];
    expect(recognise(copies, [known]).map(how)).toEqual(["doubt", "doubt"]);
  });

  test("is not raised for the one that stands where it always stood", () => {
    const copies = [candidate(`${story} Một.`), candidate(`${story} Hai.`, { from: "y.txt" })];
    expect(recognise(copies, [known]).map(how)).toEqual(["likeness", "new"]);
  });

  test("is not raised between an article that is unchanged and its edited copy", () => {
    const copies = [candidate(`${story} Hai.`, { from: "0.txt" }), candidate(story)];
    expect(recognise(copies, [known]).map(how)).toEqual(["new", "its words"]);
  });
});

describe("briefs of a digest", () => {
  const texts = Array.from({ length: 8 }, (_, i) =>
    Array.from({ length: 25 }, (_, w) => `từ${i * 25 + w}`).join(" "),
  );
  const before = texts.map((text, i) => entryOf(candidate(text, { from: `d.txt#${i + 1}` })));

  test("keep their ids when they are reordered, reworded and others are put between", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: 1 }), fc.nat(24), (shuffled, at) => {
        const reworded = shuffled.map((text) => text.split(" ").with(at, "khác").join(" "));
        const now = [other, ...reworded].map((text, i) => candidate(text, { from: `d.txt#${i + 1}` }));
        const found = recognise(now, before);
        expect(found[0]).toBeNull();
        const ids = shuffled.map((text) => before[texts.indexOf(text)]?.id);
        expect(found.slice(1).map(idOf)).toEqual(ids);
      }),
      { numRuns: 50 },
    );
  });
});

test("no entry ever goes to two articles, whatever is asked", () => {
  const texts = [story, `${story} Một.`, `${story} Hai.`, other, `${other} Ba.`, "Ngắn."];
  const anyText = fc.constantFrom(...texts);
  const anyPlace = fc.constantFrom("a.txt", "b.txt", "c.txt");
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyPlace)), fc.uniqueArray(anyText), (now, then) => {
      const entries = then.map((text) => entryOf(candidate(text)));
      const found = recognise(
        now.map(([text, from]) => candidate(text, { from })),
        entries,
      );
      const ids = found.map(idOf).filter((id) => id !== null);
      return new Set(ids).size === ids.length;
    }),
  );
});
