// The entries of a feed: each with an id of its own, a title that is text, a date, a link and something to read.

import { spellCount } from "../../command.ts";
import type { FeedDocument, FeedEntry } from "../documents/feedDocument.ts";
import { readInstant } from "../documents/instant.ts";
import { type Fault, type Finding, fault, foundAt, quote } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { entryRules, publishedOf, updatedOf } from "./entryRules.ts";

/** What is wrong with the entries of a feed; each fault once, with the first entry that has it. */
export function checkEntries(ground: Ground, address: string, document: FeedDocument): Finding[] {
  const faults = entryRules.map(({ level, what, fix, says }): Fault | null => {
    const wrong = document.entries.flatMap((entry) => {
      const said = says(entry, document, ground.now);
      return said === null ? [] : [{ entry, said }];
    });
    const [first] = wrong;
    if (first === undefined) return null;
    const example = `${nameOf(first.entry)}: ${first.said}`;
    const several = `${spellCount(wrong.length, "entry", "entries")} ${what} (${example})`;
    return fault(level === "promised" ? ground.promised : level, several, fix);
  });
  return foundAt(address, [
    ...faults,
    judgeTwins(document),
    judgeOrder(ground, document),
    judgeLateness(ground, document),
  ]);
}

/** How an entry is called in a finding. */
export function nameOf({ title, id, url }: FeedEntry): string {
  return quote(title || id || url || "the one without title, id and link");
}

function judgeTwins({ entries }: FeedDocument): Fault | null {
  const seen = new Set<string>();
  const twins = entries.filter(({ id }) => id !== null && id !== "" && (seen.has(id) || !seen.add(id)));
  const [first] = twins;
  if (first === undefined) return null;
  const what = `${spellCount(twins.length, "entry has", "entries have")} the id of another (${nameOf(first)}: ${quote(first.id ?? "")})`;
  return fault("error", what, "Give each entry an id of its own: readers show one of two");
}

function judgeOrder(ground: Ground, document: FeedDocument): Fault | null {
  const dates = document.entries.map((entry) => publishedOf(entry, document) ?? updatedOf(entry));
  const wrong = document.entries.find(
    (_, at) => (dates[at] ?? 0) > (dates[at - 1] ?? Number.POSITIVE_INFINITY),
  );
  if (wrong === undefined) return null;
  const what = `its entries are not listed newest first (${nameOf(wrong)} is newer than the one before it)`;
  return fault(ground.promised, what, "List the newest entry first");
}

/** A feed was updated when its newest entry was, or later: some who gather feeds look no further where that has not moved. */
function judgeLateness(ground: Ground, document: FeedDocument): Fault | null {
  const { format, updated, entries } = document;
  const last = updated === null ? null : readInstant(format, updated);
  if (last === null) return null;
  const newer = entries.find((entry) => (updatedOf(entry) ?? publishedOf(entry, document) ?? last) > last);
  if (newer === undefined) return null;
  const what = `it says it was updated ${updated}, and ${nameOf(newer)} is newer`;
  return fault(ground.promised, what, "Write when an entry last changed, or came");
}
