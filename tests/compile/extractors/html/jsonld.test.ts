import { describe, expect, test } from "vitest";
import { chooseArticle, stringOf } from "../../../../src/compile/extractors/html/jsonld.ts";

describe("a property of JSON-LD as text", () => {
  test.each<[string, unknown, string | null]>([
    ["is the text", "A headline", "A headline"],
    ["is unescaped once more", "R&amp;D &#8211; caf&eacute;", "R&D – café"],
    ["is the first of a list that says something", [null, [""], { name: "A" }, "B"], "A"],
    ["is a value or a name", { "@value": 7 }, "7"],
    ["is null where there is none", { url: "https://a.example" }, null],
  ])("%s", (_, value, text) => {
    expect(stringOf(value)).toBe(text);
  });

  test("is not looked for where nobody would put it", () => {
    expect(stringOf(JSON.parse(`${"[".repeat(20_000)}"A"${"]".repeat(20_000)}`))).toBeNull();
    expect(stringOf(JSON.parse(`${'{"name":'.repeat(20_000)}"A"${"}".repeat(20_000)}`))).toBeNull();
  });
});

test("lists in lists are no references", () => {
  const author = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`) as unknown;
  expect(chooseArticle([{ "@type": "NewsArticle", headline: "Ships", author }])).toMatchObject({
    headline: "Ships",
  });
});

test("a reference is what it refers to", () => {
  const person = { "@id": "#ann", name: "Ann Lee" };
  const article = { "@type": "NewsArticle", author: [[{ "@id": "#ann" }]] };
  expect(chooseArticle([article, person])).toMatchObject({ author: [[person]] });
});
