// What an export becomes: whole blogs added to a seeds folder, and what is left out of them.

import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { addCommand } from "../../../src/commands/add.ts";
import { compileSite } from "../../../src/compile/compile.ts";
import { isProblem } from "../../../src/compile/problems.ts";
import { listSeeds, readSeedFile } from "../../../src/compile/seeds.ts";
import { say } from "../console.ts";
import { makeFolder, site, snapshot, write } from "../newsroom.ts";
import { serve } from "../webserver.ts";

const cases = join(import.meta.dirname, "exports", "cases");
const exported = (name: string): string => readFileSync(join(cases, name), "utf8");

let [root, seeds] = ["", ""];
beforeEach(() => {
  root = makeFolder();
  seeds = join(root, "seeds");
  write(seeds, { "site.toml": site });
});
const add = (...args: readonly string[]) => say(addCommand, "--seeds", seeds, ...args);
const addCase = (name: string, ...args: readonly string[]) => add(...args, join(cases, name));
const addText = (text: string | Uint8Array, name = "export.xml") => {
  write(root, { [name]: text });
  return add(join(root, name));
};
const there = (): string[] =>
  [...snapshot(seeds).keys()].map((each) => each.slice(1)).filter((each) => each !== "site.toml");
const read = (name: string): string => readFileSync(join(seeds, name), "utf8");

/** The articles of what was added, as a compile understands them, by their titles. */
function compileThem() {
  const found = listSeeds(seeds).files.map((file) => readSeedFile(seeds, file));
  const bytes = found.flatMap((seed) => (isProblem(seed) ? [] : [seed]));
  const { catalog, problems } = compileSite({
    site,
    ledger: "",
    seeds: bytes,
    origin: null,
    now: "2026-01-01T00:00:00Z",
  });
  const errors = problems.filter(({ level }) => level === "error");
  return { articles: new Map(catalog?.articles.map((one) => [one.title, one])), errors };
}

describe("an export", () => {
  test.each([
    ["wordpress.xml", "WordPress", "4 posts came in, from 2009-03-01 to 2099-01-01"],
    ["blogger.xml", "Blogger", "2 posts came in, from 2012-04-02 to 2012-05-12"],
    ["takeout.atom", "Blogger", "2 posts came in, from 2012-04-02 to 2012-05-12"],
    ["ghost.json", "Ghost", "2 posts came in, from 2023-02-01 to 2024-05-02"],
  ])("is told by its content, %s, and all its published posts come in", async (name, program, says) => {
    const { code, out, err } = await addCase(name);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`${name}: ${program} export\n  ${says}\n`);
    expect(out).toMatch(/next: npm run compile -- --seeds \S+\n$/);
    write(root, { "renamed.txt": exported(name) });
    expect((await add("--into", "again", join(root, "renamed.txt"))).out).toContain(`${program} export`);
  });

  test.each([
    [
      "wordpress.xml",
      "2 drafts, 1 page, 1 waiting for review, 1 private post, 1 protected by a password, 1 in the trash, " +
        "2 attachments, 1 comment, 1 menu item, 1 revision, 1 of another kind, 1 of which it is not told whether it is published",
    ],
    ["blogger.xml", "1 draft, 1 page, 1 comment, 2 settings"],
    ["takeout.atom", "1 draft, 1 page, 1 in the trash, 1 comment"],
    ["ghost.json", "1 draft, 1 page, 1 for members only, 1 sent by mail alone"],
  ])("keeps what is not published out, and says so: %s", async (name, tally) => {
    expect((await addCase(name)).out).toContain(`  left out: ${tally}\n`);
    for (const file of there()) expect(read(file)).not.toMatch(/SECRET/);
  });

  test("is told where its pictures stay", async () => {
    expect((await addCase("wordpress.xml")).out).toContain(
      "note: pictures of 2 posts stay at harbour.example. ",
    );
    expect((await addCase("blogger.xml")).out).not.toContain("pictures");
    expect((await addCase("ghost.json")).out).toContain("lie in its folder content/images");
  });

  test("of which nothing is published is refused with what is in it", async () => {
    const text = exported("wordpress.xml")
      .replaceAll("[publish]", "[draft]")
      .replaceAll(/>publish<|\[future\]/g, ">[draft]<");
    const { code, err } = await addText(text.replaceAll(">[draft]<", "><![CDATA[draft]]><"));
    expect({ code, there: there() }).toEqual({ code: 1, there: [] });
    expect(err).toMatch(/this is a WordPress export, and no post of it is published: \d+ drafts, /);
  });

  test("comes from standard input too", async () => {
    vi.spyOn(process, "stdin", "get").mockReturnValue(
      Readable.from([Buffer.from(exported("ghost.json"))]) as never,
    );
    onTestFinished(() => void vi.restoreAllMocks());
    expect((await add("-")).out).toContain("2 posts came in");
  });

  test("goes into a folder that is asked for, and takes no name and no number", async () => {
    expect((await addCase("ghost.json", "--into", "old/blog")).code).toBe(0);
    expect(there().every((name) => name.startsWith("old/blog/"))).toBe(true);
    expect((await addCase("ghost.json", "--name", "a")).err).toContain(
      "--name is for one article. Leave --name out.",
    );
    expect((await addCase("ghost.json", "--newest", "3")).err).toContain("all at once. Leave --newest out.");
  });
});

describe("compiled, what was added", () => {
  test("has its title, its dates, its author, its language, its tags, its picture and its recording", async () => {
    await addCase("wordpress.xml");
    const { articles, errors } = compileThem();
    expect(errors).toEqual([]);
    expect(articles.get("The pilots have a new boat & crew")).toMatchObject({
      published: "2024-05-02T08:30:00Z",
      byline: "Ada Quayle",
      lang: "en-GB",
      topics: ["sea"],
      summary: "A boat that is faster by half.",
      image: "https://harbour.example/wp-content/uploads/boat.jpg",
      source: { name: null, url: "https://harbour.example/2024/05/new-boat/" },
    });
    expect(articles.get("The old boat")?.enclosures).toContainEqual(
      expect.objectContaining({
        url: "https://harbour.example/talk.mp3",
        type: "audio/mpeg",
        length: 1_234_567,
      }),
    );
    expect(articles.get('Thuế mùa xuân: "levy"')?.lang).toBe("vi");
    expect(articles.get("The lighthouse opens")?.published).toBe("2099-01-01T07:00:00Z");
  });

  test.each([
    ["wordpress.xml", "The pilots have a new boat & crew", ["the-old-boat", "thue-mua-xuan-levy"]],
    ["blogger.xml", "Painting the mole", ["the-ferry"]],
    ["takeout.atom", "Painting the mole", ["the-ferry"]],
    ["ghost.json", "Who winds the clock", ["the-tide-clock"]],
  ])("links its posts to each other: %s", async (name, title, linked) => {
    await addCase(name);
    const html = compileThem().articles.get(title)?.html ?? "";
    for (const slug of linked) expect(html).toContain(`<a href="https://news.example/articles/${slug}-`);
    expect(html).not.toContain("__GHOST_URL__");
  });

  test("shows what WordPress shows of its blocks and of its shortcodes", async () => {
    await addCase("wordpress.xml");
    const { articles } = compileThem();
    const rows = (title: string): string[] => articles.get(title)?.html.split("\n") ?? [];
    expect(rows("The old boat").slice(0, 4)).toEqual([
      "<p>The first boat of the pilots was built of oak, and went out in every weather for forty years.<br/>It was <strong>never</strong> lost.</p>",
      '<figure><a href="https://harbour.example/wp-content/uploads/boat.jpg"><img src="https://harbour.example/wp-content/uploads/boat-300x200.jpg" alt="Oak" width="300" height="200"/></a><figcaption>The <em>oak</em> boat</figcaption></figure>',
      "<blockquote><p>It will outlast us all.</p><p>So it did.</p></blockquote>",
      "<ul><li>Built in 1969</li><li>Sold in 2009</li></ul>",
    ]);
    const old = articles.get("The old boat")?.html ?? "";
    expect(old).toContain('<a href="https://www.youtube.com/watch?v=abcDEF12345">YouTube</a>');
    expect(old).toContain(
      '<img src="https://harbour.example/wp-content/uploads/crew.jpg" alt=""/><figcaption>Her crew',
    );
    expect(old).toContain("It was [sic] sold, says [gallery]. A split ]]&gt; stays whole.");
    expect(old).toContain("Words in the slider stay.");
    expect(old).toContain("Use {{ this }} and {% that %} at 100%% of the price.");
    expect(old).toContain("boats = [b for b in old if b &lt; 3]\n\nprint(boats)");
    const boat = articles.get("The pilots have a new boat & crew")?.html ?? "";
    expect(boat).toContain("<p>The pilots are on call by day and by night.</p>");
    expect(boat).toContain("<p>Nobody had thought<br/>that possible.</p>");
    expect(boat).not.toContain("wp:");
  });
});

describe("added again, an export", () => {
  test("adds nothing", async () => {
    await addCase("wordpress.xml");
    const before = snapshot(seeds);
    const { code, out } = await addCase("wordpress.xml");
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("  4 are there already\n") });
    expect(out).not.toContain("came in");
    expect(snapshot(seeds)).toEqual(before);
  });

  test("is known wherever its files were put meanwhile", async () => {
    await addCase("wordpress.xml", "--into", "2024");
    const { out } = await addCase("wordpress.xml");
    expect(out).toContain("  4 are there already\n");
    expect(there().every((name) => name.startsWith("2024/"))).toBe(true);
  });

  test.each(["wordpress.xml", "ghost.json"])(
    "leaves what has changed, or replaces it where that is asked for: %s",
    async (name) => {
      await addCase(name);
      const before = snapshot(seeds);
      const later = exported(name)
        .replace("had to go out in one of", "went out in one of")
        .replace("Two sisters wind", "Three sisters wind");
      const { code, err } = await addText(later, name);
      expect({ code, err }).toMatchObject({
        code: 1,
        err: expect.stringMatching(
          /1 post with other words than \S+\.html, which stays\. --replace puts what the export has/,
        ),
      });
      expect(snapshot(seeds)).toEqual(before);
      const replaced = await add("--replace", join(root, name));
      expect(replaced).toMatchObject({ code: 0, out: expect.stringContaining("  1 replaced\n") });
      expect([...snapshot(seeds).keys()]).toEqual([...before.keys()]);
      expect(there().map(read).join("")).toMatch(/pilots, who went out|Three sisters/);
    },
  );

  test("brings what is new in it", async () => {
    await addText(
      exported("wordpress.xml").replace(/<item>(?:(?!<item>)[\s\S])*lighthouse[\s\S]*?<\/item>/, ""),
    );
    const { out } = await addCase("wordpress.xml");
    expect(out).toContain("1 post came in, of 2099-01-01\n  3 are there already\n");
  });
});

describe("nothing is lost:", () => {
  const item = (title: string, content: string, more = ""): string =>
    `<item><title>${title}</title><link>https://a.example/${encodeURIComponent(title)}/</link><content:encoded><![CDATA[${content}]]></content:encoded>` +
    `<wp:post_id>1</wp:post_id><wp:post_date>2024-05-02 10:00:00</wp:post_date><wp:post_date_gmt>2024-05-02 10:00:00</wp:post_date_gmt>` +
    `<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${more}</item>\n`;
  const wxr = (...items: readonly string[]): string =>
    `<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://a.example</link><wp:wxr_version>1.2</wp:wxr_version>${items.join("")}</channel></rss>`;
  const words = (boat: string) =>
    `<p>The ${boat} of the pilots was seen at the mole, where it took four of them on board, and left for the open sea at once.</p>`;

  test("two posts that tell one story are added and told", async () => {
    const { code, out } = await addText(
      wxr(item("A boat leaves", words("boat")), item("The boat leaves", words("boat"))),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/a-boat-leaves\.html tells the story of \S+the-boat-leaves\.html\. Delete either\./);
    expect(there()).toHaveLength(2);
  });

  test("posts of one day and one name have a number", async () => {
    const twice = [
      item("Boats", words("boat")),
      item("Boats", words("ferry").replace("mole", "pier")).replace("/Boats/", "/b/"),
    ];
    await addText(
      wxr(...twice.map((one) => one.replace("</item>", "<wp:post_name>boats</wp:post_name></item>"))),
    );
    expect(there()).toEqual(["2024-05-02-boats-2.html", "2024-05-02-boats.html"]);
  });

  test("what an export has in common with a page that is there is told", async () => {
    write(seeds, { "page.html": `---\ntitle: A boat leaves\ndate: 2024-05-02\n---\n${words("boat")}` });
    expect((await addText(wxr(item("Off it goes", words("boat"))))).out).toMatch(
      /tells the story of \S+page\.html/,
    );
  });

  test("a post without text is named, and the others come in; --keep keeps it", async () => {
    const { code, out, err } = await addText(wxr(item("Nothing", ""), item("A boat leaves", words("boat"))));
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining("1 post came in") });
    expect(err).toContain(
      '"Nothing" of 2024-05-02: it holds no text below its front matter. --keep adds it as it is.',
    );
    expect((await add("--keep", join(root, "export.xml"))).out).toContain("1 post came in");
  });

  test("a post that is too long for a seed is named", async () => {
    const { err } = await addText(wxr(item("Long", `${words("boat")}<p>${"word ".repeat(1_100_000)}</p>`)));
    expect(err).toContain('"Long" of 2024-05-02: it has more than the 5 MB that a file may have');
  });

  test("a file that ends in the middle gives the posts before, and says so", async () => {
    const whole = wxr(item("A boat leaves", words("boat")), item("A ferry comes", words("ferry")));
    const { code, out, err } = await addText(whole.slice(0, whole.lastIndexOf("<wp:status>")));
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining("1 post came in") });
    expect(err).toContain("the file ends in the middle, so posts are missing. Export the blog again");
  });

  test("damaged XML is read: control characters, signs that stand for themselves, sections that end too early", async () => {
    const odd = item("Fish & chips <3", `${words("boat")}<p>Ding\u0007 &amp; dong ]]> and more</p>`);
    const { code } = await addText(wxr(odd, item("A ferry comes", words("ferry"))));
    expect(code).toBe(0);
    const { articles } = compileThem();
    expect([...articles.keys()].sort()).toEqual(["A ferry comes", "Fish & chips <3"]);
    expect(articles.get("Fish & chips <3")?.text).toContain("Ding & dong");
    expect(articles.get("Fish & chips <3")?.text).toContain("and more");
  });

  test("thousands of posts are read once each, and told in a few lines", async () => {
    const many = Array.from({ length: 2000 }, (_, number) =>
      item(
        `Report ${number}`,
        `<p>${Array.from({ length: 20 }, (_, at) => `boat${(number * 31 + at * at * 7) % 9973} mole${number}x${at}`).join(" ")}</p>`,
      ).replaceAll("2024-05-02", `20${String(10 + (number % 15))}-0${1 + (number % 9)}-1${number % 9}`),
    );
    const { code, out } = await addText(wxr(...many));
    expect({ code, lines: out.split("\n").length < 8 }).toEqual({ code: 0, lines: true });
    expect(readdirSync(seeds).length).toBe(2001);
    expect((await add(join(root, "export.xml"))).out).toContain("2000 are there already");
  });

  test("tags that are no topics are named with their numbers", async () => {
    const tags = (...names: readonly string[]) =>
      names.map((name) => `<category domain="post_tag" nicename="${name}">${name}</category>`).join("");
    const { out } = await addText(
      wxr(
        item("A boat leaves", words("boat"), tags("sea", "boats")),
        item("A ferry comes", words("ferry"), tags("boats", "food")),
      ),
    );
    expect(out).toContain("tags that are no topics of this site: boats (2), food (1)\n");
  });
});

describe("a feed that was saved as a file", () => {
  test("brings the posts that are whole; the others are fetched with --newest", async () => {
    const { code, out, err } = await addCase("feed.rss");
    expect({ code, out }).toMatchObject({
      code: 1,
      out: expect.stringContaining("1 post came in, of 2024-05-02"),
    });
    expect(err).toContain(
      "of 1 post the feed has only the beginning. --newest 2 fetches them from the pages instead.",
    );
    expect(read("2024-05-02-fish.html")).toContain("René");
    // Pages are asked for, though not from machines of our own network.
    const { origin } = await serve({});
    write(root, { "f.xml": exported("feed.rss").replaceAll("https://harbour.example", origin) });
    expect((await add("--newest", "1", join(root, "f.xml"))).err).toContain(
      `${origin}/fish/: error: it leads into your own network`,
    );
  });

  test("in Atom and JSON comes in with its authors, its languages and its recordings", async () => {
    expect((await addCase("feed.atom")).code).toBe(0);
    expect((await addCase("feed.json")).code).toBe(0);
    const { articles, errors } = compileThem();
    expect(errors).toEqual([]);
    expect(articles.get("Bến cảng & con tàu")).toMatchObject({
      lang: "vi",
      byline: "Ada Quayle",
      published: "2024-05-02T03:30:00Z",
      summary: "Con tàu mới của bến cảng.",
    });
    expect(articles.get("Gulls")).toMatchObject({ byline: "Quayle, Ada", enclosures: [{ length: 99 }] });
    expect([...articles.values()].find(({ text }) => text.includes("1 < 2 in it & no title"))).toBeDefined();
  });

  test("of which nothing is whole is refused with what to do", async () => {
    const text = exported("feed.rss").replace(/<item>[\s\S]*?<\/item>/, "");
    const { code, err } = await addText(text);
    expect({ code, there: there() }).toEqual({ code: 1, there: [] });
    expect(err).toContain(
      "this feed has only the beginnings of its posts. --newest 1 fetches it from the pages instead.",
    );
  });

  test("lies in the seeds folder itself, and is read all the same", async () => {
    mkdirSync(join(seeds, "in"));
    write(seeds, { "in/feed.json": exported("feed.json") });
    expect((await add(join(seeds, "in/feed.json"))).out).toContain("2 posts came in");
  });
});

test.each([
  ["data.json", '{"name": "a program", "version": "1.0.0"}'],
  ["map.xml", '<?xml version="1.0"?><urlset><url><loc>https://a.example/</loc></url></urlset>'],
])("%s is no export, and is refused as before", async (name, text) => {
  expect((await addText(text, name)).err).toContain("by its name this is no article");
});
