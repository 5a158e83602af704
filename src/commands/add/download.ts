// download: one document of the web, fetched as a browser would politely fetch it, and never more of it than is wanted.

import { isRefusal, type Refusal, refuse, refuseSize } from "./arrival.ts";
import { isInside } from "./reach.ts";

/** A document as it came. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** Where it was in the end, without a fragment. */
  readonly address: string;
  /** Media type in small letters, without parameters; empty where the server names none. */
  readonly type: string;
  /** The charset the server names; null where it names none. */
  readonly charset: string | null;
}

/** How much is asked of a server. */
export interface Manners {
  /** Most bytes that are taken, decompressed. */
  readonly limit: number;
  /** How long all of it may take, in milliseconds. */
  readonly patience: number;
  /** Language preferred, BCP 47. */
  readonly lang: string;
  /** The address of the feed that named this one; null where the publisher did. */
  readonly from: string | null;
}

const agent = "Mozilla/5.0 (compatible; topicwire/0.1)";
const accept =
  "text/html,application/xhtml+xml,text/markdown;q=0.8,text/plain;q=0.8,application/rss+xml;q=0.5,application/atom+xml;q=0.5,*/*;q=0.1";

/** Fetches a document, following redirects; what the server says instead of one is a refusal that says what to do. */
export async function download(address: string, manners: Manners): Promise<Fetched | Refusal> {
  const signal = AbortSignal.timeout(manners.patience);
  const headers = {
    "User-Agent": agent,
    Accept: accept,
    "Accept-Language": `${manners.lang},*;q=0.5`,
  };
  try {
    const response = await follow(address, manners.from ?? address, { headers, signal, redirect: "manual" });
    if (isRefusal(response)) return response;
    const found = response.ok ? await readBody(response, manners.limit) : refuseStatus(response.status);
    if (isRefusal(found)) {
      await response.body?.cancel().catch(() => {});
      return found;
    }
    const [type = "", ...parameters] = (response.headers.get("content-type") ?? "").split(";");
    const charset = /^\s*charset\s*=\s*["']?([^\s"']+)/i;
    return {
      bytes: found,
      address: withoutFragment(response.url || address),
      type: type.trim().toLowerCase(),
      charset: parameters.map((each) => charset.exec(each)?.[1]).find((each) => each !== undefined) ?? null,
    };
  } catch (error) {
    return refuseFailure(error, manners.patience);
  }
}

/** As many redirects as a browser follows (Fetch standard, HTTP-redirect fetch). */
const mostRedirects = 20;

/**
 * The answer at the end of all redirects. `from` is what the publisher asked for: where that is of the web, nothing is
 * asked of hosts of this network, whoever says so.
 */
async function follow(address: string, from: string, how: RequestInit): Promise<Response | Refusal> {
  let at = address;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    if (at !== from && (await isInside(at)) && !(await isInside(from)))
      return refuse(`it leads into your own network, to ${at}`, "Add that address itself if it is meant");
    const response = await fetch(at, how);
    const location = response.headers.get("location");
    if (location === null || !/^30[12378]$/.test(String(response.status))) return response;
    await response.body?.cancel().catch(() => {});
    const next = URL.canParse(location, at) ? new URL(location, at) : null;
    if (next === null || !/^https?:$/.test(next.protocol))
      return refuse("the server sends to an address that is not on the web", bySaving);
    at = next.href;
  }
  return refuse("the server sends from one address to the next without an end", bySaving);
}

/** The body, as far as the limit. */
async function readBody(response: Response, limit: number): Promise<Uint8Array | Refusal> {
  if (response.status === 204 || response.body === null)
    return refuse("the server sent nothing", "Check the address");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > limit) return refuseSize(limit);
    chunks.push(chunk);
  }
  return size === 0 ? refuse("the server sent nothing", "Check the address") : Buffer.concat(chunks);
}

const bySaving = "Open it in your browser, save the page, and add that file";

function refuseStatus(status: number): Refusal {
  const says = `the server answers ${status}`;
  if (status === 404) return refuse(`${says}: there is no such page`, "Check the address");
  if (status === 410)
    return refuse(`${says}: the page was taken away for good`, "Look for it in a web archive");
  if (status === 401 || status === 402)
    return refuse(`${says}: the page is for those who have signed in`, bySaving);
  if (status === 403 || status === 406 || status === 451)
    return refuse(`${says}: it does not give the page to programs`, bySaving);
  if (status === 429) return refuse(`${says}: it was asked too often`, `Try again later. ${bySaving}`);
  if (status >= 500) return refuse(`${says}: it has a fault of its own`, "Try again later");
  return refuse(says, bySaving);
}

function refuseFailure(error: unknown, patience: number): Refusal {
  if (error instanceof Error && error.name === "TimeoutError") {
    const what = `the server did not send all of it within ${patience / 1000} s`;
    return refuse(what, "Try again, or give it more time with --timeout");
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const says =
    cause instanceof Error ? cause.message || String((cause as { code?: string }).code) : String(cause);
  return refuse(`it cannot be fetched (${says})`, "Check the address, and whether you are online");
}

/** A fragment is a place within a page, and none of its address. */
function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, "");
}
