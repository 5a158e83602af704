// The development server: what it passes on untouched, what it adds to pages, and what it tells.

import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createNews, type News } from "../../../src/commands/live/news.ts";
import type { Outcome } from "../../../src/commands/live/outcome.ts";
import { createProxy } from "../../../src/commands/live/proxy.ts";

const feed = gzipSync("<rss>biển</rss>");
const page = "<!doctype html><html><body><p>Biển</p></body></html>";
const policy = "default-src 'none'; script-src 'sha256-own'; style-src 'sha256-style'";

let seen: { method: string | undefined; headers: string[] } = { method: "", headers: [] };
let site: Server;
let proxy: Server;
let news: News;
let names = 0;

beforeAll(async () => {
  site = createServer((asked, answer) => {
    seen = { method: asked.method, headers: asked.rawHeaders };
    const html = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy };
    answer.sendDate = false;
    if (asked.url === "/page")
      answer.writeHead(200, { ...html, ETag: 'W/"1"', "Cache-Control": "max-age=900" });
    if (asked.url === "/missing") answer.writeHead(404, html);
    if (asked.url === "/packed") answer.writeHead(200, { ...html, "Content-Encoding": "gzip" });
    if (asked.url === "/packed") return answer.end(gzipSync(page));
    if (asked.url === "/page" || asked.url === "/missing") return answer.end(page);
    if (asked.headers["if-none-match"] !== undefined) return answer.writeHead(304, { ETag: 'W/"2"' }).end();
    const headers = ["Content-Type", "application/rss+xml", "Content-Encoding", "gzip", "ETag", 'W/"2"'];
    answer.writeHead(asked.method === "GET" ? 200 : 405, "Fine", [
      ...headers,
      "X-Twice",
      "a",
      "X-Twice",
      "b",
    ]);
    return answer.end(asked.method === "HEAD" ? undefined : feed);
  });
  await listening(site);
});

beforeEach(async () => {
  names = 0;
  news = createNews(() => `moment-${names++}`);
  proxy?.closeAllConnections();
  proxy?.close();
  proxy = createProxy((site.address() as AddressInfo).port, news);
  await listening(proxy);
});

afterAll(() => {
  for (const server of [site, proxy]) {
    server.closeAllConnections();
    server.close();
  }
});

function listening(server: Server): Promise<void> {
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done()));
}

interface Answer {
  status: number | undefined;
  message: string | undefined;
  raw: string[];
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
}

function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { port } = proxy.address() as AddressInfo;
  return new Promise((done, fail) => {
    const asked = request({ host: "127.0.0.1", port, path, headers, method, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        done({
          status: answer.statusCode,
          message: answer.statusMessage,
          raw: answer.rawHeaders,
          headers: answer.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    asked.on("error", fail);
    asked.end();
  });
}

const good: Outcome = { written: true, refusal: "", changes: "", folder: "seeds/", problems: [] };
const broken: Outcome = {
  written: false,
  refusal: "",
  changes: "",
  folder: "seeds/",
  problems: [
    { path: "b.txt", line: null, level: "note", what: "it is short", fix: "Look at it" },
    { path: "a<b>.toml", line: 7, level: "error", what: "“<script>” is no key", fix: "Take it out & go on" },
  ],
};

describe("a name somebody made lead here", () => {
  beforeEach(() => news.tell({ site: "one", outcome: broken }));

  test.each(["/page", "/feed", "/__problems", "/__live"])("is shown nothing of %s", async (path) => {
    seen = { method: "", headers: [] };
    const { status, headers, body } = await get(path, { Host: "evil.example:8787" });
    expect([status, headers["content-type"]]).toEqual([421, "text/plain; charset=utf-8"]);
    expect(body.toString()).not.toMatch(/biển|b\.txt|headline/i);
    expect(seen.method).toBe("");
  });

  test.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "a b",
    "localhost@evil.example",
  ])("is %s", async (Host) => {
    expect((await get("/feed", { Host })).status).toBe(421);
  });

  test.each(["127.0.0.1:8787", "localhost:8787", "LOCALHOST", "news.localhost", "[::1]:8787", "192.168.1.5"])(
    "is not %s",
    async (Host) => {
      expect((await get("/feed", { Host })).status).toBe(200);
    },
  );
});

describe("what passes", () => {
  beforeEach(() => news.tell({ site: "one", outcome: good }));

  test("a feed passes byte for byte, with its status and headers as they were sent", async () => {
    const { status, message, raw, body } = await get("/feed");
    expect([status, message]).toEqual([200, "Fine"]);
    expect(body.equals(feed)).toBe(true);
    expect(raw.slice(0, 10)).toEqual(
      ["Content-Type", "application/rss+xml", "Content-Encoding", "gzip", "ETag", 'W/"2"'].concat(
        ["X-Twice", "a"],
        ["X-Twice", "b"],
      ),
    );
  });

  test("what the client says reaches the Worker as the client said it", async () => {
    const said = {
      Host: "127.0.0.1:8787",
      "Sec-Fetch-Dest": "document",
      "A-IM": "feed",
      "Accept-Encoding": "x",
    };
    await get("/feed", said);
    const pairs = Object.entries(said).flat();
    expect(seen.headers.filter((part) => pairs.includes(part))).toEqual(pairs);
    await get("/feed", {}, "DELETE");
    expect(seen.method).toBe("DELETE");
  });

  test("304 and HEAD pass without a body", async () => {
    const fresh = await get("/feed", { "If-None-Match": 'W/"2"' });
    expect([fresh.status, fresh.body.length, fresh.headers["etag"]]).toEqual([304, 0, 'W/"2"']);
    const head = await get("/page", {}, "HEAD");
    expect([head.status, head.body.length, head.headers["etag"]]).toEqual([200, 0, 'W/"1"']);
  });

  test("a Worker that does not answer is told as a sentence", async () => {
    const alone = createProxy(1, news);
    await listening(alone);
    proxy.close();
    proxy = alone;
    const { status, body } = await get("/feed");
    expect(status).toBe(502);
    expect(body.toString()).toContain("terminal");
  });
});

describe("a page", () => {
  const shown = { "Sec-Fetch-Dest": "document" };

  beforeEach(() => news.tell({ site: "one", outcome: good }));

  test("passes to a program as it will be once it is deployed, GET like HEAD", async () => {
    const { body, headers } = await get("/page");
    expect(body.toString()).toBe(page);
    const head = (await get("/page", {}, "HEAD")).headers;
    for (const name of ["etag", "cache-control", "content-security-policy"])
      expect(headers[name], name).toEqual(head[name]);
    expect(headers["etag"]).toBe('W/"1"');
    expect((await get("/packed", { "Sec-Fetch-Dest": "empty" })).body.equals(gzipSync(page))).toBe(true);
  });

  test.each(["/page", "/missing", "/packed"])(
    "%s gets the script in a browser, and is otherwise as it was",
    async (path) => {
      const { body, headers } = await get(path, { ...shown, "Accept-Encoding": "gzip" });
      const text = body.toString();
      const script = /<script>.*<\/script>/s.exec(text)?.[0] ?? "";
      expect(script).toContain('("site", "one")');
      expect(text.replace(script, "")).toBe(page);
      expect(headers["content-length"]).toBe(String(body.length));
      expect(headers["content-encoding"]).toBeUndefined();
    },
  );

  test("is not kept by a browser, as it may be another one in a second", async () => {
    const { headers } = await get("/page", shown);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["etag"]).toBeUndefined();
  });

  test("allows that script and its connection, and nothing more", async () => {
    const { headers } = await get("/page", shown);
    const allowed = String(headers["content-security-policy"]).split("; ");
    expect(allowed[0]).toBe("default-src 'none'");
    expect(allowed[1]).toMatch(/^script-src 'sha256-own' 'sha256-[\w+/]{43}='$/);
    expect(allowed.slice(2)).toEqual(["style-src 'sha256-style'", "connect-src 'self'"]);
  });
});

describe("the page of problems", () => {
  test("names file, line, what and what to do, errors first, and escapes them", async () => {
    news.tell({ site: "one", outcome: broken });
    const text = (await get("/__problems")).body.toString();
    expect(text).toContain("<h2>seeds/a&lt;b&gt;.toml</h2>");
    expect(text).toContain("in line 7");
    expect(text).toContain("<p>“&lt;script&gt;” is no key.</p>");
    expect(text).toContain("<p>Take it out &amp; go on.</p>");
    expect(text.indexOf("a&lt;b&gt;.toml")).toBeLessThan(text.indexOf("b.txt"));
    expect(text).toContain("<h1>This is the last good site, without your last change: 1 error</h1>");
  });

  test("says that nothing is wrong", async () => {
    news.tell({ site: "one", outcome: good });
    expect((await get("/__problems")).body.toString()).toContain("<h1>Nothing is wrong</h1>");
  });

  test("says what the last compile changed for readers", async () => {
    news.tell({ site: "one", outcome: { ...good, changes: "For readers: 1 taken back (a.txt)." } });
    expect((await get("/__problems")).body.toString()).toContain("<p>For readers: 1 taken back (a.txt).</p>");
  });

  test("shows what a compile refused to do", async () => {
    news.tell({ outcome: { ...broken, problems: [], refusal: "9 of 10 articles would be taken back" } });
    expect((await get("/__problems")).body.toString()).toContain("9 of 10 articles would be taken back");
  });

  test("stands in for the site as long as there is none, and the last good site stays", async () => {
    const early = get("/page");
    news.tell({ outcome: broken });
    expect((await early).status).toBe(503);
    expect((await early).body.toString()).toContain("There is no site yet: 1 error");
    news.tell({ outcome: good, site: "one" });
    news.tell({ outcome: broken });
    expect((await get("/page")).status).toBe(200);
    expect(gunzipSync((await get("/feed")).body).toString()).toBe("<rss>biển</rss>");
  });
});

describe("the stream of news", () => {
  test("tells the present moment, and every change", async () => {
    const { port } = proxy.address() as AddressInfo;
    const { body, headers } = await fetch(`http://127.0.0.1:${port}/__live`);
    expect(headers.get("content-type")).toBe("text/event-stream");
    const reader = (body ?? new ReadableStream<Uint8Array>())
      .pipeThrough(new TextDecoderStream())
      .getReader();
    let text = "";
    const next = async (): Promise<unknown> => {
      while (!text.includes("\n\n")) text += (await reader.read()).value ?? "";
      const [event = "", ...rest] = text.split("\n\n");
      text = rest.join("\n\n");
      return JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? "null");
    };
    expect(await next()).toEqual({ site: null, id: "moment-0", headline: "" });
    news.tell({ site: "one", outcome: good });
    expect(await next()).toEqual({ site: "one", id: "moment-1", headline: "" });
    news.tell({ failure: "The compile ended early." });
    expect(await next()).toMatchObject({ site: "one", id: "moment-2" });
    await reader.cancel();
  });
});
