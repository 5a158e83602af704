// Others: files of a seeds folder that are neither articles nor media, and what the publisher is told about them.

import type { Problem } from "../problems.ts";
import { fileOf, type LedgerEntry } from "./ledger.ts";

const advice = "Name captures .txt, saved pages .html and Markdown .md, and keep anything else elsewhere";

/** A note for each of them. */
export function noteOthers(others: readonly string[]): Problem[] {
  const what = "by its name this is no article, so it is not read";
  const alike = "files that by their names are no articles";
  return others.map((path) => ({ path, line: null, level: "note", what, fix: advice, alike }));
}

/** Those that were published from where they lie: they have not been taken back. */
export function refusePublished(others: readonly string[], ledger: readonly LedgerEntry[]): Problem[] {
  if (others.length === 0) return [];
  const published = new Set(
    ledger.flatMap(({ from, retracted }) => (retracted === null ? [fileOf(from)] : [])),
  );
  const what = "an article was published from this file, which by its name is none";
  return others
    .filter((path) => published.has(path))
    .map((path) => ({
      path,
      line: null,
      level: "error",
      what,
      fix: `${advice}; to take it back, delete it`,
    }));
}
