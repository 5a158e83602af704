// Store: the artefact behind a few questions, the first of them "what stands at this path?". What is in the bundle is
// answered at once; what lies in asset files costs one read, and is then remembered.

import type {
  Artefact,
  DocumentEntry,
  DocumentKind,
  Documents,
  RetractedArticle,
  Span,
} from "../catalog/artefact.ts";
import type { Site } from "../catalog/catalog.ts";
import { bucketOf, coldBucketPath, coldTopicPath, shortIdIn } from "../catalog/links.ts";
import { readPack } from "../catalog/pack.ts";
import { type PageRecord, readPage } from "../catalog/record.ts";
import { needCold } from "../lists/gather.ts";
import { joinGzip } from "../lists/gzip.ts";
import { type Later, once } from "../lists/later.ts";
import { openShelf, pageParts, type ReadCold, readsNothing, type Shelf } from "../lists/shelf.ts";
import { hubLink } from "./hub.ts";
import { createMemory } from "./memory.ts";

/** An answer that can be sent: its validators are known before its bytes are. Seconds are since 1970. */
export interface StoredDocument {
  readonly kind: DocumentKind;
  /** Weak entity tag with its quotes. */
  readonly etag: string;
  /** When anything in it last changed. */
  readonly modified: number;
  /** The second from which it is another one; null for never, or where nobody knows. */
  readonly until: number | null;
  /** What its header `Link` says; absent for none. */
  readonly link?: string | undefined;
  /** The content as one gzip member. */
  readonly gzip: () => Uint8Array<ArrayBuffer>;
  /** The content compressed by Brotli; null where it is not at hand. */
  readonly brotli?: Uint8Array<ArrayBuffer> | null;
  /** Called each time its compressed bytes are sent; absent where nobody counts. */
  readonly sent?: (() => void) | undefined;
}

/** What is known of an article by its short id: its page and the page's address, or that it was taken back. */
export type KnownArticle =
  | { readonly path: string; readonly document: StoredDocument }
  | { readonly retracted: RetractedArticle };

/** What the edge asks for. */
export interface Store {
  readonly shelf: Shelf;
  /** The ready document at a path such as `/feeds/all.rss`, if there is one that is good now and at hand. */
  readonly ready: (path: string, now: number) => StoredDocument | undefined;
  /** The same, from an asset file where it has to be; `topic` is the one whose feed or page stands at the path. */
  readonly find: (path: string, topic: string | null, now: number) => Later<StoredDocument | undefined>;
  /** What is known of an article, once it is published; `path` is how it was asked for. */
  readonly article: (shortId: string, path: string, now: number) => Later<KnownArticle | undefined>;
}

/** How much of an isolate's 128 MB documents that were joined or read may take. */
const memoryLimit = { entries: 1000, bytes: 12 * 1024 * 1024 };

/** Opens the artefact a Worker was deployed with; `readCold` reads its asset files. */
export function openStore({ index, bytes }: Artefact, readCold: ReadCold = readsNothing): Store {
  const shelf = openShelf({ index, bytes }, readCold);
  const memory = createMemory<StoredDocument>(memoryLimit.entries, memoryLimit.bytes);
  const hotPages = once(() => ordinalsByShortId(shelf));

  /** What is good depends on which articles have appeared, and on nothing else of the clock. */
  const nameAt = (path: string, now: number): string => {
    const first = shelf.firstBy(now);
    return first === 0 ? path : `${first} ${path}`;
  };
  /** Keeps a document as long as it is good. */
  const remember = (path: string, now: number, document: StoredDocument, size: number): StoredDocument =>
    memory.recall(nameAt(path, now), now, () => ({ value: document, until: document.until, size }));

  const ready = (path: string, now: number): StoredDocument | undefined => {
    const known = memory.peek(nameAt(path, now), now);
    if (known !== undefined) return known;
    const edition = editionAt(index.documents, path, now);
    if (edition !== undefined && typeof edition.entry.content !== "string") {
      const view = ([at, size]: Span): Uint8Array<ArrayBuffer> => new Uint8Array(bytes, at, size);
      return remember(
        path,
        now,
        documentOf(shelf.site, path, edition, view(edition.entry.content), view),
        200,
      );
    }
    const shortId = shortIdIn(path);
    const ordinal = shortId === null ? undefined : hotPages().get(shortId);
    if (ordinal === undefined) return undefined;
    const page = shelf.page(ordinal);
    if (page.path !== path || page.from > now) return undefined;
    return rememberPage(page, now, () => shelf.record(ordinal).content);
  };

  const rememberPage = (page: PageRecord, now: number, content: () => Uint8Array): StoredDocument => {
    let joined: Uint8Array<ArrayBuffer> | null = null;
    const gzip = (): Uint8Array<ArrayBuffer> => {
      joined ??= joinGzip(pageParts(shelf.frame, page, content()));
      return joined;
    };
    const etag = `W/"${page.tag}"`;
    const document: StoredDocument = { kind: "page", etag, modified: page.changed, until: null, gzip };
    return remember(page.path, now, document, page.length);
  };

  const find = (path: string, topic: string | null, now: number): Later<StoredDocument | undefined> => {
    const known = ready(path, now);
    if (known !== undefined) return known;
    const edition = editionAt(index.documents, path, now);
    if (typeof edition?.entry.content === "string") {
      return needCold(readCold, edition.entry.content).then((file) =>
        remember(path, now, documentOf(shelf.site, path, edition, file.slice()), file.length),
      );
    }
    if (topic === null || shelf.cold === null) return undefined;
    // Where it was good once, in either tier, it is joined anew.
    if (Object.hasOwn(index.documents, path) || hasGrown(shelf, topic, now)) return undefined;
    return readCold(coldTopicPath(topic)).then((file) => {
      // Without its file it is joined from what the archives hold.
      if (file === null) return undefined;
      const { header, body } = readPack<{ readonly documents: Documents }>(file);
      const edition = editionAt(header.documents, path, now);
      if (edition === undefined || typeof edition.entry.content === "string") return undefined;
      const copy = ([at, size]: Span): Uint8Array<ArrayBuffer> => body.slice(at, at + size);
      const document = documentOf(shelf.site, path, edition, copy(edition.entry.content), copy);
      return remember(path, now, document, 2 * edition.entry.content[1] + 200);
    });
  };

  const article = (shortId: string, asked: string, now: number): Later<KnownArticle | undefined> => {
    const known = ready(asked, now);
    if (known !== undefined) return { path: asked, document: known };
    const ordinal = hotPages().get(shortId);
    if (ordinal !== undefined) {
      const { path } = shelf.page(ordinal);
      const document = ready(path, now);
      return document === undefined ? undefined : { path, document };
    }
    const retracted = own(index.retracted, shortId);
    if (retracted !== undefined) return { retracted };
    if (shelf.cold === null) return undefined;
    return needCold(readCold, coldBucketPath(bucketOf(shortId, shelf.cold.buckets))).then((file) => {
      const { header, body } = readPack<Bucket>(file);
      const gone = own(header.retracted, shortId);
      if (gone !== undefined) return { retracted: gone };
      const span = own(header.pages, shortId);
      if (span === undefined) return undefined;
      const page = readPage(body.slice(span[0], span[0] + span[1]));
      if (page.from > now) return undefined;
      return { path: page.path, document: rememberPage(page, now, () => new Uint8Array(0)) };
    });
  };

  return { shelf, ready, find, article };
}

/** What a file of article pages says at its beginning. */
interface Bucket {
  readonly pages: Readonly<Record<string, readonly [at: number, size: number]>>;
  readonly retracted: Readonly<Record<string, RetractedArticle>>;
}

/** A document that is good now, and until when. */
interface Edition {
  readonly entry: DocumentEntry;
  readonly until: number | null;
}

function editionAt(documents: Documents, path: string, now: number): Edition | undefined {
  const editions = own(documents, path) ?? [];
  const at = editions.findLastIndex(({ from = 0 }) => from <= now);
  const entry = editions[at];
  if (entry === undefined || (entry.until !== undefined && entry.until <= now)) return undefined;
  return { entry, until: entry.until ?? editions[at + 1]?.from ?? null };
}

function documentOf(
  site: Site,
  path: string,
  { entry, until }: Edition,
  gzip: Uint8Array<ArrayBuffer>,
  read: (span: Span) => Uint8Array<ArrayBuffer> | null = () => null,
): StoredDocument {
  const { kind, etag, modified } = entry;
  const brotli = entry.brotli === undefined ? null : read(entry.brotli);
  return { kind, etag, modified, until, link: hubLink(site, kind, path), gzip: () => gzip, brotli };
}

/** True once an article of a topic has appeared that was still to come when its documents were made. */
function hasGrown(shelf: Shelf, topic: string, now: number): boolean {
  const roll = shelf.rollOf(topic);
  return roll !== null && roll.countFrom(shelf.firstBy(now)) > roll.countFrom(shelf.firstBy(0));
}

function ordinalsByShortId(shelf: Shelf): ReadonlyMap<string, number> {
  const ordinals = new Map<string, number>();
  for (let ordinal = 0; ordinal < shelf.hot; ordinal++) {
    ordinals.set(shortIdIn(shelf.page(ordinal).path) ?? "", ordinal);
  }
  return ordinals;
}

/** A table's own row: an address may well be called `constructor`. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
