// What is asked of every entry of a feed: a table.

import type { FeedDocument, FeedEntry } from "../documents/feedDocument.ts";
import { readInstant } from "../documents/instant.ts";
import { type Level, quote } from "../finding.ts";
import { readMarkup } from "../links/markup.ts";
import { isWebAddress, tolerance } from "./head.ts";

/** What is asked of each entry; `says` tells what is wrong with one, in words that begin with its title. */
export interface Rule {
  readonly level: Level | "promised";
  readonly what: string;
  readonly fix: string;
  /** What is wrong with an entry, for the example; null where nothing is. */
  readonly says: (entry: FeedEntry, document: FeedDocument, now: number) => string | null;
}

/** Elements of text. Others may well be what a title is about. */
const markup =
  /<\/?(?:a|b|i|em|strong|span|br|p|u|font|sup|sub|small)\b[^>]*>|&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-f]+);/i;

export const entryRules: readonly Rule[] = [
  {
    level: "error",
    what: "without what the format asks for",
    fix: "Write what the specification of the format asks of every entry",
    says: ({ lacks }) => (lacks.length === 0 ? null : `no ${lacks.join(", no ")}`),
  },
  {
    level: "error",
    what: "without an id",
    fix: "Give every entry an id that stays for ever (guid, id)",
    says: ({ id }) => (id === null || id === "" ? "no id" : null),
  },
  {
    level: "error",
    what: "with an id that is no absolute address",
    fix: 'Write an absolute IRI such as urn:uuid:…; in RSS, isPermaLink="false" where it is no web address',
    says: ({ id, isPermalink }, { format }) => {
      if (!id || (format !== "Atom 1.0" && !isPermalink)) return null;
      return (isPermalink ? isWebAddress(id) : /^[a-z][a-z0-9+.-]*:\S+$/i.test(id)) ? null : quote(id);
    },
  },
  {
    // RSS and JSON Feed leave it to the publisher, and notes of a line or two have none.
    level: "promised",
    what: "without a title",
    fix: "Give every entry a title: lists of readers show nothing else",
    says: ({ title, lacks }) => ((title ?? "") === "" && lacks.length === 0 ? "no title" : null),
  },
  {
    level: "warning",
    what: "with markup in the title",
    fix: "Write titles as plain text, escaped once",
    says: ({ title, isMarkup }) => (!isMarkup && markup.test(title ?? "") ? quote(title ?? "") : null),
  },
  {
    level: "error",
    what: "with a date that is none",
    fix: "RSS: Sun, 22 Nov 2026 04:06:56 GMT. Atom and JSON Feed: 2026-11-22T04:06:56Z",
    says: (entry, { format }) => wrongDate(entry, format),
  },
  {
    level: "promised",
    what: "without a date",
    fix: "Say when each entry was published",
    says: ({ published, updated }) => (published === null && updated === null ? "no date" : null),
  },
  {
    level: "error",
    what: "dated in the future",
    fix: "Hold an entry back until its time has come: it stays on top of every list until then",
    says: (entry, document, now) => {
      const future = [publishedOf(entry, document), updatedOf(entry)].find(
        (at) => (at ?? 0) > now + tolerance,
      );
      return future === undefined || future === null ? null : new Date(future).toISOString();
    },
  },
  {
    level: "warning",
    what: "updated before it was published",
    fix: "Make updated the same as published, or later",
    says: (entry, document) => {
      const [published, updated] = [publishedOf(entry, document), updatedOf(entry)];
      return published !== null && updated !== null && updated < Math.trunc(published / 1000) * 1000
        ? `${entry.updated} before ${entry.published}`
        : null;
    },
  },
  {
    level: "promised",
    what: "without a link",
    fix: "Link each entry to its page",
    says: ({ url }) => ((url ?? "") === "" ? "no link" : null),
  },
  {
    level: "error",
    what: "with a link that is no absolute web address",
    fix: "Write absolute addresses, with https:// and the host",
    says: ({ url }) => (url === null || url === "" || isWebAddress(url) ? null : quote(url)),
  },
  {
    level: "warning",
    what: "without anything to read",
    fix: "Give each entry its content, or at least a summary",
    says: ({ content, enclosures }) => (content === "" && enclosures.length === 0 ? "no content" : null),
  },
  {
    level: "warning",
    what: "with relative addresses in the content",
    fix: "Write absolute addresses in the content: readers show it on another host",
    says: ({ content }) => {
      const relative = readMarkup(content).addresses.find(
        (address) => !/^([a-z][a-z0-9+.-]*:|#)/i.test(address),
      );
      return relative === undefined ? null : quote(relative);
    },
  },
  {
    level: "warning",
    what: "with a script in the content",
    fix: "Leave scripts out: no reader runs them, and some show none of the content then",
    says: ({ content }) => /<script\b[^>]*>/i.exec(content)?.[0] ?? null,
  },
  {
    level: "warning",
    what: "with control characters",
    fix: "Leave out control characters and halves of surrogate pairs",
    says: ({ title, content }) => {
      const text = `${title ?? ""}\n${content}`;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      const found = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/.exec(text)?.[0];
      if (found !== undefined) return `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
      return text.isWellFormed() ? null : "half a surrogate pair";
    },
  },
  {
    level: "warning",
    what: "with an enclosure without its type, length or absolute address",
    fix: "Give each enclosure its media type and, in RSS, its length in bytes",
    says: ({ enclosures }) => {
      const wrong = enclosures.find(
        ({ url, type, length, needsLength }) =>
          !isWebAddress(url) ||
          !/^[\w.+-]+\/[\w.+-]+/.test(type ?? "") ||
          (length === null ? needsLength : !/^\d+$/.test(length)),
      );
      return wrong === undefined
        ? null
        : quote(`${wrong.url} ${wrong.type ?? "no type"} ${wrong.length ?? "no length"}`);
    },
  },
  {
    level: "warning",
    what: "with more than one enclosure",
    fix: "Write one <enclosure>, and the others as <media:content>: readers play the first, or the last",
    says: ({ enclosures }, { format }) =>
      format === "RSS 2.0" && enclosures.length > 1 ? `${enclosures.length} enclosures` : null,
  },
];

/** Milliseconds since 1970; null where none is stated, or none that can be read. */
export function publishedOf({ published }: FeedEntry, { format }: FeedDocument): number | null {
  return published === null ? null : readInstant(format, published);
}

/** RSS has no word for it, and borrows Atom's. */
export function updatedOf({ updated }: FeedEntry): number | null {
  return updated === null ? null : readInstant("Atom 1.0", updated);
}

function wrongDate(entry: FeedEntry, format: FeedDocument["format"]): string | null {
  const { published, updated } = entry;
  if (published !== null && readInstant(format, published) === null) return quote(published);
  return updated !== null && updatedOf(entry) === null ? quote(updated) : null;
}
