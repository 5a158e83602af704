// NoiseRule: one row of the tables of web clutter, and how their patterns are built.

/** A kind of line that web pages carry around an article. */
export type NoiseName =
  | "share button"
  | "site navigation"
  | "account link"
  | "heading of related links"
  | "pointer to another article"
  | "heading of comments"
  | "comment control"
  | "advertisement"
  | "call to subscribe"
  | "legal notice"
  | "consent notice"
  | "counter"
  | "loading message"
  | "player control"
  | "tag line"
  | "author note"
  | "contact line";

/** One row: a pattern, how long a line it may judge, and the kind of clutter it shows. */
export interface NoiseRule {
  readonly name: NoiseName;
  /** Longest line, in words, the pattern is asked about. */
  readonly words: number;
  readonly pattern: RegExp;
}

/** Builds a pattern for whole lines out of phrases parted by bars; a counter or punctuation may follow. */
export function whole(phrases: string): RegExp {
  return new RegExp(
    `^[\\s>»›▸•|+*#:-]*(?:${phrases})[\\s>»›▸|+*:.!…→↓\\-]*(?:(?:\\(?\\d+\\)?|\\[\\s*\\d+\\s*\\])[\\s:.!…]*)?$`,
    "iu",
  );
}

/** Builds a pattern for lines that begin with one of the phrases. */
export function opening(phrases: string): RegExp {
  return new RegExp(`^[\\s>»›▸•|+*#\\[(-]*(?:${phrases})(?![\\p{L}\\p{M}])`, "iu");
}

/** Builds a pattern for lines that hold one of the phrases as whole words. */
export function holding(phrases: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${phrases})(?![\\p{L}\\p{M}])`, "iu");
}
