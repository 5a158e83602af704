// Everything about bytes and headers, once: a stored document, a redirect or a refusal as a Response.

import type { DocumentKind } from "../catalog/artefact.ts";
import { contentSecurityPolicy } from "../pages/layout.ts";
import { cacheControl, isFresh, spellHttpDate } from "./caching.ts";
import type { StoredDocument } from "./store.ts";

/** Media type of each kind of document, and whether scripts of other sites may read it. */
const kinds: Readonly<Record<DocumentKind, { type: string; open: boolean }>> = {
  page: { type: "text/html; charset=utf-8", open: false },
  rss: { type: "application/rss+xml; charset=utf-8", open: true },
  atom: { type: "application/atom+xml; charset=utf-8", open: true },
  json: { type: "application/feed+json; charset=utf-8", open: true },
  opml: { type: "text/x-opml; charset=utf-8", open: true },
  index: { type: "application/json; charset=utf-8", open: true },
  schema: { type: "application/schema+json; charset=utf-8", open: true },
  sitemap: { type: "application/xml; charset=utf-8", open: true },
  robots: { type: "text/plain; charset=utf-8", open: true },
};

/** The methods every address answers. */
export const allowedMethods = "GET, HEAD, OPTIONS";

/** What may be said of an answer beyond what its document says. */
export interface Manner {
  /** 226 for differences; 200 unless said. */
  readonly status?: 200 | 226;
  readonly cacheControl?: string;
  /** Request headers the answer depends on, beside Accept-Encoding. */
  readonly vary?: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** Answers a GET or HEAD with a document: 304 where the client has it, its bytes otherwise. */
export async function sendDocument(
  request: Request,
  document: StoredDocument,
  manner: Manner = {},
): Promise<Response> {
  const { type, open } = kinds[document.kind];
  const headers = new Headers({
    ETag: document.etag,
    "Last-Modified": spellHttpDate(document.modified),
    "Cache-Control": manner.cacheControl ?? cacheControl,
    Vary: manner.vary === undefined ? "Accept-Encoding" : `Accept-Encoding, ${manner.vary}`,
    ...manner.more,
  });
  if (open) allowAll(headers);
  const status = manner.status ?? 200;
  if (status === 200 && isFresh(request, document)) return new Response(null, { status: 304, headers });
  headers.set("Content-Type", type);
  protect(headers);
  const gzip = document.gzip();
  const compressed = acceptsGzip(request);
  const body = compressed ? gzip : await inflate(gzip);
  headers.set("Content-Length", String(body.byteLength));
  if (request.method === "HEAD") return new Response(null, { status, headers });
  if (!compressed) return new Response(body, { status, headers });
  headers.set("Content-Encoding", "gzip");
  // The bytes are compressed already; "manual" keeps the runtime from doing it again.
  return new Response(body, { status, headers, encodeBody: "manual" });
}

/** A redirect: for ever to the one spelling of an address, or `303` to what a form asked for. */
export function sendRedirect(to: string, status: 301 | 303 = 301): Response {
  const headers = { Location: to, "Cache-Control": status === 301 ? cacheControl : "no-store" };
  return new Response(null, { status, headers });
}

/** A page made for this request, such as a refusal. */
export function sendPage(status: number, html: string): Response {
  const headers = new Headers({ "Content-Type": kinds.page.type, "Cache-Control": "public, max-age=60" });
  protect(headers);
  return new Response(html, { status, headers });
}

/** A sentence for a machine. */
export function sendText(status: number, sentence: string, more: Record<string, string> = {}): Response {
  const headers = new Headers({ "Content-Type": "text/plain; charset=utf-8", ...more });
  allowAll(headers);
  protect(headers);
  return new Response(`${sentence}\n`, { status, headers });
}

/** The answer to a preflight (Fetch standard, CORS protocol) and to a plain OPTIONS. */
export function sendOptions(): Response {
  const headers = new Headers({
    Allow: allowedMethods,
    "Access-Control-Allow-Methods": allowedMethods,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
  });
  allowAll(headers);
  return new Response(null, { status: 204, headers });
}

function allowAll(headers: Headers): void {
  headers.set("Access-Control-Allow-Origin", "*");
  headers.set("Access-Control-Expose-Headers", "ETag, Last-Modified, IM, Link");
}

function protect(headers: Headers): void {
  headers.set("X-Content-Type-Options", "nosniff");
  if (headers.get("Content-Type") !== kinds.page.type) return;
  headers.set("Content-Security-Policy", contentSecurityPolicy);
  headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
}

/**
 * Whether gzip may be sent (RFC 9110 §12.5.3). The platform rewrites the header; what the client itself asked for then
 * stands in `cf.clientAcceptEncoding`.
 */
function acceptsGzip(request: Request): boolean {
  const asked = request.cf?.["clientAcceptEncoding"];
  const header = typeof asked === "string" ? asked : (request.headers.get("Accept-Encoding") ?? "");
  let any = false;
  for (const part of header.toLowerCase().split(",")) {
    const [coding = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    const wanted = quality === undefined || Number(quality.slice(2)) > 0;
    if (coding === "gzip" || coding === "x-gzip") return wanted;
    if (coding === "*") any = wanted;
  }
  return any;
}

async function inflate(gzip: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return new Response(new Blob([gzip]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
