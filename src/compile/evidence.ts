// Evidence: what speaks for an article found now being one that is known, and what speaks against it.

import { foldAccents } from "../catalog/words.ts";
import type { LedgerEntry } from "./ledger.ts";
import { compareBytes, indexSketches } from "./likeness.ts";

/** What an article is recognised by. */
export interface Candidate {
  /** Path and place, as the ledger writes them. */
  readonly from: string;
  readonly source: string | null;
  readonly title: string;
  readonly text: string;
  /** When its source says it was published, RFC 3339; absent or null where it does not say. */
  readonly published?: string | null;
  /** `hashWords` of everything readers see. */
  readonly hash: string;
  /** `sketchText` of its text. */
  readonly fingerprint: string;
  /** The id its file names, `"new"` where it says it is none of the known ones, null where it says nothing. */
  readonly claimedId: string | null;
}

/** An article and a line of the ledger that may be one. */
export interface Pair {
  readonly candidate: Candidate;
  readonly entry: LedgerEntry;
  /** Share of word pairs in common, 0 to 1. */
  readonly share: number;
  /** The best single reason to take them for one. */
  readonly by: "its source address" | "likeness" | "its title" | "its place";
  /** All evidence on one scale: the share of words, and what the rest is worth beside it. */
  readonly weight: number;
}

/**
 * From this share of word pairs on, two texts are one article edited. Measured on news of one country and season:
 * unrelated articles share under 0.05, reports of one event up to 0.35, an article with half its paragraphs rewritten
 * about 0.37, one with every tenth word changed 0.6.
 */
const alike = 0.25;
/** In the same file, or under the same title, less will do: an article rewritten where it stands. */
const alikeInPlace = 0.12;
/** Of two addresses of one site, or of two dates, much more is asked: series repeat their set phrases. */
const alikeThoughApart = 0.6;
/** Two captures of one story may state its date differently by this many days (an update, a time zone). */
const daysApart = 3;
/** So many entries are looked at for one article: of a series of thousands, the likest. */
const most = 12;

/** Two pairs whose weights are closer than this are equally good. Sketches err by some 0.06. */
export const margin = 0.13;
const worth = { file: 0.2, name: 0.14, title: 0.14, source: 0.5, retracted: -0.14 };

/** What is compared of an article, be it found now or known. */
interface Traits {
  readonly fingerprint: string;
  /** The sketch itself. */
  readonly sketch: Uint8Array;
  /** Whether it is alone in its file. */
  readonly whole: boolean;
  readonly file: string;
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly published: string | null;
}

/** Every article and entry with enough in common, the strongest first; ties in the order of ids and places. */
export function pairUp(candidates: readonly Candidate[], entries: readonly LedgerEntry[]): Pair[] {
  if (candidates.length === 0 || entries.length === 0) return [];
  const found = candidates.map((item) => ({ item, traits: traitsOf(item) }));
  const known = entries.map((item) => ({ item, traits: traitsOf(item) }));
  const byWords = indexSketches(known, ({ traits }) => traits.fingerprint);
  const byFile = groupByKey(known, ({ traits }) => traits.file);
  const byTitle = groupByKey(known, ({ traits }) => traits.title);
  const bySource = groupByKey(known, ({ traits }) => traits.source);
  const seekers = groupByKey(found, ({ traits }) => traits.source);
  const pairs: Pair[] = [];
  for (const { item: candidate, traits } of found) {
    // An address that a whole digest has, or several known articles, tells nothing.
    const sources = bySource(traits.source);
    const live = sources.filter(({ item }) => item.retracted === null);
    const [ofSource, ...more] = live.length > 0 ? live : sources;
    const sure = more.length === 0 && seekers(traits.source).length === 1 ? ofSource : undefined;
    const likest = byWords.find(traits.fingerprint, alikeInPlace, most).map(({ item }) => item);
    const titled = byTitle(traits.title).slice(0, most);
    const possible = new Set([...likest, ...byFile(traits.file), ...titled]);
    if (sure !== undefined) possible.add(sure);
    for (const one of possible) {
      const pair = weigh(candidate, traits, one.item, one.traits, one === sure);
      if (pair !== null) pairs.push(pair);
    }
  }
  return pairs.sort(
    (a, b) =>
      b.weight - a.weight ||
      compareText(a.entry.id, b.entry.id) ||
      compareText(a.candidate.from, b.candidate.from),
  );
}

/** The pair, if it has enough in common. */
function weigh(
  candidate: Candidate,
  here: Traits,
  entry: LedgerEntry,
  there: Traits,
  sameSource: boolean,
): Pair | null {
  const share = compareBytes(here.sketch, there.sketch);
  const whole = here.whole && there.whole;
  const sameFile = here.file === there.file;
  const sameTitle = here.title !== "" && here.title === there.title;
  const near = (whole && sameFile) || sameTitle;
  if (!sameSource && !(whole && sameFile && sameTitle)) {
    const [least, leastNear] = areApart(here, there) ? [alikeThoughApart, alike] : [alike, alikeInPlace];
    if (share < (near ? leastNear : least)) return null;
  }
  const sameName = whole && here.name === there.name;
  const weight =
    share +
    (sameFile ? worth.file : sameName ? worth.name : 0) +
    (sameTitle ? worth.title : 0) +
    (sameSource ? worth.source : 0) +
    (entry.retracted === null ? 0 : worth.retracted);
  const by = sameSource
    ? "its source address"
    : share >= alike
      ? "likeness"
      : sameTitle
        ? "its title"
        : "its place";
  return { candidate, entry, share, by, weight };
}

/** True where both state different addresses of one site, or dates far apart. */
function areApart(here: Traits, there: Traits): boolean {
  const both = here.source !== "" && there.source !== "";
  if (both) return here.source !== there.source && hostOf(here.source) === hostOf(there.source);
  if (here.published === null || there.published === null) return false;
  return Math.abs(Date.parse(here.published) - Date.parse(there.published)) > daysApart * 86_400_000;
}

function traitsOf(item: Candidate | LedgerEntry): Traits {
  const { from, title, source, fingerprint, published = null } = item;
  return {
    fingerprint,
    sketch: Buffer.from(fingerprint, "base64url"),
    whole: !/#\d+$/.test(from),
    file: fileOf(from),
    name: nameOf(from),
    title: titleKey(title),
    source: sourceKey(source),
    published,
  };
}

/** The file of a place: its path without the number of the brief in it. */
export function fileOf(from: string): string {
  return from.replace(/#\d+$/, "");
}

/** The name of a file, whatever its folder and its extension. */
export function nameOf(from: string): string {
  return (
    fileOf(from)
      .split("/")
      .at(-1)
      ?.replace(/\.\w+$/, "") ?? ""
  );
}

/** A title as it is compared: its words without accents; empty for one too short to tell articles apart. */
export function titleKey(title: string | null): string {
  const words = foldAccents(title ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 3 ? "" : words.join(" ");
}

/** An address as it is compared: without scheme, "www.", "m.", tracking parameters and fragment; empty for none. */
export function sourceKey(source: string | null): string {
  if (source === null || !URL.canParse(source)) return "";
  const url = new URL(source);
  for (const name of [...url.searchParams.keys()]) {
    if (/^(utm_\w+|fbclid|gclid|zarsrc)$/i.test(name)) url.searchParams.delete(name);
  }
  const query = url.searchParams.size === 0 ? "" : `?${url.searchParams}`;
  return `${url.host.replace(/^(www|m|amp)\./, "")}${url.pathname.replace(/\/$/, "")}${query}`;
}

function hostOf(key: string): string {
  return key.split("/")[0] ?? "";
}

/** Items by a key of theirs; none has the empty key. */
function groupByKey<T>(items: readonly T[], keyOf: (item: T) => string): (key: string) => readonly T[] {
  const groups = Map.groupBy(items, keyOf);
  return (key) => (key === "" ? [] : (groups.get(key) ?? []));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
