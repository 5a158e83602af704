// Vacancies: the places in archives that known articles have left empty.

import type { Vacancy } from "../../catalog/catalog.ts";
import { type LedgerEntry, lastInstant, topicsIn } from "./ledger.ts";

/**
 * Lists the places of articles that the ledger knows and that are not published: taken back, or not there for now, since
 * their file has errors. One that was still to come when it went never had a place.
 */
export function listVacancies(
  ledger: readonly LedgerEntry[],
  published: readonly { readonly id: string }[],
): Vacancy[] {
  const there = new Set(published.map(({ id }) => id));
  const latest = lastInstant(ledger);
  return ledger.flatMap((entry): Vacancy[] => {
    const { id, published, seen, retracted } = entry;
    if (there.has(id) || (published ?? seen) > (retracted ?? latest)) return [];
    return [{ id, published, firstSeen: seen, topics: topicsIn(entry) }];
  });
}
