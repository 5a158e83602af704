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

  test("are those that stand in one text with spaces, as Jekyll has it, where every word of it is one", () => {
    expect(topicsWith("categories: ships japan\n")).toEqual(["japan", "ships"]);
    expect(topicsWith("topics: Ships Japan\n")).toEqual(["japan", "ships"]);
  });

  test.each([
    ["a word of it is none", "categories: ships holiday\n"],
    ["commas part it", "categories: japan ships, holiday\n"],
    ["it is one of a list", "tags: [japan ships]\n"],
  ])("and are not where %s", (_, frontMatter) => {
    expect(topicsWith(frontMatter)).toEqual(["japan"]);
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

describe("a topic that is none of site.toml", () => {
  const tell = (file: { text: string; meta?: string }, path: string) => {
    const meta = file.meta === undefined ? {} : { meta: { path: `${path}.meta.toml`, text: file.meta } };
    const seeds = [{ path, bytes: new TextEncoder().encode(file.text), ...meta }];
    const { problems } = compileSite({ site, ledger: "", seeds, origin: null, now: "2026-11-22T00:00:00Z" });
    return problems.map(({ path, line, level, what, fix }) => `${path}:${line} ${level}: ${what}. ${fix}`);
  };
  const body = "\nJapan has spoken again about everything that matters here.\n";

  test("is told of where it is named as a topic, with the one that was meant", () => {
    expect(tell({ text: `---\ntopics: [japann, ships, weather]\n---\n${body}` }, "a.md")).toEqual([
      'a.md:2 warning: `topics` names "japann", which is no topic of this site. Write japan if that is what was meant',
      'a.md:2 warning: `topics` names "weather", which is no topic of this site. Add it to site.toml, or take it out',
    ]);
  });

  test("is told of in the file of corrections, once for all articles", () => {
    const brief = (place: string) =>
      `At ${place} today the harbour was opened again by those who had closed it in spring.\n`;
    const text = ["Yokohama", "Hamburg", "Valparaiso", "Durban"].map(brief).join("\n");
    expect(
      tell({ text, meta: '\ntopic = "shipz"\n' }, "a.txt").filter((line) => line.includes("shipz")),
    ).toEqual([
      'a.txt.meta.toml:2 warning: `topic` names "shipz", which is no topic of this site. Write ships if that is what was meant',
    ]);
  });

  test("is no concern where it is a tag", () => {
    expect(tell({ text: `---\ntags: [japann]\n---\n${body}` }, "a.md")).toEqual([]);
  });
});

test("Markdown without front matter and without text is told what it lacks", () => {
  const seeds = [{ path: "a.md", bytes: new TextEncoder().encode("# A heading\n") }];
  const { problems } = compileSite({ site, ledger: "", seeds, origin: null, now: "2026-11-22T00:00:00Z" });
  expect(problems.map(({ what }) => what)).toEqual([
    "the file holds no text, only what is none: a heading, a picture, a frame, a shortcode",
  ]);
});
