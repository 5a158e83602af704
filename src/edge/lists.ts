// Lists at the edge: joined from ready-made parts when first asked for, then remembered.

import { archivePath, type FeedExtension, feedPath, topicPath } from "../catalog/links.ts";
import { plainTopic, type Query, spellQuery } from "../catalog/query.ts";
import { type Later, onceThere } from "../lists/later.ts";
import {
  archiveOf,
  fragmentOf,
  goodUntil,
  joinList,
  type List,
  type ListKind,
  listOf,
} from "../lists/list.ts";
import type { Shelf } from "../lists/shelf.ts";
import { hubLink } from "./hub.ts";
import { createMemory } from "./memory.ts";
import type { StoredDocument } from "./store.ts";

/** A list as a document, with what differences are made of. */
export interface JoinedList extends StoredDocument {
  readonly list: List;
}

/** The lists of a shelf. */
export interface Lists {
  /** The newest articles of a query. */
  readonly newest: (query: Query, kind: ListKind, now: number, note?: "feed-preview") => Later<JoinedList>;
  /** The list with this canonical address, if it was asked for lately. */
  readonly recent: (address: string, now: number) => JoinedList | undefined;
  /** Archive page `number` of a topic; undefined where there is none. */
  readonly archive: (
    query: Query,
    number: number,
    kind: FeedExtension,
    now: number,
  ) => Later<JoinedList | undefined>;
}

/** How much of an isolate's 128 MB lists may take. */
const memoryLimit = { entries: 1000, bytes: 16 * 1024 * 1024 };

/** Joins lists, and remembers them within bounds. */
export function createLists(shelf: Shelf): Lists {
  const memory = createMemory<JoinedList | undefined>(memoryLimit.entries, memoryLimit.bytes);
  const remember = (
    name: string,
    query: Query,
    now: number,
    make: () => Later<List | null>,
    more: Pick<StoredDocument, "link">,
  ): Later<JoinedList | undefined> => {
    const key = `${shelf.firstBy(now)} ${name}`;
    const known = memory.peek(key, now);
    if (known !== undefined) return known;
    // A promise is never remembered: what one request reads from assets, another cannot wait for.
    return onceThere(make(), (list) =>
      memory.recall(key, now, () => {
        const until = goodUntil(shelf, query, now);
        if (list === null) return { value: undefined, until, size: name.length };
        return { value: { ...joined(shelf, list, until), ...more }, until, size: sizeOf(list) };
      }),
    );
  };
  return {
    newest: (query, kind, now, note) => {
      const address = addressOf(query, kind);
      const more = note === undefined ? { link: hubLink(shelf.site, kind, address) } : {};
      const make = (): Later<List> => listOf(shelf, query, kind, now, note);
      return remember((note ?? "") + address, query, now, make, more) as Later<JoinedList>;
    },
    recent: (address, now) => memory.peek(`${shelf.firstBy(now)} ${address}`, now),
    archive: (query, number, kind, now) => {
      const topic = plainTopic(query) ?? "";
      const make = (): Later<List | null> => archiveOf(shelf, query, number, kind, now);
      return remember(archivePath(topic, number, kind), query, now, make, {});
    },
  };
}

function addressOf(query: Query, kind: ListKind): string {
  const { expression, search } = spellQuery(query);
  return kind === "page" ? topicPath(expression, search) : feedPath(expression, kind, search);
}

/** Bytes a list takes: its parts, which may be copies of what an asset file held, and what they are joined to. */
function sizeOf({ kind, head, tail, records }: List): number {
  const fragment = fragmentOf(kind);
  const bytes = records.reduce(
    (sum, { lead, content, entries }) =>
      sum + lead.length + content.length + entries[fragment].deflate.length,
    0,
  );
  return head.length + tail.length + 3 * bytes + 1000;
}

function joined(shelf: Shelf, list: List, until: number | null): JoinedList {
  const { kind, etag, modified } = list;
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  return {
    kind,
    etag,
    modified,
    until,
    list,
    gzip: () => {
      bytes ??= joinList(shelf, list);
      return bytes;
    },
  };
}
