// Which article is which: fingerprints, permanent ids, short ids and slugs.

import { createHash } from "node:crypto";
import type { LedgerEntry } from "./ledger.ts";
import { foldAccents } from "./topics.ts";

/** What identity is judged by. */
export interface Candidate {
  /** Path and place, as the ledger writes them. */
  readonly from: string;
  readonly source: string | null;
  readonly title: string;
  readonly text: string;
  /** `hashWords` of everything readers see. */
  readonly hash: string;
}

/** How an article was recognised; `null` for one never seen before. */
export interface Recognition {
  readonly entry: LedgerEntry;
  readonly by: "words" | "source address" | "likeness" | "place";
  /** Share of words in common, 0 to 1, as the fingerprints tell it. */
  readonly likeness: number;
}

const sketchSize = 16;
/** Two texts with this share of word pairs in common are one article edited; unrelated news shares under a tenth. */
const alike = 0.5;
/** At the same place of the same file less will do: an article rewritten where it stands. */
const alikeInPlace = 0.2;

/** Hash of what readers see: 128 bits, base64url. White space between words does not count. */
export function hashWords(parts: readonly (string | null)[]): string {
  const plain = parts.map((part) => part?.normalize("NFC").replace(/\s+/gu, " ").trim() ?? null);
  return createHash("sha256").update(JSON.stringify(plain)).digest("base64url").slice(0, 22);
}

/**
 * Sketch of a text: the smallest values of 16 hash functions over its pairs of words (MinHash, Broder 1997), 24 bits
 * each, in 64 characters of base64url. The share of equal values estimates the share of pairs two texts have in common.
 */
export function fingerprint(text: string): string {
  const words = foldAccents(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const least = new Uint32Array(sketchSize).fill(0xffffffff);
  for (let i = 0; i < Math.max(1, words.length - 1); i++) {
    const pair = hash32(`${words[i] ?? ""} ${words[i + 1] ?? ""}`);
    for (let k = 0; k < sketchSize; k++) {
      const value = mix(pair ^ Math.imul(k + 1, 0x9e3779b1));
      if (value < (least[k] ?? 0)) least[k] = value;
    }
  }
  const bytes = new Uint8Array(sketchSize * 3);
  least.forEach((value, k) => {
    bytes.set([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255], k * 3);
  });
  return Buffer.from(bytes).toString("base64url");
}

/** Share of word pairs two fingerprinted texts have in common, 0 to 1, in steps of a sixteenth. */
export function likeness(a: string, b: string): number {
  let same = 0;
  for (let k = 0; k < sketchSize; k++) if (a.slice(k * 4, k * 4 + 4) === b.slice(k * 4, k * 4 + 4)) same++;
  return same / sketchSize;
}

/**
 * Finds each candidate's entry in the ledger: by equal words first, then by source address, by likeness, by place.
 * Every entry goes to one candidate at most. The result is parallel to `candidates`.
 */
export function recognise(
  candidates: readonly Candidate[],
  entries: readonly LedgerEntry[],
): readonly (Recognition | null)[] {
  const result: (Recognition | null)[] = candidates.map(() => null);
  const free = new Set(entries);
  const take = (index: number, entry: LedgerEntry, by: Recognition["by"], share: number): void => {
    result[index] = { entry, by, likeness: share };
    free.delete(entry);
  };
  const pass = (by: Recognition["by"], key: (item: Candidate | LedgerEntry) => string | null): void => {
    const groups = Map.groupBy(free, key);
    candidates.forEach((candidate, index) => {
      const name = key(candidate);
      if (result[index] !== null || name === null) return;
      const group = (groups.get(name) ?? []).filter((entry) => free.has(entry));
      const entry = group.find((one) => one.from === candidate.from) ?? group[0];
      if (entry !== undefined) take(index, entry, by, 1);
    });
  };
  pass("words", (item) => item.hash);
  pass("source address", (item) => item.source);
  const open = candidates.flatMap((candidate, index) => {
    if (result[index] !== null) return [];
    return [{ index, candidate, sketch: fingerprint(candidate.text) }];
  });
  const pairs = open.flatMap(({ index, candidate, sketch }) =>
    [...free].flatMap((entry) => {
      const share = likeness(sketch, entry.fingerprint);
      const inPlace = entry.from === candidate.from;
      if (share < (inPlace ? alikeInPlace : alike)) return [];
      const by: Recognition["by"] = share >= alike ? "likeness" : "place";
      return [{ index, entry, share, inPlace, by }];
    }),
  );
  pairs.sort(
    (a, b) =>
      b.share - a.share || Number(b.inPlace) - Number(a.inPlace) || (a.entry.id < b.entry.id ? -1 : 1),
  );
  for (const { index, entry, share, by } of pairs) {
    if (result[index] === null && free.has(entry)) take(index, entry, by, share);
  }
  return result;
}

/**
 * The permanent id of an article never seen before: a UUID of version 8 (RFC 9562 §5.8) made from its words, so that
 * two clones that meet it apart give it the same one. `taken` ids are stepped over.
 */
export function newId(candidate: Pick<Candidate, "title" | "text">, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const digest = createHash("sha256")
      .update(JSON.stringify([hashWords([candidate.title, candidate.text]), attempt]))
      .digest();
    digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
    digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
    const hex = digest.toString("hex");
    const id = `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
    if (!taken.has(id)) return id;
  }
}

/** Ten characters of Crockford's base 32 (50 bits) for addresses, made from the id alone. */
export function shortIdOf(id: string): string {
  const digest = createHash("sha256").update(id).digest();
  let bits = digest.readBigUInt64BE(0) >> 14n;
  let short = "";
  for (let i = 0; i < 10; i++) {
    short = "0123456789abcdefghjkmnpqrstvwxyz"[Number(bits & 31n)] + short;
    bits >>= 5n;
  }
  return short;
}

/** A title as ASCII words for an address, cut at a word: at most 60 characters, possibly none. */
export function slugOf(title: string): string {
  const words = foldAccents(title).match(/[a-z0-9]+/g) ?? [];
  let slug = "";
  for (const word of words) {
    if (slug.length + word.length + 1 > 60) break;
    slug += (slug === "" ? "" : "-") + word;
  }
  return slug;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: spreads every bit over the whole word. */
function mix(value: number): number {
  let x = value ^ (value >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
