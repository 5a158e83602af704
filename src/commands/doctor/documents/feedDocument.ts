// FeedDocument: what a reader finds in a feed, whatever its format. Inside we speak Atom.

import type { Fault } from "../finding.ts";

export type FormatName = "RSS 2.0" | "Atom 1.0" | "JSON Feed 1.1";

export interface FeedDocument {
  readonly format: FormatName;
  readonly title: string;
  readonly lang: string | null;
  /** As written; null where the feed does not say. */
  readonly updated: string | null;
  readonly page: string | null;
  readonly self: string | null;
  readonly hubs: readonly string[];
  /** RFC 5005 §4. */
  readonly prevArchive: string | null;
  readonly nextArchive: string | null;
  readonly current: string | null;
  readonly entries: readonly FeedEntry[];
  /** What the format asks for and the document has not. */
  readonly faults: readonly Fault[];
}

export interface FeedEntry {
  readonly id: string | null;
  /** True where the id is the entry's address too (RSS). */
  readonly isPermalink: boolean;
  readonly url: string | null;
  readonly title: string | null;
  /** True where the title is said to be markup. */
  readonly isMarkup: boolean;
  readonly published: string | null;
  readonly updated: string | null;
  /** HTML, or text. */
  readonly content: string;
  readonly categories: readonly string[];
  readonly enclosures: readonly FeedEnclosure[];
  /** Addresses of pictures beside the content. */
  readonly pictures: readonly string[];
  /** What the format asks for and the entry has not. */
  readonly lacks: readonly string[];
}

export interface FeedEnclosure {
  readonly url: string;
  readonly type: string | null;
  /** As written. */
  readonly length: string | null;
  /** True where the format asks for it. */
  readonly needsLength: boolean;
}

/** Words for faults: the names of what is there in a table of name → whether it is there. */
export function missing(there: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(there).filter((name) => !there[name]);
}

export const atomUri = "http://www.w3.org/2005/Atom";
export const contentUri = "http://purl.org/rss/1.0/modules/content/";
export const mediaUri = "http://search.yahoo.com/mrss/";
