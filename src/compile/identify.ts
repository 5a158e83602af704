// The ledger brought up to date: every article gets its line, lines without an article are taken back.

import { newId } from "./identity.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { Problem } from "./problems.ts";
import type { AcceptedDraft } from "./read.ts";
import { type Doubt, type Recognition, recognise } from "./recognise.ts";

/** An article and its line, and how it was recognised (null: never seen before). */
export interface Identity {
  readonly entry: LedgerEntry;
  readonly recognition: Recognition | null;
}

/** What `identify` found out. */
export interface Identities {
  /** By article; one in doubt has none. */
  readonly of: ReadonlyMap<AcceptedDraft, Identity>;
  /** Known articles that one in doubt may be: they are neither here nor gone. */
  readonly doubted: ReadonlySet<LedgerEntry>;
  readonly problems: readonly Problem[];
}

/** Gives every article its line of the ledger: the one it is recognised by, brought up to date, or a new one. */
export function identify(
  articles: readonly AcceptedDraft[],
  ledger: readonly LedgerEntry[],
  now: string,
): Identities {
  const taken = new Set(ledger.map((entry) => entry.id));
  const findings = recognise(articles, ledger);
  const of = new Map<AcceptedDraft, Identity>();
  const doubted = new Set<LedgerEntry>();
  const problems: Problem[] = [];
  articles.forEach((article, index) => {
    const finding = findings[index] ?? null;
    if (finding !== null && "doubt" in finding) {
      for (const entry of finding.doubt.entries) doubted.add(entry);
      problems.push(askWhich(article, finding.doubt));
      return;
    }
    const recognition = finding?.recognition ?? null;
    const id = recognition?.entry.id ?? newId(article.title, article.text, taken);
    taken.add(id);
    of.set(article, { entry: bringUpToDate(id, recognition?.entry ?? null, article, now), recognition });
  });
  return { of, doubted, problems };
}

function bringUpToDate(
  id: string,
  known: LedgerEntry | null,
  article: AcceptedDraft,
  now: string,
): LedgerEntry {
  const { from, source, hash, fingerprint } = article;
  const gone = article.draft.retracted == null ? null : (known?.retracted ?? now);
  if (known === null) {
    return { id, from, source, fingerprint, seen: now, changed: now, hash, retracted: gone, returned: null };
  }
  const back = known.retracted !== null && gone === null;
  const changed = known.hash === hash ? known.changed : now;
  const returned = back ? now : known.returned;
  return { id, from, source, fingerprint, seen: known.seen, changed, hash, retracted: gone, returned };
}

/**
 * The lines of known articles that were not found: kept for ever, and marked as taken back. One whose file had errors
 * this time (`unread`), or that an article in doubt may be, has not been taken back.
 */
export function retire(
  ledger: readonly LedgerEntry[],
  identities: Identities,
  unread: ReadonlySet<string>,
  now: string,
): readonly LedgerEntry[] {
  const present = new Set([...identities.of.values()].map(({ entry }) => entry.id));
  return ledger
    .filter((entry) => !present.has(entry.id))
    .map((entry) => {
      const spared = identities.doubted.has(entry) || unread.has(pathOf(entry));
      return spared || entry.retracted !== null ? entry : { ...entry, retracted: now };
    });
}

/** The file an entry was last found in. */
export function pathOf(entry: LedgerEntry): string {
  return entry.from.replace(/#\d+$/, "");
}

function askWhich({ path, title, draft }: AcceptedDraft, doubt: Doubt): Problem {
  const known = doubt.entries.map((entry) => `${entry.id} (last in ${entry.from})`).join(" or ");
  const rivals = doubt.rivals.map((rival) => `"${rival.title}" in ${rival.from}`).join(" and ");
  const what =
    rivals === ""
      ? `"${title}" may be either of two known articles: ${known}`
      : `"${title}" may be the known article ${known}, but so may ${rivals}`;
  const key = `id = "${doubt.entries[0]?.id ?? ""}"`;
  const fix = `Say which: put ${key} (or id = "new") into its front matter or into ${path}.meta.toml`;
  return { path, line: draft.title?.line ?? null, level: "error", what, fix };
}
