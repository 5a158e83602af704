// Lists that are polled: joined at first, compressed as a whole from then on, and always the same document.

import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createApp } from "../../src/edge/app.ts";
import { createLists } from "../../src/edge/lists.ts";
import { createShortcut } from "../../src/edge/shortcut.ts";
import { openStore } from "../../src/edge/store.ts";
import { buildSite, type TestSite, type Written } from "./site-of.ts";

const now = "2026-11-22T12:00:00Z";
const secondBefore = "2026-11-25T06:29:59Z";
const comes = "2026-11-25T06:30:00Z";
const gone = "2026-11-26T00:00:00Z";
const goneLongAgo = "2026-12-26T00:00:00Z";

const articles: Written[] = Array.from({ length: 30 }, (_, n) => ({
  title: `Article ${n}`,
  date: new Date(Date.UTC(2026, 0, n + 1)).toISOString(),
  topics: ["x", "y", "z"].filter((_, bit) => ((n + 1) >> bit) & 1),
  text: "The coast guard of Vietnam. ".repeat(20),
}));
const coming: Written = { title: "Secret plan", date: comes, topics: ["x", "y"] };

let site: TestSite;
let shorter: TestSite;
beforeAll(() => {
  site = buildSite([...articles, coming], now, [], 'hub = "https://hub.example/"\n');
  shorter = buildSite(articles.slice(0, -1), gone, buildSite(articles, now).ledger);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** An answer as it travels. */
interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
}

/** An isolate that has been asked nothing yet. */
interface Isolate {
  readonly ask: (path: string, init?: RequestInit, at?: string) => Promise<Sent>;
  /** Waits for what goes on after answers, and says how much of it there has been. */
  readonly settle: () => Promise<number>;
}

function startIsolate({ bundle }: TestSite): Isolate {
  const store = openStore({ index: bundle.index, bytes: bundle.bytes.slice().buffer });
  const work: Promise<void>[] = [];
  const lists = createLists(store.shelf, (more) => work.push(more));
  let clock = 0;
  const app = createApp(store, lists, () => clock);
  const shortcut = createShortcut(store, lists, () => clock);
  return {
    ask: async (path, init = gzip, at = now) => {
      clock = Date.parse(at) / 1000;
      const request = new Request(`https://news.example${path}`, init);
      const { status, headers, body } = await (shortcut(request) ?? app.fetch(request));
      const bytes = Buffer.from(await new Response(body).arrayBuffer());
      const zipped = headers.get("Content-Encoding") === "gzip" && bytes.length > 0;
      return { status, headers, bytes, text: (zipped ? gunzipSync(bytes) : bytes).toString("utf8") };
    },
    settle: async () => (await Promise.all(work)).length,
  };
}

const gzip = { headers: { "Accept-Encoding": "gzip" } };
const delta = { headers: { ...gzip.headers, "A-IM": "feed" } };
const listings = [
  ...["rss", "atom", "json"].flatMap((kind) => [
    `/feeds/x+y.${kind}`,
    `/feeds/all.${kind}?q=guard`,
    `/feeds/all/1.${kind}`,
  ]),
  "/topics/x+y",
  "/topics/all?q=guard",
];

/** What stays the same however a document is compressed. */
function validators({ status, headers }: Sent): unknown {
  const names = ["ETag", "Last-Modified", "Cache-Control", "Vary", "Content-Type", "Link"];
  return [status, ...names.map((name) => headers.get(name))];
}

describe("a list that is polled", () => {
  test.each(listings)("%s is sent as joined twice, then compressed as a whole", async (listing) => {
    const isolate = startIsolate(site);
    const first = await isolate.ask(listing);
    const second = await isolate.ask(listing);
    await isolate.settle();
    const third = await isolate.ask(listing);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(third.bytes.length).toBeLessThan(0.8 * first.bytes.length);
    for (const later of [second, third]) {
      expect(later.text).toBe(first.text);
      expect(validators(later)).toEqual(validators(first));
      expect(later.headers.get("Content-Length")).toBe(String(later.bytes.length));
    }
    expect((await isolate.ask(listing, {})).text).toBe(first.text);
    const etag = first.headers.get("ETag") ?? "";
    const again = await isolate.ask(listing, { headers: { ...gzip.headers, "If-None-Match": etag } });
    expect(again.status).toBe(304);
  });

  test("is not forgotten for archive pages that there are not", async () => {
    const isolate = startIsolate(site);
    const first = await isolate.ask("/feeds/x+y.rss");
    await isolate.ask("/feeds/x+y.rss");
    await isolate.settle();
    for (let page = 1000; page < 2000; page++) {
      expect((await isolate.ask(`/feeds/all/${page}.rss`)).status).toBe(404);
    }
    expect((await isolate.ask("/feeds/x+y.rss")).bytes.length).toBeLessThan(0.8 * first.bytes.length);
  });

  test("is compressed once, however many ask for it at the same moment", async () => {
    const isolate = startIsolate(site);
    await Promise.all(Array.from({ length: 10 }, () => isolate.ask("/feeds/x+y.atom")));
    expect(await isolate.settle()).toBe(1);
    for (let turn = 0; turn < 3; turn++) await isolate.ask("/feeds/x+y.atom");
    expect(await isolate.settle()).toBe(1);
  });

  test("is one whose compressed bytes were sent: HEAD, 304, plain bytes and differences do not count", async () => {
    const isolate = startIsolate(site);
    const path = "/feeds/x+y.json";
    const { headers } = await isolate.ask(path, delta);
    const tag = headers.get("ETag") ?? "";
    const other = tag.replace(/^W\/".{5}/, 'W/"AAAAA');
    const asked = [
      { ...gzip, method: "HEAD" },
      { headers: { ...gzip.headers, "If-None-Match": tag } },
      { headers: { "Accept-Encoding": "identity" } },
      { headers: { ...delta.headers, "If-None-Match": other } },
    ];
    const statuses = [];
    for (const init of [...asked, ...asked]) statuses.push((await isolate.ask(path, init)).status);
    expect(statuses).toEqual([200, 304, 200, 226, 200, 304, 200, 226]);
    expect(await isolate.settle()).toBe(0);
    await isolate.ask(path);
    expect(await isolate.settle()).toBe(1);
  });

  test("still gives differences", async () => {
    const isolate = startIsolate(site);
    const path = "/feeds/x+y.json";
    const tag = (await isolate.ask(path, delta, now)).headers.get("ETag") ?? "";
    for (let turn = 0; turn < 2; turn++) {
      await isolate.ask(path, gzip, comes);
      await isolate.ask(path, gzip, comes);
      await isolate.settle();
    }
    const init = { headers: { ...delta.headers, "If-None-Match": tag } };
    const answer = await isolate.ask(path, init, comes);
    expect(answer.status).toBe(226);
    expect(JSON.parse(answer.text)).toMatchObject({ items: [{ title: "Secret plan" }] });
  });

  test("is another list once an article has appeared, and that is not replaced by the one before", async () => {
    const isolate = startIsolate(site);
    const path = "/feeds/x+y.rss";
    const ask = (at: string): Promise<Sent> => isolate.ask(path, gzip, at);
    const joined = await ask(now);
    await ask(now);
    expect((await ask(comes)).text).toContain("Secret plan");
    await isolate.settle();
    const second = await ask(comes);
    expect(second.text).toContain("Secret plan");
    await isolate.settle();
    const third = await ask(comes);
    expect(third.text).toBe(second.text);
    expect(third.bytes.length).toBeLessThan(second.bytes.length);
    expect(third.headers.get("Cache-Control")).toContain("max-age=900");
    const before = await ask(secondBefore);
    expect(before.text).toBe(joined.text);
    expect(before.bytes.length).toBeLessThan(joined.bytes.length);
    expect(before.headers.get("Cache-Control")).toBe("public, max-age=1");
  });

  test("is another list once a tombstone has gone, and that is not replaced by the one before", async () => {
    const isolate = startIsolate(shorter);
    const ask = (at: string): Promise<Sent> => isolate.ask("/feeds/x+y.atom", gzip, at);
    await ask(gone);
    expect((await ask(gone)).text).toContain("deleted-entry");
    expect((await ask(goneLongAgo)).text).not.toContain("deleted-entry");
    expect(await isolate.settle()).toBe(1);
    expect((await ask(goneLongAgo)).text).not.toContain("deleted-entry");
  });

  test("stays as joined where it is too long to be compressed within a request", async () => {
    const long = articles.slice(0, 10).map((one) => ({ ...one, text: "A long story. ".repeat(3000) }));
    const isolate = startIsolate(buildSite(long, now));
    const sizes = [];
    for (let turn = 0; turn < 4; turn++) {
      sizes.push((await isolate.ask("/feeds/x,y,z.rss")).bytes.length);
      await isolate.settle();
    }
    expect(new Set(sizes).size).toBe(1);
  });

  test("stays as joined where compressing it fails, which is told once", async () => {
    const told = vi.spyOn(console, "error").mockReturnValue();
    vi.stubGlobal(
      "CompressionStream",
      class {
        constructor() {
          throw new Error("no room");
        }
      },
    );
    const isolate = startIsolate(site);
    const sizes = [];
    for (let turn = 0; turn < 4; turn++) {
      const { status, bytes } = await isolate.ask("/feeds/x+y.rss");
      sizes.push([status, bytes.length]);
      await isolate.settle();
    }
    expect(sizes).toEqual(Array(4).fill(sizes[0]));
    expect(told).toHaveBeenCalledTimes(1);
  });

  test("is answered as an isolate answers that was never asked before, whoever asked for what", async () => {
    const asked = fc.record({
      path: fc.constantFrom("/feeds/x+y.rss", "/feeds/x+y.atom", "/topics/x+y"),
      init: fc.constantFrom<RequestInit>(gzip, gzip, gzip, { ...gzip, method: "HEAD" }, {}, delta),
      at: fc.constantFrom(now, secondBefore, comes),
      settles: fc.boolean(),
    });
    const expected = new Map<string, Promise<Sent>>();
    let shorter = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { maxLength: 25, size: "max" }), async (series) => {
        const isolate = startIsolate(site);
        for (const { path, init, at, settles } of series) {
          const name = JSON.stringify([path, init, at]);
          const fresh = expected.get(name) ?? startIsolate(site).ask(path, init, at);
          expected.set(name, fresh);
          const [answer, right] = [await isolate.ask(path, init, at), await fresh];
          expect(answer.text, name).toBe(right.text);
          expect(validators(answer), name).toEqual(validators(right));
          expect(answer.bytes.length, name).toBeLessThanOrEqual(right.bytes.length);
          if (answer.bytes.length < right.bytes.length) shorter += 1;
          if (settles) await isolate.settle();
        }
      }),
      { numRuns: 40 },
    );
    expect(shorter).toBeGreaterThan(20);
  });
});
