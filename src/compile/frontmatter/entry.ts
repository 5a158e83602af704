// Entry: one claim of front matter, whatever the syntax.

/** One key and its value: text, number, truth value, or lists and records of these. */
export interface Entry {
  readonly key: string;
  readonly value: unknown;
  /** 1-based, within the text that was parsed. */
  readonly line: number;
}
