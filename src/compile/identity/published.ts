// findPublished: which articles readers have already, as far as that is beyond doubt.

import type { Candidate } from "./candidate.ts";
import type { LedgerEntry } from "./ledger.ts";
import { type Recognition, recognise } from "./recognise.ts";

/** From this likeness on, an article that moved is the known one, and no other one put in its place. */
const alike = 0.6;

/** The published lines of the articles that have one for sure. */
export function findPublished<One extends Candidate>(
  articles: readonly One[],
  ledger: readonly LedgerEntry[],
): ReadonlyMap<One, LedgerEntry> {
  const published = new Map<One, LedgerEntry>();
  if (!ledger.some((entry) => entry.retracted === null)) return published;
  recognise(articles, ledger).forEach((finding, at) => {
    const article = articles[at];
    if (article === undefined || finding === null || !("recognition" in finding)) return;
    const { entry } = finding.recognition;
    if (entry.retracted === null && isSure(article, finding.recognition)) published.set(article, entry);
  });
  return published;
}

/** What is known by its words is as alike as can be, and what is known by its place did not move. */
function isSure({ from }: Candidate, { by, entry, likeness }: Recognition): boolean {
  return by === "its id" || by === "its source address" || from === entry.from || likeness >= alike;
}
