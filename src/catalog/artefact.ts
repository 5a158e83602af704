// The artefact: the shape of what compile leaves in dist/ and the Worker reads.

import type { Site } from "./catalog.ts";

/** What a document is, by the part it plays. */
export type DocumentKind = "page" | "rss" | "atom" | "json" | "opml" | "index";

/** One ready-made answer, compressed, inside the artefact's bytes. */
export interface DocumentEntry {
  readonly kind: DocumentKind;
  /** Weak entity tag with its quotes, made of the uncompressed content alone. */
  readonly etag: string;
  /** HTTP date (RFC 9110 §5.6.7) of the last change of anything in it. */
  readonly modified: string;
  /** Where its gzip member begins in the bytes. */
  readonly at: number;
  /** Length of the gzip member in bytes. */
  readonly size: number;
}

/** The table of contents, `dist/site.json.txt`. */
export interface ArtefactIndex {
  readonly format: 1;
  /** The facts the edge needs to answer for what is not there. */
  readonly site: Site;
  /** Every document by its path. */
  readonly documents: Readonly<Record<string, DocumentEntry>>;
  /** Path of an article's page by its short id. */
  readonly articles: Readonly<Record<string, string>>;
}

/** Both files of the artefact: `dist/site.json.txt` and `dist/site.bin`. */
export interface Artefact {
  readonly index: ArtefactIndex;
  readonly bytes: ArrayBuffer;
}

/** The names of the two files, in dist/. */
export const artefactFiles = { index: "site.json.txt", bytes: "site.bin" } as const;
