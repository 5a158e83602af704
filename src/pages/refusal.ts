// Refusals: why an address is no query, as a page for people and as a sentence for machines.

import type { Site } from "../catalog/catalog.ts";
import type { Refusal } from "../catalog/query.ts";
import { renderNotice } from "./notice.ts";
import { type Words, wordsIn } from "./words.ts";

/** The page of a query that is refused. */
export function renderRefusal(site: Site, refusal: Refusal): string {
  return renderNotice(site, ({ words }) => ({
    heading: refusal.reason === "unknown-topic" ? words.missing : words.refused,
    sentence: tellRefusal(words, refusal),
  }));
}

/** The reason in English, for an answer as plain text. */
export function refusalSentence(refusal: Refusal): string {
  return tellRefusal(wordsIn("en"), refusal);
}

function tellRefusal({ refusals }: Words, refusal: Refusal): string {
  // The row of a reason takes the refusals of that reason, which a compiler cannot follow through an index.
  const tell = refusals[refusal.reason] as (refusal: Refusal) => string;
  return tell(refusal);
}
