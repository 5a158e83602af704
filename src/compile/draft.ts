// Draft: what a file claims about an article, with the evidence for each claim. Nothing in it is trusted yet.

import type { Enclosure } from "../catalog/article.ts";
import type { Correction } from "./correction.ts";
import type { Problem } from "./problems.ts";

/** A file of the seeds folder. */
export interface Seed {
  /** Path relative to the seeds folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The file of corrections beside it, `NAME.meta.toml`, where there is one. */
  readonly meta?: { readonly path: string; readonly text: string };
}

/** What an extractor may know about the site. */
export interface ExtractContext {
  /** IANA zone that dates without one are read in. */
  readonly timeZone: string;
  /** BCP 47 language assumed for a text too short to tell. */
  readonly lang: string;
  /** Where the file is from, where it is said beside it: what relative addresses in it refer to if it names no other. */
  readonly source?: string | null;
}

/** A value the file states, and the evidence: the rule that found it and the words it stands in. */
export interface Claim<T> {
  readonly value: T;
  /** The rule, in a few words: "stamp in the source address". */
  readonly rule: string;
  /** The words of the file it was read from. */
  readonly quote: string;
  /** 1-based line of the file; null where lines mean nothing (saved pages). */
  readonly line: number | null;
}

/** One article as its file claims it. A claim the file does not make is null. */
export interface Draft {
  /** Which article of its file it is: 0 for the first. */
  readonly place: number;
  readonly title: Claim<string> | null;
  /** True when no title is stated and `title` was made from the first clause. */
  readonly titleDerived: boolean;
  /** The paragraph the source sets in front of the article, whether or not it is repeated in it. */
  readonly lead: Claim<string> | null;
  /** RFC 3339 with the offset the file states, or that of the site's zone: `2023-12-20T17:36:17+07:00`. */
  readonly published: Claim<string> | null;
  readonly updated: Claim<string> | null;
  /** BCP 47. */
  readonly lang: Claim<string> | null;
  readonly byline: Claim<string> | null;
  readonly sourceName: Claim<string> | null;
  /** Absolute http(s) address. */
  readonly sourceUrl: Claim<string> | null;
  readonly summary: Claim<string> | null;
  /** Absolute address of the lead image. */
  readonly image: Claim<string> | null;
  readonly enclosures: readonly Enclosure[];
  readonly captions: readonly string[];
  /** Topic ids the file itself names, or several in one text with spaces; null where it leaves the choice to the rules. */
  readonly topics: Claim<readonly string[]> | null;
  /** Permanent id the publisher names, or "new" for an article that is none of the known ones. */
  readonly id?: Claim<string> | null;
  /** Why the publisher took it back; absent or null while it is published. */
  readonly retracted?: Claim<string> | null;
  /** True when the publisher marked it as not to be published. */
  readonly draft: boolean;
  /** The table of a file of corrections that corrected it, of those that are for one article of several. */
  readonly correction?: Correction;
  /** The article as HTML blocks, without its title, not yet sanitised. */
  readonly html: string;
  /** The article as plain text, one paragraph a line. */
  readonly text: string;
}

/** The claims of a draft that front matter can make. */
export type Fields = {
  -readonly [Name in keyof Pick<
    Draft,
    | "title"
    | "lead"
    | "published"
    | "updated"
    | "lang"
    | "byline"
    | "sourceName"
    | "sourceUrl"
    | "summary"
    | "image"
    | "enclosures"
    | "captions"
    | "topics"
    | "id"
    | "retracted"
    | "draft"
  >]?: Draft[Name];
};

/** A correction, and the claims it makes. */
export type NamedCorrection = Correction & { readonly fields: Fields };

/** What became of one line of a file, and why. */
export interface LineVerdict {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** What the line is: kept as part of an article, read for a claim, or cut. Blank lines are not listed. */
  readonly verdict: "title" | "lead" | "body" | "caption" | "metadata" | "cut";
  /** The rule that decided, in a few words: "heading of related links". */
  readonly rule: string;
  /** Place of the article it belongs to; null for a cut line. */
  readonly place: number | null;
}

/** What was understood of one file. */
export interface Extraction {
  /** What kind of file it was taken for, in a few words: "digest of 15 briefs", "one article among clutter". */
  readonly kind: string;
  readonly drafts: readonly Draft[];
  /** What corrects an article that its file names by an id: which of the drafts that is, only the ledger can tell. */
  readonly corrections?: readonly NamedCorrection[];
  /** A verdict on every line that is not blank. */
  readonly lines: readonly LineVerdict[];
  readonly problems: readonly Problem[];
}
