// Differences: a client that says what it has gets only what it has not (RFC 3229, instance manipulation "feed").

import { detailTag, shortVersion, versionsIn } from "../catalog/versions.ts";
import { joinList } from "../lists/list.ts";
import type { Shelf } from "../lists/shelf.ts";
import { opaqueTags } from "./caching.ts";
import { readWeights } from "./codings.ts";
import type { JoinedList } from "./lists.ts";
import type { StoredDocument } from "./store.ts";

/**
 * A type that only Python's feedparser names, in all its versions. It sends `A-IM: feed` for every program that uses it,
 * and some of those know nothing of it: rss2email takes 226 for an error, and would never tell of anything new again.
 */
const feedparserType = "application/x-netcdf";

/** True when a client can take a feed with only its new and changed entries (RFC 3229 §10.5.3). */
export function asksForDelta({ headers }: Request): boolean {
  if (!readWeights(headers.get("A-IM") ?? "").get("feed")) return false;
  // A whole feed is right for those that do know, too, so answers need not vary by this.
  return !headers.get("Accept")?.includes(feedparserType);
}

/** The feed with a tag that lists its entries, for a client that will ask for differences. */
export function withDetails(joined: JoinedList): JoinedList {
  return { ...joined, etag: detailTag(joined.etag, joined.list.sums) };
}

/** A feed with only what a client has not, and the tag of what it has. */
export interface Delta {
  readonly document: StoredDocument;
  /** Weak entity tag with its quotes (RFC 3229 §10.5.1, Delta-Base). */
  readonly base: string;
}

/** How many of the tags of a client are looked at: it has a few versions of a feed, where a header holds tens of thousands. */
const tagsRead = 20;

/**
 * The entries of the feed that the client's own tag does not list, of several the one that leaves fewest; null where it
 * sent none of ours, and gets the whole feed. Nothing is remembered about clients, so nothing can be forgotten: an entry
 * the tag does not name is sent.
 */
export function deltaFor(request: Request, shelf: Shelf, joined: JoinedList): Delta | null {
  const { list } = joined;
  const tags = opaqueTags(request.headers.get("If-None-Match") ?? "").slice(0, tagsRead);
  const deltas = tags.flatMap((tag) => {
    const versions = versionsIn(tag);
    if (versions === null) return [];
    const isNew = (index: number): boolean => !versions.has(shortVersion(list.sums[index] ?? 0));
    return [{ tag, news: list.records.filter((_, index) => isNew(index)) }];
  });
  const [best] = deltas.sort((a, b) => a.news.length - b.news.length);
  if (best === undefined) return null;
  const { tag, news } = best;
  return { document: { ...joined, gzip: () => joinList(shelf, list, news) }, base: `W/"${tag}"` };
}
