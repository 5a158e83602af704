import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Candidate,
  fingerprint,
  hashWords,
  likeness,
  newId,
  recognise,
  shortIdOf,
  slugOf,
} from "../../src/compile/identity.ts";
import type { LedgerEntry } from "../../src/compile/ledger.ts";

const story =
  "Hai bên thống nhất các hoạt động hợp tác trong năm 2024, bao gồm việc tổ chức Hội nghị song phương lần thứ 11 giữa hai lực lượng tại Việt Nam và các chuyến thăm của tàu tuần tra.";
const other =
  "Trung Quốc đẩy mạnh nghiên cứu vũ trụ với sứ mệnh Thiên Vấn 2 nhằm thăm dò và lấy mẫu vật từ các tiểu hành tinh trong năm tới.";

function candidate(text: string, more: Partial<Candidate> = {}): Candidate {
  return { from: "a.txt", source: null, title: "T", text, hash: hashWords(["T", text]), ...more };
}

function entryOf(one: Candidate, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id: newId(one, new Set()),
    from: one.from,
    source: one.source,
    fingerprint: fingerprint(one.text),
    seen: "2026-01-01T00:00:00Z",
    changed: "2026-01-01T00:00:00Z",
    hash: one.hash,
    retracted: null,
    ...more,
  };
}

describe("an id", () => {
  test("is a UUID of version 8, the same on every machine", () => {
    expect(newId({ title: "Tiêu đề", text: story }, new Set())).toBe(
      "urn:uuid:28a27172-e72a-83df-a4c4-18287b944e87",
    );
    expect(newId({ title: "Tiêu đề", text: story }, new Set())).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test("that is taken is stepped over", () => {
    const first = newId({ title: "T", text: story }, new Set());
    expect(newId({ title: "T", text: story }, new Set([first]))).not.toBe(first);
  });

  test("gives a short one of ten characters that addresses can carry", () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => /^[0-9a-hj-km-np-tv-z]{10}$/.test(shortIdOf(`urn:uuid:${uuid}`))),
    );
  });
});

describe("an article", () => {
  const known = candidate(story);

  test("with the same words is known wherever its file went", () => {
    const [found] = recognise([{ ...known, from: "moved/b.txt" }], [entryOf(known)]);
    expect(found?.by).toBe("words");
  });

  test("with an edited title and a corrected sentence is known by likeness", () => {
    const edited = candidate(`${story.replace("lần thứ 11", "lần thứ mười một")} Hết.`, {
      title: "U",
      from: "b.txt",
    });
    const [found] = recognise([edited], [entryOf(candidate(other, { from: "c.txt" })), entryOf(known)]);
    expect(found?.by).toBe("likeness");
    expect(found?.entry.id).toBe(entryOf(known).id);
    expect(found?.likeness).toBeGreaterThanOrEqual(0.5);
  });

  test("with the same source address is known whatever its words are", () => {
    const source = "https://news.example/1.htm";
    const [found] = recognise(
      [candidate(other, { source, from: "z.txt" })],
      [entryOf(candidate(story, { source }))],
    );
    expect(found?.by).toBe("source address");
  });

  test("never seen before is known to nobody", () => {
    expect(recognise([candidate(other, { from: "b.txt" })], [entryOf(known)])).toEqual([null]);
  });

  test("in the place of another one that has nothing in common with it is a new one", () => {
    expect(recognise([candidate(other)], [entryOf(known)])).toEqual([null]);
  });

  test("never takes an entry that another has taken", () => {
    const twice = [candidate(story), candidate(`${story} Thêm.`, { from: "b.txt" })];
    const found = recognise(twice, [entryOf(known)]);
    expect(found.map((one) => one?.by)).toEqual(["words", undefined]);
  });
});

describe("briefs of a digest", () => {
  const texts = Array.from({ length: 6 }, (_, i) =>
    Array.from({ length: 25 }, (_, w) => `từ${(i * 25 + w) % 97}`).join(" "),
  );
  const before = texts.map((text, i) => entryOf(candidate(text, { from: `d.txt#${i + 1}` })));

  test("keep their ids when they are reordered and one is put in front", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: 6 }), (shuffled) => {
        const now = [other, ...shuffled].map((text, i) => candidate(text, { from: `d.txt#${i + 1}` }));
        const found = recognise(now, before);
        expect(found[0]).toBeNull();
        expect(found.slice(1).map((one) => one?.entry.fingerprint)).toEqual(shuffled.map(fingerprint));
      }),
      { numRuns: 30 },
    );
  });
});

describe("a hash of words", () => {
  test("does not see white space or how accents are composed", () => {
    expect(hashWords(["a  b\n c "])).toBe(hashWords(["a b c"]));
    expect(hashWords(["Việt".normalize("NFD")])).toBe(hashWords(["Việt"]));
  });

  test("sees every word, and which field it stands in", () => {
    expect(hashWords(["a", "b"])).not.toBe(hashWords(["a b"]));
    expect(hashWords(["a", null])).not.toBe(hashWords(["a", ""]));
  });
});

test("likeness is 1 for the same text and near 0 for another", () => {
  expect(likeness(fingerprint(story), fingerprint(story))).toBe(1);
  expect(likeness(fingerprint(story), fingerprint(other))).toBeLessThan(0.2);
});

test("a slug is ASCII words, cut at a word", () => {
  expect(slugOf("Đẩy mạnh hợp tác: Cảnh sát biển!")).toBe("day-manh-hop-tac-canh-sat-bien");
  expect(slugOf("x".repeat(70))).toBe("");
  expect(slugOf("日本")).toBe("");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (title) =>
      /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(slugOf(title)),
    ),
  );
});
