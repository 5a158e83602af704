// Desk: what is known of the site when something is added to it: its settings, its topics, its ledger.

import { type LedgerEntry, readLedger } from "../../compile/identity/ledger.ts";
import { indexSketches, type SketchIndex } from "../../compile/identity/likeness.ts";
import { isProblem, type Problem } from "../../compile/problems.ts";
import { readBookTexts } from "../../compile/site/bookTexts.ts";
import { readSite, type SiteSettings } from "../../compile/site.ts";
import { indexTopics, type TopicIndex } from "../../compile/topics.ts";
import { presentMoment } from "../command.ts";

/** What a seeds folder says of itself. */
export interface Desk {
  readonly folder: string;
  readonly settings: SiteSettings;
  readonly topics: TopicIndex;
  readonly ledger: readonly LedgerEntry[];
  /** The ledger, to be searched for words. */
  readonly alike: SketchIndex<LedgerEntry>;
  /** RFC 3339 in UTC. */
  readonly now: string;
  /** The day it is where the site is at home. */
  readonly today: string;
}

/** Reads it; what is wrong with the settings or the ledger keeps everything from being added. */
export function openDesk(folder: string): Desk | { readonly problems: readonly Problem[] } {
  const texts = readBookTexts(folder);
  if (isProblem(texts)) return { problems: [texts] };
  const { settings, problems } = readSite(texts.site);
  const { entries: ledger, problems: damages } = readLedger(texts.ledger);
  if (settings === null || damages.length > 0) return { problems: [...problems, ...damages] };
  const now = presentMoment();
  return {
    folder,
    settings,
    topics: indexTopics(settings.rules),
    ledger,
    alike: indexSketches(ledger, ({ fingerprint }) => fingerprint),
    now,
    // Swedish writes dates as ISO 8601 does.
    today: new Intl.DateTimeFormat("sv", { timeZone: settings.site.timeZone }).format(new Date(now)),
  };
}
