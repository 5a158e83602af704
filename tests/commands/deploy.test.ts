import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { DocumentEntry } from "../../src/catalog/artefact.ts";
import type { Site } from "../../src/catalog/catalog.ts";
import { findChangedFeeds, tellHub } from "../../src/commands/deploy.ts";

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
