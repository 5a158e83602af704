// The keys of front matter: which field each names, in the spellings of Hugo, Jekyll, Eleventy, Astro and others.

import type { Fields } from "../draft.ts";

/**
 * What a key may name: a claim of a draft, or `source`, which may be an address, a name or both; or in other words
 * whether it is one to be published: `hidden` where it is not, `shown` where it is, `status` by its value.
 */
export type FieldName = keyof Fields | "source" | "hidden" | "shown" | "status";

/** Field → its keys, written small and without `-` and `_`; the first that is there counts. */
const SPELLINGS: Readonly<Record<FieldName, string>> = {
  title: "title headline",
  lead: "lead standfirst",
  published:
    "date published publishdate pubdate datepublished publisheddate publishedat publishedon pubdatetime postdate posted publicationdate created createdat datecreated",
  updated:
    "updated lastmod lastmodified lastmodifiedat modified modifiedat datemodified lastupdated updatedat updateddate moddate moddatetime lastupdate dateupdated",
  lang: "lang language locale",
  byline: "author authors byline by creator creators",
  source: "source",
  sourceName: "sourcename publication publisher",
  sourceUrl: "sourceurl canonical canonicalurl canonicallink originalurl original externalurl",
  summary: "summary description excerpt abstract",
  image:
    "image images cover coverimage thumbnail featuredimage featureimage banner hero heroimage headerimage overlayimage teaserimage ogimage",
  enclosures: "enclosures enclosure audio podcast",
  captions: "captions caption",
  topics: "topics topic tags tag categories category",
  id: "id",
  retracted: "retracted",
  draft: "draft",
  hidden: "hidden unlisted private isdraft eleventyexcludefromcollections",
  shown: "publish dgpublish ispublished",
  status: "status poststatus",
};

const FIELDS = new Map<string, FieldName>(
  Object.entries(SPELLINGS).flatMap(([field, keys]) =>
    keys.split(" ").map((key) => [key, field as FieldName]),
  ),
);

/** Key → its place among all spellings. */
const RANKS = new Map([...FIELDS.keys()].map((key, place) => [key, place]));

/** Keys of a note, not of what it quotes: of a clipping these are the day it was clipped and the day it was last touched. */
export const OF_NOTE = new Set("created createdat datecreated modified modifiedat datemodified".split(" "));
export const CREATED = new Set("created createdat datecreated".split(" "));

/** Keys that hold the address of what was clipped. */
export const CLIPPED_FROM = new Set("source sourceurl url clippedfrom originalurl original".split(" "));

/** Keys of other generators that look like a slip for one of ours. */
const FOREIGN = new Set(["dates", "titles", "update", "drafts", "topis", "link", "languages"]);

/** Keys whose values hold further keys: of Hugo, and of Zola. */
const NESTING = new Set(["params", "taxonomies", "extra"]);

/** True for a key that names a field, in any of its spellings. */
export function isField(key: string): boolean {
  return FIELDS.has(plainKey(key)) || NESTING.has(plainKey(key));
}

/** The field a key names; undefined for a key nobody here knows. */
export function fieldOf(key: string): FieldName | undefined {
  return FIELDS.get(plainKey(key));
}

/** The place of a key among all spellings, by which the first that is there counts; -1 for any other key. */
export function rankOf(key: string): number {
  return RANKS.get(plainKey(key)) ?? -1;
}

/** A key that is one letter away from one of ours, with that one; null for keys that are simply other. */
export function guessKey(key: string): string | null {
  const plain = plainKey(key);
  if (plain.length < 4 || FOREIGN.has(plain)) return null;
  return [...FIELDS.keys()].find((known) => known.length >= 4 && isOneSlip(plain, known)) ?? null;
}

/** A key as it is compared: in small letters, whatever parts its words. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, "");
}

/** True when one letter was left out, put in, changed or swapped with its neighbour. */
function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [left, right] = [a.slice(at), b.slice(at)];
  return (
    left.slice(1) === right ||
    left === right.slice(1) ||
    left.slice(1) === right.slice(1) ||
    (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0])
  );
}
