import { describe, expect, test } from "vitest";
import { compileSite } from "../../src/compile/compile.ts";

const site = [
  '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n',
  '[[topic]]\nid = "japan"\ntitle = "Japan"\nmatch = ["Japan"]\n',
  '[[topic]]\nid = "ships"\ntitle = "Ships"\nmatch = ["ship"]\n',
].join("\n");

/** The topics of an article about Japan, with this in its front matter. */
function topicsWith(frontMatter: string): readonly string[] | undefined {
  const text = `---\ntitle: A report\n${frontMatter}---\n\nJapan has spoken again about everything that matters here.\n`;
  const seeds = [{ path: "a.md", bytes: new TextEncoder().encode(text) }];
  const output = compileSite({ site, ledger: "", seeds, origin: null, now: "2026-11-22T00:00:00Z" });
  expect(output.problems).toEqual([]);
  return output.catalog?.articles[0]?.topics;
}

describe("the topics of an article", () => {
  test("are those its words speak of", () => {
    expect(topicsWith("")).toEqual(["japan"]);
  });

  test("are those its front matter names, whatever its words say", () => {
    expect(topicsWith("topics: [ships]\n")).toEqual(["ships"]);
    expect(topicsWith("topics: []\n")).toEqual([]);
    expect(topicsWith("tags: [holiday, ships]\n")).toEqual(["ships"]);
  });

  test("are not chosen by tags that name none of them", () => {
    expect(topicsWith("tags: [holiday, 2024]\n")).toEqual(["japan"]);
  });
});

test("an unpublished draft leaves no trace", () => {
  const text = "---\ntitle: A plan\ndraft: true\n---\n\nNothing that should be read by anybody yet.\n";
  const seeds = [{ path: "a.md", bytes: new TextEncoder().encode(text) }];
  const output = compileSite({ site, ledger: "", seeds, origin: null, now: "2026-11-22T00:00:00Z" });
  expect(output.catalog?.articles).toEqual([]);
  expect(output.ledger).toEqual([]);
  expect(output.problems).toEqual([]);
});
