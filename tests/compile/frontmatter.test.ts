import { describe, expect, test } from "vitest";
import type { ExtractContext } from "../../src/compile/draft.ts";
import { splitFrontMatter } from "../../src/compile/frontmatter.ts";

const context: ExtractContext = { timeZone: "Asia/Ho_Chi_Minh", lang: "vi" };

function read(matter: string, fence = "---") {
  const { fields, problems, body } = splitFrontMatter(
    `${fence}\n${matter}\n${fence}\nText`,
    "a.md",
    context,
    true,
  );
  const claims = Object.fromEntries(
    Object.entries(fields ?? {}).map(([name, claim]) => [
      name,
      typeof claim === "object" && claim !== null && "value" in claim ? claim.value : claim,
    ]),
  );
  return { claims, body, told: problems.map(({ line, level, what }) => `${line} ${level}: ${what}`) };
}

describe("front matter is understood in the spellings of", () => {
  test.each<[string, string, string, object]>([
    [
      "Hugo in TOML",
      "+++",
      'title = "T"\ndate = 2024-05-02T08:00:00+02:00\nlastmod = 2024-05-03\npublishDate = 2024-05-01\ntags = ["a b"]\nimages = ["https://e.example/i.jpg"]\n[params]\nauthor = "A"',
      {
        title: "T",
        published: "2024-05-02T08:00:00+02:00",
        updated: "2024-05-03T00:00:00+07:00",
        topics: ["a-b"],
        image: "https://e.example/i.jpg",
        byline: "A",
      },
    ],
    [
      "Jekyll",
      "---",
      "layout: post\ntitle: T\ndate: 2024-05-02 10:00:00 +0700\nlast_modified_at: 2024-05-03\ncategories: x, y\nauthor: A\nexcerpt: E\npublished: false",
      {
        title: "T",
        published: "2024-05-02T10:00:00+07:00",
        updated: "2024-05-03T00:00:00+07:00",
        topics: ["x", "y"],
        byline: "A",
        summary: "E",
        draft: true,
      },
    ],
    [
      "Eleventy",
      "---",
      "title: T\ndate: 2024-05-02\npermalink: /x/\ndescription: D\nauthors:\n  - name: A\n    url: https://a.example\n  - B",
      { title: "T", published: "2024-05-02T00:00:00+07:00", summary: "D", byline: "A, B" },
    ],
    [
      "podcasts",
      "---",
      "title: T\nenclosure:\n  url: https://e.example/a.mp3\n  length: 1234",
      {
        title: "T",
        enclosures: [{ url: "https://e.example/a.mp3", type: "audio/mpeg", length: 1234, title: null }],
      },
    ],
    [
      "clippings",
      "---",
      "title: T\nlanguage: pt_BR\nsource:\n  name: Jornal\n  url: https://e.example/1\nthumbnail: {src: https://e.example/t.png}",
      {
        title: "T",
        lang: "pt-BR",
        sourceName: "Jornal",
        sourceUrl: "https://e.example/1",
        image: "https://e.example/t.png",
      },
    ],
  ])("%s", (_, fence, matter, claims) => {
    expect(read(matter, fence)).toMatchObject({ claims, told: [] });
    expect(Object.keys(read(matter, fence).claims).sort()).toEqual(Object.keys(claims).sort());
  });
});

test("topics named as such are not mixed with tags", () => {
  expect(read("tags: [a]\ntopics: [b]").claims).toEqual({ topics: ["b"] });
});

test("its lines are left empty, so that all others keep their numbers", () => {
  expect(read("title: T").body).toBe("\n\n\nText");
});

describe("what is wrong in it is told with its line", () => {
  test.each([
    ["title: T\ndate: soon", ['3 error: `date` holds no date that exists: "soon"']],
    ["draft: maybe", ["2 error: `draft` is neither true nor false"]],
    ["lang: Tiếng Việt", ["2 error: `lang` is no language"]],
    [
      "enclosure: file:///a.mp3",
      ["2 error: `enclosure` needs the name of a file beside this one, or an absolute address"],
    ],
    ["auther: A", ["2 warning: the front matter has `auther`, which nobody reads"]],
    [
      "title: [",
      [
        "2 error: the front matter is broken: Flow sequence in block collection must be sufficiently indented and end with a ]",
      ],
    ],
  ])("%s", (matter, told) => {
    expect(
      read(matter).told.map((line) => line.replace(/^\d+(?= error: the front matter is broken)/, "2")),
    ).toEqual(told);
  });

  test("keys of other generators are not", () => {
    expect(read("layout: post\npermalink: /x\nweight: 3\nmenu: main\ntoc: true").told).toEqual([]);
  });
});
