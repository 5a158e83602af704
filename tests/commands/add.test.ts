import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { safeName } from "../../src/commands/add/names.ts";
import { writeAll } from "../../src/commands/add/write.ts";
import { addCommand } from "../../src/commands/add.ts";
import { compileCommand } from "../../src/commands/compile.ts";
import { main } from "../../src/commands/main.ts";
import { say } from "./console.ts";
import { articles, articleText, makeFolder, site, snapshot, write } from "./newsroom.ts";

let root = "";
let seeds = "";
beforeEach(() => {
  root = makeFolder();
  seeds = join(root, "seeds");
  write(root, { "seeds/site.toml": site, "in/story.txt": articleText(1) });
});
const path = (name: string): string => join(root, "in", name);
const add = (...args: readonly string[]) => say(addCommand, "--seeds", seeds, ...args);
const compile = () => say(compileCommand, "--seeds", seeds, "--out", join(root, "dist"));
/** What lies in the seeds folder beside its settings and its ledger. */
const there = (): string[] =>
  [...snapshot(seeds).keys()]
    .map((each) => each.slice(1))
    .filter((each) => !/^(?:site\.toml|ledger\.jsonl)$/.test(each));
const read = (name: string): string => readFileSync(join(seeds, name), "utf8");

const picture = Buffer.from("89504e470d0a1a0a00000000", "hex");
const page = (words = "nine million") => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A boat for pilots - News</title>
<meta property="article:published_time" content="2024-05-02T10:00:00+07:00"></head><body><article>
<h1>A boat for pilots</h1>
<p>The harbour of the town has bought a boat for its pilots, who had to go out in one of forty years until now.</p>
<img src="boat_files/boat.png" width="600" height="400" alt="The boat">
<p>The boat is faster than the one before by half, said the harbour master, and can go out in waves of four metres.</p>
<p>It cost the town ${words} crowns, of which the ministry of transport pays a third this year.</p>
</article></body></html>`;

describe("a file", () => {
  test("is copied byte for byte, and it is said what was understood of it", async () => {
    const { code, out, err } = await add(path("story.txt"));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(there()).toEqual(["story.txt"]);
    expect(read("story.txt")).toBe(articleText(1));
    expect(out).toContain(`${seeds}/story.txt was added: one article`);
    expect(out).toMatch(/title +How the market was painted in round 1 /);
    expect(out).toMatch(/date +none is stated\n/);
    expect(out).toMatch(/language en /);
    expect(out).toMatch(/topics +sea\n/);
    expect(out).toMatch(/words +\d+\n/);
    expect(out).toContain(
      `note: no date is stated, so it is dated by the day it is first seen. If you know better, write`,
    );
  });

  test("is compiled as any other then", async () => {
    await add(path("story.txt"));
    expect(await compile()).toMatchObject({ code: 0, out: expect.stringContaining("1 article") });
  });

  test("that is there already is left alone", async () => {
    await add(path("story.txt"));
    const before = snapshot(seeds);
    expect(await add(path("story.txt"))).toMatchObject({
      code: 0,
      out: `${seeds}/story.txt is there already\n`,
    });
    expect(await add(join(seeds, "story.txt"))).toMatchObject({
      code: 0,
      out: `${seeds}/story.txt is there already\n`,
    });
    expect(snapshot(seeds)).toEqual(before);
  });

  test("never takes the place of another one: it is numbered", async () => {
    write(seeds, { "story.txt": articleText(2) });
    expect((await add(path("story.txt"))).out).toContain("story-2.txt was added");
    expect((await add(path("story.txt"))).out).toContain("story-2.txt is there already");
    expect([read("story.txt"), read("story-2.txt")]).toEqual([articleText(2), articleText(1)]);
  });

  test("of a name that differs in capitals alone is numbered: some systems know no difference", async () => {
    write(seeds, { "Story.TXT": articleText(2) });
    expect((await add(path("story.txt"))).out).toContain("story-2.txt was added");
  });

  test("can be given another name, which must be free", async () => {
    write(seeds, { "taken.txt": articleText(2) });
    expect(await add("--name", "boat", path("story.txt"))).toMatchObject({ code: 0 });
    const { code, err } = await add("--name", "taken.txt", path("story.txt"));
    expect({ code, err }).toMatchObject({
      code: 1,
      err: expect.stringContaining("taken.txt is there, with other words in it"),
    });
    expect(there()).toEqual(["boat.txt", "taken.txt"]);
  });

  test("can be put into a folder below", async () => {
    expect(await add("--into", "2024/may", path("story.txt"))).toMatchObject({ code: 0 });
    expect(there()).toEqual(["2024/may/story.txt"]);
  });

  test("brings its corrections along", async () => {
    write(root, { "in/story.txt.meta.toml": 'date = "2024-05-02"\n' });
    expect((await add(path("story.txt"))).out).toMatch(/date +2024-05-02T00:00:00/);
    expect(there()).toEqual(["story.txt", "story.txt.meta.toml"]);
  });

  test("does not get the corrections that were left of another one", async () => {
    write(seeds, { "story.txt.meta.toml": 'title = "Another story"\n' });
    expect((await add(path("story.txt"))).out).toContain("story-2.txt was added");
  });

  test("from standard input is named by its date and title", async () => {
    const input = (...parts: readonly string[]) =>
      vi
        .spyOn(process, "stdin", "get")
        .mockReturnValue(Readable.from(parts.map((part) => Buffer.from(part))) as never);
    onTestFinished(() => void vi.restoreAllMocks());
    input(page().slice(0, 300), page().slice(300));
    expect((await add("-")).code).toBe(0);
    input("---\ndate: 2024-05-03\n---\n\n# A note\n\nThe harbour has a new boat.\n");
    expect((await add("-")).code).toBe(0);
    input("");
    expect((await add("-")).err).toContain("standard input: error: the file is empty");
    expect(there()).toEqual(["2024-05-02-a-boat-for-pilots.html", "2024-05-03-a-note.md"]);
    expect(read("2024-05-02-a-boat-for-pilots.html")).toBe(page());
  });
});

describe("what goes with a file comes along:", () => {
  test("the folder a browser saved with a page", async () => {
    write(root, {
      "in/boat.html": page(),
      "in/boat_files/boat.png": picture,
      "in/boat_files/frame.html": "<p>frame",
    });
    const { code, out } = await add(path("boat.html"));
    expect({ code, out }).toMatchObject({ code: 0, out: expect.not.stringContaining("warning") });
    expect(there()).toEqual(["boat.html", "boat_files/boat.png", "boat_files/frame.html"]);
    expect(await add(path("boat.html"))).toMatchObject({
      code: 0,
      out: `${seeds}/boat.html is there already\n`,
    });
  });

  test("pictures that Markdown names, and no other ones", async () => {
    const text = "# A boat\n\nThe harbour has a new boat. ![It](pictures/boat.png)\n";
    write(root, { "in/a.md": text, "in/pictures/boat.png": picture, "in/pictures/car.png": picture });
    expect(await add("--into", "sea", path("a.md"))).toMatchObject({ code: 0 });
    expect(there()).toEqual(["sea/a.md", "sea/pictures/boat.png"]);
  });

  test("in a folder of its own, where its files would meet others", async () => {
    write(root, { "in/boat.html": page(), "in/boat_files/boat.png": picture });
    write(seeds, { "boat_files/boat.png": "another picture" });
    expect((await add(path("boat.html"))).out).toContain("boat/boat.html was added");
    expect(there()).toEqual(["boat/boat.html", "boat/boat_files/boat.png", "boat_files/boat.png"]);
  });

  test("by the names of another system, which spells accents apart", async () => {
    const name = "Bến cảng".normalize("NFD");
    const text = page().replaceAll("boat_files", encodeURI(`${name}_files`));
    write(root, { [`in/${name}.html`]: text, [`in/${name}_files/boat.png`]: picture });
    expect((await add(path(`${name}.html`))).out).not.toContain("warning");
    expect(there()).toEqual(["Bến cảng.html", "Bến cảng_files/boat.png"]);
  });

  test("and a page that gets another name keeps its own, beside its folder", async () => {
    write(root, {
      "in/boat.html": page(),
      "in/boat_files/boat.png": picture,
      "in/boat_files/frame.html": page(),
    });
    expect(await add("--name", "pilots", path("boat.html"))).toMatchObject({ code: 0 });
    expect(there()).toEqual([
      "pilots/boat.html",
      "pilots/boat_files/boat.png",
      "pilots/boat_files/frame.html",
    ]);
    expect((await compile()).out).toContain("1 article");
  });

  test("but nothing that a link or a name leads to elsewhere", async () => {
    write(root, { "secret.png": picture, "in/boat.html": page(), "in/boat_files/boat.png": picture });
    symlinkSync(join(root, "secret.png"), path("boat_files/secret.png"));
    write(root, {
      "in/a.md": "# A boat\n\nThe harbour has a new boat. ![It](../secret.png) ![It](/secret.png)\n",
    });
    await add(path("boat.html"), path("a.md"));
    expect(there()).toEqual(["a.md", "boat.html", "boat_files/boat.png"]);
  });
});

describe("refused with what to do, and nothing is kept:", () => {
  test.each([
    ["none.txt", null, "there is no such file. Check the name."],
    ["boat.png", picture, "by its name this is no article. Save it as text, HTML or Markdown"],
    ["a.pages", "PK", "or say what it is: --name NAME.txt."],
    ["a.mhtml", "x", 'Save it in your browser as "Web page, complete".'],
    ["a.txt~", articleText(2), "by its name an editor left it behind"],
    ["a.txt.meta.toml", "", "these are the corrections of a file. Add that file, and they come along."],
    ["menu.txt", "Home\nSport\nLogin\n", "Nothing was kept; --keep keeps it"],
    ["empty.txt", "", "the file is empty"],
    ["big.txt", "word ".repeat(1_100_000), "it has more than the 5 MB that a file may have"],
    ["picture.txt", picture, "the file is a PNG picture, not text"],
  ])("%s", async (name, bytes, says) => {
    if (bytes !== null) write(root, { [`in/${name}`]: bytes });
    const { code, err } = await add(path(name));
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining(`${path(name)}: error: `) });
    expect(err).toContain(says);
    expect(there()).toEqual([]);
  });

  test.each(["file://elsewhere/a.txt", "file:///a%zz.txt", "file:///a%2Fb.txt"])("%s", async (address) => {
    const { code, err } = await add(address);
    expect({ code, err }).toEqual({
      code: 1,
      err: `${address}: error: this is no address of a file here. Write its path.\n`,
    });
  });

  test("all of them together, after the others were added", async () => {
    const { code, out, err } = await add(path("none.txt"), path("story.txt"), root);
    expect(code).toBe(1);
    expect(out).toContain("story.txt was added");
    expect(err.split("\n")).toEqual([
      expect.stringContaining("none.txt: error: there is no such file"),
      expect.stringContaining("error: this is a folder"),
      "2 not added.",
      "",
    ]);
  });

  test("what holds no article is kept where that is asked for", async () => {
    write(root, { "in/menu.txt": "Home\nSport\nLogin\n" });
    expect(await add("--keep", path("menu.txt"))).toMatchObject({
      code: 1,
      out: expect.stringContaining("menu.txt was added"),
    });
    expect(there()).toEqual(["menu.txt"]);
  });

  test("an article marked as a draft is an article", async () => {
    write(root, { "in/a.md": "---\ntitle: A boat\ndraft: true\n---\n\nThe harbour has a new boat.\n" });
    expect(await add(path("a.md"))).toMatchObject({
      code: 0,
      out: expect.stringContaining("it is marked as a draft"),
    });
  });

  test("a site without settings", async () => {
    rmSync(join(seeds, "site.toml"));
    expect(await add(path("story.txt"))).toMatchObject({
      code: 1,
      err: expect.stringContaining("site.toml"),
    });
    expect(readdirSync(seeds)).toEqual([]);
  });
});

test("no file is called as a device of Windows is", () => {
  expect(["con.html", "CON .html", "com¹", "LPT9.tar.gz"].map(safeName)).toEqual([
    "-con.html",
    "-CON.html",
    "-com¹",
    "-LPT9.tar.gz",
  ]);
  expect(["console.html", "com.html", "aux-2.md"].map(safeName)).toEqual([
    "console.html",
    "com.html",
    "aux-2.md",
  ]);
});

describe("no name leads out of the seeds folder:", () => {
  test.each(["../out", "a/../../out", "/tmp/out", "C:\\out", "..\\out", ".git/hooks"])(
    "--into %s",
    async (into) => {
      const before = snapshot(root);
      expect((await add("--into", into, path("story.txt"))).code).toBe(2);
      expect(snapshot(root)).toEqual(before);
    },
  );

  test.each(["../out.txt", "a/b.txt", ".hidden.txt", "con.txt", "com¹.txt", "con .txt", "a#3"])(
    "--name %s",
    async (name) => {
      const before = snapshot(root);
      expect((await add("--name", name, path("story.txt"))).code).toBe(2);
      expect(snapshot(root)).toEqual(before);
    },
  );

  test("--into a link to another folder", async () => {
    mkdirSync(join(root, "out"));
    symlinkSync(join(root, "out"), join(seeds, "out"));
    expect(await add("--into", "out", path("story.txt"))).toMatchObject({
      code: 2,
      err: expect.stringContaining("a link"),
    });
    expect(readdirSync(join(root, "out"))).toEqual([]);
  });

  test("a file's own name is made safe", async () => {
    writeFileSync(path('a: "b"?\n#2.txt'), articleText(2));
    expect((await add(path('a: "b"?\n#2.txt'))).code).toBe(0);
    expect(there()).toEqual(["a- -b-2.txt"]);
  });
});

describe("with what is there in mind:", () => {
  test("another capture of a story is called one", async () => {
    write(seeds, articles(3));
    await compile();
    write(root, { "in/copy.txt": `Home | News | Sport\n\n${articleText(1)}` });
    const { code, out } = await add(path("copy.txt"));
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining(
        `is another capture of ${seeds}/1.txt, which is published. Delete either. To publish both, add apart = [["1.txt", "copy.txt"]]`,
      ),
    });
  });

  test("of files nobody has compiled yet too, and of those added in the same breath", async () => {
    write(root, { "in/copy.txt": articleText(1, "\nThe end.\n") });
    const { out } = await add(path("story.txt"), path("copy.txt"));
    expect(out).toMatch(/is (?:another capture of|published in place of) \S+\/story\.txt/);
  });

  test("an edited version of a known article is called one", async () => {
    write(seeds, articles(3));
    await compile();
    const words = page("nine million").split("</article>");
    write(seeds, { "boat.html": page() });
    await compile();
    const more =
      "<p>Nobody had asked the pilots what they think about it, who said on Friday that they would rather sail.</p>";
    write(root, {
      "in/edited.html": `${words[0]?.replace(/<p>The boat.*<\/p>/, more)}${more.replace("Friday", "Sunday, after long talks with the mayor of the town,")}</article>`,
    });
    expect((await add(path("edited.html"))).out).toContain(
      `much like ${seeds}/boat.html, perhaps an edited version, and both are published`,
    );
  });

  test("an article that was taken back comes back as the one it was", async () => {
    write(seeds, articles(12));
    await compile();
    rmSync(join(seeds, "1.txt"));
    await compile();
    expect((await add(path("story.txt"))).out).toContain(
      `known from ${seeds}/1.txt, from which it was taken back`,
    );
  });

  test("a newer version takes the place of the one that is there, where that is asked for", async () => {
    write(seeds, { "boat.html": page() });
    await compile();
    write(root, { "in/new.html": page("ten million") });
    expect(await add("--replace", path("new.html"))).toMatchObject({
      code: 0,
      out: expect.stringContaining("boat.html was replaced"),
    });
    expect(there()).toEqual(["boat.html"]);
    expect(read("boat.html")).toBe(page("ten million"));
  });

  test("and so it does where the disk spells its name with accents apart", async () => {
    const name = "cafe\u0301/boat.html";
    write(seeds, { [name]: page() });
    await compile();
    write(root, { "in/new.html": page("ten million") });
    expect(await add("--replace", path("new.html"))).toMatchObject({
      code: 0,
      out: expect.stringContaining("caf\u00e9/boat.html was replaced"),
    });
    expect(read(name)).toBe(page("ten million"));
  });

  test("a digest is told in a row each, and what its briefs are to a file in one sentence", async () => {
    const shown = join(import.meta.dirname, "../compile/cases/bulleted-briefs-are-a-digest/seed.txt");
    const briefs = readFileSync(shown, "utf8");
    write(root, { "in/a.txt": briefs, "in/b.txt": `${briefs}\n` });
    const { out } = await add(path("a.txt"), path("b.txt"));
    expect(out.match(/^ {2}note: 5 of its 5 articles are/gm)?.length).toBe(1);
  });
});

describe("whatever happens, nothing is half-written:", () => {
  test("where one of several files cannot be, there is none of them", () => {
    const files = ["b/a.png", "c", "c/a.png"].map((path) => ({ path, bytes: picture }));
    expect(() => writeAll(seeds, files)).toThrow();
    expect(readdirSync(seeds)).toEqual(["site.toml"]);
  });

  test("two who add another file of one name at once both have theirs", async () => {
    write(root, { "in/other/story.txt": articleText(2) });
    await Promise.all([add(path("story.txt")), add(path("other/story.txt"))]);
    expect(there()).toEqual(["story-2.txt", "story.txt"]);
    expect(new Set(there().map(read))).toEqual(new Set([articleText(1), articleText(2)]));
  });

  test("a mistake in front matter is told with its line, and nothing is kept", async () => {
    write(root, { "in/a.md": "---\ntitle: A boat\ndate: 2024-13-45\n---\n\nThe harbour has a new boat.\n" });
    expect(await add(path("a.md"))).toMatchObject({
      code: 1,
      err: expect.stringContaining("error: line 3: "),
    });
    expect(there()).toEqual([]);
  });
});

test("the command is in the table, and says how it is called", async () => {
  const { code, out } = await say(addCommand, "--help");
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("npm run add -- ") });
  expect((await say(addCommand)).code).toBe(2);
  expect(await main(["add", "--help"])).toBe(0);
});
