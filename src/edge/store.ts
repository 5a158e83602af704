// Store: the artefact behind one question, "what stands at this path?".

import type { Artefact, DocumentKind } from "../catalog/artefact.ts";
import type { Site } from "../catalog/catalog.ts";

/** A ready-made answer. */
export interface StoredDocument {
  readonly kind: DocumentKind;
  /** Weak entity tag with its quotes. */
  readonly etag: string;
  /** HTTP date. */
  readonly modified: string;
  /** The content as one gzip member: a view into the artefact, nothing is copied. */
  readonly gzip: Uint8Array<ArrayBuffer>;
}

/** What the edge asks for. */
export interface Store {
  readonly site: Site;
  /** The document at a path such as `/feeds/all.rss`. */
  readonly find: (path: string) => StoredDocument | undefined;
  /** The address of the article with this short id. */
  readonly articlePath: (shortId: string) => string | undefined;
}

/** Opens the artefact a Worker was deployed with. */
export function openStore(artefact: Artefact): Store {
  const { site, documents, articles } = artefact.index;
  const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
    Object.hasOwn(table, key) ? table[key] : undefined;
  return {
    site,
    find: (path) => {
      const entry = own(documents, path);
      if (entry === undefined) return undefined;
      const { kind, etag, modified, at, size } = entry;
      return { kind, etag, modified, gzip: new Uint8Array(artefact.bytes, at, size) };
    },
    articlePath: (shortId) => own(articles, shortId),
  };
}
