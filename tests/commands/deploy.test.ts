import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { DocumentEntry } from "../../src/catalog/artefact.ts";
import type { Site } from "../../src/catalog/catalog.ts";
import { packFile } from "../../src/catalog/pack.ts";
import { findChangedFeeds, readDocuments, tellHub } from "../../src/commands/deploy.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that answers with what `answer` says, and its origin. */
async function serve(
  answer: (request: IncomingMessage, body: string) => { status: number; etag?: string },
): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { status, etag } = answer(request, Buffer.concat(chunks).toString());
      response.writeHead(status, etag === undefined ? {} : { ETag: etag }).end();
    });
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function documentOf(etag: string): DocumentEntry[] {
  return [{ kind: "rss", etag, modified: 0, content: [0, 0] }];
}

function indexOf(url: string) {
  return {
    site: { url } as Site,
    documents: {
      "/feeds/a.rss": documentOf('W/"same"'),
      "/feeds/b.rss": documentOf('W/"new"'),
      "/topics/a": documentOf('W/"page"'),
    },
  };
}

describe("the feeds a deploy changes", () => {
  test("are those whose live tag is another one", async () => {
    const url = await serve(({ url: path }) => ({
      status: 200,
      etag: path === "/feeds/a.rss" ? 'W/"same"' : 'W/"old"',
    }));
    expect(await findChangedFeeds(indexOf(url))).toEqual([`${url}/feeds/b.rss`]);
  });

  test("are all of a site that is not there yet", async () => {
    const url = "http://127.0.0.1:9";
    expect(await findChangedFeeds(indexOf(url))).toEqual([`${url}/feeds/a.rss`, `${url}/feeds/b.rss`]);
  });
});

test("a site or a hub that never answers is not waited for longer than a while", async () => {
  const server = createServer(() => {});
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const soon = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("it took too long")), 50);
    return controller.signal;
  });
  expect(await findChangedFeeds(indexOf(url))).toEqual([`${url}/feeds/a.rss`, `${url}/feeds/b.rss`]);
  expect(await tellHub(url, ["https://news.example/feeds/a.rss"])).toEqual([
    `${url} could not be reached for https://news.example/feeds/a.rss (it took too long).`,
  ]);
  soon.mockRestore();
  server.closeAllConnections();
});

describe("the documents a deploy will have", () => {
  test("are those of the bundle and those of topics in asset files", () => {
    const out = mkdtempSync(join(tmpdir(), "topicwire-"));
    const place = join(out, "assets/cold/topics/quiet.bin");
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, packFile({ documents: { "/feeds/quiet.rss": documentOf('W/"cold"') } }, []));
    const topics = ["lively", "quiet"].map((id) => ({ id, title: { "": id }, description: null }));
    const hot = { topics, documents: { "/feeds/lively.rss": documentOf('W/"hot"') } };
    const cold = { buckets: 1, pagesPerFile: 1 };
    const all = ["/feeds/lively.rss", "/feeds/quiet.rss"];
    expect(Object.keys(readDocuments(out, { ...hot, cold })).sort()).toEqual(all);
    expect(Object.keys(readDocuments(out, { ...hot, cold: null }))).toEqual(["/feeds/lively.rss"]);
    rmSync(out, { recursive: true });
  });
});

describe("the hub", () => {
  test("is told of every changed feed", async () => {
    const told: string[] = [];
    const hub = await serve((_, body) => {
      told.push(body);
      return { status: 204 };
    });
    expect(
      await tellHub(hub, ["https://news.example/feeds/a.rss", "https://news.example/feeds/b.rss"]),
    ).toEqual([]);
    expect(told.map((body) => new URLSearchParams(body).get("hub.url")).sort()).toEqual([
      "https://news.example/feeds/a.rss",
      "https://news.example/feeds/b.rss",
    ]);
    expect(new URLSearchParams(told[0]).get("hub.mode")).toBe("publish");
  });

  test("that refuses is named, with what it refused", async () => {
    const hub = await serve(() => ({ status: 403 }));
    const [failure] = await tellHub(hub, ["https://news.example/feeds/a.rss"]);
    expect(failure).toContain("403 for https://news.example/feeds/a.rss");
  });
});
