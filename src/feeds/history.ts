// History: where a document stands among the archive pages of its feed (RFC 5005 §4).

import type { Site } from "../catalog/catalog.ts";
import { absolute, archivePath, type FeedExtension, feedPath } from "../catalog/links.ts";

/** One address in each format, absolute. */
export type Addresses = Readonly<Record<FeedExtension, string>>;

/** The documents around a document, and what it is itself. */
export interface History {
  /**
   * Whether it is an archived feed document, to which nothing will be added. Neither the feed people subscribe to is one,
   * nor a page that is not full: a client that has seen one never asks for it again.
   */
  readonly archive: boolean;
  /** Its own address. */
  readonly self: Addresses;
  /** The archive page of what is older. */
  readonly prevArchive: Addresses | null;
  /** The archive page of what is newer; only an archive page has one. */
  readonly nextArchive: Addresses | null;
  /** The feed people subscribe to; only an archive page says so. */
  readonly current: Addresses | null;
}

/** The numbers of archive pages: 1 is the oldest, null is none. */
export interface ArchiveNumbers {
  /** Of the document itself; null for the feed people subscribe to. */
  readonly archive?: number | null;
  /** Whether the page that is numbered is full; it is unless said. */
  readonly isFull?: boolean;
  readonly prevArchive?: number | null;
  /**
   * How many entries that page has so far, where it is not full. Its address says so: a client that never asks again for
   * a page it has seen (RFC 5005 §4.2) asks for this one again once it has more.
   */
  readonly prevEntries?: number | null;
  readonly nextArchive?: number | null;
}

/** Where a document of a query stands, the query in its canonical spelling. */
export function historyOf(
  site: Site,
  query: { readonly expression: string; readonly search: string },
  {
    archive = null,
    isFull = true,
    prevArchive = null,
    prevEntries = null,
    nextArchive = null,
  }: ArchiveNumbers,
): History {
  const { expression, search } = query;
  const feed = inEveryFormat((extension) => absolute(site, feedPath(expression, extension, search)));
  const page = (number: number, entries: number | null = null): Addresses =>
    inEveryFormat((extension) =>
      absolute(site, archivePath(expression, number, extension, entries) + search),
    );
  return {
    archive: archive !== null && isFull,
    self: archive === null ? feed : page(archive),
    prevArchive: prevArchive === null ? null : page(prevArchive, prevEntries),
    nextArchive: nextArchive === null ? null : page(nextArchive),
    current: archive === null ? null : feed,
  };
}

/** The links of a document to those around it, by their relations (RFC 5005 §4). */
export function historyLinks(history: History, extension: FeedExtension): { rel: string; href: string }[] {
  const links = [
    ["current", history.current],
    ["prev-archive", history.prevArchive],
    ["next-archive", history.nextArchive],
  ] as const;
  return links.flatMap(([rel, addresses]) =>
    addresses === null ? [] : [{ rel, href: addresses[extension] }],
  );
}

function inEveryFormat(addressIn: (extension: FeedExtension) => string): Addresses {
  return { rss: addressIn("rss"), atom: addressIn("atom"), json: addressIn("json") };
}
