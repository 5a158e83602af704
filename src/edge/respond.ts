// Everything about bytes and headers, once: a stored document, a redirect or a refusal as a Response.

import type { DocumentKind } from "../catalog/artefact.ts";
import { indexContentType } from "../feeds/directory.ts";
import { formatOf } from "../feeds/formats.ts";
import { opmlContentType } from "../feeds/opml.ts";
import { schemaContentType } from "../feeds/schema.ts";
import { contentSecurityPolicy } from "../pages/layout.ts";
import { cacheControl, isFresh, spellHttpDate } from "./caching.ts";
import { acceptedCodings } from "./codings.ts";
import { createMemory } from "./memory.ts";
import type { StoredDocument } from "./store.ts";

/** What an answer of one kind always says: with and without its content, and only with it. */
interface Kind {
  readonly always: Readonly<Record<string, string>>;
  readonly content: Readonly<Record<string, string>>;
}

const openToAll = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Last-Modified, IM, Delta-Base, Link",
};

const pageHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": contentSecurityPolicy,
  "Referrer-Policy": "strict-origin-when-cross-origin",
};

/** A document for machines: scripts of other sites may read it. */
function machineKind(contentType: string, vary = "Accept-Encoding"): Kind {
  return {
    always: { Vary: vary, ...openToAll },
    content: { "Content-Type": contentType, "X-Content-Type-Options": "nosniff" },
  };
}

/** What a feed's answer depends on: its compression, differences (RFC 3229), and a browser's page in its place. */
export const feedVary = "Accept-Encoding, A-IM, Sec-Fetch-Dest";

const kinds: Readonly<Record<DocumentKind, Kind>> = {
  page: { always: { Vary: "Accept-Encoding" }, content: pageHeaders },
  rss: machineKind(formatOf.rss.contentType, feedVary),
  atom: machineKind(formatOf.atom.contentType, feedVary),
  json: machineKind(formatOf.json.contentType, feedVary),
  opml: machineKind(opmlContentType),
  index: machineKind(indexContentType),
  schema: machineKind(schemaContentType),
  sitemap: machineKind("application/xml; charset=utf-8"),
  robots: machineKind("text/plain; charset=utf-8"),
};

/** The methods every address answers. */
export const allowedMethods = "GET, HEAD, OPTIONS";

/** What may be said of an answer beyond what its document says. */
export interface Manner {
  /** 226 for differences; 200 unless said. */
  readonly status?: 200 | 226;
  /** Further headers, or others in place of the usual. */
  readonly more?: Readonly<Record<string, string>>;
}

/** Answers a GET or HEAD with a document at `now` (seconds since 1970): 304 where the client has it, its bytes otherwise. */
export function sendDocument(
  request: Request,
  document: StoredDocument,
  now: number,
  { status = 200, more = nothingMore }: Manner = {},
): Response | Promise<Response> {
  const isUsual = status === 200 && more === nothingMore;
  if (status === 200 && isFresh(request, document)) {
    const headers = isUsual ? usualHeaders(document, now, "short") : headersOf(document, now, more);
    return new Response(null, { status: 304, headers });
  }
  const { gzip: takesGzip, brotli: takesBrotli } = acceptedCodings(request);
  const isSmall = status === 200 && document.brotli != null && takesBrotli;
  if (!takesGzip && !isSmall) {
    // Differences bear the tag of the whole feed, and are for one client anyway.
    const name = status === 200 ? `${document.kind} ${document.etag}` : null;
    const headers = { ...headersOf(document, now, more), ...kinds[document.kind].content };
    return sendInflated(request, name, document.gzip(), status, headers);
  }
  const coding = isSmall ? "br" : "gzip";
  const bytes = bytesOf(document, coding);
  const headers = isUsual
    ? usualHeaders(document, now, coding)
    : { ...headersOf(document, now, more), ...contentHeaders(document, coding, bytes) };
  const isHead = request.method === "HEAD";
  // Differences are bytes of their own.
  if (status === 200 && !isHead) document.sent?.();
  // The bytes are compressed already; "manual" keeps the runtime from doing it again.
  return new Response(isHead ? null : bytes, { status, headers, encodeBody: "manual" });
}

const nothingMore: Readonly<Record<string, string>> = {};

/** What every answer with a document says, the short one of 304 too. */
function headersOf(
  document: StoredDocument,
  now: number,
  more: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    ETag: document.etag,
    "Last-Modified": spellHttpDate(document.modified),
    "Cache-Control": cacheControl(document.until, now),
    ...kinds[document.kind].always,
    ...(document.link === undefined ? {} : { Link: document.link }),
    ...more,
  };
}

function contentHeaders(
  { kind }: StoredDocument,
  coding: "gzip" | "br",
  bytes: Uint8Array,
): Record<string, string> {
  return { ...kinds[kind].content, "Content-Encoding": coding, "Content-Length": String(bytes.byteLength) };
}

/** The headers of a document that was asked for before: made once, as long as its lifetime reads the same. */
interface UsualHeaders {
  readonly control: string;
  /** Those of a 304, which asks for no content, and those of each coding. */
  short?: Headers;
  gzip?: Headers;
  br?: Headers;
}

const usual = new WeakMap<StoredDocument, UsualHeaders>();

function usualHeaders(document: StoredDocument, now: number, form: "short" | "gzip" | "br"): Headers {
  const control = cacheControl(document.until, now);
  const before = usual.get(document);
  const known = before?.control === control ? before : { control };
  if (known !== before) usual.set(document, known);
  known[form] ??= new Headers({
    ...headersOf(document, now, nothingMore),
    ...(form === "short" ? {} : contentHeaders(document, form, bytesOf(document, form))),
  });
  return known[form];
}

function bytesOf(document: StoredDocument, coding: "gzip" | "br"): Uint8Array<ArrayBuffer> {
  return (coding === "br" ? document.brotli : null) ?? document.gzip();
}

/** What was inflated for clients that take no gzip, by what it is. */
const inflated = createMemory<ArrayBuffer>(200, 8 * 1024 * 1024);

/** For a client that takes no gzip; `name` is what the inflated bytes are remembered under, null for not at all. */
function sendInflated(
  request: Request,
  name: string | null,
  gzip: Uint8Array<ArrayBuffer>,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response | Promise<Response> {
  const send = (body: ArrayBuffer): Response => {
    const whole = { ...headers, "Content-Length": String(body.byteLength) };
    return new Response(request.method === "HEAD" ? null : body, { status, headers: whole });
  };
  const known = name === null ? undefined : inflated.peek(name, 0);
  if (known !== undefined) return send(known);
  return inflate(gzip).then((body) => {
    if (name !== null) inflated.recall(name, 0, () => ({ value: body, until: null, size: body.byteLength }));
    return send(body);
  });
}

function inflate(gzip: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return new Response(new Blob([gzip]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/**
 * A redirect: for ever to the one spelling of an address, or `303` to what a form asked for. Scripts of other sites may
 * follow it where they may read what it leads to (Fetch standard, HTTP-redirect fetch).
 */
export function sendRedirect(to: string, status: 301 | 303 = 301): Response {
  const control = status === 301 ? "public, max-age=900" : "no-store";
  const headers = { Location: to, "Cache-Control": control, ...openToAll };
  return new Response(null, { status, headers });
}

/** A page made for this request, such as a refusal. */
export function sendPage(status: number, html: string): Response {
  return new Response(html, { status, headers: { ...pageHeaders, "Cache-Control": "public, max-age=60" } });
}

/** A sentence for a machine. */
export function sendText(status: number, sentence: string, more: Record<string, string> = {}): Response {
  const headers = {
    "Content-Type": "text/plain; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
    ...openToAll,
    ...more,
  };
  return new Response(`${sentence}\n`, { status, headers });
}

/** The answer to a preflight (Fetch standard, CORS protocol) and to a plain OPTIONS. */
export function sendOptions(): Response {
  const headers = {
    Allow: allowedMethods,
    "Access-Control-Allow-Methods": allowedMethods,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
    ...openToAll,
  };
  return new Response(null, { status: 204, headers });
}
