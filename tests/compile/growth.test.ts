// A megabyte of one odd thing: what takes four times as long for twice as much would not come to an end here.

import { describe, expect, test } from "vitest";
import { extractSeed } from "../../src/compile/extract.ts";
import { noMedia } from "../../src/compile/media/library.ts";
import { readSeed } from "../../src/compile/read.ts";
import { readSite } from "../../src/compile/site.ts";
import { indexTopics } from "../../src/compile/topics.ts";

const { settings } = readSite('[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n');
if (settings === null) throw new Error("there is no site");
const topics = indexTopics(settings.rules);
const site = settings;

const much = 1_000_000;
const sentence =
  "The harbour office said on Monday that the ships would leave the port before the storm reached the coast of the island.";
const prose = `${sentence} ${sentence.replace("Monday", "Tuesday")}`;

/** Text of that length, made of one piece. */
function fill(piece: string): string {
  return piece.repeat(much / piece.length);
}

/** The title and the first paragraph of the one article of a file, and its problems. */
function read(path: string, text: string) {
  const reading = readSeed({ path, bytes: Buffer.from(text) }, site, topics, noMedia);
  const [article] = reading.articles;
  const problems = reading.problems.map(({ what }) => what);
  return { title: article?.title, first: article?.text.split("\n")[0], problems };
}

const told = { title: "Ships leave the port", first: prose, problems: [] };

function page(head: string, body: string): string {
  return `<html><head>${head}</head><body><h1>Ships leave the port</h1><p>${prose}</p>${body}<p>${prose}!</p></body></html>`;
}

function stating(property: string, value: string): string {
  const thing = { "@type": "NewsArticle", headline: "Ships leave the port", [property]: value };
  return page(`<script type="application/ld+json">${JSON.stringify(thing)}</script>`, "");
}

describe("a page is read, however long its", () => {
  test.each<[string, () => string]>([
    ["headline of spaces", () => stating("headline", `Ships${fill(" ")}leave the port`)],
    ["author of spaces", () => stating("author", `A${fill(" ")}B`)],
    ["date of spaces", () => stating("datePublished", `1${fill(" ")}2`)],
    ["title of bars", () => page(`<title>Ships ${fill("| ")}</title>`, "")],
    ["language of hyphens", () => page("", "").replace("<html>", `<html lang="en${fill("_")}!">`)],
    ["note of the browser", () => `<!-- ${fill(" ")}x -->${page("", "")}`],
    ["list of meta elements", () => page(fill('<meta name="a" content="b">'), "")],
    ["list of titles", () => page(fill('<meta property="og:title" content="Ships leave the port">'), "")],
    ["class", () => page("", `<div class="${fill("a ")}">${`<p>${sentence}</p>`.repeat(50)}</div>`)],
    ["style", () => page("", `<div style="${fill("display ")}">${`<p>${sentence}</p>`.repeat(50)}</div>`)],
    [
      "set of pictures",
      () => page("", `<p>${sentence}<img src="https://e.example/a.jpg" srcset="a${fill(" ")}b"></p>`),
    ],
    [
      "address of a picture",
      () => page("", `<p>${sentence}<img src="https://e.example/${fill("lazy1x1")}"></p>`),
    ],
    ["preformatted spaces", () => page("", `<pre>a${fill(" ")}b</pre>`)],
    ["braces", () => page("", `<p>${fill("{{")}</p>`)],
    ["row of nested elements", () => page("", `${fill("<div>")}deep${"</div>".repeat(much / 5)}`)],
    ["row of elements nobody closed", () => page("", `<section>${fill("<b>")}`)],
    ["row of ends nobody began", () => page("", `${"<b>".repeat(1000)}${fill("</u>")}`)],
    ["word that its style parts", () => page("", `<p><b class="a">${fill("a")}!</b>But</p>`)],
    [
      "reference to a note",
      () => page("", `<p>${sentence}<a href="#a">${fill("<b>a</b>").slice(0, much / 4)}</a></p>`),
    ],
    ["line of an author", () => page("", `<p>By Ann ${fill(", ")}x May 2, 2024</p>`)],
    ["line of dates", () => page("", `<p>By Ann ${fill("12/3/2024,")}</p>`)],
    ["line of pictures", () => page("", `<p>${fill('<img src="https://e.example/a.jpg">')}</p>`)],
  ])("%s", (_, text) => {
    expect(read("a.html", text())).toMatchObject({ title: "Ships leave the port", problems: [] });
  });
});

describe("a capture is read, however long its", () => {
  test.each<[string, string]>([
    ["run of spaces", `a${fill(" ")}b |`],
    ["run of brackets", fill("[")],
    ["run of closing brackets", fill("]")],
    ["run of links", fill("[a](")],
    ["run of pictures", fill("![](")],
    ["word", fill("a")],
    ["address of mail", fill("a.")],
    ["run of colons", `Share${fill(":")}x`],
  ])("%s", (_, line) => {
    const text = `Ships leave the port\n\n${prose}\n\n${line}\n\n${prose}!\n`;
    expect(read("a.txt", text)).toEqual(told);
  });

  test("list of lines", () => {
    const text = `Ships leave the port\n\n${prose}\n\n${prose}!\n\n${fill("- item of a list\n")}`;
    expect(read("a.txt", text)).toEqual(told);
  });

  test("row of dates above the title", () => {
    const text = `${fill("12/3/2024\n")}\nShips leave the port\n\n${prose}\n\n${prose}!\n`;
    expect(read("a.txt", text)).toMatchObject({ first: prose, problems: [] });
  });

  test("row of credits", () => {
    const text = `Ships leave the port\n\n${prose}\n\n${prose}!\n\n${fill(`Nguồn: Ann Lee\n\n${prose}\n\n`)}`;
    expect(read("a.txt", text)).toEqual(told);
  });

  test("paragraph of wrapped rows", () => {
    const rows = `The harbour office said on Monday that the ships\nwould leave the port before the storm reached the\n`;
    const text = `Ships leave the port\n\n${prose.replaceAll(". ", ".\n")}\n\n${fill(rows).slice(0, much / 2)}`;
    expect(read("a.txt", text).problems).toEqual([]);
  });

  test("list of numbers that head nothing", () => {
    const text = `Ships leave the port\n\n${prose}\n\n${fill(`(1) Words\n\n${sentence}\n\n`).slice(0, much / 2)}`;
    expect(read("a.txt", text).problems).toEqual([]);
  });

  test("live blog", () => {
    const stamps = Array.from(
      { length: 20_000 },
      (_, n) => `${"(".repeat(n % 40)}${"!".repeat((n / 40) % 40)}`,
    );
    const posts = stamps.map((signs, n) => `${signs}10:30 May 2, 2024\n${n}: ${sentence}\n`).join("\n");
    expect(read("a.txt", `Live: the ships leave the port today\n\n${posts}`).problems).toEqual([]);
  });

  test("letters beside one of another alphabet", () => {
    const text = `Ships leave the port\n\n${prose}\n\n${prose}!\n\né ${fill("a")}\n`;
    expect(read("a.txt", text)).toEqual(told);
  });
});

describe("a mail is read, however long its", () => {
  const mail = (head: string, body = prose): string =>
    `From: Ann Lee <ann@e.example>\nDate: Thu, 2 May 2024 10:00:00 +0000\nSubject: Ships leave the port\n${head}\n${body}\n`;

  test.each<[string, string]>([
    ["head", mail(fill("X-A: b\n").slice(0, much / 4))],
    ["row of quotations", mail("", fill(`> ${sentence}\n`))],
    ["row of mails forwarded", mail("", `${fill("From: a\n ----------\n").slice(0, much / 2)}\n${prose}`)],
    ["marks of quotation", mail("", `${fill("> ")}${prose}`)],
    ["reply to replies", `Subject: re${fill(" ")}x\nFrom: a\nDate: b\n\n${prose}\n`],
    ["address of the sender", `Subject: x\nFrom: (${fill("@")}\nDate: b\n\n${prose}\n`],
    ["name of the sender", `Subject: x\nFrom: a${fill('" ')}b\nDate: b\n\n${prose}\n`],
    ["row of dates", `Subject: x\nFrom: a\nDate: ${fill("12/3/2024, ")}\n\n${prose}\n`],
  ])("%s", (_, text) => {
    expect(read("a.txt", text).problems).toEqual([]);
  });
});

describe("Markdown is read, however long its", () => {
  test.each<[string, string]>([
    ["tag that never ends", `{{${fill(" ")}`],
    ["row of tags that never end", fill("{{ ")],
    ["row of tags in code", fill("`{{ a }}` ")],
    ["row of lists", fill("- a\n").slice(0, much / 4)],
    ["row of comments that never end", fill("{# a ")],
    ["row of code beside one", `{# ${fill("`a` ")}`],
    ["row of footnotes in place", fill("^[").slice(0, much / 4)],
    ["row of highlighted code", fill("{% highlight ruby %}\na\n{% endhighlight %}\n").slice(0, much / 4)],
    ["highlighted code", `{% highlight ruby %}\n${fill("a\n")}{% endhighlight %}`],
    ["tag of highlighted code", `{% highlight ${fill(" ")}`],
    ["row of words marked", fill("==a ")],
    ["row of links between notes", fill("[[a|")],
  ])("%s", (_, line) => {
    const text = `# Ships leave the port\n\n${prose}\n\n${line}\n`;
    expect(read("a.md", text)).toEqual(told);
  });

  test("row of pictures that are not there", () => {
    const pictures = Array.from({ length: 20_000 }, (_, number) => `![A boat](boat-${number}.jpg)`);
    const { title, problems } = read(
      "a.md",
      `# Ships leave the port\n\n${prose}\n\n${pictures.join("\n\n")}\n`,
    );
    expect(title).toBe("Ships leave the port");
    expect(problems).toHaveLength(100);
    expect(problems.at(-1)).toContain("19900 more files");
  });

  test("list of topics in front matter", () => {
    const text = `---\ntitle: "Ships leave the port"\ntags: "a${fill(" ")}, b"\n---\n\n${prose}\n`;
    expect(read("a.md", text)).toEqual(told);
  });

  test("front matter", () => {
    const keys = Array.from({ length: 50_000 }, (_, number) => `key${number} = ${number}\n`).join("");
    expect(read("a.md", `+++\n${keys}title = "Ships leave the port"\n+++\n\n${prose}\n`)).toMatchObject({
      title: "Ships leave the port",
    });
  });
});

test("what no feed may carry is looked for once", () => {
  const { drafts } = extractSeed(
    { path: "a.txt", bytes: Buffer.from(`Ships leave the port\n\n${prose}\n\n${fill("\u0301")}\n`) },
    { timeZone: "UTC", lang: "en" },
  );
  expect(drafts).toHaveLength(1);
});
