// Plain front matter, read line by line, has to be what a YAML parser makes of it.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAnyYaml } from "../../../src/compile/frontmatter/entries.ts";
import { parsePlainYaml } from "../../../src/compile/frontmatter/plainYaml.ts";

const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(..."abcdefghij") },
  fc.constantFrom(
    "title",
    "date",
    "topics",
    "draft",
    "key-b",
    "null",
    "true",
    "__proto__",
    "constructor",
    "1e3",
    "a b",
    "é",
    "-",
    "?",
  ),
  fc.string({ minLength: 1, maxLength: 5 }),
);
const word = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("ship", "Hải", "日本", "2024", "at:", "a-b", "it's") },
  fc.constantFrom(
    ..."ship Hải 日本 true false True null ~ yes 12 0 007 -1 +1 1.5 .5 5. 1e3 0x1F 0o17 .inf .NaN 1_0 2024-05-02 - -x ? ! & * | > % @ ` # : ,".split(
      " ",
    ),
    ..."2024-05-02T10:00:00Z 12:30 a:b a: :a a#b #a [a] {a} a, it's 'a' \"b\" \\n <<  = https://a.example/?b#c … “q” \u00A0 \u2028 \uFEFF \t 1-2 1:2 0-".split(
      " ",
    ),
  ),
  fc.string({ unit: "grapheme", maxLength: 4 }),
  fc.string({ unit: "binary", maxLength: 2 }),
);
const words = fc.array(word, { maxLength: 4 }).map((all) => all.join(" "));
const scalar = fc.oneof(
  words,
  words.map((text) => `"${text}"`),
  words.map((text) => `'${text}'`),
);
const value = fc.oneof(
  scalar,
  fc
    .tuple(fc.array(scalar, { maxLength: 3 }), fc.constantFrom(", ", ",", " , "))
    .map(([items, comma]) => `[${items.join(comma)}]`),
);
const row = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(key, fc.constantFrom(": ", ": ", ": ", ":", ":  "), value)
      .map((parts) => parts.join("")),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", " ", "# a", "- a", "  a", "  a: b", "a:", "---", "...", "? a", "\ta: b"),
  },
);
const matter = fc.array(row, { maxLength: 3 }).map((rows) => rows.map((each) => `${each}\n`).join(""));

describe("plain front matter", () => {
  test("is read as a YAML parser reads it, or left to one", () => {
    let plain = 0;
    fc.assert(
      fc.property(matter, (text) => {
        const top = parsePlainYaml(text);
        if (top === null) return;
        plain += 1;
        expect({ top, tables: new Map() }).toStrictEqual(parseAnyYaml(text));
      }),
      { numRuns: 5000 },
    );
    expect(plain).toBeGreaterThan(200);
  });

  test("is a key and its value on every line", () => {
    const text =
      'title: "Ships: new"\ndate: 2021-09-27T00:26:40Z\n\ntopics: [japan, "coast guard", \'x\']\ntags: []\nsource: https://a.example/b?c#d\ndraft: false\nweight: 10\nauthor:\n';
    expect(parsePlainYaml(text)).toEqual([
      { key: "title", value: "Ships: new", line: 1 },
      { key: "date", value: "2021-09-27T00:26:40Z", line: 2 },
      { key: "topics", value: ["japan", "coast guard", "x"], line: 4 },
      { key: "tags", value: [], line: 5 },
      { key: "source", value: "https://a.example/b?c#d", line: 6 },
      { key: "draft", value: false, line: 7 },
      { key: "weight", value: 10, line: 8 },
      { key: "author", value: null, line: 9 },
    ]);
  });
});
