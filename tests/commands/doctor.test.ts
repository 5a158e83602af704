// doctor: a site that is well is found well, and of one that is not exactly that is told.

import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Examination } from "../../src/commands/doctor/examine.ts";
import { doctorCommand } from "../../src/commands/doctor.ts";
import { startBuiltWorker } from "../built-worker.ts";
import { say } from "./console.ts";
import {
  type Alter,
  type Answered,
  asItIs,
  edit,
  forget,
  type LocalSite,
  serveSite,
  setHeaders,
} from "./doctor/site.ts";

interface Told extends Examination {
  readonly ok: boolean;
  readonly code: number;
}

async function examine(...args: readonly string[]): Promise<Told> {
  const { code, out, err } = await say(doctorCommand, "--json", ...args);
  expect(err).toBe("");
  return { ...(JSON.parse(out) as Examination & { ok: boolean }), code };
}

/** Each finding once: its level, the path it was found at, and what it says. */
function linesOf({ findings }: Pick<Examination, "findings">): string[] {
  const lines = findings.map(({ level, address, what }) => `${level} ${new URL(address).pathname}: ${what}`);
  return [...new Set(lines)].sort();
}

describe("usage", () => {
  test.each([
    [],
    ["what is this"],
    ["a.example", "b.example"],
    ["ftp://a.example/"],
    ["--feeds", "0", "a.example"],
  ])("%j is refused with how to call it", async (...args: string[]) => {
    const { code, err } = await say(doctorCommand, ...args);
    expect({ code, told: err.includes("npm run doctor -- ") }).toEqual({ code: 2, told: true });
  });
});

describe("the built Worker", () => {
  test("is found without fault, under another name than its own", async () => {
    const worker = await startBuiltWorker("seeds");
    try {
      const told = await examine("--feeds", "4", worker.origin);
      expect(linesOf(told)).toEqual([
        `note /index.json: the site calls itself ${worker.url}: what it links to there was looked at here`,
      ]);
      expect({ code: told.code, ok: told.ok, feeds: told.feeds }).toEqual({ code: 0, ok: true, feeds: 12 });
    } finally {
      await worker.stop();
    }
  });
});

describe("a site", () => {
  let site: LocalSite;
  beforeAll(async () => {
    site = await serveSite(25);
  });
  afterEach(() => {
    site.alter = asItIs;
  });
  afterAll(() => site.stop());

  test("that is well has nothing to be told of, and everything that was looked at is named", async () => {
    const told = await examine("--all", site.origin);
    expect(linesOf(told)).toEqual([]);
    expect(told.right.map(({ what }) => what)).toEqual([
      "The JSON index is readable, typed, and open to scripts",
      "Feeds answer, and are well-formed",
      "Feeds say their type, their lifetime and their version",
      "Feeds are the same plain, with gzip and with Brotli",
      "HEAD is answered as GET",
      "A reader that has the feed gets 304, one that has not gets the feed",
      "Readers that ask for differences get valid answers",
      "Scripts of other sites may ask for feeds, with conditions too",
      "Feeds are feeds to every reader, whatever it accepts",
      "Feeds name themselves, their page, their language and their hub",
      "Entries have ids, titles, dates, links and content",
      "The formats of a feed hold the same entries",
      "Archives are whole, back to the first entry",
      "Pages, pictures and enclosures of the newest entries are there",
      "The page names its feeds, and they are there",
      "The subscription list names feeds and pages that are there",
      "robots.txt lets feeds be fetched, and its sitemap is there",
    ]);
    expect(told.skipped).toEqual([]);
  });

  test("is told of in sentences, the same fault of several feeds once", async () => {
    site.alter = setHeaders(/^\/feeds\/all\.\w+$/, { "cache-control": null });
    const { code, out } = await say(doctorCommand, "--feeds", "1", site.origin);
    expect(code).toBe(1);
    expect(out).toContain(`Not good: some readers suffer, or all pay for it
  ${site.origin}/feeds/all.rss
  ${site.origin}/feeds/all.atom
  ${site.origin}/feeds/all.json
    it does not say how long it may be kept
    → Send Cache-Control: public, max-age=900
`);
    expect(out).toContain("  + HEAD is answered as GET (3)\n");
    expect(out).not.toContain("Feeds say their type");
    expect(out).toContain("Not looked at\n  1 of 2 feeds: --feeds N looks at more, --all at all\n");
    expect(out).toMatch(/\n0 errors, 3 warnings, 0 notes\.\n$/);
  });

  test("is looked at for one feed where its address is given, or for those of a page", async () => {
    expect((await examine(`${site.origin}/feeds/x.atom`)).speeds.map(({ address }) => address)).toEqual([
      `${site.origin}/feeds/x.atom`,
    ]);
    expect((await examine(`${site.origin}/topics/x`)).feeds).toBe(3);
  });

  const rss = /^\/feeds\/all\.rss$/;
  const isRss = (path: string): boolean => rss.test(path);
  const feedsOnly = /^\/feeds\/all\.\w+$/;
  const answerOnly =
    (path: RegExp, status: number): Alter =>
    (asked, answered) =>
      path.test(asked.path)
        ? { status, headers: { "content-type": "text/plain" }, body: Buffer.from("no") }
        : answered;

  const gzipped = ({ headers: { "content-length": _, ...rest } }: Answered): Record<string, string> => {
    return { ...rest, "content-encoding": "gzip" };
  };

  /** What is done wrong, and what has to be told: level, path, and how it begins. */
  let version = 0;
  const wrongs: readonly (readonly [name: string, alter: Alter, told: readonly string[]])[] = [
    [
      "a wrong type",
      setHeaders(rss, { "content-type": "text/html; charset=utf-8" }),
      ['error /feeds/all.rss: its Content-Type is "text/html; charset=utf-8", for RSS 2.0'],
    ],
    [
      "a type that is not the specific one",
      setHeaders(rss, { "content-type": "text/xml; charset=utf-8" }),
      ['warning /feeds/all.rss: its Content-Type is "text/xml; charset=utf-8", not the specific one'],
    ],
    [
      "no charset",
      setHeaders(rss, { "content-type": "application/rss+xml" }),
      ['warning /feeds/all.rss: its Content-Type has no charset ("application/rss+xml")'],
    ],
    [
      "no nosniff",
      setHeaders(rss, { "x-content-type-options": null }),
      ["warning /feeds/all.rss: it does not say nosniff"],
    ],
    [
      "no CORS",
      setHeaders(rss, { "access-control-allow-origin": null }),
      ["warning /feeds/all.rss: scripts of other sites may not read it"],
    ],
    [
      "an index that scripts may not read",
      setHeaders(/^\/index\.json/, { "access-control-allow-origin": null }),
      ["warning /index.json: scripts of other sites may not read it"],
    ],
    [
      "never 304",
      forget(rss),
      [
        "warning /feeds/all.rss: it answers 200, not 304, when asked with its own ETag, its ETag made strong, its ETag in a list, its own Last-Modified",
      ],
    ],
    [
      "always 304",
      (asked, answered) =>
        isRss(asked.path) && (asked.headers["if-none-match"] || asked.headers["if-modified-since"])
          ? { ...answered, status: 304, body: Buffer.alloc(0) }
          : answered,
      [
        "error /feeds/all.rss: it answers 304, not 200, when asked with another ETag, a date long ago, another ETag and its Last-Modified",
        "error /feeds/all.rss: it answers 304 to A-IM: feed",
      ],
    ],
    [
      "an ETag that is another one each time",
      async (asked, answered, out, ask) => {
        const whole = await forget(rss)(asked, answered, out, ask);
        return isRss(asked.path)
          ? setHeaders(rss, { etag: `"v${++version}"` })(asked, whole ?? answered)
          : answered;
      },
      [
        "warning /feeds/all.rss: HEAD says other headers",
        "warning /feeds/all.rss: its ETag is another one each time",
      ],
    ],
    [
      "a 304 without its tag",
      (asked, answered) =>
        isRss(asked.path) && answered.status === 304
          ? setHeaders(rss, { etag: null })(asked, answered)
          : answered,
      ["warning /feeds/all.rss: its 304 does not repeat etag"],
    ],
    [
      "broken gzip",
      (asked, answered) =>
        isRss(asked.path) && answered.headers["content-encoding"] === "br"
          ? {
              ...answered,
              body: Buffer.concat([answered.body.subarray(0, 50), Buffer.alloc(50)]),
              headers: { ...answered.headers, "content-length": "100" },
            }
          : answered,
      ["error /feeds/all.rss: with Accept-Encoding: br, it says it is br, and is not"],
    ],
    [
      "gzip for those who did not ask",
      (asked, answered) =>
        isRss(asked.path) &&
        asked.method === "GET" &&
        answered.status === 200 &&
        asked.headers["accept-encoding"] === undefined &&
        !asked.headers["a-im"]
          ? { ...answered, headers: gzipped(answered), body: gzipSync(answered.body) }
          : answered,
      ["warning /feeds/all.rss: it comes as gzip to readers that did not ask for it"],
    ],
    [
      "another document with gzip",
      (asked, answered) => {
        const isBrotli = answered.headers["content-encoding"] === "br";
        return isRss(asked.path) && isBrotli
          ? edit(rss, (text) => text.replace("Story", "Old story"))(asked, answered)
          : answered;
      },
      ["error /feeds/all.rss: with br it is another document than without"],
    ],
    [
      "no Vary",
      setHeaders(rss, { vary: "A-IM, Sec-Fetch-Dest" }),
      ["warning /feeds/all.rss: it is compressed for some, and its Vary does not name Accept-Encoding"],
    ],
    [
      "a page for browsers that caches give to readers",
      setHeaders(rss, { vary: "Accept-Encoding, A-IM" }),
      ["error /feeds/all.rss: a browser gets a page, and Vary does not name Sec-Fetch-Dest"],
    ],
    [
      "a page for whoever accepts one",
      (asked, answered) =>
        isRss(asked.path) &&
        String(asked.headers["accept"]).startsWith("text/html") &&
        !asked.headers["sec-fetch-dest"]
          ? setHeaders(rss, { "content-type": "text/html" })(asked, answered)
          : answered,
      [
        'error /feeds/all.rss: with Accept: text/html;q=1, application/xml;q=0.5, */*;q=0.1 it answers 200 and "text/html"',
      ],
    ],
    [
      "HEAD that differs",
      (asked, answered) =>
        isRss(asked.path) && asked.method === "HEAD"
          ? setHeaders(rss, { etag: '"x"' })(asked, answered)
          : answered,
      ['warning /feeds/all.rss: HEAD says other headers than GET (etag "x", not '],
    ],
    [
      "HEAD that is refused",
      (asked, answered) =>
        isRss(asked.path) && asked.method === "HEAD" ? { ...answered, status: 405 } : answered,
      ["warning /feeds/all.rss: it answers 405 to HEAD, 200 to GET"],
    ],
    [
      "differences without their name",
      (asked, answered) =>
        answered.status === 226 ? setHeaders(rss, { im: null })(asked, answered) : answered,
      ["error /feeds/all.rss: it answers 226 without IM: feed"],
    ],
    [
      "differences that are none",
      (asked, answered) =>
        asked.headers["a-im"] && isRss(asked.path) ? { ...answered, status: 500 } : answered,
      ["error /feeds/all.rss: it answers 500 to A-IM: feed"],
    ],
    [
      "no answer to a preflight",
      (asked, answered) =>
        isRss(asked.path) && asked.method === "OPTIONS" ? { ...answered, status: 405 } : answered,
      ["warning /feeds/all.rss: it answers 405 to a browser's preflight"],
    ],
    [
      "a self link elsewhere",
      edit(rss, (text) =>
        text.replace(/(<atom:link href=")[^"]*(" rel="self")/, "$1https://other.example/feed$2"),
      ),
      ["warning /feeds/all.rss: its self link says https://other.example/feed"],
    ],
    [
      "another hub in the header",
      setHeaders(rss, { link: '<https://other.example/>; rel="hub"' }),
      ["warning /feeds/all.rss: its hub is https://hub.example/, and https://other.example/ in the header"],
    ],
    [
      "no language",
      edit(rss, (text) => text.replace("<language>en</language>", "")),
      ["warning /feeds/all.rss: it does not say its language"],
    ],
    [
      "a document that is not well-formed",
      edit(rss, (text) => text.replace("</channel>", "")),
      ["error /feeds/all.rss: it is not well-formed XML ("],
    ],
    [
      "a date in the future",
      edit(feedsOnly, (text) =>
        text.replaceAll("2026-09-25T", "2999-09-25T").replaceAll("Fri, 25 Sep 2026", "Wed, 25 Sep 2999"),
      ),
      [
        "error /feeds/all.atom: 1 entry dated in the future",
        "error /feeds/all.json: 1 entry dated in the future",
        "error /feeds/all.rss: 1 entry dated in the future",
        "warning /feeds/all.atom: it says it was updated in the future",
        "warning /feeds/all.json: it says it was updated in the future",
        "warning /feeds/all.rss: it says it was updated in the future",
      ],
    ],
    [
      "a date that is none",
      edit(rss, (text) => text.replace("<pubDate>Fri, 25 Sep 2026", "<pubDate>Mon, 25 Sep 2026")),
      [
        'error /feeds/all.rss: 1 entry with a date that is none ("Story 24": "Mon, 25 Sep 2026 08:00:00 GMT")',
      ],
    ],
    [
      "markup in a title",
      edit(feedsOnly, (text) =>
        text
          .replace("Story 24", "Story &amp;amp; 24")
          .replace('"title":"Story &amp;amp; 24', '"title":"Story &amp; 24'),
      ),
      [
        "warning /feeds/all.atom: 1 entry with markup in the title",
        "warning /feeds/all.json: 1 entry with markup in the title",
        "warning /feeds/all.rss: 1 entry with markup in the title",
        "warning /articles/story-24",
      ],
    ],
    [
      "an empty title",
      edit(rss, (text) => text.replace("<title>Story 23</title>", "<title></title>")),
      ["warning /feeds/all.rss: 1 entry without a title"],
    ],
    [
      "a relative link",
      edit(rss, (text) => text.replace(/<link>http[^<]*(\/articles\/story-20-)/, "<link>$1")),
      [
        "error /feeds/all.rss: 1 entry with a link that is no absolute web address",
        "warning /feeds/all.atom: next to",
        "warning /feeds/all.json: next to",
      ],
    ],
    [
      "an archive page that is gone",
      answerOnly(/^\/feeds\/all\/1\.rss/, 404),
      [`error /feeds/all/1.rss: the archive page that `],
    ],
    [
      "an archive with a gap",
      edit(/^\/feeds\/all\/2\.rss/, (text) => text.replace(/<item [\s\S]*<\/item>/, "")),
      ["error /feeds/all.rss: 5 articles of 25 are neither in it nor in its archive"],
    ],
    [
      "an archive that ends too early",
      edit(/^\/feeds\/all\/2\.rss/, (text) => text.replace(/<atom:link rel="prev-archive"[^>]*>/, "")),
      ["error /feeds/all/2.rss: the archive ends at page 2, not at page 1"],
    ],
    [
      "an archive in circles",
      edit(/^\/feeds\/all\/1\.rss/, (text) =>
        text.replace("<fh:archive/>", '<fh:archive/><atom:link rel="prev-archive" href="/feeds/all/2.rss"/>'),
      ),
      ["error /feeds/all/1.rss: its archive leads back to"],
    ],
    ["an answer of 500", answerOnly(rss, 500), ["error /feeds/all.rss: it answers 500"]],
    ["a page that is gone", answerOnly(/^\/articles\/story-24/, 404), ["error /articles/story-24"]],
    [
      "a page without its title",
      edit(/^\/articles\/story-24/, (text) => text.replaceAll("Story 24", "Something")),
      ["warning /articles/story-24"],
    ],
    [
      "a list of a feed that is not there",
      edit(/^\/feeds\.opml/, (text) => text.replace(/(xmlUrl="[^"]*)x\.rss/, "$1y.rss")),
      ["error /feeds.opml: its xmlUrl "],
    ],
    [
      "robots that are shut out",
      edit(/^\/robots\.txt/, (text) => text.replace("Disallow: /topics?", "Disallow: /feeds/")),
      ["warning /robots.txt: it keeps robots from "],
    ],
    [
      "a sitemap that is gone",
      answerOnly(/^\/sitemap\.xml/, 404),
      ["warning /sitemap.xml: the sitemap answers 404"],
    ],
    [
      "redirects in circles",
      (asked, answered) =>
        isRss(asked.path) ? { ...answered, status: 302, headers: { location: asked.path } } : answered,
      ["error /feeds/all.rss: it redirects without end ("],
    ],
    [
      "an endless answer",
      (asked, answered, out) => {
        if (!isRss(asked.path) || asked.headers["accept-encoding"] !== "br") return answered;
        const pour = (): void => {
          while (!out.destroyed && out.write(Buffer.alloc(1_000_000, 32)));
        };
        out.on("drain", pour);
        pour();
        return null;
      },
      ["error /feeds/all.rss: with Accept-Encoding: br, its answer goes on beyond 20 MB"],
    ],
    [
      "an answer that breaks off",
      (asked, answered, out) => {
        if (!isRss(asked.path) || asked.headers["accept-encoding"] !== "br") return answered;
        out.writeHead(200, { "content-length": "1000" });
        out.write("x", () => out.destroy());
        return null;
      },
      ["error /feeds/all.rss: with Accept-Encoding: br, the connection broke off"],
    ],
    [
      "silence",
      (asked, answered) => (isRss(asked.path) && asked.method === "HEAD" ? null : answered),
      ["error /feeds/all.rss: to HEAD, there is no answer within 4 s"],
    ],
  ];

  test("is not blamed for the time this machine itself stood still", async () => {
    let stops = 1;
    site.alter = (_, answered) => {
      if (stops-- > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5000);
      return answered;
    };
    expect(linesOf(await examine("--feeds", "1", "--timeout", "4", site.origin))).toEqual([]);
  });

  test.each(wrongs)("with %s is told of exactly that", async (_, alter, expected) => {
    site.alter = alter;
    const told = await examine("--feeds", "1", "--timeout", "4", site.origin);
    const lines = linesOf(told);
    expect(lines.filter((line) => !expected.some((start) => line.startsWith(start)))).toEqual([]);
    expect(expected.filter((start) => !lines.some((line) => line.startsWith(start)))).toEqual([]);
    expect(told.code).toBe(1);
  });
});
