// The built Worker, from end to end: what `wrangler deploy` would upload, asked over HTTP.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as readText } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeSize } from "../src/compile/limits.ts";
import { type BuiltWorker, startBuiltWorker } from "./built-worker.ts";

let worker: BuiltWorker;

beforeAll(async () => {
  worker = await startBuiltWorker("seeds");
});

afterAll(async () => {
  await worker?.stop();
});

async function text(path: string): Promise<string> {
  const answer = await worker.get(path);
  expect(answer.status, path).toBe(200);
  return answer.body.toString("utf8");
}

interface Index {
  site: { url: string; articles: number };
  topics: { id: string; articles: number; feeds: Record<string, string>; page: string }[];
  latest: { id: string; url: string; title: string }[];
}

async function readIndex(): Promise<Index> {
  return JSON.parse(await text("/index.json")) as Index;
}

const types: Readonly<Record<string, string>> = {
  "/": "text/html; charset=utf-8",
  "/topics/all": "text/html; charset=utf-8",
  "/topics/japan": "text/html; charset=utf-8",
  "/feeds/all.rss": "application/rss+xml; charset=utf-8",
  "/feeds/japan.atom": "application/atom+xml; charset=utf-8",
  "/feeds/japan.json": "application/feed+json; charset=utf-8",
  "/feeds.opml": "text/x-opml; charset=utf-8",
  "/index.json": "application/json; charset=utf-8",
};
const paths = Object.keys(types);
const machines = paths.filter((path) => !types[path]?.startsWith("text/html"));

describe("the upload", () => {
  test("has no more code, compressed, than is kept free for it", () => {
    expect(worker.sizes.code).toBeLessThan(codeSize);
  });
});

describe("every address", () => {
  test.each(paths)("%s answers with its type, validators and lifetime", async (path) => {
    const { status, headers } = await worker.get(path);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe(types[path]);
    expect(headers["etag"]).toMatch(/^W\/"[\w-]{16,18}"$/);
    expect(headers["last-modified"]).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
    expect(headers["cache-control"]).toBe("public, max-age=900, stale-while-revalidate=86400");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test.each(paths)("%s answers 304 to its own tag and to its own date", async (path) => {
    const { headers } = await worker.get(path);
    const conditions = [
      { "If-None-Match": headers["etag"] ?? "" },
      { "If-None-Match": (headers["etag"] ?? "").replace("W/", "") },
      { "If-None-Match": `"other", ${headers["etag"]}` },
      { "If-None-Match": "*" },
      { "If-Modified-Since": headers["last-modified"] ?? "" },
    ];
    for (const condition of conditions) {
      const again = await worker.get(path, condition);
      expect(again.status, JSON.stringify(condition)).toBe(304);
      expect(again.body.length).toBe(0);
      for (const name of ["etag", "cache-control", "vary"]) expect(again.headers[name]).toBe(headers[name]);
    }
  });

  test.each(paths)("%s answers 200 to another tag, whatever the date", async (path) => {
    const { headers } = await worker.get(path);
    const other = { "If-None-Match": '"other"', "If-Modified-Since": headers["last-modified"] ?? "" };
    expect((await worker.get(path, other)).status).toBe(200);
  });

  test.each(paths)("%s answers HEAD as GET without a body", async (path) => {
    const get = await worker.get(path);
    const head = await worker.get(path, {}, "HEAD");
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
    for (const name of ["etag", "last-modified", "content-type", "cache-control", "vary"]) {
      expect(head.headers[name], name).toBe(get.headers[name]);
    }
  });

  test.each(paths)("%s answers 405 to other methods, with those it knows", async (path) => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "PROPFIND"]) {
      const { status, headers, body } = await worker.get(path, {}, method);
      expect(status, method).toBe(405);
      expect(headers["allow"]).toBe("GET, HEAD, OPTIONS");
      expect(body.toString()).toContain("GET");
    }
  });

  test.each(paths)("%s is the same content compressed and plain", async (path) => {
    const plain = await worker.get(path);
    const gzip = await worker.get(path, { "Accept-Encoding": "gzip" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(gzip.body.length).toBeLessThan(plain.body.length);
    expect(
      (await worker.get(path, { "Accept-Encoding": "gzip;q=0" })).headers["content-encoding"],
    ).toBeUndefined();
  });

  test.each(paths)("%s is the same content, and smaller, for who takes Brotli", async (path) => {
    const gzip = await worker.get(path, { "Accept-Encoding": "gzip" });
    // Miniflare, like the platform, looks at what it is given: it may compress again by the first coding asked for.
    for (const asked of ["br, gzip", "br"]) {
      const brotli = await worker.get(path, { "Accept-Encoding": asked });
      expect(brotli.headers["content-encoding"], asked).toBe("br");
      expect(brotliDecompressSync(brotli.body).equals(gunzipSync(gzip.body))).toBe(true);
      expect(brotli.headers["content-length"]).toBe(String(brotli.body.length));
      expect(brotli.body.length).toBeLessThan(gzip.body.length);
      expect(brotli.headers["etag"]).toBe(gzip.headers["etag"]);
    }
    const refused = await worker.get(path, { "Accept-Encoding": "gzip, br;q=0" });
    expect(refused.headers["content-encoding"]).toBe("gzip");
  });

  test.each(machines)("%s may be read by scripts of other sites", async (path) => {
    expect((await worker.get(path)).headers["access-control-allow-origin"]).toBe("*");
    const preflight = await worker.get(path, { Origin: "https://a.example" }, "OPTIONS");
    expect(preflight.status).toBe(204);
    expect(preflight.headers["access-control-allow-methods"]).toBe("GET, HEAD, OPTIONS");
  });
});

describe("every feed", () => {
  test("holds the same entries in all three formats, for all and every topic", async () => {
    const { topics } = await readIndex();
    expect(topics).toHaveLength(16);
    for (const query of ["all", ...topics.map((topic) => topic.id)]) {
      const rss = parseRssFeed(await text(`/feeds/${query}.rss`));
      const atom = parseAtomFeed(await text(`/feeds/${query}.atom`));
      const json = parseJsonFeed(await text(`/feeds/${query}.json`));
      const fromRss = rss.items?.map((item) => ({
        id: item.guid?.value,
        url: item.link,
        title: item.title,
        date: new Date(item.pubDate ?? "").getTime(),
        content: item.content?.encoded,
      }));
      const fromAtom = atom.entries?.map((entry) => ({
        id: entry.id,
        url: entry.links?.find((link) => (link.rel ?? "alternate") === "alternate")?.href,
        title: entry.title?.value,
        date: new Date(entry.published ?? "").getTime(),
        content: entry.content?.value,
      }));
      const fromJson = json.items?.map((item) => ({
        id: item.id,
        url: item.url,
        title: item.title,
        date: new Date(item.date_published ?? "").getTime(),
        content: item.content_html,
      }));
      expect(fromRss, query).toEqual(fromAtom);
      expect(fromRss, query).toEqual(fromJson);
      const count = query === "all" ? 19 : topics.find((topic) => topic.id === query)?.articles;
      expect(fromRss ?? []).toHaveLength(count ?? -1);
    }
  });

  test("names itself by the address it was fetched from, under the site's own host", async () => {
    const rss = parseRssFeed(await text("/feeds/japan.rss"));
    const self = rss.atom?.links?.find((link) => link.rel === "self");
    expect(self?.href).toBe(`${worker.url}/feeds/japan.rss`);
  });
});

describe("a list that is polled", () => {
  const gzip = { "Accept-Encoding": "gzip" };

  test.each([
    "/feeds/china+japan.rss",
    "/feeds/china,japan.atom",
    "/feeds/all.json?q=hai",
    "/topics/china+japan",
  ])("%s is compressed as a whole in the background, and is the same document", async (path) => {
    const first = await worker.get(path, gzip);
    const second = await worker.get(path, gzip);
    expect([first.status, second.body.equals(first.body)]).toEqual([200, true]);
    await expect
      .poll(async () => (await worker.get(path, gzip)).body.length, { timeout: 60_000 })
      .toBeLessThan(0.85 * first.body.length);
    const polled = await worker.get(path, gzip);
    expect(gunzipSync(polled.body).equals(gunzipSync(first.body))).toBe(true);
    expect(polled.headers["content-length"]).toBe(String(polled.body.length));
    for (const name of ["etag", "last-modified", "cache-control", "vary", "content-encoding"])
      expect(polled.headers[name], name).toBe(first.headers[name]);
    expect((await worker.get(path)).body.equals(gunzipSync(first.body))).toBe(true);
    expect((await worker.get(path, { "If-None-Match": first.headers["etag"] ?? "" })).status).toBe(304);
  });
});

describe("the subscription list", () => {
  test("holds every topic's feed and page, and not the feed of all", async () => {
    const opml = parseOpml(await text("/feeds.opml"));
    const { topics } = await readIndex();
    const found = opml.body?.outlines?.map(({ xmlUrl, htmlUrl }) => ({ xmlUrl, htmlUrl }));
    expect(found).toEqual(
      topics.map(({ id }) => ({
        xmlUrl: `${worker.url}/feeds/${id}.rss`,
        htmlUrl: `${worker.url}/topics/${id}`,
      })),
    );
  });
});

describe("the index", () => {
  test("leads to every topic's feeds and page, and to the latest articles", async () => {
    const { topics, latest, site } = await readIndex();
    expect(site.articles).toBe(19);
    expect(latest.length).toBeGreaterThan(10);
    const addresses = [
      ...topics.flatMap((topic) => [topic.page, ...Object.values(topic.feeds)]),
      ...latest.map((article) => new URL(article.url).pathname),
    ];
    for (const address of addresses) expect((await worker.get(address)).status, address).toBe(200);
  });
});

describe("an article", () => {
  test("is found by a wrong slug, and redirected to its address", async () => {
    const { latest } = await readIndex();
    const right = new URL(latest[0]?.url ?? "").pathname;
    const { status, headers } = await worker.get(`/articles/another-name-${right.slice(-10)}`);
    expect(status).toBe(301);
    expect(headers["location"]).toBe(right);
  });
});

describe("an address with nothing behind it", () => {
  test.each(["/nothing", "/topics/nothing", "/articles/nothing-0123456789", "/__proto__"])(
    "%s answers 404 with a page that says so",
    async (path) => {
      const { status, headers, body } = await worker.get(path);
      expect(status).toBe(404);
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(body.toString()).toContain("<h1");
    },
  );

  test.each([
    ["/feeds/nothing.rss", "nothing"],
    ["/feeds/japan.xml", "/feeds/TOPIC.rss, .atom or .json"],
    ["/feeds/constructor.json", "constructor"],
  ])("%s answers 404 with a sentence", async (path, sentence) => {
    const { status, headers, body } = await worker.get(path);
    expect(status).toBe(404);
    expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(body.toString()).toContain(sentence);
  });
});

describe("a page", () => {
  test("forbids scripts and frames, and leads readers to its feeds", async () => {
    const { headers, body } = await worker.get("/topics/japan");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    for (const type of ["application/rss+xml", "application/atom+xml", "application/feed+json"]) {
      expect(body.toString()).toContain(`type="${type}"`);
    }
  });
});

describe("a cron trigger", () => {
  test("has the hub told of the feeds of an article whose time has come", async () => {
    const told: string[] = [];
    const hub = createServer(async (request, response) => {
      told.push(new URLSearchParams(await readText(request)).get("hub.url") ?? "");
      response.writeHead(204).end();
    });
    await new Promise<void>((done) => void hub.listen(0, "127.0.0.1", done));
    const seeds = mkdtempSync(join(tmpdir(), "topicwire-"));
    const address = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`;
    writeFileSync(join(seeds, "site.toml"), `[site]\ntitle = "News"\nlanguage = "en"\nhub = "${address}"\n`);
    const due = new Date(Math.ceil(Date.now() / 86_400_000 + 7) * 86_400_000);
    const words = "The harbour opens again after two years of work on its outer walls. ".repeat(5);
    writeFileSync(join(seeds, "plan.md"), `---\ntitle: Plan\ndate: ${due.toISOString()}\n---\n\n${words}\n`);
    const embargoed = await startBuiltWorker(seeds);
    try {
      expect(await embargoed.call("*/5 * * * *", new Date(due.getTime() - 300_000))).toBe("ok");
      expect(told).toEqual([]);
      expect(await embargoed.call("*/5 * * * *", due)).toBe("ok");
      expect(told.sort()).toEqual(["atom", "json", "rss"].map((end) => `${embargoed.url}/feeds/all.${end}`));
    } finally {
      await embargoed.stop();
      hub.close();
      rmSync(seeds, { recursive: true });
    }
  });
});
