// Figures: medians and ratios, and how they are written down.

/** The middle one, or the mean of the two in the middle. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}

/**
 * The median of the ratios of what was measured side by side, never the ratio of medians: what disturbs a machine for
 * a while disturbs both sides of a round.
 */
export function medianRatio(ours: readonly number[], theirs: readonly number[]): number {
  return medianOf(ours.map((one, round) => one / (theirs[round] ?? Number.NaN)));
}

/** Three digits that count. */
export function spellNumber(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  return size >= 100
    ? String(Math.round(value))
    : size >= 10
      ? value.toFixed(1)
      : value.toFixed(size >= 1 ? 2 : 3);
}

/** A count, its thousands apart. */
export function spellCount(value: number): string {
  return Math.round(value).toLocaleString("en");
}

/** Bytes as KiB or MiB. */
export function spellBytes(bytes: number): string {
  return bytes < 2 ** 20 ? `${spellNumber(bytes / 2 ** 10)} KiB` : `${spellNumber(bytes / 2 ** 20)} MiB`;
}
