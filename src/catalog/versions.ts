// Entity tags of lists: made of the check sums of what they are joined from, so known before anything is joined.

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * The weak tag of a list, with its quotes: 96 bits of the CRC-32 of its head and of each of its entries, in order. The
 * same content gives the same tag on every machine.
 */
export function listTag(head: number, entries: readonly number[]): string {
  let [a, b, c] = [0x243f6a88, 0x85a308d3, 0x13198a2e];
  for (const sum of [head, ...entries, entries.length]) {
    a = Math.imul(a ^ sum, 0x85ebca6b);
    b = Math.imul(b ^ (a >>> 13) ^ sum, 0xc2b2ae35);
    c = Math.imul(c ^ (b >>> 16) ^ (a >>> 7), 0x9e3779b1);
    a ^= c >>> 15;
  }
  return `W/"${spell32(a)}${spell32(b)}${spell32(c)}"`;
}

/** A tag that also says which entries the list has, for clients that ask for differences (RFC 3229). */
export function detailTag(tag: string, entries: readonly number[]): string {
  return `${tag.slice(0, -1)}.${entries.map(shortVersion).join("")}"`;
}

/** The part of a tag, without its quotes, that stands for the content alone. */
export function contentOf(opaqueTag: string): string {
  const dot = opaqueTag.indexOf(".");
  return dot < 0 ? opaqueTag : opaqueTag.slice(0, dot);
}

/** The short versions a tag lists; null for a tag that lists none. */
export function versionsIn(opaqueTag: string): ReadonlySet<string> | null {
  const dot = opaqueTag.indexOf(".");
  const list = opaqueTag.slice(dot + 1);
  if (dot < 0 || !/^([\w-]{5})*$/.test(list)) return null;
  return new Set(list.match(/.{5}/g) ?? []);
}

/** 30 bits of an entry's CRC-32, in five characters: two versions of entries agree by chance once in 10^9. */
export function shortVersion(crc: number): string {
  let text = "";
  for (let shift = 26; shift >= 2; shift -= 6) text += alphabet[(crc >>> shift) & 63];
  return text;
}

function spell32(value: number): string {
  let text = "";
  for (let shift = 26; shift >= 0; shift -= 6) text += alphabet[(value >>> shift) & 63];
  return text + alphabet[(value << 4) & 63];
}
