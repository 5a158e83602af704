import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { addCommand } from "../../src/commands/add.ts";
import { compileCommand } from "../../src/commands/compile.ts";
import { decodeSeed } from "../../src/compile/encodings.ts";
import { say } from "./console.ts";
import { makeFolder, site, snapshot, write } from "./newsroom.ts";
import { type Answer, serve } from "./webserver.ts";

let seeds = "";
beforeEach(() => {
  seeds = makeFolder();
  write(seeds, { "site.toml": site });
});
const add = (...args: readonly string[]) => say(addCommand, "--seeds", seeds, ...args);
const there = (): string[] =>
  [...snapshot(seeds).keys()]
    .map((each) => each.slice(1))
    .filter((each) => !/^(?:site\.toml|ledger\.jsonl)$/.test(each));
const read = (name: string): string => readFileSync(join(seeds, name), "utf8");

const words = `<h1>A boat for pilots</h1>
<p>The harbour of the town has bought a boat for its pilots, who had to go out in one of forty years until now.</p>
<p>The boat is faster than the one before by half, said the harbour master, and can go out in waves of four metres.</p>
<p>It cost the town nine million crowns, of which the ministry of transport pays a third this year.</p>`;
const page = (head = "", body = words): string => `<!doctype html>
<html lang="en"><head><title>A boat for pilots</title>${head}
<meta property="article:published_time" content="2024-05-02T23:30:00+07:00"></head><body><article>
${body}
</article></body></html>`;
const utf8 = '<meta charset="utf-8">';
const canonical = '<link rel="canonical" href="https://news.example/boat">';
const html = (body: string | Uint8Array, type = "text/html; charset=utf-8"): Answer => ({ type, body });
const saved = "2024-05-02-a-boat-for-pilots.html";

describe("a page", () => {
  test("is kept as it came, under its date and title, and asked for politely", async () => {
    const { origin, requests } = await serve({ "/boat": html(page(utf8 + canonical)) });
    const { code, out, err } = await add(`${origin}/boat#top`);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(there()).toEqual([saved]);
    expect(read(saved)).toBe(page(utf8 + canonical));
    expect(out).toMatch(/source +https:\/\/news\.example\/boat /);
    expect(requests[0]?.headers).toMatchObject({
      "user-agent": expect.stringContaining("topicwire"),
      accept: expect.stringMatching(/^text\/html,/),
      "accept-language": "en,*;q=0.5",
    });
  });

  test("that does not say where it is from says so in a comment, as browsers leave one", async () => {
    const body = words.replace("</p>", '</p><img src="boat.jpg" width="600" height="400">');
    const { origin } = await serve({
      "/old": (_, to) => void to.writeHead(301, { Location: "/2024/boat" }).end(),
      "/2024/boat": html(page(utf8, body)),
    });
    const { out } = await add(`${origin}/old`);
    const address = `${origin}/2024/boat`;
    expect(read(saved)).toBe(
      `${page(utf8, body)}\n<!-- saved from url=(00${address.length})${address} -->\n`,
    );
    expect(out).toContain(`source   ${address}`);
    expect(out).not.toContain("warning");
    const { inspectCommand } = await import("../../src/commands/inspect.ts");
    const { out: json } = await say(inspectCommand, "--json", "--seeds", seeds, join(seeds, saved));
    expect(JSON.parse(json).articles[0]).toMatchObject({
      sourceUrl: address,
      image: `${origin}/2024/boat.jpg`,
    });
  });

  test("without a date is named by today's, and one without letters of ours by its address", async () => {
    const body = page(utf8 + canonical, words.replace("A boat for pilots", "新しい船"))
      .replace("A boat for pilots", "新しい船")
      .replace(/<meta property[^>]*>/, "");
    const { origin } = await serve({ "/2024/New%20boat.html": html(body) });
    expect(await add(`${origin}/2024/New%20boat.html`)).toMatchObject({ code: 0, err: "" });
    expect(there()).toEqual([expect.stringMatching(/^20\d\d-\d\d-\d\d-new-boat\.html$/)]);
  });

  test("that tells its date by its address alone is named by that", async () => {
    const body = page(utf8).replace(/<meta property[^>]*>/, "");
    const { origin } = await serve({ "/2023/11/20/boat": html(body) });
    expect((await add(`${origin}/2023/11/20/boat`)).out).toMatch(/date +2023-11-20T/);
    expect(there()).toEqual(["2023-11-20-a-boat-for-pilots.html"]);
  });

  test("of plain text or Markdown is kept as such, with its address beside it", async () => {
    const text = `A boat for pilots\n\n${words
      .replace(/<h1>.*\n/, "")
      .replace(/<\/?p>/g, "")
      .replaceAll("\n", "\n\n")}\n`;
    const { origin } = await serve({
      "/a.txt": html(text, "text/plain"),
      "/b.md": html(`# Another one\n\n${text.replaceAll("boat", "ferry")}`, "text/plain"),
    });
    const { code, out } = await add(`${origin}/a.txt`, `${origin}/b.md`);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining(`source   ${origin}/a.txt  (meta file`),
    });
    const names = there().map((name) => name.slice(11));
    expect(names).toEqual([
      "a-boat-for-pilots.txt",
      "a-boat-for-pilots.txt.meta.toml",
      "another-one.md",
      "another-one.md.meta.toml",
    ]);
    expect(read(there()[1] ?? "")).toBe(`source = "${origin}/a.txt"\n`);
    expect(await say(compileCommand, "--seeds", seeds, "--out", join(makeFolder(), "dist"))).toMatchObject({
      code: 0,
    });
  });

  test("compressed is unpacked", async () => {
    const body = gzipSync(page(utf8 + canonical));
    const { origin } = await serve({
      "/": { type: "text/html", headers: { "Content-Encoding": "gzip" }, body },
    });
    await add(`${origin}/`);
    expect(read(saved)).toBe(page(utf8 + canonical));
  });

  test("can be given a name and a folder", async () => {
    const { origin } = await serve({ "/boat": html(page(utf8 + canonical)) });
    await add("--into", "sea", "--name", "boat", `${origin}/boat`);
    expect(there()).toEqual(["sea/boat.html"]);
  });

  test("that was added before is there, with other trimmings too; another version is told", async () => {
    let visits = 0;
    let body = words;
    const { origin } = await serve({
      "/boat": (_, to) =>
        void to
          .writeHead(200, { "Content-Type": "text/html" })
          .end(`${page(utf8 + canonical, body)}<!-- visit ${++visits} -->`),
    });
    await add(`${origin}/boat`);
    expect(await add(`${origin}/boat`)).toMatchObject({
      code: 0,
      out: `${seeds}/${saved} is there already\n`,
    });
    expect(there()).toEqual([saved]);
    await say(compileCommand, "--seeds", seeds, "--out", join(makeFolder(), "dist"));
    body = words.replace("nine", "ten");
    expect((await add(`${origin}/boat`)).out).toContain(
      `is another version of ${seeds}/${saved}, which stays published`,
    );
    expect(there()).toHaveLength(2);
  });

  test("of another version takes its place, where that is asked for", async () => {
    let body = words;
    const { origin } = await serve({
      "/boat": (_, to) => void to.writeHead(200, { "Content-Type": "text/html" }).end(page(utf8, body)),
    });
    await add(`${origin}/boat`);
    body = words.replace("nine", "ten");
    expect((await add("--replace", `${origin}/boat`)).out).toContain(`${saved} was replaced`);
    expect(there()).toEqual([saved]);
    expect(read(saved)).toContain("ten million");
  });
});

describe("what a server says of its letters", () => {
  const vietnamese = words
    .replace("The harbour", "Hải quân Việt Nam đã đến cảng; the harbour")
    .replace("master", "master Tō");
  const understood = async (body: Uint8Array, type: string): Promise<string> => {
    const { origin } = await serve({ "/": { type, body } });
    expect((await add("--name", "a.html", `${origin}/`)).code).toBe(0);
    const bytes = readFileSync(join(seeds, "a.html"));
    return decodeSeed({ path: "a.html", bytes }).text ?? "";
  };

  test("is kept for the file", async () => {
    const bytes = Buffer.from(page(canonical, words.replace("town", "ville d'Orléans")), "latin1");
    // In Greek the same byte is another letter.
    expect(await understood(bytes, "text/html; charset=iso-8859-7")).toContain("Orlιans");
    expect([...readFileSync(join(seeds, "a.html")).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test("counts more than what the page says", async () => {
    const bytes = Buffer.from(
      page(`<meta charset="windows-1251">${canonical}`, words.replace("town", "Orléans")),
      "latin1",
    );
    expect(await understood(bytes, 'text/html;charset="ISO-8859-1"')).toContain("Orléans");
  });

  test("in encodings of seven bits too", async () => {
    const bytes = Buffer.from(page(canonical, words.replace("town", "town \x1b$BEl5~\x1b(B")), "latin1");
    expect(await understood(bytes, "text/html; charset=ISO-2022-JP")).toContain("town 東京");
  });

  test("changes nothing where the file says the same", async () => {
    const bytes = Buffer.from(
      page(`<meta charset="iso-8859-1">${canonical}`, words.replace("town", "Orléans")),
      "latin1",
    );
    expect(await understood(bytes, "text/html; charset=iso-8859-1")).toContain("Orléans");
    expect(readFileSync(join(seeds, "a.html")).equals(bytes)).toBe(true);
  });

  test.each(["iso-8859-1", "no-such-charset", "windows-1252"])(
    "is not believed against UTF-8: %s",
    async (charset) => {
      const bytes = Buffer.from(page(canonical, vietnamese));
      expect(await understood(bytes, `text/html; charset=${charset}`)).toContain("Hải quân Việt Nam");
      expect(readFileSync(join(seeds, "a.html")).equals(bytes)).toBe(true);
    },
  );

  test("is not believed where the bytes are none of it", async () => {
    const bytes = Buffer.from(
      page(`<meta charset="iso-8859-1">${canonical}`, words.replace("town", "Orléans")),
      "latin1",
    );
    expect(await understood(bytes, "text/html; charset=utf-8")).toContain("Orléans");
  });

  test("UTF-16 gets its address too", async () => {
    const bytes = Buffer.from(`\uFEFF${page("", vietnamese)}`, "utf16le");
    expect(await understood(bytes, "text/html; charset=utf-16le")).toMatch(/Hải quân[\s\S]*saved from url=/);
  });
});

describe("refused with what to do, and nothing is kept:", () => {
  const slowly = (response: ServerResponse, text: string): void => {
    response.writeHead(200, { "Content-Type": "text/html" });
    const timer = setInterval(() => response.write(text), 5);
    response.on("close", () => clearInterval(timer));
  };
  const cases: readonly (readonly [string, Answer, string])[] = [
    [
      "a page that is not there",
      { status: 404, body: page() },
      "the server answers 404: there is no such page. Check the address.",
    ],
    ["one that is gone", { status: 410, body: "" }, "answers 410: the page was taken away for good"],
    [
      "one for subscribers",
      { status: 401, body: "" },
      "answers 401: the page is for those who have signed in. Open it in your browser, save",
    ],
    ["one for people", { status: 403, body: "" }, "answers 403: it does not give the page to programs"],
    [
      "a server that is asked too often",
      { status: 429, body: "" },
      "answers 429: it was asked too often. Try again later",
    ],
    [
      "a server with a fault",
      { status: 503, body: "" },
      "answers 503: it has a fault of its own. Try again later.",
    ],
    ["nothing", html(""), "the server sent nothing"],
    [
      "a PDF",
      html("%PDF-1.7 …", "application/pdf"),
      "what lies there is a PDF, and no article can be read from it",
    ],
    ["a PDF that is called a page", html("%PDF-1.7 …"), "what lies there is a PDF"],
    ["data", html('{"a":1}', "application/json"), "what lies there is data (application/json)"],
    ["a style sheet", html("a {}", "text/css"), "what lies there is of the type text/css"],
    ["a type of a strange name", html("a", "constructor"), "what lies there is of the type constructor"],
    ["a page without an article", html("<html><a href='/'>Home</a></html>"), "Nothing was kept"],
    [
      "a page without an end",
      (_, to) => slowly(to, "a word ".repeat(20_000)),
      "it has more than the 5 MB that a file may have",
    ],
    [
      "a bomb",
      {
        type: "text/html",
        headers: { "Content-Encoding": "gzip" },
        body: gzipSync(Buffer.alloc(40_000_000, "a ")),
      },
      "more than the 5 MB",
    ],
    [
      "a circle of redirects",
      (request, to) => void to.writeHead(302, { Location: `${request.url}` }).end(),
      "sends from one address to the next without an end",
    ],
    [
      "a redirect out of the web",
      (_, to) => void to.writeHead(302, { Location: "file:///etc/passwd" }).end(),
      "not on the web",
    ],
    ["one that hangs up", (request) => void request.socket.destroy(), "it cannot be fetched"],
  ];
  const silent: typeof cases = [
    [
      "a server that never answers",
      () => {},
      "did not send all of it within 1 s. Try again, or give it more time with --timeout.",
    ],
    [
      "one that stops half-way",
      (_, to) => void to.writeHead(200, { "Content-Type": "text/html" }).write(page()),
      "did not send all of it",
    ],
  ];
  const refuse = async (answer: Answer, says: string, ...flags: readonly string[]): Promise<void> => {
    const { origin } = await serve({ "/a": answer });
    const { code, err } = await add(...flags, `${origin}/a`);
    expect(err).toContain(`${origin}/a: error: `);
    expect(err).toContain(says);
    expect({ code, there: there() }).toEqual({ code: 1, there: [] });
  };

  // These have time: how slowly something comes on a busy machine is not what they are about.
  test.each(cases)("%s", (_, answer, says) => refuse(answer, says));
  test.each(silent)("%s", (_, answer, says) => refuse(answer, says, "--timeout", "1"));

  test("a server that is not there, and what is no address", async () => {
    const { code, err } = await add("http://127.0.0.1:9/", "http://", "news.example/boat");
    expect(code).toBe(1);
    expect(err).toContain("http://127.0.0.1:9/: error: it cannot be fetched (");
    expect(err).toContain("http://: error: this is no address");
    expect(err).toContain("Write https://news.example/boat if it is an address.");
  });

  test("a front page in place of an article is told", async () => {
    const { origin } = await serve({
      "/gone": (_, to) => void to.writeHead(302, { Location: "/" }).end(),
      "/": html(page(utf8)),
    });
    expect((await add(`${origin}/gone`)).out).toContain(`the server sent on to its front page, ${origin}/`);
  });
});

describe("a feed", () => {
  const feeds = (origin: string): Readonly<Record<string, Answer>> => ({
    rss: html(
      `<?xml version="1.0"?><!-- a feed --><rss version="2.0"><channel><link>${origin}/</link><item><title>A</title><link>/1</link></item><item><guid>${origin}/2</guid></item></channel></rss>`,
      "text/html",
    ),
    atom: html(
      `<feed xmlns="http://www.w3.org/2005/Atom"><link href="/"/><entry><link rel="replies" href="/c"/><link href="/1"/></entry><entry><link rel="alternate" href="/2"/></entry></feed>`,
      "application/atom+xml",
    ),
    json: html(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        items: [{ url: `${origin}/1` }, { url: "/2" }],
      }),
      "application/feed+json",
    ),
  });
  const one = html(page(utf8));
  const two = html(
    page(
      utf8,
      "<h1>A road for pilots</h1><p>The mayor has opened the road of which all have spoken for years, and everybody was there.</p><p>It leads to the port and from there into the hills, where nobody lives but sheep and a teacher.</p>",
    ),
  );

  test.each(["rss", "atom", "json"])("of the kind %s is refused with what to do", async (kind) => {
    const answers: Record<string, Answer> = {};
    const { origin } = await serve(answers);
    Object.assign(answers, { "/feed": feeds(origin)[kind] });
    const { code, err } = await add(`${origin}/feed`);
    expect({ code, err }).toEqual({
      code: 1,
      err: `${origin}/feed: error: this is a feed of 2 articles. Add them with --newest 2, or one by its own address: ${origin}/1.\n`,
    });
  });

  test.each(["rss", "atom", "json"])(
    "of the kind %s gives its newest articles, each from its own page",
    async (kind) => {
      const answers: Record<string, Answer> = { "/1": one, "/2": two };
      const { origin } = await serve(answers);
      Object.assign(answers, { "/feed": feeds(origin)[kind] });
      expect(await add("--newest", "5", `${origin}/feed`)).toMatchObject({ code: 0, err: "" });
      expect(there()).toEqual([saved, "2024-05-02-a-road-for-pilots.html"]);
    },
  );

  test("of relative addresses says what they refer to, at its top and again inside", async () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/news/"><entry><link href="1"/></entry><entry xml:base="2024/"><link xml:base="may/" href="2"/></entry></feed>`;
    const { origin } = await serve({
      "/feed": html(feed, "application/atom+xml"),
      "/news/1": one,
      "/news/2024/may/2": two,
    });
    expect(await add("--newest", "5", `${origin}/feed`)).toMatchObject({ code: 0, err: "" });
    expect(there()).toEqual([saved, "2024-05-02-a-road-for-pilots.html"]);
  });

  test("that names feeds is not followed", async () => {
    const answers: Record<string, Answer> = {};
    const { origin } = await serve(answers);
    Object.assign(answers, {
      "/feed": html(`<rss><channel><item><link>${origin}/feed</link></item></channel></rss>`),
    });
    expect(await add("--newest", "5", `${origin}/feed`)).toMatchObject({
      code: 1,
      err: expect.stringContaining("this is a feed of 1"),
    });
  });
});

test("files and addresses are added in one go, and what failed is told at the end", async () => {
  const { origin } = await serve({ "/boat": html(page(utf8)) });
  const { code, out, err } = await add(`${origin}/none`, `${origin}/boat`, join(seeds, "..", "none.txt"));
  expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining("was added") });
  expect(err.trim().split("\n")).toHaveLength(3);
});
