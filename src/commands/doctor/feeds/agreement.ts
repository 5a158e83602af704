// Agreement: a feed's formats hold the same entries, and say the same of each.

import { spellCount } from "../../command.ts";
import type { FeedDocument, FeedEntry } from "../documents/feedDocument.ts";
import { readInstant } from "../documents/instant.ts";
import { type Fault, type Finding, fault, foundAt } from "../finding.ts";
import { nameOf } from "./entries.ts";

/** A feed in one format, and where it was read. */
export interface ReadFeed {
  readonly address: string;
  readonly document: FeedDocument;
}

/** What is compared of an entry that several formats hold. */
const facts: Readonly<Record<string, (entry: FeedEntry, document: FeedDocument) => string>> = {
  title: ({ title, isMarkup }) => (isMarkup ? "" : (title ?? "").replace(/\s+/g, " ")),
  link: ({ url }) => url ?? "",
  date: ({ published }, { format }) => {
    const instant = published === null ? null : readInstant(format, published);
    return instant === null ? "" : String(Math.trunc(instant / 1000));
  },
  categories: ({ categories }) => [...categories].sort().join(", "),
};

/** Compares each format with the first. */
export function checkAgreement(formats: readonly ReadFeed[]): Finding[] {
  const [first, ...others] = formats;
  if (first === undefined) return [];
  return others.flatMap((other) => foundAt(other.address, [compare(first, other)]));
}

function compare(one: ReadFeed, other: ReadFeed): Fault | null {
  const known = new Map(one.document.entries.map((entry) => [entry.id, entry]));
  const ids = new Set(other.document.entries.map(({ id }) => id));
  const lost = [...known.values()].filter(({ id }) => !ids.has(id));
  const more = other.document.entries.filter(({ id }) => !known.has(id));
  const fix = "Make all formats of a feed from the same entries, with the same ids";
  const [example] = [...lost, ...more];
  if (example !== undefined) {
    const differ = [
      ...(lost.length > 0 ? [`lacks ${spellCount(lost.length, "entry", "entries")}`] : []),
      ...(more.length > 0 ? [`has ${spellCount(more.length, "entry", "entries")} more`] : []),
    ].join(" and ");
    return fault("error", `next to ${one.address} it ${differ} (${nameOf(example)}, ${example.id})`, fix);
  }
  for (const entry of other.document.entries) {
    const twin = known.get(entry.id);
    if (twin === undefined) continue;
    for (const [name, read] of Object.entries(facts)) {
      const [mine, theirs] = [read(entry, other.document), read(twin, one.document)];
      if (mine !== theirs && mine !== "" && theirs !== "") {
        return fault("warning", `next to ${one.address} it says another ${name} of ${nameOf(entry)}`, fix);
      }
    }
  }
  return null;
}
