// findNearest: the word that was meant by one with a slip or two in it.

/** The known word with the fewest slips away from `word`; null where none is near. */
export function findNearest(word: string, known: readonly string[]): string | null {
  const most = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 4));
  let best: { readonly word: string; readonly slips: number } | null = null;
  for (const each of known) {
    const slips = countSlips(word, each);
    if (slips <= most && (best === null || slips < best.slips)) best = { word: each, slips };
  }
  return best?.word ?? null;
}

/** Letters to leave out, put in or change on the way from one word to the other (Levenshtein). */
export function countSlips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
