import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Candidate } from "../../../src/compile/identity/candidate.ts";
import { hashWords, newIdOf } from "../../../src/compile/identity/ids.ts";
import type { LedgerEntry } from "../../../src/compile/identity/ledger.ts";
import { sketchText } from "../../../src/compile/identity/likeness.ts";
import { type Finding, recognise } from "../../../src/compile/identity/recognise.ts";

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
  const { from, title, source, published = null, fingerprint, hash } = one;
  const seen = "2026-01-01T00:00:00Z";
  const id = newIdOf(hashWords([one.title, one.text]), new Set());
  return {
    id,
    from,
    title,
    source,
    published,
    fingerprint,
    seen,
    changed: seen,
    hash,
    topics: "",
    retracted: null,
    moved: null,
    returned: null,
    ...more,
  };
}

function idOf(finding: Finding | undefined): string | null {
  return finding != null && "recognition" in finding ? finding.recognition.entry.id : null;
}

function how(finding: Finding | undefined): string {
  if (finding == null) return "new";
  if ("recognition" in finding) return finding.recognition.by;
  return Object.keys(finding)[0] ?? "";
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
    // A place in a digest is another one's tomorrow.
    const [brief, earlier] = [
      { ...rewritten, from: "d.txt#1" },
      { ...known, from: "d.txt#1" },
    ];
    expect(recognise([brief], [earlier])).toEqual([null]);
  });

  test("is known by its source address whatever its words are", () => {
    const source = "https://news.example/1.htm";
    const recaptured = candidate(other, { source, from: "z.txt" });
    expect(how(recognise([recaptured], [{ ...known, source }])[0])).toBe("its source address");
  });

  test("is known by its source address when it comes back, but not where another one is published there", () => {
    const source = "https://news.example/1.htm";
    const recaptured = candidate(other, { source, from: "z.txt" });
    const gone = { ...known, source, retracted: "2026-02-01T00:00:00Z" };
    expect(idOf(recognise([recaptured], [gone])[0])).toBe(known.id);
    const published = entryOf(candidate("Không liên quan gì.", { from: "n.txt", source }));
    expect(idOf(recognise([recaptured], [gone, published])[0])).toBe(published.id);
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
    const alike = candidate(`${story} Một.`, { claimedId: "new", from: "c.txt" });
    expect(recognise([alike], [known])).toEqual([null]);
  });

  test("is nobody when it is of another day, or of another address of one site, than an article alike", () => {
    const half = candidate(`${paragraphs[0]}\n${paragraphs[1]}\n${other}`, { from: "c.txt" });
    expect(how(recognise([half], [known])[0])).toBe("likeness");
    const dated = { ...known, published: "2026-01-01T00:00:00Z" };
    expect(recognise([{ ...half, published: "2026-01-08T00:00:00Z" }], [dated])).toEqual([null]);
    const placed = { ...known, source: "https://www.news.example/gold-1.htm" };
    expect(recognise([{ ...half, source: "http://news.example/gold-2.htm" }], [placed])).toEqual([null]);
  });
});

describe("an id that a file names", () => {
  const fresh = "urn:uuid:00000000-0000-8000-8000-000000000001";

  test("is taken as it is when it was never seen before", () => {
    expect(recognise([candidate(story, { claimedId: fresh })], [another])).toEqual([{ named: fresh }]);
  });

  test("is neither's when two files name it", () => {
    const two = ["x.txt", "y.txt"].map((from) => candidate(story, { from, claimedId: known.id }));
    expect(recognise(two, [known, another])).toEqual(
      two.map(() => ({ misnomer: { why: "named twice", entry: known } })),
    );
  });

  test("is refused when it is none", () => {
    expect(recognise([candidate(story, { claimedId: "1" })], [known])).toEqual([
      { misnomer: { why: "no id", entry: null } },
    ]);
  });

  test("may be said to be new for as long as its words stay", () => {
    const once = candidate(story, { claimedId: "new" });
    expect(idOf(recognise([once], [known])[0])).toBe(known.id);
    const edited = candidate(`${story} Một.`, { claimedId: "new" });
    expect(recognise([edited], [known])).toEqual([{ misnomer: { why: "not new", entry: known } }]);
  });
});

describe("evidence is weighed together", () => {
  test("a source address that moved to other words does not take the id from the words", () => {
    const source = "https://news.example/1.htm";
    const kept = candidate(`${story} Một.`);
    const thief = candidate(other, { from: "z.txt", source });
    expect(recognise([thief, kept], [{ ...known, source }]).map(how)).toEqual(["new", "likeness"]);
  });

  test("an address is the same with another scheme, without www and with what tracks its readers", () => {
    const source = "http://www.news.example/1.htm?utm_source=rss#top";
    const entry = { ...known, source: "https://news.example/1.htm" };
    expect(how(recognise([candidate(other, { source, from: "z.txt" })], [entry])[0])).toBe(
      "its source address",
    );
  });

  test("a title of some words helps an article that was moved and mostly rewritten", () => {
    const title = "Hội nghị song phương lần thứ mười một";
    const text = `${paragraphs[0]} ${other} ${other.split(" ").reverse().join(" ")}`;
    const moved = candidate(text, { from: "z.txt", title });
    expect(how(recognise([moved], [{ ...known, title }])[0])).toBe("its title");
    expect(how(recognise([moved], [known])[0])).toBe("new");
  });

  test("a title with a word or two changed helps as well, unless a number is other: that is a series", () => {
    const text = `${paragraphs[0]} ${other} ${other.split(" ").reverse().join(" ")}`;
    const titled = (title: string): Candidate => candidate(text, { from: "z.txt", title });
    const entry = { ...known, title: "Hội nghị song phương lần thứ 11 mở tại Hà Nội" };
    expect(how(recognise([titled("Hội nghị song phương lần thứ 11 họp tại Hà Nội")], [entry])[0])).toBe(
      "its title",
    );
    expect(how(recognise([titled("Hội nghị song phương lần thứ 12 mở tại Hà Nội")], [entry])[0])).toBe("new");
  });

  test("the name of its file tells an edited article of a series from its neighbours", () => {
    const days = ["mon", "tue", "wed"].map((day) => candidate(`${story} ${day}.`, { from: `${day}.txt` }));
    const entries = days.map((day) => entryOf(day));
    const edited = days.map((day) =>
      candidate(`${day.text} Thêm một câu nữa.`, { from: `old/${day.from.replace("txt", "md")}` }),
    );
    expect(recognise(edited, entries).map(idOf)).toEqual(entries.map((one) => one.id));
  });

  test("the order of articles and of lines makes no difference", () => {
    const texts = [story, `${story} Một.`, `${story} Hai.`, other, `${other} Ba.`];
    const all = texts.map((text, i) => candidate(text, { from: `${i % 3}.txt` }));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: 1 }),
        fc.shuffledSubarray(texts, { minLength: 1 }),
        (now, then) => {
          const entries = then.map((text, i) => entryOf(candidate(text, { from: `${i % 2}.txt` })));
          const found = recognise(now, entries);
          const back = recognise([...now].reverse(), [...entries].reverse());
          expect([...back].reverse().map(how)).toEqual(found.map(how));
        },
      ),
    );
  });
});

describe("of two captures of one story, one of them taken back", () => {
  const first = candidate(story);
  const second = candidate(`${story} Một.`, { from: "b.txt" });
  const ledger = [entryOf(first), entryOf(second, { retracted: "2026-01-02T00:00:00Z" })];

  test("the other one takes over the id that is published", () => {
    expect(idOf(recognise([second], ledger)[0])).toBe(ledger[0]?.id);
  });

  test("the other one is itself again while the first is there", () => {
    const edited = candidate(`${story} Hai.`);
    expect(recognise([edited, second], ledger).map(idOf)).toEqual(ledger.map((entry) => entry.id));
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
