// chooseStretches: which lines to keep, judged together.

/**
 * The row of keeps with the highest sum of kept gains, where every change between kept and cut costs `change`: stretches
 * are preferred to single lines (Viterbi's algorithm with two states).
 */
export function chooseStretches(gains: readonly number[], change: number): boolean[] {
  let kept = 0;
  let cut = 0;
  const came = gains.map((gain) => {
    const toKept = cut - change > kept;
    const toCut = kept - change > cut;
    const nextKept = (toKept ? cut - change : kept) + gain;
    cut = toCut ? kept - change : cut;
    kept = nextKept;
    return { toKept, toCut };
  });
  const keeps: boolean[] = new Array(gains.length).fill(false);
  let keep = kept > cut;
  for (let index = gains.length - 1; index >= 0; index -= 1) {
    keeps[index] = keep;
    const from = came[index];
    if (keep ? from?.toKept : from?.toCut) keep = !keep;
  }
  return keeps;
}
