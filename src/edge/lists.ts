// Lists at the edge: joined from ready-made parts when first asked for, then remembered. One that is sent again is being
// polled: it is compressed as a whole, once, while the answer is on its way.

import { fragmentKinds } from "../catalog/artefact.ts";
import { archivePath, type FeedExtension } from "../catalog/links.ts";
import { plainTopic, type Query } from "../catalog/query.ts";
import type { ArticleRecord } from "../catalog/record.ts";
import { isTold } from "../feeds/feed.ts";
import { type Later, once, onceThere } from "../lists/later.ts";
import { archiveOf, goodUntil, joinList, type List, type ListKind, listOf } from "../lists/list.ts";
import type { Shelf } from "../lists/shelf.ts";
import { feedPathOf, pagePathOf } from "../pages/queries.ts";
import { hubLink } from "./hub.ts";
import { createMemory } from "./memory.ts";
import { repackGzip } from "./repack.ts";
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

/** Lets work go on after the answer it belongs to was sent. */
export type InBackground = (work: Promise<void>) => void;

/** Joins lists, and remembers them within bounds. */
export function createLists(shelf: Shelf, inBackground: InBackground): Lists {
  const memory = createMemory<JoinedList>(memoryLimit.entries, memoryLimit.bytes);
  const repack = async (key: string, joined: JoinedList): Promise<void> => {
    try {
      const bytes = await repackGzip(joined.gzip());
      if (bytes === null) return;
      const repacked = { ...joined, gzip: () => bytes, sent: undefined };
      memory.replace(key, joined, repacked, sizeOf(joined.list, bytes.length));
    } catch (error) {
      // What was joined is as good, only longer.
      console.error(error);
    }
  };
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
    return onceThere(make(), (list) => {
      if (list === null) return undefined;
      return memory.recall(key, now, () => {
        const until = goodUntil(shelf, query, now);
        const joined = join(shelf, list, { until, ...more }, () => inBackground(repack(key, joined)));
        return { value: joined, until, size: sizeOf(list) };
      });
    });
  };
  return {
    newest: (query, kind, now, note) => {
      const address = addressOf(query, kind);
      const more = note === undefined && isTold(query) ? { link: hubLink(shelf.site, kind, address) } : {};
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
  return kind === "page" ? pagePathOf(query) : feedPathOf(query, kind);
}

/**
 * Bytes a list takes: its records, which may be copies of what an asset file held, and the document they are joined to.
 * That has `document` bytes; where they are not known yet, it is counted as being as long as the records.
 */
function sizeOf({ head, tail, records }: List, document?: number): number {
  const kept = records.reduce((sum, record) => sum + sizeOfRecord(record), head.length + tail.length);
  return kept + (document ?? kept) + 1000;
}

/** A record is kept whole: what it is in every kind of list, whichever it is joined to. */
function sizeOfRecord({ lead, content, entries }: ArticleRecord): number {
  const streams = fragmentKinds.reduce((sum, kind) => sum + entries[kind].deflate.length, 0);
  return lead.length + content.length + streams;
}

/** The list as a document; `polled` is told when its bytes are sent a second time. */
function join(
  shelf: Shelf,
  list: List,
  more: Pick<StoredDocument, "until" | "link">,
  polled: () => void,
): JoinedList {
  const { kind, etag, modified } = list;
  const bytes = once(() => joinList(shelf, list));
  let sendings = 0;
  const sent = (): void => {
    sendings += 1;
    if (sendings === 2) polled();
  };
  return { kind, etag, modified, ...more, list, gzip: bytes, sent };
}
