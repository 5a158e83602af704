// The cleaner of text captures: promises about any text, and files with written-out expectations.

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim, Draft, Extraction } from "../../../src/compile/draft.ts";
import { extractText } from "../../../src/compile/extractors/text.ts";

const context = { timeZone: "Asia/Ho_Chi_Minh", lang: "vi" };
const cases = `${import.meta.dirname}/../cases`;

function extract(text: string): Extraction {
  return extractText(text, "seed.txt", context);
}

function stated<T>(claim: Claim<T> | null): T | null {
  return claim === null ? null : claim.value;
}

function plain(draft: Draft): object {
  return {
    title: stated(draft.title),
    titleDerived: draft.titleDerived,
    lead: stated(draft.lead),
    published: stated(draft.published),
    updated: stated(draft.updated),
    lang: stated(draft.lang),
    byline: stated(draft.byline),
    sourceName: stated(draft.sourceName),
    sourceUrl: stated(draft.sourceUrl),
    captions: draft.captions,
    html: draft.html.split("\n"),
  };
}

describe("a case becomes what its folder says", () => {
  const captures = readdirSync(cases).flatMap((name) => {
    if (!readdirSync(`${cases}/${name}`).includes("seed.txt")) return [];
    return [{ name, capture: readFileSync(`${cases}/${name}/seed.txt`, "utf8") }];
  });
  // A capture with front matter is read by another file before this one.
  const names = captures.filter(({ capture }) => !/^(?:---|\+\+\+)/.test(capture)).map(({ name }) => name);

  test("there are cases", () => {
    expect(names.length).toBeGreaterThan(5);
  });

  test.each(names)("%s", (name) => {
    const { kind, drafts } = extract(readFileSync(`${cases}/${name}/seed.txt`, "utf8"));
    const expected: unknown = JSON.parse(readFileSync(`${cases}/${name}/expected.json`, "utf8"));
    expect({ kind, articles: drafts.map(plain) }).toEqual(expected);
  });
});

describe("a first line alone above the article is its title, however short", () => {
  const paragraphs =
    "The harbour of the old town was opened again on Monday after a storm had closed it for three weeks, the port authority said.\n\n" +
    "Ships from four countries were waiting outside when the first pilot boat left the quay in the early morning.\n";
  const titleOf = (above: string): string | null => {
    const [draft] = extract(above + paragraphs).drafts;
    return draft === undefined || draft.titleDerived ? null : stated(draft.title);
  };

  test.each(["Harbour reopens", "Who won the 2026 election?", "Cảng mở lại"])("%s", (title) => {
    expect(titleOf(`${title}\n\n`)).toBe(title);
    expect(titleOf(`${title}\n`)).toBe(title);
  });

  test("and so is one with a line more below it", () => {
    expect(titleOf("Notes\n\nOf May\n\n")).toBe("Notes");
  });

  test.each([
    "Home\n\n",
    "3 May 2026\n\n",
    "Dear readers,\n\n",
    "It was short.\n\n",
    "By Jane Doe\n\n",
    "News > Sport\n\n",
  ])("but not %j", (above) => {
    expect(titleOf(above)).toBeNull();
  });
});

describe("any text at all", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
      "",
      "\n",
      "![](",
      "]|",
      "```",
      "Tin liên quan",
      "Nguồn: A (B)",
      "By A B",
      "Từ: An <an@example.org>\nNgày: 1/5/2024\nTiêu đề: Tin",
      "From: An <an@example.org>\nDate: 1 May 2024\nTo: desk\nSubject: Fwd: news",
      "---------- Forwarded message ---------",
      "> --",
      "                                 3",
      "This is a row of a mail that somebody wrote in a program which breaks\nrows at seventy characters, so that a word which has no room is set in\nthe row below, and so on and on until the mail comes to its end, and\nthis is what the reader of a capture has to put together again, word\nby word.",
      "01/11/2013, 18:47",
      "Một câu dài hơn mười từ để được xem như một đoạn văn xuôi trong bài.",
      "This is a sentence that is long enough to be taken for running prose, is it not?",
      "• một mục",
      "1. một\n2. hai",
      "<a>\t1\nb\t2",
      "https://example.org/a-20240102030405678.htm",
    ),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("\n"));

  test("never throws, and gives every line that is not blank exactly one verdict, in order", () => {
    fc.assert(
      fc.property(text, (capture) => {
        const { lines } = extract(capture);
        const rows = capture
          .normalize("NFC")
          .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
          .split("\n")
          .map((row) => row.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, ""));
        const filled = rows.flatMap((row, index) => (row.trim() === "" ? [] : [index + 1]));
        expect(lines.map(({ line }) => line)).toEqual(filled);
        expect(lines.every(({ rule }) => rule.length > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("never gives an article without a title and text, nor markup that is not its own", () => {
    fc.assert(
      fc.property(text, (capture) => {
        const { drafts, problems } = extract(capture);
        expect(drafts.length > 0 || problems.length > 0).toBe(true);
        for (const draft of drafts) {
          expect(draft.title?.value).not.toBe("");
          expect(draft.text.trim()).not.toBe("");
          expect(
            draft.html.replace(/<\/?(?:p|h2|h3|ul|ol|li|table|tr|th|td|blockquote|pre|code)>/g, ""),
          ).not.toMatch(/[<>]/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a line of fifty thousand brackets, dots or dates takes no longer than other text", () => {
    const before = process.threadCpuUsage();
    for (const unit of ["[", "![", "A.", "1-1-", "By A ", "12:", "| "])
      extract(unit.repeat(50_000 / unit.length));
    // Not what a clock says: others may have the processor.
    expect(process.threadCpuUsage(before).user).toBeLessThan(5_000_000);
  }, 60_000);
});

describe("small captures", () => {
  test("an empty file is a problem with its repair", () => {
    expect(extract(" \n\n\t")).toMatchObject({
      drafts: [],
      problems: [{ path: "seed.txt", level: "error", what: "the file holds no text" }],
    });
  });

  test("a file of menu entries is a problem, not an article", () => {
    const { drafts, problems } = extract("Trang chủ\nĐăng nhập\nTìm kiếm\nFacebook\nZalo");
    expect(drafts).toEqual([]);
    expect(problems[0]?.what).toBe("no line of the file reads like an article");
  });

  test("a title and two paragraphs are enough", () => {
    const [draft] = extract(
      "The ferry sails again\n\nAfter a winter in the yard the old ferry crosses the river again, twice an hour from dawn.\n\nTickets cost as much as they did ten years ago, and dogs still travel free of charge.",
    ).drafts;
    expect(draft?.title?.value).toBe("The ferry sails again");
    expect(draft?.text.split("\n")).toHaveLength(2);
    expect(draft?.lang?.value).toBe("en");
  });

  test("a poem, a list and a note of one line are whole articles", () => {
    const poem = extract(
      "The ferry\n\nIt crosses the river at dawn\nIt carries the mist and the mail\nAnd nobody waits at the pier",
    );
    expect(poem.drafts[0]?.title?.value).toBe("The ferry");
    expect(poem.drafts[0]?.text.split("\n")).toHaveLength(3);
    const list = extract("Ships of the harbour\n\n- the old ferry\n- two tugs\n- a dredger without a crew");
    expect(list.drafts[0]?.html).toBe(
      "<ul><li>the old ferry</li><li>two tugs</li><li>a dredger without a crew</li></ul>",
    );
    const note = extract(
      "The ferry is back, and sails twice an hour from dawn to dusk as it always has done.",
    );
    expect(note.drafts[0]).toMatchObject({
      titleDerived: true,
      text: "The ferry is back, and sails twice an hour from dawn to dusk as it always has done.",
    });
  });

  test("signs of markup in the text are escaped", () => {
    const [draft] = extract(
      "Comparing numbers\n\nThe test a < b & c > d is true for all the numbers that we have tried in this short article.\n\nNobody was surprised by <script>alert(1)</script> being shown as the text that it is.",
    ).drafts;
    expect(draft?.html).toContain("a &lt; b &amp; c &gt; d");
    expect(draft?.html).not.toContain("<script");
    expect(draft?.text).toContain("a < b & c > d");
  });

  test("a page that only says when it was updated was published then", () => {
    const [draft] = extract(
      "Cầu mới nối hai bờ sông\n\nCập nhật lúc 19:50, ngày 1-11-2013\n\nCây cầu mới dài ba trăm mét đã được khánh thành trong niềm vui của người dân hai bờ sông.\n\nTừ nay học sinh không còn phải đi đò đến trường vào mùa nước lớn.",
    ).drafts;
    expect(draft?.published?.value).toBe("2013-11-01T19:50:00+07:00");
    expect(draft?.published?.quote).toBe("Cập nhật lúc 19:50, ngày 1-11-2013");
  });

  test("the day of a picture or of a heading is not the day an article came out", () => {
    for (const line of [
      "Cây cầu mới trong buổi sáng đầu tiên, ngày 1-11-2013",
      "Ảnh: Lê An chụp ngày 1-11-2013",
    ]) {
      const [draft] = extract(
        `Cầu mới nối hai bờ sông\n\n${line}\n\nCây cầu mới dài ba trăm mét đã được khánh thành trong niềm vui của người dân.\n\nTừ nay học sinh không còn phải đi đò đến trường vào mùa nước lớn.\n\nChia sẻ`,
      ).drafts;
      expect(draft?.published, line).toBeNull();
    }
  });

  test("the day an article speaks of is not the day it came out", () => {
    const [draft] = extract(
      "Cầu mới nối hai bờ sông\n\nNgày 1-11-2013, cây cầu mới dài ba trăm mét đã được khánh thành trong niềm vui của người dân.\n\nTừ nay học sinh không còn phải đi đò đến trường vào mùa nước lớn.",
    ).drafts;
    expect(draft?.published).toBeNull();
  });
});
