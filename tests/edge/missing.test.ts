// What a site does whose asset files cannot be read: it says so, and is right again as soon as they can.

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  articlePath,
  bucketOf,
  coldArchivePath,
  coldBucketPath,
  coldTopicPath,
} from "../../src/catalog/links.ts";
import {
  bundleTiers,
  type Isolate,
  limitsOf,
  press,
  seconds,
  startIsolate,
  type Tiers,
  tellCatalog,
} from "./tiers-of.ts";

const known = "2026-11-22T12:00:00Z";
const now = seconds(known);
const catalog = tellCatalog(
  Array.from({ length: 60 }, (_, number) => {
    const date = `2026-0${1 + Math.floor(number / 10)}-${10 + (number % 10)}T00:00:00Z`;
    return {
      published: date,
      seen: date,
      topics: number < 15 ? ["old"] : [number % 2 === 0 ? "even" : "odd"],
    };
  }),
  ["old", "even", "odd"],
);
const pressed = press(catalog, known);
const oldest = catalog.articles.at(-1) ?? { slug: "", shortId: "" };
const newest = catalog.articles[0] ?? { slug: "", shortId: "" };

let tiers: Tiers;
let site: Isolate;

beforeEach(() => {
  // What cannot be read is told to whoever looks at the Worker's log.
  vi.spyOn(console, "error").mockImplementation(() => {});
  tiers = bundleTiers(pressed, known, limitsOf(74_000));
  expect(tiers.bundle.index.hot).toBeGreaterThan(1);
  expect(tiers.bundle.index.hot).toBeLessThan(20);
  site = startIsolate(tiers);
});
afterEach(() => vi.restoreAllMocks());

/** The file behind each thing that can be asked for. */
function places(): readonly (readonly [path: string, file: string])[] {
  const { buckets } = tiers.bundle.index.cold ?? { buckets: 1 };
  return [
    [articlePath(oldest), coldBucketPath(bucketOf(oldest.shortId, buckets))],
    [`/articles/${oldest.shortId}`, coldBucketPath(bucketOf(oldest.shortId, buckets))],
    ["/articles/nobody-0123456789", coldBucketPath(bucketOf("0123456789", buckets))],
    ["/feeds/all/1.rss", coldArchivePath("all", 0)],
    ["/feeds/old/1.json", coldArchivePath("old", 0)],
    ["/feeds/old+!even.atom", coldArchivePath("old", 0)],
  ];
}

async function expectMissing(isolate: Isolate, path: string, init: RequestInit = {}): Promise<string> {
  const { status, headers, text } = await isolate.ask(path, now, init);
  expect(status, path).toBe(503);
  expect(Number(headers.get("Retry-After")), path).toBeGreaterThan(0);
  expect(headers.get("Cache-Control"), path).toBe("no-store");
  expect(headers.get("ETag"), path).toBeNull();
  return text;
}

describe("an asset file that is missing", () => {
  test("is named with 503, and read as soon as it is there", async () => {
    const other = startIsolate(tiers);
    for (const [path, file] of places()) {
      const bytes = tiers.files.get(file);
      expect(bytes, file).toBeDefined();
      tiers.files.delete(file);
      expect(await expectMissing(site, path)).toContain(file);
      await expectMissing(site, path, { method: "HEAD" });
      await expectMissing(site, path, { headers: { "If-None-Match": "*" } });
      tiers.files.set(file, bytes ?? new Uint8Array(0));
      const [answer, right] = [await site.ask(path, now), await other.ask(path, now)];
      expect([answer.status, answer.text], path).toEqual([right.status, right.text]);
      expect([...answer.headers], path).toEqual([...right.headers]);
    }
  });

  test("leaves everything else as it is", async () => {
    tiers.files.clear();
    for (const path of ["/", "/index.json", "/sitemap.xml", articlePath(newest), "/feeds/all.json"]) {
      expect((await site.ask(path, now)).status, path).toBe(200);
    }
  });

  test("is not looked for where no article can be", async () => {
    tiers.files.clear();
    for (const path of ["/articles/nobody", "/articles/Nobody-ABCDEFGHIJ"]) {
      const { status, reads } = await site.ask(path, now);
      expect([status, reads], path).toEqual([404, []]);
    }
  });

  test("is of no matter where it holds a feed that can be joined", async () => {
    const file = coldTopicPath("old");
    const right = await startIsolate(tiers).ask("/feeds/old.rss", now);
    expect(right.reads).toEqual([file]);
    expect(tiers.files.delete(file)).toBe(true);
    const answer = await site.ask("/feeds/old.rss", now);
    expect([answer.status, answer.text, answer.headers.get("ETag")]).toEqual([
      200,
      right.text,
      right.headers.get("ETag"),
    ]);
  });

  test("is 503 for a list of pages too", async () => {
    const { documents } = tiers.bundle.index;
    const [edition] = documents["/sitemap.xml"] ?? [];
    if (edition === undefined) throw new Error("there is no sitemap");
    const file = "/cold/documents/sitemap-xml-0.bin";
    const index = {
      ...tiers.bundle.index,
      documents: { ...documents, "/sitemap.xml": [{ ...edition, content: file }] },
    };
    const isolate = startIsolate({ ...tiers, bundle: { ...tiers.bundle, index } });
    expect(await expectMissing(isolate, "/sitemap.xml")).toContain(file);
    const [at, size] = edition.content as [number, number];
    tiers.files.set(file, tiers.bundle.bytes.slice(at, at + size));
    const [answer, right] = [await isolate.ask("/sitemap.xml", now), await site.ask("/sitemap.xml", now)];
    expect([answer.status, answer.text, [...answer.headers]]).toEqual([200, right.text, [...right.headers]]);
    expect((await isolate.ask("/sitemap.xml", now)).reads).toEqual([]);
  });
});

describe("a binding", () => {
  test("that is missing is said with 503", async () => {
    const isolate = startIsolate(tiers, () => undefined);
    for (const [path] of places()) expect(await expectMissing(isolate, path)).toContain("ASSETS");
    expect((await isolate.ask(articlePath(newest), now)).status).toBe(200);
  });

  test.each([
    ["fails", () => Promise.reject(new Error("Network connection lost."))],
    ["has a bad moment", async () => new Response("Try again", { status: 500 })],
  ])("that %s is 503 too, and asked again", async (_, fail) => {
    let works = false;
    const isolate = startIsolate(tiers, (own) => ({
      ...own,
      fetch: (input: RequestInfo | URL) => (works ? own.fetch(input) : fail()),
    }));
    for (const [path] of places()) await expectMissing(isolate, path);
    works = true;
    for (const [path] of places()) expect((await isolate.ask(path, now)).status, path).not.toBe(503);
  });
});
