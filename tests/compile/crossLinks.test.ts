// Links from one article to another.

import { describe, expect, test } from "vitest";
import { compileSite } from "../../src/compile/compile.ts";
import { indexLinks, resolveLinks } from "../../src/compile/crossLinks.ts";
import { writeLedger } from "../../src/compile/identity/ledger.ts";

const site = '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n';
const now = "2026-11-22T00:00:00Z";

const matter = (title: string, more = ""): string => `---\ntitle: ${title}\n${more}---\n`;
const boats = `${matter("Boats & oars")}The harbour has a new boat for its pilots, which is smaller than the old one.\n`;

function compile(files: Readonly<Record<string, string>>, ledger = "") {
  const seeds = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  return compileSite({ site, ledger, seeds, origin: null, now });
}

/** The content of `log/a.md`, beside other files, with the addresses of articles spelled as their names. */
function contentOf(text: string, others: Readonly<Record<string, string>>, of = "A log"): string {
  const log: Record<string, string> = text === "" ? {} : { "log/a.md": `${matter("A log")}${text}\n` };
  const { catalog, problems } = compile({ ...others, ...log });
  expect(problems.filter(({ level }) => level === "error")).toEqual([]);
  const html = catalog?.articles.find(({ title }) => title === of)?.html ?? "";
  return html.replace(/https:\/\/news\.example\/articles\/([\w-]+)-[0-9a-z]{10}(?=")/g, "$1");
}

const linked = '<p>See <a href="boats-oars">these</a>.</p>';

describe("a link to another article leads to its page", () => {
  test.each([
    ["by its file", "See [these](boats.md).", { "log/boats.md": boats }],
    ["by a file elsewhere", "See [these](../2024/boats.md#oars).", { "2024/boats.md": boats }],
    ["by a path from the top", "See [these](/2024/boats.md).", { "2024/boats.md": boats }],
    ["by a path with other letters", "See [these](<Thuyền nhỏ.md>).", { "log/Thuyền nhỏ.md": boats }],
    [
      "by a path with signs for them",
      "See [these](Thuy%E1%BB%81n%20nh%E1%BB%8F.md).",
      { "log/Thuyền nhỏ.md": boats },
    ],
    ["without the ending", "See [these](../2024/boats).", { "2024/boats.md": boats }],
    ["to a text", "See [these](boats.txt).", { "log/boats.txt": boats }],
    ["in a folder of any name", "See [these](../topics/boats.md).", { "topics/boats.md": boats }],
    ["to its folder", "See [these](../boats/).", { "boats/index.md": boats }],
    ["as the address of a post", "See [these](/2024/05/02/boats/).", { "_posts/2024-05-02-boats.md": boats }],
    [
      "as the address of its page elsewhere",
      "See [these](/blog/boats.html).",
      { "_posts/2024-05-02-boats.md": boats },
    ],
    ["by the name of a note", "See [[Boats|these]].", { "notes/Boats.md": boats }],
    ["by its name and a heading", "See [[boats#Oars|these]].", { "notes/Boats.md": boats }],
    ["in HTML", 'See <a href="boats.md">these</a>.', { "log/boats.md": boats }],
    ["by a reference", "See [these][1].\n\n[1]: boats.md", { "log/boats.md": boats }],
    ["by a tag of Hugo", 'See [these]({{< ref "boats.md" >}}).', { "2024/boats.md": boats }],
    [
      "by a tag of Jekyll",
      "See [these]({% post_url 2024-05-02-boats %}).",
      { "_posts/2024-05-02-boats.md": boats },
    ],
  ])("%s", (_, text, others) => {
    expect(contentOf(text, others)).toBe(linked);
  });

  test("which keeps its title and its words", () => {
    expect(contentOf('See [*the* `boats`](boats.md "New").', { "log/boats.md": boats })).toBe(
      '<p>See <a href="boats-oars" title="New"><em>the</em> <code>boats</code></a>.</p>',
    );
  });
});

const words = "<p>See these.</p>";

describe("only its words are left of a link", () => {
  test.each([
    ["to nothing", "See [these](boats.md).", {}],
    [
      "to what is still to come",
      "See [these](boats.md).",
      { "log/boats.md": boats.replace("title", "date: 2027-01-01\ntitle") },
    ],
    [
      "to a draft",
      "See [these](boats.md).",
      { "log/boats.md": boats.replace("title", "draft: true\ntitle") },
    ],
    [
      "to what was taken back",
      "See [these](boats.md).",
      { "log/boats.md": boats.replace("title", "retracted: x\ntitle") },
    ],
    [
      "to one of two of that name",
      "See [[Boats|these]].",
      {
        "a/Boats.md": boats,
        "b/boats.md": `${boats.replace(/boat/g, "ship")}It is red, and it was built for the fishermen of the north.\n`,
      },
    ],
    ["out of the folder", "See [these](../../boats.md).", {}],
    ["to a list of a site", "See [these](/tags/boats/).", { "log/boats.md": boats }],
    ["to itself", "See [these](a.md#part).", {}],
    ["to a place in the text", "See [these](#boats).", {}],
  ])("%s", (_, text, others) => {
    expect(contentOf(text, others)).toBe(words);
  });
});

test("a link of what is from elsewhere leads there, unless it names a file that is here", () => {
  const from = (text: string) => {
    const { catalog } = compile({
      "boats.md": boats,
      "a.md": `${matter("A log", "source: https://e.example/log/a\n")}${text}\n`,
    });
    return catalog?.articles.find(({ title }) => title === "A log")?.html.replace(/-[0-9a-z]{10}(?=")/, "");
  };
  expect(from("See [these](boats).")).toBe('<p>See <a href="https://e.example/log/boats">these</a>.</p>');
  expect(from("See [these](ships.md).")).toBe(
    '<p>See <a href="https://e.example/log/ships.md">these</a>.</p>',
  );
  expect(from("See [these](boats.md).")).toBe(
    '<p>See <a href="https://news.example/articles/boats-oars">these</a>.</p>',
  );
});

describe("a link to the address that another one has on the site both are from", () => {
  const from = (source: string, text: string, other = "source: https://e.example/2024/boats/\n") => {
    const others = { "boats.md": boats.replace("---\n", `---\n${other}`) };
    return contentOf("", { ...others, "b.html": `${matter("B log", source)}<p>${text}</p>\n` }, "B log");
  };
  const own = "source: https://www.e.example/log/a\n";
  const see = (address: string) => `See <a href="${address}">these</a>.`;

  test.each([
    ["in full", own, "https://www.e.example/2024/boats/"],
    ["without its last slash, and at a place in it", own, "https://www.e.example/2024/boats#oars"],
    ["by its host's shorter name", own, "http://e.example/2024/boats"],
    ["from its top", own, "/2024/boats/"],
    ["from where it lies", own, "../2024/boats/?utm_source=feed"],
  ])("leads to its page, %s", (_, source, address) => {
    expect(from(source, see(address))).toBe(linked);
  });

  test.each([
    ["where nobody has that address", own, "https://www.e.example/2024/ships/"],
    ["from another site", "source: https://f.example/a\n", "https://e.example/2024/boats/"],
    ["from what is of no site", "", "https://e.example/2024/boats/"],
    ["to a file of that site", own, "https://www.e.example/2024/boats.pdf"],
  ])("stays as it is %s", (_, source, address) => {
    expect(from(source, see(address))).toBe(`<p>${see(address)}</p>`);
  });

  test("stays as it is to what is still to come", () => {
    const later = "source: https://www.e.example/2024/boats/\ndate: 2027-01-01\n";
    const address = "https://www.e.example/2024/boats/";
    expect(from(own, see(address), later)).toBe(`<p>${see(address)}</p>`);
  });
});

describe("a link to what is there in several languages", () => {
  const site = { url: "https://news.example" };
  const article = (path: string, lang: string) => {
    const facts = { slug: `${path.replace(/\W/g, "-")}`, shortId: `${lang}00000000`, lang };
    return { path, from: path, facts };
  };
  const lead = (target: string, lang: string, ...articles: ReturnType<typeof article>[]): string[] =>
    indexLinks(articles, site)([target], { shortId: "", lang }).map(
      ([, address]) => /articles\/(.*)-\w+$/.exec(address)?.[1] ?? "",
    );
  const folders = [article("vi/boats.md", "vi"), article("en/boats.md", "en"), article("en/ships.md", "en")];
  const endings = [article("boats.md", "en"), article("boats.vi.md", "vi")];

  test.each([
    ["in folders", folders, "boats", "vi", "vi-boats-md"],
    ["in folders, the other way", folders, "posts/boats", "en-GB", "en-boats-md"],
    ["by the endings of its names", endings, "posts/boats", "vi-VN", "boats-vi-md"],
    ["in the language that has no ending", endings, "posts/boats", "en", "boats-md"],
    ["by its file, whatever its language", endings, "boats.md", "vi", "boats-md"],
    ["where it is not there in its own, as it is called", endings, "posts/boats", "fr", "boats-md"],
    ["and where it is there in another one alone", folders, "ships", "vi", "en-ships-md"],
  ])("leads to the one in its own %s", (_, articles, target, lang, slug) => {
    expect(lead(target, lang, ...articles)).toEqual([slug]);
  });

  test("leads nowhere where none is in its own, or two are", () => {
    expect(lead("boats", "fr", ...folders)).toEqual([]);
    expect(lead("boats", "en", ...folders, article("old/boats.md", "en"))).toEqual([]);
  });
});

test("a link follows an article that is renamed, and moves nothing", () => {
  const log = `${matter("A log")}See [these](boats.md).\n`;
  const before = compile({ "boats.md": boats, "a.md": log });
  const after = compile(
    { "boats.md": boats.replace("Boats", "Ships"), "a.md": log },
    writeLedger(before.ledger),
  );
  const [old, now] = [before, after].map(({ catalog }) =>
    catalog?.articles.find(({ title }) => title === "A log"),
  );
  expect(now?.html).toContain("/articles/ships-oars-");
  expect([now?.updated, now?.id]).toEqual([old?.updated, old?.id]);
});

test("what only looks like such a link is left, or leads nowhere", () => {
  expect(resolveLinks('<p><a href="https://article.invalid/!">a</a></p>', new Map())).toBe(
    '<p><a href="https://article.invalid/!">a</a></p>',
  );
  const forged = Buffer.from('["x","javascript:alert(1)"]').toString("base64url");
  expect(resolveLinks(`<p><a href="https://article.invalid/${forged}">a</a></p>`, new Map())).toBe(
    "<p>a</p>",
  );
});

test("an article of a file that holds several is not meant by the name of the file", () => {
  const facts = { slug: "a", shortId: "0123456789", lang: "en" };
  const find = indexLinks([{ path: "a.txt", from: "a.txt#2", facts }], { url: "https://news.example" });
  expect(find(["a.txt"], { shortId: "", lang: "en" })).toEqual([]);
});
