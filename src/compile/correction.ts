// Correction: what a file of corrections says of one article of several.

import { isId } from "./identity/ledger.ts";

/** An `[[article]]` table of a file of corrections. */
export interface Correction {
  /** The permanent id it names its article by; null where it names it by its place alone. */
  readonly id: string | null;
  /** The place it names, from 1; null where it names none. */
  readonly place: number | null;
  readonly path: string;
  readonly line: number;
}

/** True for a table whose article only the ledger can tell. */
export function namesById(correction: Correction | null | undefined): boolean {
  return correction?.id != null && isId(correction.id);
}
