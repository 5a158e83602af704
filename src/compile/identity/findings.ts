// Findings: what recognition can come to about an article, and the search while it goes on.

import type { Candidate } from "./candidate.ts";
import type { Pair } from "./evidence.ts";
import type { LedgerEntry } from "./ledger.ts";
import { compareSketches } from "./likeness.ts";

/** How an article was recognised. */
export interface Recognition {
  readonly entry: LedgerEntry;
  readonly by: "its id" | "its words" | Pair["by"];
  /** Share of word pairs in common with what was known, 0 to 1. */
  readonly likeness: number;
}

/** An article that could be either of several known ones; it is asked for, never guessed. */
export interface Doubt {
  readonly entries: readonly LedgerEntry[];
  /** Other articles found now that could be the same known one. */
  readonly rivals: readonly Candidate[];
  readonly likeness: number;
}

/** An id named by a file that cannot be given to it. */
export interface Misnomer {
  readonly why: "no id" | "named twice" | "not new";
  /** The known article it is about, where there is one. */
  readonly entry: LedgerEntry | null;
}

/**
 * What is known of one article: how it was recognised, a doubt, an id its file named in vain, a fresh id its file
 * names (`named`), or null for one never seen before.
 */
export type Finding =
  | { readonly recognition: Recognition }
  | { readonly doubt: Doubt }
  | { readonly misnomer: Misnomer }
  | { readonly named: string }
  | null;

/** What is still to be found out, and what was found. */
export interface Search {
  readonly found: Map<Candidate, Finding>;
  readonly free: Set<LedgerEntry>;
}

/** Gives an article its line of the ledger, which no other one gets then. */
export function take(search: Search, candidate: Candidate, entry: LedgerEntry, by: Recognition["by"]): void {
  const likeness = by === "its words" ? 1 : compareSketches(candidate.fingerprint, entry.fingerprint);
  search.found.set(candidate, { recognition: { entry, by, likeness } });
  search.free.delete(entry);
}
