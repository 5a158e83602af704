// The ledger brought up to date: every article gets its line, lines without an article are taken back.

import type { Problem } from "../problems.ts";
import type { AcceptedDraft } from "./candidate.ts";
import { newIdOf } from "./ids.ts";
import { entryKeys, fileOf, type LedgerEntry, lastInstantOf } from "./ledger.ts";
import { type Doubt, type Misnomer, type Recognition, recognise } from "./recognise.ts";

/** An article and its line, and how it was recognised (null: never seen before). */
export interface Identity {
  readonly entry: LedgerEntry;
  readonly recognition: Recognition | null;
}

/** What a line says of an article. */
type Stated = Pick<
  AcceptedDraft,
  "from" | "title" | "source" | "published" | "fingerprint" | "hash" | "topicIds" | "withdrawn"
>;

/** What `identify` found out. */
export interface Identities<One extends AcceptedDraft = AcceptedDraft> {
  /** By article; one in doubt has none. */
  readonly of: ReadonlyMap<One, Identity>;
  /** Known articles that one in doubt may be: they are neither here nor gone. */
  readonly doubted: ReadonlySet<LedgerEntry>;
  readonly problems: readonly Problem[];
}

/** Gives every article its line of the ledger: the one it is recognised by, brought up to date, or a new one. */
export function identify<One extends AcceptedDraft>(
  articles: readonly One[],
  ledger: readonly LedgerEntry[],
  now: string,
): Identities<One> {
  const findings = recognise(articles, ledger);
  const named = findings.flatMap((finding) =>
    finding !== null && "named" in finding ? [finding.named] : [],
  );
  const taken = new Set([...ledger.map((entry) => entry.id), ...named]);
  const of = new Map<One, Identity>();
  const doubted = new Set<LedgerEntry>();
  const problems: Problem[] = [];
  articles.forEach((article, index) => {
    const finding = findings[index] ?? null;
    if (finding !== null && "doubt" in finding) {
      for (const entry of finding.doubt.entries) doubted.add(entry);
      problems.push(askWhich(article, finding.doubt, newIdOf(article.words, taken)));
      return;
    }
    if (finding !== null && "misnomer" in finding) {
      if (finding.misnomer.entry !== null) doubted.add(finding.misnomer.entry);
      problems.push(refuseName(article, finding.misnomer, newIdOf(article.words, taken)));
      return;
    }
    const recognition = finding !== null && "recognition" in finding ? finding.recognition : null;
    const fresh = finding !== null && "named" in finding ? finding.named : null;
    const id = recognition?.entry.id ?? fresh ?? newIdOf(article.words, taken);
    taken.add(id);
    of.set(article, { entry: bringUpToDate(id, recognition?.entry ?? null, article, now), recognition });
    if (article.claimedId === "new") problems.push(adviseId(article, id));
  });
  return { of, doubted, problems };
}

/**
 * The line an article will most likely get, told without a look at any other article: `known` is the line of what
 * stood last where it stands.
 */
export function expectEntry(
  article: Stated & Pick<AcceptedDraft, "claimedId" | "words">,
  known: LedgerEntry | null,
  now: string,
): LedgerEntry {
  const id = known?.id ?? article.claimedId ?? newIdOf(article.words, new Set());
  return bringUpToDate(id, known, article, now);
}

function bringUpToDate(id: string, known: LedgerEntry | null, article: Stated, now: string): LedgerEntry {
  const { from, title, source, published, fingerprint, hash } = article;
  const withdrawn = article.withdrawn !== null;
  const topics = article.topicIds.join(" ");
  const found = { id, from, title, source, published, fingerprint, hash, topics };
  if (known === null) {
    const retracted = withdrawn ? now : null;
    return { ...found, seen: now, changed: now, moved: null, retracted, returned: null };
  }
  const { seen, retracted } = known;
  // An earlier date may take it out of the feeds of the newest, where one comes in that has not changed itself.
  const isDatedAnew = known.published !== published && (known.published ?? seen) <= now;
  const isElsewhere = (known.topics !== null && known.topics !== topics) || isDatedAnew;
  const stays = retracted === null && !withdrawn;
  const entry = {
    ...found,
    seen,
    changed: known.hash === hash ? known.changed : after(now, known.changed),
    moved: isElsewhere && stays ? after(now, lastInstantOf(known)) : known.moved,
    retracted: withdrawn ? (retracted ?? after(now, known.changed)) : null,
    returned: retracted !== null && !withdrawn ? after(now, retracted) : known.returned,
  };
  return isSame(entry, known) ? known : entry;
}

/** An entry that says nothing new stays the very line it is. */
function isSame(a: LedgerEntry, b: LedgerEntry): boolean {
  for (const key of entryKeys) if (a[key] !== b[key]) return false;
  return true;
}

/**
 * The present moment, or one second after what was there before, if a quicker build or a faster clock wrote that: what
 * happens later is always dated later.
 */
function after(now: string, before: string): string {
  if (now > before) return now;
  return new Date(Date.parse(before) + 1000).toISOString().replace(/\.\d+Z$/, "Z");
}

/**
 * The lines of known articles that were not found: kept for ever, and marked as taken back. One whose file had errors
 * this time (`unread`), or that an article in doubt may be, has not been taken back.
 */
export function retire(
  ledger: readonly LedgerEntry[],
  identities: Pick<Identities, "doubted"> & { readonly of: ReadonlyMap<AcceptedDraft, Identity> },
  unread: ReadonlySet<string>,
  now: string,
): readonly LedgerEntry[] {
  const present = new Set([...identities.of.values()].map(({ entry }) => entry.id));
  return ledger
    .filter((entry) => !present.has(entry.id))
    .map((entry) => {
      const spared = identities.doubted.has(entry) || unread.has(fileOf(entry.from));
      return spared || entry.retracted !== null ? entry : { ...entry, retracted: after(now, entry.changed) };
    });
}

function askWhich({ path, from, title, lines }: AcceptedDraft, doubt: Doubt, fresh: string): Problem {
  const known = doubt.entries.map(describeEntry).join(" or ");
  const rivals = doubt.rivals.map((rival) => `"${rival.title}" in ${rival.from}`).join(" and ");
  const what =
    rivals === ""
      ? `"${title}" may be ${doubt.entries.length > 1 ? `one of ${doubt.entries.length} known articles` : "a known article, but so may others"}: ${known}`
      : `"${title}" may be the known article ${known}, but so may ${rivals}`;
  const key = `id = "${doubt.entries[0]?.id ?? ""}"`;
  const fix = `Say which: put ${key}, or id = "${fresh}" if it is none of them, ${placeOfId(from)}`;
  return { path, line: lines.title, level: "error", what, fix };
}

function refuseName(
  { path, title, lines, claimedId }: AcceptedDraft,
  name: Misnomer,
  fresh: string,
): Problem {
  const known = name.entry === null ? "" : describeEntry(name.entry);
  const what = {
    "no id": `id "${claimedId}" of "${title}" is no permanent id`,
    "named twice": `id "${claimedId}" of "${title}" is named by another file too`,
    "not new": `"${title}" is said to be new, but in its file stands the known article ${known}, which is alike`,
  }[name.why];
  const other = name.entry === null ? "" : `id = "${name.entry.id}" if it is that article, `;
  const fix = `Write ${other}id = "${fresh}" if it is a new one, or leave the id out`;
  return { path, line: lines.id ?? lines.title, level: "error", what, fix };
}

/** "new" holds for one compile; an article that names its id is known whatever becomes of its words and its file. */
function adviseId({ path, title, lines }: AcceptedDraft, id: string): Problem {
  const what = `"${title}" has its id now, and is no longer new`;
  return {
    path,
    line: lines.id,
    level: "note",
    what,
    fix: `Write id = "${id}" in place of "new"`,
  };
}

/** Where an article's id may be written. */
function placeOfId(from: string): string {
  const [, path = from, place] = /^(.*)#(\d+)$/.exec(from) ?? [];
  if (place === undefined) return `into its front matter or into ${path}.meta.toml`;
  return `into an [[article]] table with place = ${place} in ${path}.meta.toml`;
}

function describeEntry(entry: LedgerEntry): string {
  return `${entry.id} (last in ${entry.from})`;
}
