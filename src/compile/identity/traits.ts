// Traits: what articles are compared by, each in the form in which spelling makes no difference.

import { foldAccents } from "../../catalog/words.ts";
import { fileOf } from "./ledger.ts";

/** Two captures of one story may state its date differently by this long, in milliseconds (an update, a time zone). */
export const mostApart = 3 * 86_400_000;

/** From this share of word pairs on (Jaccard, counted exactly) two texts are one story told once. */
export const sameStory = 0.6;
/** Short texts share set phrases: a price reported daily reads alike every day. */
const sameBrief = 0.85;
const briefWords = 60;

/** The share that texts of so many words must have in common to be one story. */
export function leastOfStory(words: number): number {
  return words < briefWords ? sameBrief : sameStory;
}

/** What is compared of an article, be it found now or known. */
export interface Traits {
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

/** What traits are read from: an article found now, or a line of the ledger. */
interface Described {
  readonly from: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly fingerprint: string;
  readonly published?: string | null;
}

/** What is compared of an article, in that form. */
export function traitsOf(item: Described): Traits {
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

/** True for titles that differ in a word at most, or of long ones in a few, but in no number: those of series do. */
export function areOneTitle(a: string, b: string): boolean {
  if (a === "" || b === "" || a === b) return a === b && a !== "";
  const [left, right] = [new Set(a.split(" ")), new Set(b.split(" "))];
  const apart = [
    ...[...left].filter((word) => !right.has(word)),
    ...[...right].filter((word) => !left.has(word)),
  ];
  return apart.length * 4 <= Math.max(left.size, right.size) && !apart.some((word) => /\d/.test(word));
}

/** True where both state different addresses of one site, or dates far apart. */
export function areApart(here: Traits, there: Traits): boolean {
  const both = here.source !== "" && there.source !== "";
  if (both) return here.source !== there.source && hostOf(here.source) === hostOf(there.source);
  if (here.published === null || there.published === null) return false;
  return Math.abs(Date.parse(here.published) - Date.parse(there.published)) > mostApart;
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

/** The host of a `sourceKey`: its path may be empty, and only its parameters say which article it is. */
function hostOf(key: string): string {
  return key.split(/[/?]/)[0] ?? "";
}
