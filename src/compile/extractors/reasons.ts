// describeVerdict: a weighed line's verdict in words a publisher understands, whatever kind of file it stands in.

/** What features mean, by the beginnings of their names; the first that fits. `$` stands for what a feature names. */
export type Meanings = readonly (readonly [beginning: string, words: string])[];

/** How one kind of file is judged: the weights of features, and what they mean when they spoke for a verdict. */
export interface Judgement {
  readonly weights: Readonly<Record<string, number>>;
  readonly kept: Meanings;
  readonly cut: Meanings;
}

/** The strongest reason for a verdict, in a few words. A clutter's own name (`noise`) wins over what the place suggests. */
export function describeVerdict(
  { weights, kept, cut }: Judgement,
  keep: boolean,
  score: number,
  noise: string | undefined,
  features: readonly string[],
): string {
  if (!keep && noise !== undefined) return noise;
  if (!keep && score > 0) return "cut off from the article by clutter";
  if (keep && score < 0) return "stands between the article's paragraphs";
  const ranked = features
    .map((name) => ({ name, weight: (weights[name] ?? 0) * (keep ? 1 : -1) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { name } of ranked) {
    const found = (keep ? kept : cut).find(([beginning]) => name.startsWith(beginning));
    if (found === undefined) continue;
    const concept = /^(?:near|class) (\S+)/.exec(name)?.[1] ?? "";
    return found[1].replace("$", `"${concept}"`);
  }
  return keep ? "reads like the article" : "reads unlike the article";
}
