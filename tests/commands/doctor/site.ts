// A small site of this program behind a local HTTP server that can be made to do one thing wrong.

import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { compileSite } from "../../../src/compile/compile.ts";
import { createApp } from "../../../src/edge/app.ts";
import { createLists } from "../../../src/edge/lists.ts";
import { openStore } from "../../../src/edge/store.ts";
import { bundleCatalog } from "../../compile/inMemory.ts";

/** What was asked. */
export interface Asked {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** What would be answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Does something wrong with an answer, or answers itself by writing into `out` and returning null. */
export type Alter = (
  asked: Asked,
  answered: Answered,
  out: ServerResponse,
  ask: Answering,
) => Answered | null | Promise<Answered>;

/** What the site itself answers. */
export type Answering = (asked: Asked) => Answered | Promise<Answered>;

export interface LocalSite {
  readonly origin: string;
  /** What is done with every answer from now on. */
  alter: Alter;
  readonly stop: () => Promise<void>;
}

export const asItIs: Alter = (_, answered) => answered;

/** Serves whatever `answer` makes of a question. */
export async function serveLocally(open: (origin: string) => Answering): Promise<LocalSite> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = open(origin);
  const local: LocalSite = {
    origin,
    alter: asItIs,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  server.on("request", async (request, out) => {
    const asked = { path: request.url ?? "/", method: request.method ?? "GET", headers: request.headers };
    const answered = await local.alter(asked, await answer(asked), out, answer);
    if (answered === null) return;
    out.writeHead(answered.status, answered.headers);
    out.end(asked.method === "HEAD" ? undefined : answered.body);
  });
  return local;
}

const now = "2026-11-20T08:00:00Z";

/** A site of so many articles, ten in a feed, all in topic x. */
export function serveSite(articles: number): Promise<LocalSite> {
  return serveLocally((origin) => {
    const app = openApp(origin, articles);
    return async ({ path, method, headers }) => {
      const list = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
      const response = await app.fetch(new Request(origin + path, { method, headers: list }));
      const body = Buffer.from(await response.arrayBuffer());
      return { status: response.status, headers: Object.fromEntries(response.headers), body };
    };
  });
}

function openApp(origin: string, articles: number) {
  const site = `[site]\ntitle = "News"\nlanguage = "en"\nentries = 10\nhub = "https://hub.example/"\n\n[[topic]]\nid = "x"\ntitle = "Topic X"\n`;
  const seeds = Array.from({ length: articles }, (_, at) => ({
    path: `${at}.md`,
    bytes: new TextEncoder().encode(articleOf(at)),
  }));
  const output = compileSite({ site, ledger: "", seeds, origin, now });
  const errors = output.problems.filter(({ level }) => level === "error");
  if (output.catalog === null || errors.length > 0) throw new Error(JSON.stringify(errors));
  const bundle = bundleCatalog(output.catalog, now, () => "");
  const store = openStore({ index: bundle.index, bytes: bundle.bytes.slice().buffer });
  const lists = createLists(store.shelf, () => {});
  return createApp(store, lists, () => Date.parse(now) / 1000);
}

function articleOf(at: number): string {
  const day = String(at + 1).padStart(2, "0");
  const words = Array.from({ length: 30 }, (_, word) => `word${at}x${word}`).join(" ");
  return `---\ntitle: "Story ${at}"\ndate: 2026-09-${day}T08:00:00Z\ntopics: [x]\nlang: en\n---\n\n${words}.\n`;
}

/** Changes the text of answers, whatever coding they travel in. */
export function edit(path: RegExp, change: (text: string) => string) {
  return (asked: Asked, answered: Answered): Answered => {
    if (!path.test(asked.path) || answered.status !== 200) return answered;
    const coding = answered.headers["content-encoding"];
    const { decode, encode } = codings[coding ?? ""] ?? plain;
    const changed =
      answered.body.length === 0
        ? answered.body
        : encode(Buffer.from(change(decode(answered.body).toString("utf8"))));
    const { "content-length": _, ...headers } = answered.headers;
    // HEAD has no body to tell its length by.
    const length = asked.method === "HEAD" ? {} : { "content-length": String(changed.length) };
    return { ...answered, headers: { ...headers, ...length }, body: changed };
  };
}

const plain = { decode: (body: Buffer) => body, encode: (body: Buffer) => body };
const codings: Readonly<Record<string, typeof plain>> = {
  gzip: { decode: (body) => gunzipSync(body), encode: (body) => gzipSync(body) },
  br: { decode: (body) => brotliDecompressSync(body), encode: (body) => brotliCompressSync(body) },
};

/** Sets headers, or removes them. */
export function setHeaders(path: RegExp, more: Readonly<Record<string, string | null>>) {
  return (asked: Asked, answered: Answered): Answered => {
    if (!path.test(asked.path)) return answered;
    const headers = Object.entries({ ...answered.headers, ...more }).filter(
      (pair): pair is [string, string] => pair[1] !== null,
    );
    return { ...answered, headers: Object.fromEntries(headers) };
  };
}

/** Answers as if it had been asked without conditions. */
export function forget(path: RegExp): Alter {
  return (asked, answered, _, ask) => {
    if (!path.test(asked.path) || answered.status !== 304) return answered;
    const { "if-none-match": _tag, "if-modified-since": _date, ...headers } = asked.headers;
    return ask({ ...asked, headers });
  };
}
