import { describe, expect, test } from "vitest";
import { acceptDraft } from "../../src/compile/accept.ts";
import type { Claim, Draft } from "../../src/compile/draft.ts";
import { extractSeed } from "../../src/compile/extract.ts";
import { isProblem } from "../../src/compile/problems.ts";

const text = "---\ntitle: A note\n---\n\nA few words that make a note of their own, no more and no less.\n";
const [note] = extractSeed(
  { path: "a.md", bytes: Buffer.from(text) },
  { timeZone: "UTC", lang: "en" },
).drafts;

function draft(more: Partial<Draft>): Draft {
  if (note === undefined) throw new Error("there is no draft");
  return { ...note, ...more };
}

function claim(value: string): Claim<string> {
  return { value, rule: "front matter date", quote: `date: ${value}`, line: 3 };
}

describe("a date there is not", () => {
  test.each(["2023-02-31T25:00:00Z", "2023-13-01T00:00:00+07:00", "Ngày 98", ""])(
    "is refused with its line and what to write, never thrown: %s",
    (value) => {
      for (const field of ["published", "updated"]) {
        expect(acceptDraft(draft({ [field]: claim(value) }), "a.md", "en")).toEqual({
          path: "a.md",
          line: 3,
          level: "error",
          what: `"date: ${value}" is not a date that exists`,
          fix: "Write it like 2024-05-02T10:00:00+07:00",
        });
      }
    },
  );

  test("leaves those there are alone", () => {
    const accepted = acceptDraft(draft({ published: claim("2023-12-20T17:36:17+07:00") }), "a.md", "en");
    expect(accepted).toMatchObject({ published: "2023-12-20T10:36:17Z", updated: null });
  });
});

test("texts are one line each, without what no feed may carry", () => {
  const odd = "A\u0000 title\u00a0 of\n \u200bmany\uFFFE  spaces\u00ad ";
  const accepted = acceptDraft(
    draft({ title: claim(odd), byline: claim(odd), captions: [odd, " "] }),
    "a.md",
    "en",
  );
  if (isProblem(accepted)) throw new Error(accepted.what);
  const clean = "A title of many spaces";
  expect(accepted).toMatchObject({ title: clean, byline: clean, captions: [clean] });
});
