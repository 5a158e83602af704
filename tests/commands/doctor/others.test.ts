// doctor, of sites that are none of this program's: what others may leave out is a note, what readers stumble over is told.

import dns from "node:dns";
import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { isPage } from "../../../src/commands/doctor/documents/readDocument.ts";
import type { Examination } from "../../../src/commands/doctor/examine.ts";
import { doctorCommand } from "../../../src/commands/doctor.ts";
import { say } from "../console.ts";
import { type Answered, type Asked, type LocalSite, serveLocally } from "./site.ts";

type Tell = (error: Error) => void;
type Pages = Readonly<Record<string, readonly [type: string, body: string]>>;

let site: LocalSite | undefined;
afterEach(() => site?.stop());

/** Serves these pages with ETag and 304; `{origin}` in them is the server's own. */
async function serve(pages: Pages): Promise<string> {
  site = await serveLocally((origin) => ({ path, headers }: Asked): Answered => {
    const [type, body] = pages[path] ?? [];
    if (type === undefined || body === undefined) return { status: 404, headers: {}, body: Buffer.alloc(0) };
    const etag = `"${body.length}"`;
    const more = { "content-type": type, etag };
    const tags = String(headers["if-none-match"] ?? "");
    if (tags.includes(etag)) return { status: 304, headers: more, body: Buffer.alloc(0) };
    const bytes = Buffer.from(body.replaceAll("{origin}", origin));
    return { status: 200, headers: { ...more, "content-length": String(bytes.length) }, body: bytes };
  });
  return site.origin;
}

async function examine(...args: readonly string[]): Promise<{ code: number; lines: string[] } & Examination> {
  const { code, out, err } = await say(doctorCommand, "--json", ...args);
  expect(err).toBe("");
  const told = JSON.parse(out) as Examination;
  const lines = told.findings.map(({ level, what }) => `${level}: ${what}`);
  return { ...told, code, lines: lines.filter((line) => !line.startsWith("note: ")) };
}

const item = `<item><title>One</title><link>{origin}/one</link><guid isPermaLink="false">1</guid>
<pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate><description>Words</description></item>`;

function rss(items: string, root = '<rss version="2.0">'): string {
  return `<?xml version="1.0"?>\n${root}<channel><title>T</title><link>{origin}/</link><description>D</description>${items}</channel></rss>`;
}

const page = ["text/html", "<title>One</title><p>One</p>"] as const;

test("a plain feed of another program is well: what it lacks is told as notes", async () => {
  const origin = await serve({ "/feed.xml": ["text/xml", rss(item)], "/one": page });
  const { code, lines, findings } = await examine(`${origin}/feed.xml`);
  expect({ code, lines }).toEqual({ code: 0, lines: [] });
  expect(findings.map(({ what }) => what)).toContain("it does not say its own address");
});

test("entries without a title, and a feed older than its entries, are no faults of another program, and told as notes", async () => {
  const late = "<lastBuildDate>Thu, 19 Nov 2026 08:00:00 GMT</lastBuildDate>";
  const origin = await serve({
    "/feed.xml": ["text/xml", rss(late + item.replace("<title>One</title>", ""))],
    "/one": page,
  });
  const { code, lines, findings } = await examine(`${origin}/feed.xml`);
  expect({ code, lines }).toEqual({ code: 0, lines: [] });
  expect(findings.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      '1 entry without a title ("1": no title)',
      'it says it was updated Thu, 19 Nov 2026 08:00:00 GMT, and "1" is newer',
    ]),
  );
});

test("feeds are found where a home page names them", async () => {
  const home =
    '<link rel="alternate" type="application/rss+xml" href="/feed.xml"><link rel="alternate" type="application/atom+xml" href="/gone">';
  const origin = await serve({
    "/": ["text/html", home],
    "/feed.xml": ["text/xml", rss(item)],
    "/one": page,
  });
  const { code, lines, feeds } = await examine(origin);
  expect({ code, lines, feeds }).toEqual({ code: 1, lines: ["error: it answers 404"], feeds: 1 });
});

test("feeds at addresses that are none are told of where they are named, and asked of nobody", async () => {
  const home = '<link rel="alternate" type="application/rss+xml" href="http://[bad">';
  const opml =
    '<opml version="2.0"><body><outline text="T" xmlUrl="feed.xml"/><outline text="U" xmlUrl=""/></body></opml>';
  const origin = await serve({
    "/": ["text/html", home],
    "/feeds.opml": ["text/x-opml", opml],
    "/robots.txt": ["text/plain", "User-agent: *\nAllow: /\n"],
  });
  const { code, lines } = await examine(origin);
  expect({ code, lines }).toEqual({
    code: 1,
    lines: [
      'error: it names a feed at "http://[bad"',
      'error: its xmlUrl "feed.xml" is no absolute address',
      'error: its xmlUrl "" is no absolute address',
    ],
  });
});

test("a page that names no feed, and what is no page, are told of", async () => {
  const origin = await serve({ "/": page, "/text": ["text/plain", "words"] });
  const { lines, right } = await examine(origin);
  expect(lines).toEqual(["error: no feed is named here"]);
  expect(right.map(({ what }) => what)).not.toContain("The page names its feeds, and they are there");
  expect((await examine(`${origin}/text`)).lines).toEqual(["error: it is no feed"]);
});

const feed = '<feed xmlns="http://www.w3.org/2005/Atom">';

/** A document, and all that is wrong with it. */
const documents: readonly (readonly [name: string, type: string, body: string, told: readonly string[]])[] = [
  [
    "without a channel's link",
    "text/xml",
    rss(item).replace("<link>{origin}/</link>", ""),
    ["error: its channel has no <link>"],
  ],
  ["of another version", "text/xml", rss(item, '<rss version="0.91">'), ["warning: it says it is RSS 0.91"]],
  [
    "with the same id twice",
    "text/xml",
    rss(item + item),
    ['error: 1 entry has the id of another ("One": "1")'],
  ],
  [
    "with an id that is said to be an address",
    "text/xml",
    rss(item.replace(' isPermaLink="false"', "")),
    ['error: 1 entry with an id that is no absolute address ("One": "1")'],
  ],
  [
    "without ids",
    "text/xml",
    rss(item.replace(/<guid.*<\/guid>/, "")),
    ['error: 1 entry without an id ("One": no id)'],
  ],
  [
    "without anything in an entry",
    "text/xml",
    rss(item.replace(/<title>.*<\/title>|<description>.*<\/description>/g, "")),
    [
      'error: 1 entry without what the format asks for ("1": no title or description)',
      'warning: 1 entry without anything to read ("1": no content)',
    ],
  ],
  [
    "with an author who has no address",
    "text/xml",
    rss(item.replace("</item>", "<author>Ann</author></item>")),
    ['error: 1 entry without what the format asks for ("One": no e-mail address in <author>)'],
  ],
  [
    "with two enclosures in an entry",
    "text/xml",
    rss(
      item.replace(
        "</item>",
        `${'<enclosure url="{origin}/sound" type="audio/mpeg" length="5"/>'.repeat(2)}</item>`,
      ),
    ),
    ['warning: 1 entry with more than one enclosure ("One": 2 enclosures)'],
  ],
  [
    "with scripts in an entry",
    "text/xml",
    rss(item.replace("Words", "Words &lt;script&gt;alert(1)&lt;/script&gt;")),
    ['warning: 1 entry with a script in the content ("One": <script>)'],
  ],
  [
    "with an enclosure without length",
    "text/xml",
    rss(item.replace("</item>", '<enclosure url="{origin}/one" type="text/html"/></item>')),
    ["warning: 1 entry with an enclosure without its type, length or absolute address"],
  ],
  [
    "with an enclosure of another length",
    "text/xml",
    rss(item.replace("</item>", '<enclosure url="{origin}/sound" type="audio/mpeg" length="7"/></item>')),
    ["warning: an entry says it has 7 bytes, and it has 5"],
  ],
  [
    "with a picture that is gone",
    "text/xml",
    rss(item.replace("Words", "&lt;img src='{origin}/gone.jpg'>")),
    ["error: an entry shows it, and it answers 404"],
  ],
  [
    "with relative addresses",
    "text/xml",
    rss(item.replace("Words", "&lt;img src='a.jpg'>")),
    ["warning: 1 entry with relative addresses in the content"],
  ],
  ["of another kind", "text/xml", "<html5/>", ["error: its root is <html5>, which is no feed"]],
  [
    "of Atom without what it asks for",
    "application/atom+xml; charset=utf-8",
    `${feed}<entry><id>one</id><title>One</title></entry></feed>`,
    [
      "error: it has no <id>",
      "error: it has no <title>",
      "error: it has no <updated>",
      "error: it has no <author>",
      'error: 1 entry without what the format asks for ("One": no updated, no content or alternate link)',
      'error: 1 entry with an id that is no absolute address ("One": "one")',
      'warning: 1 entry without anything to read ("One": no content)',
    ],
  ],
  [
    "of Atom updated before it was published",
    "application/atom+xml; charset=utf-8",
    `${feed}<id>urn:x:f</id><title>F</title><author><name>A</name></author><updated>2026-11-20T08:00:00Z</updated><entry><id>urn:x:1</id><title>One</title><content>x</content><published>2026-11-20T08:00:00Z</published><updated>2026-11-20T07:00:00Z</updated></entry></feed>`,
    ["warning: 1 entry updated before it was published"],
  ],
  [
    "of JSON Feed without what it asks for",
    "application/feed+json; charset=utf-8",
    '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"One\\u0007","date_published":"2026-02-30T08:00:00Z"}]}',
    [
      "error: it has no title",
      'error: 1 entry without what the format asks for ("One\\u0007": no content_html or content_text)',
      'error: 1 entry with a date that is none ("One\\u0007": "2026-02-30T08:00:00Z")',
      "warning: 1 entry without anything to read",
      'warning: 1 entry with control characters ("One\\u0007": U+0007)',
    ],
  ],
];

describe("a feed", () => {
  test.each(documents)("%s is told of exactly that", async (_, type, body, told) => {
    const origin = await serve({ "/feed": [type, body], "/one": page, "/sound": ["audio/mpeg", "sound"] });
    const { lines, code } = await examine(`${origin}/feed`);
    expect(lines.map((line, at) => line.slice(0, told[at]?.length))).toEqual(told);
    expect(code).toBe(1);
  });
});

describe("what cannot be reached", () => {
  test("is one finding, with what to do", async () => {
    const server = createServer((socket) => socket.end("This is no HTTP\r\n\r\n"));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const odd = await examine(`http://127.0.0.1:${port}/`);
    expect(odd.lines).toEqual([expect.stringMatching(/^error: its answer cannot be understood \(/)]);
    const insecure = await examine(`https://127.0.0.1:${port}/`);
    expect(insecure.lines).toEqual([expect.stringMatching(/^error: no secure connection could be made \(/)]);
    const nobody = await examine("http://127.0.0.1:1/");
    expect(nobody.lines).toEqual(["error: nothing listens there"]);
    expect(nobody.findings[0]?.fix).toBe("Start the server, or look at the port");
  });

  test("a host without an address is told of", async () => {
    // Nobody is asked: how soon the network answers, and whether it is there, is another matter.
    const asked = vi
      .spyOn(dns, "lookup")
      .mockImplementation(((_: string, __: unknown, tell: Tell) =>
        tell(Object.assign(new Error("not found"), { code: "ENOTFOUND" }))) as typeof dns.lookup);
    onTestFinished(() => asked.mockRestore());
    const { lines, code } = await examine("no-such-host.invalid");
    expect(asked).toHaveBeenCalled();
    expect(lines).toEqual([expect.stringMatching(/DNS/)]);
    expect(code).toBe(1);
  });
});

test("a document that begins with many comments is judged at once", () => {
  const comments = "<!-- a - b -- c -->\n".repeat(20_000);
  expect(isPage(`${comments}<!DOCTYPE html>`)).toBe(true);
  expect(isPage(`${comments}<rss>`)).toBe(false);
  expect(isPage(`<!-- ${"- ".repeat(200_000)}`)).toBe(false);
});

describe("documents nobody can take", () => {
  test("elements nested without end, and little that unpacks into much, are told of", async () => {
    const origin = await serve({
      "/deep": ["text/xml", "<a>".repeat(100_000)],
      "/bomb": ["text/xml", ""],
    });
    expect((await examine(`${origin}/deep`)).lines).toEqual([
      "error: it is not well-formed XML (elements stand in each other 500 deep)",
    ]);
    const bomb = gzipSync(Buffer.alloc(101_000_000));
    if (site !== undefined) {
      site.alter = (_, answered) => {
        return { ...answered, headers: { "content-encoding": "gzip" }, body: bomb };
      };
    }
    expect((await examine(`${origin}/bomb`)).lines).toEqual([
      "error: it is larger than 100 MB once it is unpacked",
    ]);
  });
});
