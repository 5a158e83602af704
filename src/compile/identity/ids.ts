// Permanent ids, short ids, slugs, and the hash of what readers see.

import { createHash, hash } from "node:crypto";
import { foldAccents } from "../../catalog/words.ts";
import { joinSpaces } from "../characters.ts";

/** Hash of what readers see: 128 bits, base64url. White space between words does not count. */
export function hashWords(parts: readonly (string | null)[]): string {
  return hash("sha256", JSON.stringify(parts.map(plainOf)), "base64url").slice(0, 22);
}

function plainOf(part: string | null): string | null {
  if (part === null) return null;
  if (part === last.part) return last.plain;
  const plain = joinSpaces(part.normalize("NFC"));
  if (part.length > longPart) last = { part, plain };
  return plain;
}

/** The long text that was hashed last: each is hashed with its title alone, and again with all that readers see. */
let last = { part: "", plain: "" };
const longPart = 500;

/**
 * The permanent id of an article never seen before: a UUID of version 8 (RFC 9562 §5.8) made from the hash of its title
 * and text (`hashWords`), so that two clones that meet it apart give it the same one. `taken` ids are stepped over.
 */
export function newIdOf(words: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const digest = createHash("sha256")
      .update(JSON.stringify([words, attempt]))
      .digest();
    digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
    digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
    const hex = digest.toString("hex");
    const groups = [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20, 32),
    ];
    const id = `urn:uuid:${groups.join("-")}`;
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
