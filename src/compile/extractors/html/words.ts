// Words of titles and texts, for comparing them whatever their signs and capitals.

/** Words in small letters, without signs. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** True for two texts of the same words, and some words at all. */
export function sameWords(a: string, b: string): boolean {
  const words = wordsOf(a).join(" ");
  return words !== "" && words === wordsOf(b).join(" ");
}

/** Each three words that follow each other; a shorter text as a whole. */
export function triplesOf(text: string): string[] {
  const words = wordsOf(text);
  if (words.length < 3) return [words.join(" ")];
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
}

/** How alike two texts are, 0 to 1: twice the words they share over the words they have. */
export function likenessOf(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const counts = new Map<string, number>();
  for (const word of right) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of left) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    shared += 1;
    counts.set(word, count - 1);
  }
  return (2 * shared) / Math.max(1, left.length + right.length);
}
