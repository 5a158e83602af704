// The development server in front of `wrangler dev`: everything passes byte for byte, and a browser's pages get one
// script more.

import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { isOwnHost } from "./host.ts";
import { headline, type Moment, type News } from "./news.ts";
import { renderProblems } from "./problemsPage.ts";
import { allowScript, livePath, liveScript, type Message, problemsPath } from "./script.ts";

/** Headers of one connection, which are the next connection's own affair (RFC 9110 §7.6.1). */
const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "transfer-encoding",
  "upgrade",
]);

/** Header names and values in turn, as they were sent. */
type RawHeaders = readonly string[];

/** A server that is not listening yet. `port` is where the site is served on this machine. */
export function createProxy(port: number, news: News): Server {
  return createServer(async (incoming, outgoing) => {
    outgoing.on("error", () => {});
    if (!isOwnHost(incoming.headers.host)) return sendSentence(outgoing, 421, strangeHost);
    const path = (incoming.url ?? "/").split("?")[0];
    if (path === livePath) return streamNews(outgoing, news);
    if (path === problemsPath) return sendProblems(outgoing, news.now(), 200);
    await news.first;
    const { site } = news.now();
    if (site === null) return sendProblems(outgoing, news.now(), 503);
    pass(incoming, outgoing, port, site);
  });
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, port: number, site: string): void {
  const { method, url: path } = incoming;
  const headers = endToEnd(incoming.rawHeaders);
  const onward = ask({ host: "127.0.0.1", port, method, path, headers, agent: false, setHost: false });
  onward.on("response", (answer) => {
    outgoing.sendDate = false;
    const change = method === "HEAD" || !isShown(incoming) ? null : pageIn(answer);
    if (change === null) {
      outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, [...endToEnd(answer.rawHeaders)]);
      answer.pipe(outgoing);
      return;
    }
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("end", () => {
      const script = liveScript("site", site);
      const body = addScript(change(Buffer.concat(chunks)), script.element);
      const kept = headersOfPage(answer.rawHeaders, script.source, body.length);
      outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, kept);
      outgoing.end(body);
    });
    answer.on("error", () => outgoing.destroy());
  });
  onward.on("error", (error) => {
    if (outgoing.headersSent) {
      outgoing.destroy();
      return;
    }
    sendSentence(
      outgoing,
      502,
      `The site did not answer (${error.message}). See the terminal for what happened.`,
    );
  });
  outgoing.on("close", () => onward.destroy());
  incoming.pipe(onward);
}

/** True where a browser is going to show what it asks for. Programs get the very answers they will get once it is deployed. */
function isShown({ headers }: IncomingMessage): boolean {
  return headers["sec-fetch-dest"] === "document";
}

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  "": (bytes) => bytes,
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

/** How to read the body of an answer that is a page; null for everything else, which is not touched. */
function pageIn({ headers, statusCode }: IncomingMessage): ((bytes: Buffer) => Buffer) | null {
  if (statusCode === 304 || !headers["content-type"]?.startsWith("text/html")) return null;
  return decoders[headers["content-encoding"] ?? ""] ?? null;
}

function addScript(page: Buffer, element: string): Buffer {
  const end = page.lastIndexOf("</body>");
  if (end < 0) return Buffer.concat([page, Buffer.from(element)]);
  return Buffer.concat([page.subarray(0, end), Buffer.from(element), page.subarray(end)]);
}

/** A page of a site that is being worked on is never kept, so it has no validators either. */
function headersOfPage(raw: RawHeaders, source: string, length: number): string[] {
  const replaced = new Set(["content-length", "content-encoding", "cache-control", "etag", "last-modified"]);
  const kept = pairs(endToEnd(raw))
    .filter(([name]) => !replaced.has(name.toLowerCase()))
    .map(([name, value]) =>
      name.toLowerCase() === "content-security-policy" ? [name, allowScript(value, source)] : [name, value],
    );
  return [...kept.flat(), "Content-Length", String(length), "Cache-Control", "no-store"];
}

function endToEnd(raw: RawHeaders): RawHeaders {
  return pairs(raw)
    .filter(([name]) => !hopByHop.has(name.toLowerCase()))
    .flat();
}

function pairs(raw: RawHeaders): [string, string][] {
  return raw.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, raw[at + 1] ?? ""]] : []));
}

const strangeHost =
  "This server is for this machine alone, and was asked by another name. Open it by its address, as npm start says it; a tunnel has to send Host: localhost.";

function sendSentence(outgoing: ServerResponse, status: 421 | 502, sentence: string): void {
  outgoing.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
  });
  outgoing.end(`${sentence}\n`);
}

function sendProblems(outgoing: ServerResponse, moment: Moment, status: 200 | 503): void {
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
  outgoing.writeHead(status, headers);
  outgoing.end(renderProblems(moment));
}

/** Server-sent events (HTML §9.2): the present moment at once, then every later one. */
function streamNews(outgoing: ServerResponse, news: News): void {
  outgoing.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  const send = (moment: Moment): void => {
    const message: Message = { site: moment.site, id: moment.id, headline: headline(moment) };
    outgoing.write(`data: ${JSON.stringify(message)}\n\n`);
  };
  outgoing.write("retry: 500\n");
  send(news.now());
  outgoing.on("close", news.follow(send));
}
