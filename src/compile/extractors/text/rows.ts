// Row: one row of a file as it stands, and what it becomes when several rows are one line.

/** A row of a file. */
export interface Row {
  /** 1-based place in the file. */
  readonly number: number;
  /** As it stands in the file, or the rows it was joined from, as one. */
  readonly raw: string;
}

/** A row that is blank, stands for itself, or was joined from several. */
export interface Joined extends Row {
  /** The rows it was joined from; itself alone where it was not. */
  readonly parts: readonly Row[];
}

/** Signs that show nothing. */
export const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** The rows of a text, blank ones too. */
export function splitRows(text: string): Row[] {
  const rows = text.replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n").split("\n");
  return rows.map((raw, index) => ({ number: index + 1, raw }));
}

/** True for a row that shows nothing. */
export function isBlank({ raw }: Row): boolean {
  return raw.replace(INVISIBLE, "").trim() === "";
}
