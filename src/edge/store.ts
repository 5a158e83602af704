// Store: the artefact behind a few questions, the first of them "what stands at this path?".

import type {
  Artefact,
  DocumentEntry,
  DocumentKind,
  PackedFragment,
  RetractedArticle,
} from "../catalog/artefact.ts";
import { type Fragment, joinGzip } from "../lists/gzip.ts";
import { openShelf, type Shelf } from "../lists/shelf.ts";
import { createMemory } from "./memory.ts";

/** An answer that can be sent: its validators are known before its bytes are. Seconds are since 1970. */
export interface StoredDocument {
  readonly kind: DocumentKind;
  /** Weak entity tag with its quotes. */
  readonly etag: string;
  /** When anything in it last changed. */
  readonly modified: number;
  /** The second from which it is another one; null for never, or nobody knows. */
  readonly until: number | null;
  /** The content as one gzip member. */
  readonly gzip: () => Uint8Array<ArrayBuffer>;
}

/** What the edge asks for. */
export interface Store {
  readonly shelf: Shelf;
  /** The ready document at a path such as `/feeds/all.rss`, if there is one that is good now. */
  readonly ready: (path: string, now: number) => StoredDocument | undefined;
  /** The address of the article with this short id, once it is published. */
  readonly articlePath: (shortId: string, now: number) => string | undefined;
  /** What is known of an article that was taken back. */
  readonly retraction: (shortId: string) => RetractedArticle | undefined;
}

/** How much of an isolate's 128 MB pages that were joined may take. */
const memoryLimit = { entries: 1000, bytes: 8 * 1024 * 1024 };

/** Opens the artefact a Worker was deployed with. */
export function openStore({ index, bytes }: Artefact): Store {
  const joined = createMemory<Uint8Array<ArrayBuffer>>(memoryLimit.entries, memoryLimit.bytes);
  const readContent = (name: string, content: DocumentEntry["content"]): Uint8Array<ArrayBuffer> => {
    if (!isFragments(content)) return new Uint8Array(bytes, ...content);
    return joined.recall(name, 0, () => {
      const value = joinGzip(content.map((fragment) => readFragment(bytes, fragment)));
      return { value, until: null, size: value.length };
    });
  };
  const ready = (path: string, now: number): StoredDocument | undefined => {
    const editions = own(index.documents, path) ?? [];
    const at = editions.findLastIndex(({ from = 0 }) => from <= now);
    const entry = editions[at];
    if (entry === undefined || (entry.until !== undefined && entry.until <= now)) return undefined;
    const { kind, etag, modified, content } = entry;
    const until = entry.until ?? editions[at + 1]?.from ?? null;
    return { kind, etag, modified, until, gzip: () => readContent(path + etag, content) };
  };
  return {
    shelf: openShelf({ index, bytes }),
    ready,
    articlePath: (shortId, now) => {
      const path = own(index.articles, shortId);
      return path !== undefined && ready(path, now) !== undefined ? path : undefined;
    },
    retraction: (shortId) => own(index.retracted, shortId),
  };
}

function readFragment(bytes: ArrayBuffer, [at, size, length, crc]: PackedFragment): Fragment {
  return { deflate: new Uint8Array(bytes, at, size), length, crc };
}

function isFragments(content: DocumentEntry["content"]): content is readonly PackedFragment[] {
  return typeof content[0] !== "number";
}

/** A table's own row: an address may well be called `constructor`. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
