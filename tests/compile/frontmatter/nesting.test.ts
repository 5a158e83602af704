import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isSyntaxProblem,
  longestYaml,
  parseTomlEntries,
  parseYamlEntries,
} from "../../../src/compile/frontmatter/entries.ts";
import { deepestNesting, refuseNesting } from "../../../src/compile/frontmatter/nesting.ts";
import { parseToml } from "../../../src/compile/toml.ts";

const told = { line: 2, what: `its values are nested more than ${deepestNesting} deep` };

describe("values nested deeper than a parser can follow are an error with its line", () => {
  test.each<[string, string, string]>([
    ["lists", "[", "]"],
    ["records", "{ a = ", "}"],
    ["lists that hold a bracket in quotation marks", '[ "]", ', "]"],
    ["lists that are never closed", "[", ""],
  ])("of TOML: %s", (_, open, close) => {
    const text = `title = "T"\ntags = ${open.repeat(5000)}${close.repeat(5000)}`;
    expect(parseTomlEntries(text)).toEqual(told);
    expect(parseToml(text)).toEqual(told);
  });

  test.each<[string, string]>([
    ["lists", `title: T\ntags: ${"[".repeat(5000)}${"]".repeat(5000)}`],
    ["records", `title: T\ntags: ${"{a: ".repeat(5000)}1${"}".repeat(5000)}`],
    ["lists in lists", `title: T\n${"- ".repeat(5000)}a`],
    ["keys of keys", `title: T\n${"? ".repeat(5000)}a`],
    ["lists that hold a bracket in quotation marks", `title: T\ntags: ${'[ "]", '.repeat(5000)}`],
    ["lists behind an apostrophe", `title: T\ntags: [a 'b, ${"[".repeat(5000)} 'c]`],
  ])("of YAML: %s", (_, text) => {
    expect(parseYamlEntries(text)).toEqual(told);
  });

  test("of YAML: keys below keys, row by row", () => {
    const rows = Array.from({ length: 400 }, (_, level) => `${" ".repeat(level)}a:`);
    expect(parseYamlEntries(rows.join("\n"))).toEqual({ ...told, line: deepestNesting + 1 });
  });
});

test("front matter that is longer than any is an error", () => {
  const result = parseYamlEntries(`title: "T" # a\n${"a: b\n".repeat(longestYaml / 5)}`);
  expect(result).toEqual({ line: 1, what: `it has more than ${longestYaml} characters` });
});

test("a text that TOML's parser has no room for is an error", () => {
  expect(parseTomlEntries(`title = "${"a".repeat(2_000_000)}"`)).toEqual({
    line: 1,
    what: "one of its texts is too long",
  });
});

test.each([
  ["brackets in texts", 'title = "[[[[ a"\ntags = ["[a", "b]"]'],
  ["apostrophes", "title: it's [a] rock 'n' roll [b] thing"],
  ["indented text", `summary: |\n${"  a [b\n".repeat(90)}`],
  ["a list of many", `tags: [${"a, ".repeat(5000)}]`],
  ["many lists", "a: [b]\nc: {d: [e]}\n- f\n".repeat(1000)],
  ["paragraphs that begin ever deeper, and end", `a:\n${"  b:\n    c: d\n".repeat(500)}`],
])("%s are no nesting", (_, text) => {
  expect(refuseNesting(text)).toBeNull();
});

test("no text at all makes a parser throw", () => {
  const pieces = [
    "[",
    "]",
    "{",
    "}",
    "a",
    "a: ",
    "a = ",
    "- ",
    "? ",
    '"',
    "'",
    "\\",
    "\n",
    "\n ",
    ", ",
    "#",
    "&a ",
    "*a ",
    "|\n",
    "1",
  ];
  const text = fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 300 })), { maxLength: 12 })
    .map((runs) => runs.map(([piece, count]) => piece.repeat(count)).join(""));
  fc.assert(
    fc.property(text, (text) => {
      for (const result of [parseTomlEntries(text), parseYamlEntries(text)])
        expect(isSyntaxProblem(result) ? result.what : "").not.toContain("call stack");
    }),
    { numRuns: 60 },
  );
});
