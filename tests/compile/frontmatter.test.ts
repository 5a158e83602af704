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
      "Zola",
      "+++",
      'title = "T"\ndate = 2024-05-02\n[taxonomies]\ntags = ["a b"]\nauthors = ["A"]\n[extra]\nid = 7\nbanner = "https://e.example/i.jpg"',
      {
        title: "T",
        published: "2024-05-02T00:00:00+07:00",
        topics: ["a-b"],
        byline: "A",
        image: "https://e.example/i.jpg",
      },
    ],
    [
      "MkDocs",
      "---",
      "date:\n  created: 2024-05-02\n  updated: 2024-05-03\ncategories:\n  - X",
      { published: "2024-05-02T00:00:00+07:00", updated: "2024-05-03T00:00:00+07:00", topics: ["x"] },
    ],
    [
      "Docusaurus",
      "---",
      "title: T\nauthors:\n  - name: A\n    title: Sailor\n  - key: bo\n    title: Cook\ntags: [{ label: A b, permalink: /ab }]\nlast_update: { date: 2024-05-03, author: C }",
      { title: "T", byline: "A, bo", topics: ["a-b"], updated: "2024-05-03T00:00:00+07:00" },
    ],
    [
      "Astro",
      "---",
      "title: T\npubDatetime: 2024-05-02T08:00:00Z\nmodDatetime: 2024-05-03T08:00:00Z\nogImage: https://e.example/i.jpg",
      {
        title: "T",
        published: "2024-05-02T08:00:00+00:00",
        updated: "2024-05-03T08:00:00+00:00",
        image: "https://e.example/i.jpg",
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

describe("what other generators accept is accepted:", () => {
  test.each<[string, string, object]>([
    [
      "hours from UTC in one digit",
      "date: 2024-05-02 10:00:00 -5",
      { published: "2024-05-02T10:00:00-05:00" },
    ],
    ["a date that is the file's", "date: git Last Modified\ntitle: T", { title: "T" }],
    [
      "quoted texts that go on at the margin",
      'title: "A\nboat"\nsummary: "x\ny \\" z"\nauthor: \'O\'\'Neil\nA\'',
      { title: "A boat", summary: 'x y " z', byline: "O'Neil A" },
    ],
    ["a key it does not know twice", "title: T\nredirect_from: /a\nredirect_from: /b", { title: "T" }],
    ["the nested keys of Zola", "title: T\ntaxonomies: {tags: [a, b]}", { title: "T", topics: ["a", "b"] }],
    [
      "a picture with its path",
      "image:\n  path: &image https://e.example/a.png\n  feature: *image\n  width: 9",
      { image: "https://e.example/a.png" },
    ],
    [
      "a picture at the head of a page",
      "title: T\nheader:\n  title: H\n  overlay_image: https://e.example/a.png",
      { title: "T", image: "https://e.example/a.png" },
    ],
    [
      "titles and summaries with markup",
      'title: "A `boat`, <em>two <b>oars</b></em> &amp; the <p> tag"\nsummary: "Ann&rsquo;s [boat](https://e.example/a_(b)) sails"',
      { title: "A boat, two oars & the <p> tag", summary: "Ann’s boat sails" },
    ],
    [
      "authors with links",
      'author: "[Ann Lee](https://a.example/), <i>first mate</i>"',
      { byline: "Ann Lee, first mate" },
    ],
  ])("%s", (_, matter, claims) => {
    expect(read(matter)).toMatchObject({ claims, told: [] });
  });

  test("and of a key that stands twice the last counts, as in Jekyll, which is told with both lines", () => {
    expect(read("title: A\ndate: 2024-05-02\ntitle: 'B'")).toMatchObject({
      claims: { title: "B", published: "2024-05-02T00:00:00+07:00" },
      told: ["4 warning: `title` stands in line 2 and here, with another value; this one counts"],
    });
  });

  test.each([
    ["the same", "title: A\ntags: [x, y]\ntags:\n  - x\n  - y"],
    ["nothing", "title: A\ntags: [x, y]\ntags:"],
    ["nothing first", "title: A\ntags:\ntags: [x, y]"],
  ])("and of a key that says %s twice nothing is told", (_, matter) => {
    expect(read(matter)).toMatchObject({ claims: { title: "A", topics: ["x", "y"] }, told: [] });
  });

  test.each(["draft: true\ndraft: false", "published: false\npublished: 2024-05-02", "id: a\nid: b"])(
    "but none of two counts that decide whether an article is published, or as which: %j",
    (matter) => {
      const key = matter.replace(/:.*/s, "");
      expect(read(`title: A\n${matter}`).told).toEqual([
        `4 error: the front matter is broken: \`${key}\` stands in it twice`,
      ]);
    },
  );
});

describe("front matter in JSON", () => {
  const split = (text: string, strict = true) => splitFrontMatter(text, "a.md", context, strict);

  test("is an object at the top of the file", () => {
    const { fields, problems, body } = split(
      '{\n\t"title": "A } \\" {",\n\t"tags": ["b"],\n\t"x": {}\n}\n\nText.',
    );
    expect(problems).toEqual([]);
    expect([fields?.title?.value, fields?.title?.line, fields?.topics?.value]).toEqual(['A } " {', 2, ["b"]]);
    expect(body).toBe(`${"\n".repeat(4)}\n\nText.`);
  });

  test.each([
    ["with a mistake is told", '{\n"title": "A",\n}\nText.', ["error"]],
    ["with a date that is none is told with its line", '{"title": "A",\n"date": "soon"}\nText.', ["error"]],
  ])("%s", (_, text, levels) => {
    expect(split(text).problems.map(({ level }) => level)).toEqual(levels);
  });

  test.each([
    '{"a": 1}\nText.',
    '{\n  "name": "a",\n  "description": "b",\n  "author": "c"\n}\n\nText.',
    '{ "title" of a set }\nText.',
    "{note} Text.",
    '{"title": "A"} is JSON.',
    '{"title": ',
  ])("is not what only looks like it: %j", (text) => {
    expect(split(text)).toMatchObject({ body: text, fields: null, problems: [] });
  });

  test("is not read above a capture", () => {
    expect(split('{"title": "A"}\nText.', false).fields).toBeNull();
  });
});

describe("what is not to be published is a draft by", () => {
  test.each([
    "draft: true",
    "unlisted: true",
    "eleventyExcludeFromCollections: true",
    "isDraft: true",
    "hidden: yes",
    "publish: false",
    "dg-publish: false",
    "published: false",
    "status: draft",
    "Status: hidden",
    "post_status: private",
    "draft: false\nunlisted: true",
  ])("%s", (matter) => {
    expect(read(`title: T\n${matter}`)).toEqual({
      claims: { title: "T", draft: true },
      body: expect.anything(),
      told: [],
    });
  });

  test.each([
    "unlisted: false",
    "publish: true",
    "publish: soon",
    "hidden: [toc]",
    "status: evergreen",
    "status: published",
  ])("but not by %s", (matter) => {
    expect(read(`title: T\n${matter}`)).toMatchObject({ claims: { title: "T" }, told: [] });
    expect(read(`title: T\n${matter}`).claims).not.toHaveProperty("draft");
  });
});

describe("metadata without fences on top of Markdown is read", () => {
  function readTop(text: string, strict = true) {
    const { fields, problems, body } = splitFrontMatter(text, "a.md", context, strict);
    const { title, published, topics, byline, summary, draft } = fields ?? {};
    return {
      claims: [title, published, topics, byline, summary].map((claim) => claim?.value ?? null),
      draft,
      body,
      told: problems.map(({ line, what }) => `${line}: ${what}`),
      has: fields !== null,
    };
  }

  test("of Pelican", () => {
    const text =
      "Title: A: b\ndate: 2024-05-02 10:20\nTags: x, y z\nAuthors: Le, An; Bo\nSummary: One\n    and two\nStatus: draft\nSave_as: a.html\n\nText";
    expect(readTop(text)).toEqual({
      claims: ["A: b", "2024-05-02T10:20:00+07:00", ["x", "y-z"], "Le, An, Bo", "One and two"],
      draft: true,
      body: "\n\n\n\n\n\n\n\n\nText",
      told: [],
      has: true,
    });
  });

  test("of Logseq", () => {
    const { claims, body } = readTop("title:: A\ntags:: [[x]], y\nicon:: z\n- Text");
    expect([claims[0], claims[2], body]).toEqual(["A", ["x", "y"], "\n\n\n- Text"]);
  });

  test("and what is wrong with it is told with its line", () => {
    expect(readTop("Title: A\nDate: 2024-02-31\n\nText").told).toEqual([
      '2: `date` holds no date that exists: "2024-02-31"'.replace("date", "Date"),
    ]);
  });

  test.each([
    ["a letter", "Date: 2024-05-02\nFrom: A\n\nText"],
    ["a title alone", "Title: A\n\nText"],
    ["a text that goes on", "Title: A\nDate: 2024-05-02\nand it goes on.\n\nText"],
    ["prose", "Note: this is it.\n\nText"],
  ])("but %s is text", (_, text) => {
    expect(readTop(text)).toMatchObject({ body: text, has: false });
  });

  test.each(["Title: A\nDate: Monday\n\nText", "Title: A\nLanguage: English\nPlace: the harbour\n\nText"])(
    "but what is wrong with it is a note where it may be how a text begins: %j",
    (text) => {
      const { problems } = splitFrontMatter(text, "a.md", context, true);
      expect(readTop(text)).toMatchObject({ body: text, has: false });
      expect(problems).toMatchObject([
        { line: 2, level: "note", what: expect.stringContaining("so the first lines are read as text") },
      ]);
    },
  );

  test.each([
    "Title: A\nDate: Monday\nSlug: a\n\nText",
    "Title: A\nDate: Monday\nTags: b\n\nText",
    "Title: A\nDate: Monday\nStatus: draft\n\nText",
    "Title: A\nPublished: false\n\nText",
    "Title: A\nDate: 31.2.2024\n\nText",
    "title:: A\ndate:: Monday\n\nText",
  ])("and is an error where it can be nothing else: %j", (text) => {
    const { problems } = splitFrontMatter(text, "a.md", context, true);
    expect(problems).toMatchObject([{ line: 2, level: "error" }]);
  });

  test("and a capture has none", () => {
    const text = "Title: A\nDate: 2024-05-02\n\nText";
    expect(readTop(text, false)).toMatchObject({ body: text, has: false });
  });
});

test("topics named as such are not mixed with tags", () => {
  expect(read("tags: [a]\ntopics: [b]").claims).toEqual({ topics: ["b"] });
});

describe("links between notes are their words", () => {
  test.each([
    ['author: "[[People/Ana Muster]]"', { byline: "Ana Muster" }],
    ["author: [[Ana Muster]]", { byline: "Ana Muster" }],
    ["author:\n  - \"[[Ana Muster|Ana]]\"\n  - '[[Jo Tait]]'", { byline: "Ana, Jo Tait" }],
    ['source: "[[Harbour Gazette]]"', { sourceName: "Harbour Gazette" }],
    ['tags: ["[[Ferries]]"]', { topics: ["ferries"] }],
  ])("%s", (matter, claims) => {
    expect(read(matter).claims).toEqual(claims);
  });
});

describe("the day a file was made is that of publication", () => {
  test("where it says no other", () => {
    expect(read("created: 2025-06-14").claims).toEqual({ published: "2025-06-14T00:00:00+07:00" });
  });

  test.each([
    ["where it has a place for that", "published:\ncreated: 2025-11-16", {}],
    [
      "where it says another",
      "created: 2025-11-16\ndate: 2025-06-14",
      { published: "2025-06-14T00:00:00+07:00" },
    ],
    [
      "where it was clipped from somewhere",
      "created: 2025-11-16\nmodified: 2025-11-20\nsource: https://gazette.example/ferry",
      { sourceUrl: "https://gazette.example/ferry" },
    ],
    ["where an address stands beside it", "url: https://gazette.example/ferry\ncreated: 2025-11-16", {}],
  ])("but not %s", (_, matter, claims) => {
    expect(read(matter).claims).toEqual(claims);
  });
});

test("its lines are left empty, so that all others keep their numbers", () => {
  expect(read("title: T").body).toBe("\n\n\nText");
});

describe("what is wrong in it is told with its line", () => {
  test.each([
    ["title: T\ndate: soon", ['3 error: `date` holds no date that exists: "soon"']],
    ["date: 1898-01-13", ['2 error: `date` is not between 1900 and 2100: "1898-01-13"']],
    ["date: 9999-12-31T10:00:00Z", ['2 error: `date` is not between 1900 and 2100: "9999-12-31T10:00:00Z"']],
    ["date: 2026-10", ['2 error: `date` names no day: "2026-10"']],
    ["date: 2026", ['2 error: `date` names no day: "2026"']],
    ["lang: en\ndate: 03/04/2026", ['3 error: `date` may be 2026-03-04 or 2026-04-03: "03/04/2026"']],
    ["retracted: 2", ["2 error: `retracted` is neither true nor false nor a reason"]],
    ["retracted: [a]", ["2 error: `retracted` is neither true nor false nor a reason"]],
    ["source_url: here", ['2 warning: `source_url` is no address, so it is left out: "here"']],
    [
      "canonical: htps://e.example/1",
      ['2 warning: `canonical` is no address, so it is left out: "htps://e.example/1"'],
    ],
    ["source: www.e.example/1", ['2 warning: `source` is no address, so it is left out: "www.e.example/1"']],
    ["image: javascript:1", ['2 warning: `image` is no address, so it is left out: "javascript:1"']],
    ["draft: maybe", ["2 error: `draft` is neither true nor false"]],
    ["lang: Tiếng Việt", ["2 error: `lang` is no language"]],
    [
      "enclosure: file:///a.mp3",
      ["2 error: `enclosure` needs the name of a file beside this one, or an absolute address"],
    ],
    ["auther: A", ["2 warning: the front matter has `auther`, which is not read"]],
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

describe("a date of two small numbers is read as its language is used to", () => {
  test.each([
    ["vi", "lang: en-US", "2026-03-04"],
    ["vi", "lang: en-GB", "2026-04-03"],
    ["vi", "title: T", "2026-04-03"],
    ["en-US", "title: T", "2026-03-04"],
    ["en-US", "lang: en", "2026-03-04"],
    ["en-AU", "lang: en", "2026-04-03"],
    ["en", "lang: de", "2026-04-03"],
  ])("on a site in %s, %s", (site, matter, day) => {
    const text = `---\n${matter}\ndate: 03/04/2026\n---\nText`;
    const { fields, problems } = splitFrontMatter(text, "a.md", { timeZone: "UTC", lang: site }, true);
    expect(problems).toEqual([]);
    expect(fields?.published?.value.slice(0, 10)).toBe(day);
  });

  test("and is asked about where English alone does not tell; one that can only be meant in one way is not", () => {
    const told = (date: string) =>
      splitFrontMatter(`---\ndate: ${date}\n---\nText`, "a.md", { timeZone: "UTC", lang: "en" }, true)
        .problems;
    expect(told("03/04/2026")).toHaveLength(1);
    expect([...told("13/04/2026"), ...told("04/04/2026"), ...told("04/13/2026")]).toEqual([]);
  });
});

describe("an article is taken back", () => {
  test.each([
    ["true", ""],
    ["yes", ""],
    ['"true"', ""],
    ["It was wrong", "It was wrong"],
  ])("by retracted: %s", (value, reason) => {
    expect(read(`retracted: ${value}`)).toMatchObject({ claims: { retracted: reason }, told: [] });
  });

  test.each(["false", "no", '"false"', "off", "0", ""])("but not by retracted: %s", (value) => {
    expect(read(`retracted: ${value}`).claims["retracted"] ?? null).toBeNull();
    expect(read(`retracted: ${value}`).told).toEqual([]);
  });
});

describe("front matter that is not closed", () => {
  const tell = (text: string, strict: boolean) =>
    splitFrontMatter(text, "a", context, strict).problems.map(({ line, what }) => `${line} ${what}`);
  const open = ["1 the front matter is not closed"];

  test.each([
    ["in YAML", "---\ntitle: T\ntags:\n  - a\n\nText\n"],
    ["in TOML", '+++\ntitle = "T"\n\nText\n'],
    ["with nothing else", "---\nlayout: post\ndate: 2026-01-02"],
  ])("is told on its first line: %s", (_, text) => {
    expect(tell(text, true)).toEqual(open);
    expect(tell(text, false)).toEqual(open);
  });

  test("is told in Markdown where the text follows at once; a capture may begin with a rule and a name", () => {
    expect(tell("---\nauthor: A\nText follows.\n", true)).toEqual(open);
    expect(tell("---\nBy: A\nText follows.\n", false)).toEqual([]);
  });

  test.each([
    ["a rule", "---\n\nThe harbour was opened again.\n\n---\n\nMore.\n"],
    ["a rule, with prose right below it", "---\nThe harbour was opened again.\n---\nMore.\n"],
    ["a rule of which there is one", "---\n\nNote: this is prose, with a colon.\n"],
  ])("is none where a Markdown file begins with %s", (_, text) => {
    expect(splitFrontMatter(text, "a.md", context, true)).toMatchObject({
      fields: null,
      body: text,
      problems: [],
    });
  });
});
