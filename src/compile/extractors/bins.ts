// Bins: numbers as words, so that a feature is a name that holds or does not.

/** `≤n` with the first limit that is not exceeded; `beyond` where all are. */
export function bin(value: number, limits: readonly number[], beyond = `>${limits.at(-1)}`): string {
  const limit = limits.find((limit) => value <= limit);
  return limit === undefined ? beyond : `≤${limit}`;
}
