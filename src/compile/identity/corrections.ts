// Corrections of one article of several: those that name it by its id find it wherever it stands, and those that name a
// place are asked about when another article stands there than the one the ledger knows.

import { type Correction, namesById } from "../correction.ts";
import type { Problem } from "../problems.ts";
import type { AcceptedDraft } from "./candidate.ts";
import type { LedgerEntry } from "./ledger.ts";
import { compareSketches } from "./likeness.ts";
import type { Recognition } from "./recognise.ts";

/** From this share of word pairs on, an article may be the one an id names; and two this close are equally good. */
const alike = 0.25;
const margin = 0.13;

/** What a file holds once every table has found its article. */
export interface Chosen<One extends AcceptedDraft> {
  /** Those that may be published, */
  readonly articles: readonly One[];
  /** and those a correction keeps from it. */
  readonly hidden: readonly One[];
  /** Tables whose article is not in the file. */
  readonly lost: readonly Correction[];
  readonly problems: readonly Problem[];
}

/**
 * The articles of one file, each corrected by the table that names it. `articles` are all as they are without such
 * tables, and once more as each of them would correct them.
 */
export function chooseCorrected<One extends AcceptedDraft>(
  articles: readonly One[],
  ledger: (id: string) => LedgerEntry | undefined,
): Chosen<One> {
  if (articles.every(({ correction }) => correction === null))
    return { articles, hidden: [], lost: [], problems: [] };
  const [plain, variants] = [
    articles.filter(({ correction }) => !namesById(correction)),
    articles.filter(({ correction }) => namesById(correction)),
  ];
  const chosen = new Map(plain.map((article) => [article.place, article]));
  const lost: Correction[] = [];
  const problems: Problem[] = [];
  for (const table of Map.groupBy(variants, ({ correction }) => correction?.line).values()) {
    const correction = table[0]?.correction;
    if (correction == null) continue;
    const open = table.filter(({ place }) => !namesById(chosen.get(place)?.correction));
    const found = findNamed(correction, open, chosen, ledger(correction.id ?? ""));
    if (found === "lost") lost.push(correction);
    else if ("what" in found) problems.push(found);
    else chosen.set(found.place, found);
  }
  const all = [...chosen.values()].sort((a, b) => a.place - b.place);
  return {
    articles: all.filter(({ hidden }) => !hidden),
    hidden: all.filter(({ hidden }) => hidden),
    lost,
    problems,
  };
}

/** Of one table's variants the one of the article it names. */
function findNamed<One extends AcceptedDraft>(
  { id, place, path, line }: Correction,
  variants: readonly One[],
  plain: ReadonlyMap<number, One>,
  entry: LedgerEntry | undefined,
): One | Problem | "lost" {
  const placed = variants.find((variant) => variant.place + 1 === place);
  const ask = (what: string, fix: string): Problem => ({ path, line, level: "error", what, fix });
  if (entry === undefined) {
    if (placed !== undefined) return placed;
    return ask(
      `no article is known as ${id}`,
      "Correct the id, or write the place of a new article beside it",
    );
  }
  const same = variants.filter(({ hash, place }) => [hash, plain.get(place)?.hash].includes(entry.hash));
  const [exact] = [placed, ...same.filter(({ from }) => from === entry.from), ...same].filter(
    (one) => one !== undefined && same.includes(one),
  );
  if (exact !== undefined) return exact;
  const ranked = variants
    .map((one) => ({ one, share: compareSketches(one.fingerprint, entry.fingerprint) }))
    .filter(({ one, share }) => share >= alike || one === placed)
    .sort((a, b) => b.share - a.share || a.one.place - b.one.place);
  const [best, second] = ranked;
  if (best === undefined) return "lost";
  const own = ranked.find(({ one }) => one === placed);
  if (own !== undefined && own.share > best.share - margin) return own.one;
  if (second === undefined || second.share <= best.share - margin) return best.one;
  const places = ranked.filter(({ share }) => share > best.share - margin).map(({ one }) => one.place + 1);
  return ask(`${id} may be the article at place ${places.join(" or ")}`, "Write its place beside its id");
}

/** What is known of an article that a table corrects by its place. */
export interface Placed {
  readonly article: AcceptedDraft;
  readonly correction: Correction;
  /** How it was recognised; null for one never seen before, or that is not published for itself. */
  readonly recognition: Recognition | null;
}

/**
 * The question, where another article stands at the place of a correction than the ledger knows there; else null.
 * `last` are the lines of what was last found in the file.
 */
export function askAboutPlace(
  { article, correction, recognition }: Placed,
  last: readonly LedgerEntry[],
  freshId: () => string,
): Problem | null {
  if (article.claimedId !== null) return null;
  const place = article.place + 1;
  const there = last.filter(({ from }) => placeIn(from) === place);
  const known = recognition?.entry ?? findLikest(article, there) ?? findLikest(article, last);
  if (known !== undefined && there.includes(known)) return null;
  // A file that was renamed, or that appears: nothing was known at this place.
  if (there.length === 0 && (known === undefined || placeIn(known.from) === place)) return null;
  const earlier = there.find((entry) => entry.retracted === null) ?? there[0];
  const { path, line } = correction;
  const second = known === undefined ? `place = ${place} and id = "${freshId()}"` : `id = "${known.id}"`;
  if (earlier === undefined) {
    const what = `at place ${place} now stands "${article.title}", which stood at another place before`;
    return { path, line, level: "error", what, fix: `If this is intended, write ${second} instead` };
  }
  const what = `at place ${place} now stands "${article.title}" instead of "${earlier.title ?? earlier.id}"`;
  const fix = `Say which is meant: write id = "${earlier.id}" for the earlier one, or ${second} for this one, instead`;
  return { path, line, level: "error", what, fix };
}

function findLikest(article: AcceptedDraft, entries: readonly LedgerEntry[]): LedgerEntry | undefined {
  const [likest] = entries
    .map((entry) => ({ entry, share: compareSketches(article.fingerprint, entry.fingerprint) }))
    .filter(({ share }) => share >= alike)
    .sort((a, b) => b.share - a.share);
  return likest?.entry;
}

function placeIn(from: string): number {
  return Number(/#(\d+)$/.exec(from)?.[1] ?? 1);
}
