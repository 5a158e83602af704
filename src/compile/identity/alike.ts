// pairAlike: which of very many texts may be one story, without comparing every two of them.

import { shareOf, slots } from "./likeness.ts";

/**
 * Sketches that agree in three slots at once are compared. Captures of one story share 0.6 and more, and all but one in a
 * hundred thousand of such sketches agree in some of these; unrelated news share 0.05, and one in three thousand do.
 */
const slotTriples: readonly (readonly [number, number, number])[] = Array.from({ length: 48 }, (_, slot) => [
  slot,
  (slot + 21) % slots,
  (slot + 43) % slots,
]);
/** Of very many that agree, each is compared with so many of those before it. */
const mostOfBucket = 400;

/**
 * All pairs of sketches with at least this share (0.35 or more) in common, by their numbers. `times` are instants in
 * milliseconds, NaN where there is none: those further apart than `span` are no pair. Time grows with the number of
 * sketches and of those of about the same time, not with its square (locality-sensitive hashing).
 */
export function* pairAlike(
  sketches: readonly string[],
  least: number,
  times: readonly number[] = [],
  span: number = Number.POSITIVE_INFINITY,
): Generator<readonly [number, number]> {
  const count = sketches.length;
  const bytes = Buffer.alloc(count * slots);
  for (const [number, sketch] of sketches.entries()) bytes.write(sketch, number * slots, slots, "base64url");
  // In the order of their times, so that whatever is too old stands behind; those without one are compared with all.
  const timeOf = Float64Array.from({ length: count }, (_, number) => times[number] ?? Number.NaN);
  const order = Uint32Array.from({ length: count }, (_, number) => number).sort((a, b) => {
    const [left, right] = [timeOf[a] ?? 0, timeOf[b] ?? 0];
    return Number.isNaN(left) || Number.isNaN(right)
      ? Number(Number.isNaN(left)) - Number(Number.isNaN(right))
      : left - right;
  });
  const heads = new Int32Array(0x10000);
  const before = new Int32Array(count);
  const told = new Set<number>();
  for (const [a, b, c] of slotTriples) {
    heads.fill(-1);
    for (const number of order) {
      const at = number * slots;
      const triple = ((bytes[at + a] ?? 0) << 16) | ((bytes[at + b] ?? 0) << 8) | (bytes[at + c] ?? 0);
      const key = (Math.imul(triple, 0x9e3779b1) >>> 16) & 0xffff;
      const time = timeOf[number] ?? Number.NaN;
      let other = heads[key] ?? -1;
      for (let looked = 0; other >= 0 && looked < mostOfBucket; looked++, other = before[other] ?? -1) {
        if (time - (timeOf[other] ?? Number.NaN) > span) break;
        if (shareOf(countSame(bytes, at, other * slots)) < least) continue;
        const name = number * count + other;
        if (!told.has(name)) yield [other, number];
        told.add(name);
      }
      before[number] = heads[key] ?? -1;
      heads[key] = number;
    }
  }
}

/** How many slots of two sketches that begin at these bytes are equal. */
function countSame(bytes: Uint8Array, a: number, b: number): number {
  let same = 0;
  for (let slot = 0; slot < slots; slot++) if (bytes[a + slot] === bytes[b + slot]) same++;
  return same;
}
