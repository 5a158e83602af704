// Differences: a client that says what it has gets only what it has not (RFC 3229, instance manipulation "feed").

import { detailTag, shortVersion, versionsIn } from "../catalog/versions.ts";
import { joinList } from "../lists/list.ts";
import type { Shelf } from "../lists/shelf.ts";
import { opaqueTags } from "./caching.ts";
import type { JoinedList } from "./lists.ts";
import type { StoredDocument } from "./store.ts";

/** True when a client can take a feed with only its new and changed entries (RFC 3229 §10.5.3). */
export function asksForDelta(request: Request): boolean {
  const header = request.headers.get("A-IM");
  return header?.split(",").some((part) => part.split(";")[0]?.trim().toLowerCase() === "feed") ?? false;
}

/** The feed with a tag that lists its entries, for a client that will ask for differences. */
export function withDetails(joined: JoinedList): JoinedList {
  return { ...joined, etag: detailTag(joined.etag, joined.list.sums) };
}

/**
 * The entries of the feed that the client's own tag does not list; null where it sent none of ours, and gets the whole
 * feed. Nothing is remembered about clients, so nothing can be forgotten: an entry the tag does not name is sent.
 */
export function deltaFor(request: Request, shelf: Shelf, joined: JoinedList): StoredDocument | null {
  const lists = opaqueTags(request.headers.get("If-None-Match") ?? "").flatMap(
    (tag) => versionsIn(tag) ?? [],
  );
  if (lists.length === 0) return null;
  const { list } = joined;
  const known = (index: number): boolean =>
    lists.some((versions) => versions.has(shortVersion(list.sums[index] ?? 0)));
  const news = list.records.filter((_, index) => !known(index));
  return { ...joined, gzip: () => joinList(shelf, list, news) };
}
