// The books of a site, its settings and its ledger: read before anything else, since nothing is published without them.

import { type LedgerEntry, readLedger } from "../identity/ledger.ts";
import type { Problem } from "../problems.ts";
import { readSite, type SiteSettings } from "../site.ts";

/** What the books say. */
export interface Books {
  /** Null when the site or the ledger cannot be read: `problems` say why. */
  readonly settings: SiteSettings | null;
  /** The lines of the ledger that are whole. */
  readonly known: readonly LedgerEntry[];
  readonly problems: readonly Problem[];
}

/** The texts of both, and how they are to be taken. */
export interface BookTexts {
  /** Text of site.toml. */
  readonly site: string;
  /** Text of ledger.jsonl; empty for a new site. */
  readonly ledger: string;
  /** Origin that stands in for the site's url; null for its own. */
  readonly origin: string | null;
  /** Go on with what is whole of a damaged ledger. */
  readonly acceptNewIds?: boolean;
}

/** Reads both. A damaged ledger is as good as none, unless that is accepted. */
export function readBooks({ site, ledger, origin, acceptNewIds = false }: BookTexts): Books {
  const { settings, problems } = readSite(site, origin);
  const { entries: known, problems: damages } = readLedger(ledger);
  if (settings === null || (damages.length > 0 && !acceptNewIds))
    return { settings: null, known, problems: [...problems, ...damages] };
  // Accepted: said all the same, line by line, but nothing is kept from readers because of it.
  const lostLines = damages.map((damage): Problem => ({ ...damage, level: "warning" }));
  return { settings, known, problems: [...problems, ...lostLines] };
}
