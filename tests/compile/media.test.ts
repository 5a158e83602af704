import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { afterEach, describe, expect, test } from "vitest";
import { type CompileOutput, compileSite } from "../../src/compile/compile.ts";
import { writeLedger } from "../../src/compile/identity/ledger.ts";
import { markFile } from "../../src/compile/media/marks.ts";
import { noteUnnamed } from "../../src/compile/media/unnamed.ts";
import { feedOf } from "../feeds/feed-of.ts";
import { renderers } from "../feeds/renderers.ts";
import { readFolder } from "../folder.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const gif = Buffer.from("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==", "base64");
const mp3 = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
const pdf = Buffer.from("%PDF-1.4\n%%EOF\n");
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');

const words =
  "The harbour has bought a new boat for its pilots, which is smaller and faster than the old one.";
const settings = '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n';
const now = "2026-11-22T00:00:00Z";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A seeds folder with these files. */
function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), "topicwire-media-"));
  folders.push(folder);
  for (const [path, content] of Object.entries({ "site.toml": settings, ...files })) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function compileFolder(folder: string, origin: string | null = null, ledger = ""): CompileOutput {
  const read = readFolder(folder);
  const output = compileSite({ ...read, ledger, origin, now });
  return { ...output, problems: [...read.problems, ...output.problems] };
}

function compile(files: Readonly<Record<string, string | Buffer>>): CompileOutput {
  return compileFolder(folderOf(files));
}

/** Markdown with this front matter and this content around its words. */
function markdown(frontMatter: string, content = ""): string {
  return `---\ntitle: A boat\n${frontMatter}---\n\n${words}\n\n${content}\n`;
}

function articleIn(output: CompileOutput) {
  const [article] = output.catalog?.articles ?? [];
  if (article === undefined) throw new Error(JSON.stringify(output.problems));
  return article;
}

function told(output: CompileOutput): string[] {
  return output.problems.map(({ path, line, level, what }) => `${path}:${line} ${level}: ${what}`);
}

/** Hashes as `#`, so that expectations can be read. */
function plain(text: string | null | undefined): string {
  return (text ?? "").replace(/[0-9a-f]{32}/g, "#");
}

describe("a picture beside an article", () => {
  test("is published under a name made from its bytes, with its alternative text", () => {
    const output = compile({
      "2024/a.md": markdown("", '![The boat, at last](<my boat.png> "In May")'),
      "2024/my boat.png": png,
    });
    expect(output.problems).toEqual([]);
    const { html, image, imageLength } = articleIn(output);
    const address = "https://news.example/media/my-boat-#.png";
    expect(plain(html).split("\n").at(-1)).toBe(
      `<figure><img src="${address}" alt="The boat, at last" title="In May"/></figure>`,
    );
    expect([plain(image), imageLength]).toEqual([address, png.length]);
    expect(output.media.map(({ path, type, length }) => [plain(path), type, length])).toEqual([
      ["/media/my-boat-#.png", "image/png", png.length],
    ]);
  });

  test.each([
    ["beside it", "![](boat.png)"],
    ["with a dot", "![](./boat.png)"],
    ["from the top of the seeds folder", "![](/a/boat.png)"],
    ["from the folder above", "![](../a/boat.png)"],
    ["with a query", "![](boat.png?v=2)"],
    ["as HTML", '<img src="boat.png" width="640" height="480">'],
    ["as one that looks like a placeholder", "![](grey-pixel.png)"],
    ["with the backslash of Windows", '<img src="..\\a\\boat.png">'],
  ])("is found %s", (_, content) => {
    const output = compile({
      "a/a.md": markdown("", content),
      "a/boat.png": png,
      "a/grey-pixel.png": png,
    });
    expect(output.problems).toEqual([]);
    expect(plain(articleIn(output).html)).toMatch(/src="https:\/\/news\.example\/media\/[a-z-]+-#\.png"/);
  });

  test.each([
    ["among the files of its site", "site/blog/2024/a.md", "![](/img/boat.png)", "site/static/img/boat.png"],
    ["among those of another site", "src/blog/a.md", "![](/img/boat.png)", "public/img/boat.png"],
    ["from the top of its site", "site/blog/a.md", "![](/img/boat.png)", "site/img/boat.png"],
    ["from the top of its notes", "notes/ships/a.md", "![[files/my boat.png]]", "notes/files/my boat.png"],
    [
      "where notes keep their files",
      "notes/ships/a.md",
      "![[my boat.png|300]]",
      "notes/attachments/my boat.png",
    ],
    ["where they keep it, as Markdown", "notes/ships/a.md", "![](boat.png)", "notes/Attachments/boat.png"],
    ["among the notes above", "notes/ships/a.md", "![[boat.png]]", "notes/boat.png"],
    ["as Pelican names its files", "content/a/a.md", "![]({static}/img/boat.png)", "content/img/boat.png"],
    ["as Pelican names those beside it", "content/a.md", "![]({attach}boat.png)", "content/boat.png"],
  ])("is found %s", (_, path, content, picture) => {
    const output = compile({ [path]: markdown("", content), [picture]: png });
    expect(output.problems).toEqual([]);
    expect(plain(articleIn(output).html)).toMatch(/src="https:\/\/news\.example\/media\/[a-z-]+-#\.png"/);
  });

  test("is not taken for one of its name further above", () => {
    const output = compile({ "a/a.md": markdown("", "![](boat.png) ![](../b/boat.png)"), "boat.png": png });
    expect(told(output)).toEqual([
      "a/a.md:7 warning: boat.png is not in the seeds folder, so it is left out",
      "a/a.md:7 warning: ../b/boat.png is not in the seeds folder, so it is left out",
    ]);
  });

  test("is all it takes to tell Markdown from a capture of that name", () => {
    const prose = [words, "![The boat](boat.png)", words.replace("bought", "named")].join("\n\n");
    const output = compile({ "a.md": prose, "boat.png": png });
    expect(articleIn(output).html).toContain('alt="The boat"');
  });

  test("has the size its article gives it, and one of few pixels is left out", () => {
    const content =
      '<img src="a.png" width="640" height="480" alt="A"> text between\n\n<img src="a.png" width="1" height="1">';
    const output = compile({ "a.md": markdown("", content), "a.png": png });
    const { html } = articleIn(output);
    expect(html).toContain('alt="A" width="640" height="480"');
    expect(html.match(/<img/g)).toHaveLength(1);
  });

  test("is found whichever way its accents are put together", () => {
    const output = compile({
      "a.md": markdown("image: cảnh sát biển.png\n".normalize("NFC")),
      ["cảnh sát biển.png".normalize("NFD")]: png,
    });
    expect(output.problems).toEqual([]);
    expect(plain(articleIn(output).image)).toBe("https://news.example/media/canh-sat-bien-#.png");
  });

  test("is what its bytes are, whatever its name says", () => {
    const output = compile({ "a.md": markdown("image: photo.jpg\n"), "photo.jpg": png });
    expect(output.media.map(({ path, type }) => [plain(path), type])).toEqual([
      ["/media/photo-#.png", "image/png"],
    ]);
  });

  test("may be named by the front matter of a capture, and by the file that corrects one", () => {
    const text = `${words}\n\n${words.replace("boat", "ship")}\n`;
    const output = compile({
      "a.txt": `---\ntitle: A boat\nimage: boat.png\n---\n${text}`,
      "b.txt": `A ship\n\n${text.replaceAll("pilots", "crews of the ferries across the bay")}`,
      "b.txt.meta.toml": 'title = "A ship"\nimage = "boat.png"\nenclosures = ["gone.mp3"]\n',
      "boat.png": png,
    });
    expect(output.catalog?.articles.map(({ image }) => plain(image))).toEqual([
      "https://news.example/media/boat-#.png",
      "https://news.example/media/boat-#.png",
    ]);
    expect(output.media).toHaveLength(1);
    expect(told(output)).toEqual([
      "b.txt.meta.toml:3 warning: gone.mp3 is not in the seeds folder, so it is left out",
    ]);
  });
});

describe("recordings and files", () => {
  test("stand in all three formats with their types and lengths", () => {
    const frontMatter = [
      "image: boat.png",
      "enclosures:",
      "  - talk.mp3",
      "  - { url: report.pdf, title: The report }",
      "  - { url: https://e.example/film.mp4, length: 5 }",
      "",
    ].join("\n");
    const output = compile({
      "a.md": markdown(frontMatter),
      "boat.png": png,
      "talk.mp3": mp3,
      "report.pdf": pdf,
    });
    expect(output.problems).toEqual([]);
    const { catalog } = output;
    if (catalog === null) throw new Error();
    const feed = feedOf(catalog, "all");
    const text = (extension: string): string => {
      const format = renderers.find((each) => each.extension === extension);
      if (format === undefined) throw new Error(extension);
      return plain(format.render(feed));
    };
    const media = "https://news.example/media";
    const rss = parseRssFeed(text("rss")).items?.[0];
    expect(rss?.enclosures).toEqual([{ url: `${media}/talk-#.mp3`, length: mp3.length, type: "audio/mpeg" }]);
    expect(
      rss?.media?.contents?.map(({ url, type, medium, fileSize }) => [url, type, medium, fileSize]),
    ).toEqual([
      [`${media}/boat-#.png`, "image/png", "image", png.length],
      [`${media}/report-#.pdf`, "application/pdf", "document", pdf.length],
      ["https://e.example/film.mp4", "video/mp4", "video", 5],
    ]);
    const atom = parseAtomFeed(text("atom")).entries?.[0];
    expect(
      atom?.links
        ?.filter(({ rel }) => rel === "enclosure")
        .map(({ href, type, length }) => [href, type, length]),
    ).toEqual([
      [`${media}/talk-#.mp3`, "audio/mpeg", mp3.length],
      [`${media}/report-#.pdf`, "application/pdf", pdf.length],
      ["https://e.example/film.mp4", "video/mp4", 5],
    ]);
    const json = parseJsonFeed(text("json")).items?.[0];
    expect(json?.image).toBe(`${media}/boat-#.png`);
    expect(json?.attachments).toEqual([
      { url: `${media}/talk-#.mp3`, mime_type: "audio/mpeg", size_in_bytes: mp3.length },
      {
        url: `${media}/report-#.pdf`,
        mime_type: "application/pdf",
        title: "The report",
        size_in_bytes: pdf.length,
      },
      { url: "https://e.example/film.mp4", mime_type: "video/mp4", size_in_bytes: 5 },
    ]);
  });

  test("that the text itself plays or links to are enclosures too, each once", () => {
    const content =
      '<audio src="talk.mp3"></audio>\n\nRead [the **report**](report.pdf#page=2), [again](report.pdf) ' +
      "or [elsewhere](https://e.example/x.pdf).";
    const output = compile({
      "a.md": markdown("enclosure: talk.mp3\n", content),
      "talk.mp3": mp3,
      "report.pdf": pdf,
    });
    expect(output.problems).toEqual([]);
    const { enclosures, html } = articleIn(output);
    expect(enclosures.map((each) => ({ ...each, url: plain(each.url) }))).toEqual([
      {
        url: "https://news.example/media/talk-#.mp3",
        type: "audio/mpeg",
        length: mp3.length,
        title: null,
      },
      {
        url: "https://news.example/media/report-#.pdf",
        type: "application/pdf",
        length: pdf.length,
        title: "the report",
      },
    ]);
    expect(plain(html)).toContain('<a href="https://news.example/media/report-#.pdf#page=2">');
  });
});

describe("a file that cannot be published", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["is missing", "gone.png", "gone.png is not in the seeds folder, so it is left out"],
    [
      "is above the seeds folder",
      "../../etc/passwd.png",
      "../../etc/passwd.png leads out of the seeds folder, so it is left out",
    ],
    [
      "hides where it leads",
      "%2e%2e%2f..%2fsecret.png",
      "%2e%2e%2f..%2fsecret.png leads out of the seeds folder, so it is left out",
    ],
    ["is hidden", ".secret/a.png", ".secret/a.png is not in the seeds folder, so it is left out"],
    [
      "is a link out of the folder",
      "link.png",
      "link.png is no file, or a link that leads out of the seeds folder, so it is left out",
    ],
    [
      "is a folder",
      "folder.png",
      "folder.png is no file, or a link that leads out of the seeds folder, so it is left out",
    ],
    ["is empty", "empty.png", "empty.png is empty, so it is left out"],
    [
      "is too large",
      "large.png",
      "large.png has 25.1 MB, more than the 25 that can be published, so it is left out",
    ],
    ["has a zero in its name", "a%00.png", "a%00.png is not in the seeds folder, so it is left out"],
  ];

  test.each(cases)("because it %s is told with its line, and the article published", (_, name, what) => {
    const folder = folderOf({
      "a/a.md": markdown("", `![A boat](${name})`),
      "a/.secret/a.png": png,
      "a/folder.png/b.png": png,
      "a/empty.png": "",
      "a/large.png": Buffer.alloc(25 * 1024 * 1024 + 1),
    });
    const outside = folderOf({ "secret.png": png });
    symlinkSync(join(outside, "secret.png"), join(folder, "a/link.png"));
    const output = compileFolder(folder);
    expect(told(output)).toEqual([`a/a.md:7 warning: ${what}`]);
    expect(articleIn(output).html).toBe(`<p>${words}</p>`);
    expect(output.media).toEqual([]);
  });

  test("in front matter leaves no trace either", () => {
    const output = compile({
      "a.md": markdown("image: ../photo.jpg\nenclosures: [gone.mp3, site.toml, notes]\n", "[x](gone.pdf)"),
    });
    expect(told(output)).toEqual([
      "a.md:3 warning: ../photo.jpg leads out of the seeds folder, so it is left out",
      "a.md:4 warning: gone.mp3 is not in the seeds folder, so it is left out",
      "a.md:4 warning: site.toml is of a kind that is not published, so it is left out",
      "a.md:4 warning: notes is not in the seeds folder, so it is left out",
      "a.md:9 warning: gone.pdf is not in the seeds folder, so it is left out",
    ]);
    const { image, enclosures, html } = articleIn(output);
    expect([image, enclosures, html]).toEqual([null, [], `<p>${words}</p>\n<p>x</p>`]);
  });

  test("for its capitals is told as the file has them", () => {
    const { problems } = compile({ "a.md": markdown("image: photo.jpg\n"), "Photo.JPG": png });
    expect(problems[0]?.fix).toBe("Write its capitals as the file has them: Photo.JPG");
  });

  test("is taken from where the article came from, where it says so", () => {
    const output = compile({ "a.md": markdown("source_url: https://e.example/2024/\n", "![](a.png)") });
    expect(articleIn(output).html).toContain('src="https://e.example/2024/a.png"');
    expect(told(output)).toEqual([
      "a.md:8 note: a.png is not in the seeds folder, so its address at the source is used",
    ]);
  });

  test.each(["img src", "a href", "video src", "video poster", "img srcset", "source srcset"])(
    "leaves no mark in %s, whatever its name",
    (attribute) => {
      const name = fc.oneof(
        fc.string({ unit: "binary" }),
        fc.string({
          unit: fc.constantFrom("/", ".", "..", "%2e", "%", "\\", "a", " ", ",", ":", "\t", "#", "?"),
        }),
      );
      fc.assert(
        fc.property(name, fc.constantFrom(".png", ".pdf", ".mp3", "_files/x"), (start, ending) => {
          const address = `${start}${ending}`.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
          const seed = markdown("", `<div>\n<${attribute}="${address}">x\n</div>`);
          const seeds = [{ path: "a/a.md", bytes: Buffer.from(seed) }];
          const output = compileSite({ site: settings, ledger: "", seeds, origin: null, now });
          expect(JSON.stringify(output.catalog)).not.toContain("seed.invalid");
          expect(output.media).toEqual([]);
        }),
        { numRuns: 150 },
      );
    },
  );

  test("is not smuggled in by an address that looks like ours", () => {
    const forged = [
      "https://seed.invalid/",
      "https://seed.invalid/%%",
      "https://seed.invalid/a.png",
      markFile({ file: "../secret.png", other: null }),
      markFile({ file: "x.png", other: "https://seed.invalid/" }),
      markFile({ file: "x.png", other: "javascript:alert(1)" }),
    ];
    const output = compile({ "a.md": markdown("", forged.map((each) => `![](${each})`).join("\n\n")) });
    const { html, image } = articleIn(output);
    expect([html, image]).toEqual([`<p>${words}</p>`, null]);
  });
});

describe("a saved page", () => {
  const paragraphs = Array.from(
    { length: 6 },
    (_, at) => `<p>${words} It was the ${at + 1}th time that the harbour master had asked for it.</p>`,
  );
  const page = (head: string, media: string): string =>
    `<!doctype html><html lang="en"><head><title>A boat</title>${head}</head><body><article><h1>A boat</h1>` +
    `${paragraphs.slice(0, 3).join("")}${media}${paragraphs.slice(3).join("")}</article></body></html>`;

  test("shows the pictures in the folder that was saved with it, which holds no seeds", () => {
    const output = compile({
      "boat.html": page(
        '<link rel="canonical" href="https://e.example/2024/boat">',
        '<figure><img src="./boat_files/a.png" srcset="https://e.example/a.png 2x" alt="The boat"></figure>' +
          '<p><img src="boat_files/image" alt="Without an ending"></p><p><img src="b.png"></p>',
      ),
      "boat_files/a.png": png,
      "boat_files/image": gif,
      "boat_files/main.js": "alert('This is not an article, and never will be one')",
      "boat_files/frame.html": page("", ""),
    });
    expect(told(output)).toEqual([]);
    expect(output.catalog?.articles).toHaveLength(1);
    const html = plain(articleIn(output).html);
    expect(html).toContain('<img src="https://news.example/media/a-#.png" alt="The boat"/>');
    expect(html).toContain('<img src="https://news.example/media/image-#.gif" alt="Without an ending"/>');
    expect(html).toContain('<img src="https://e.example/2024/b.png" alt=""/>');
  });

  test("that knows no address of its own tells once what is not beside it", () => {
    const pictures = Array.from({ length: 5 }, (_, at) => `<p><img src="${at}.png"></p>`).join("");
    const output = compile({ "boat.html": page("", pictures) });
    expect(told(output)).toEqual([
      "boat.html:1 warning: 0.png is not in the seeds folder, so it is left out, and 4 more files the page shows cannot be published either",
    ]);
    expect(articleIn(output).html).not.toContain("<img");
  });
});

describe("identity", () => {
  const files = (picture: Buffer) => ({
    "a.md": markdown("enclosure: talk.mp3\n", "![](a.svg)"),
    "a.svg": picture,
    "talk.mp3": mp3,
  });

  test("other bytes of a picture change the article, another address of the site does not", () => {
    const before = compile(files(svg));
    const hash = (output: CompileOutput) => output.ledger[0]?.hash;
    const changed = Buffer.concat([svg, Buffer.from(" ")]);
    expect(hash(compile(files(changed)))).not.toBe(hash(before));
    const moved = compileFolder(folderOf(files(svg)), "http://127.0.0.1:8787");
    expect(articleIn(moved).html).toContain("http://127.0.0.1:8787/media/a-");
    expect(writeLedger(moved.ledger)).toBe(writeLedger(before.ledger));
  });

  test("the same seeds give the same names", () => {
    const [one, two] = [compile(files(svg)), compile(files(svg))];
    expect(one.media.map(({ path }) => path)).toEqual(two.media.map(({ path }) => path));
    expect(one.media).toHaveLength(2);
  });
});

test("what no article names is told, each file by itself", () => {
  const paths = Array.from({ length: 8 }, (_, at) => `pictures/${at}.png`);
  const files = Object.fromEntries(paths.map((path) => [path, png]));
  const folder = folderOf({ ...files, "a.md": markdown("image: pictures/0.png\n") });
  const read = readFolder(folder);
  const { media } = compileFolder(folder);
  expect(read.seeds.map(({ path }) => path)).toEqual(["a.md"]);
  expect(read.mediaPaths).toEqual(paths);
  const what = "no published article names this file, so it is not published";
  expect(noteUnnamed(read.mediaPaths, media).map(({ path, what }) => [path, what])).toEqual(
    paths.slice(1).map((path) => [path, what]),
  );
});

test("media of drafts and of retracted articles are not published", () => {
  const output = compile({
    "a.md": markdown("draft: true\nimage: a.png\n"),
    "b.md": markdown("retracted: true\nimage: a.png\n"),
    "a.png": png,
  });
  expect([output.media, output.problems]).toEqual([[], []]);
});

describe("an author called by a key has the name a file gives it", () => {
  const blog = "ana:\n  name: Ana Lee\n  title: Sailor\nbo: Bo Vo\n";

  test.each<[string, Record<string, string>, string, string]>([
    ["beside the article", { "blog/authors.yml": blog }, "[ana, bo, Cleo]", "Ana Lee, Bo Vo, Cleo"],
    [
      "in a blog of MkDocs",
      { "blog/.authors.yml": "authors:\n  ana:\n    name: Ana Lee\n" },
      "[ana]",
      "Ana Lee",
    ],
    ["in the data of Jekyll", { "_data/authors.yml": blog }, "bo", "Bo Vo"],
    ["nowhere", {}, "ana", "ana"],
    ["that cannot be read", { "authors.yml": "a: [" }, "ana", "ana"],
  ])("%s", (_, files, authors, byline) => {
    const output = compile({ "blog/a.md": markdown(`authors: ${authors}\n`), ...files });
    expect(output.problems).toEqual([]);
    expect(articleIn(output).byline).toBe(byline);
  });
});
