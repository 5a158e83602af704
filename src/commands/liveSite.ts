// The listing of a live site: its JSON index, and its JSON feeds with all their archive pages.

import type { Listed, Listing } from "../compile/identity/differences.ts";
import { plainText } from "../compile/identity/differences.ts";
import { sketchText } from "../compile/identity/likeness.ts";

/** Archive pages of one feed that are followed at most: enough for a hundred thousand articles. */
const mostPages = 5000;
/** How long one answer may take, in milliseconds. */
export const patience = 30_000;

/** What this program's index says, as far as it is read by commands. */
export interface Index {
  readonly site: {
    readonly articles: number;
    readonly feeds: Paths & { readonly json: string };
    readonly url?: string;
    readonly opml?: string;
  };
  /** With `{query}` where a topic's id goes. */
  readonly addresses?: Paths;
  readonly topics?: readonly IndexTopic[];
}

interface IndexTopic {
  readonly id: string;
  readonly articles: number;
  readonly updated?: string | null;
  readonly feeds?: Paths;
}

/** By format. */
export type Paths = Readonly<Partial<Record<"rss" | "atom" | "json", string>>>;

/** True for the index of a site of this program. */
export function isIndex(value: unknown): value is Index {
  const { site } = (value ?? {}) as Partial<Index>;
  return typeof site?.feeds?.json === "string" && typeof site.articles === "number";
}

/** What this program's JSON Feed says, as far as it is read here. */
interface Page {
  readonly items: readonly Item[];
  readonly next_url?: string;
}

interface Item {
  readonly id: string;
  readonly title?: string;
  readonly external_url?: string;
  readonly content_html?: string;
  readonly date_published?: string;
  readonly date_modified?: string;
  readonly _topicwire?: { readonly topics?: readonly string[]; readonly published?: string | null };
}

/** Reads a live site. Throws an Error whose message says what could not be read, and why. */
export async function readLiveSite(address: string): Promise<Listing> {
  const origin = new URL(address).origin;
  const index = await fetchJson(`${origin}/index.json`);
  if (!isIndex(index)) {
    throw new Error(`${origin}/index.json is not the index of a site of this kind`);
  }
  const found = new Map<string, Listed>();
  await readFeed(new URL(index.site.feeds.json, origin), found);
  for (const { feeds } of index.topics ?? []) {
    if (found.size >= index.site.articles) break;
    if (feeds?.json !== undefined) await readFeed(new URL(feeds.json, origin), found);
  }
  return {
    articles: [...found.values()],
    complete: found.size >= index.site.articles,
    retracted: new Set(),
  };
}

/** Reads a feed and its archive pages, newest first; of an article on two pages the first counts. */
async function readFeed(address: URL, found: Map<string, Listed>): Promise<void> {
  const visited = new Set<string>();
  let next: URL | null = address;
  while (next !== null && !visited.has(next.href) && visited.size < mostPages) {
    visited.add(next.href);
    const page = (await fetchJson(next.href)) as Page;
    if (!Array.isArray(page.items)) throw new Error(`${next.href} is no JSON Feed`);
    for (const item of page.items) if (!found.has(item.id)) found.set(item.id, listItem(item));
    next = page.next_url === undefined ? null : onSameHost(page.next_url, address);
  }
}

/** A site may name its canonical host while it is read from another one (a preview, a local server). */
export function onSameHost(link: string, base: URL): URL {
  const { pathname, search } = new URL(link, base);
  return new URL(pathname + search, base.origin);
}

/** The sentence that says when an article without a date was first seen: no words of its own. */
const note = /<p(?: lang="[^"]*")?><small>[^<]*<\/small><\/p>\s*$/;

function listItem(item: Item): Listed {
  const content = item.content_html ?? "";
  const stated = item._topicwire?.published != null;
  return {
    id: item.id,
    title: item.title ?? "",
    version: item.date_modified ?? "",
    dated: item.date_published ?? "",
    stated,
    source: item.external_url ?? null,
    fingerprint: sketchText(plainText(stated ? content : content.replace(note, ""))),
    topics: item._topicwire?.topics ?? [],
    from: null,
  };
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) }).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Error(
      `${address} cannot be reached (${cause instanceof Error ? cause.message : String(cause)})`,
    );
  });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  try {
    return await response.json();
  } catch {
    throw new Error(`${address} is not JSON`);
  }
}
