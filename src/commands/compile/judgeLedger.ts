// judgeLedger: what a compile would do to the ledger, and whether it may.

import { type LedgerEntry, readLedger, writeLedger } from "../../compile/identity/ledger.ts";
import { spellCount } from "../command.ts";

/** Spells the command with what is to be added. */
type Again = (...added: readonly string[]) => string;

/** What the publisher allows a compile to do to it. */
interface Accepted {
  readonly frozen: boolean;
  readonly "accept-retractions": boolean;
}

/**
 * What is to be written in place of the ledger (null where it stays as it is), and why it may not be (empty where it may).
 * It is kept while the rest is made: as bytes it takes half the memory of a text.
 */
export function judgeLedger(
  before: string,
  known: readonly LedgerEntry[],
  ledger: readonly LedgerEntry[],
  accepted: Accepted,
  again: Again,
): { readonly refusal: string; readonly changed: Uint8Array | null } {
  const text = writeLedger(ledger);
  if (text === before) return { refusal: "", changed: null };
  const names = accepted.frozen ? changedLines(before, text).map((entry) => entry.from) : [];
  return { refusal: refuse(known, ledger, names, accepted, again), changed: Buffer.from(text) };
}

/**
 * Why the changed ledger may not be written, with what would have to be accepted; empty when it may. `changed` names the
 * articles whose lines did, where that is forbidden.
 */
function refuse(
  known: readonly LedgerEntry[],
  after: readonly LedgerEntry[],
  changed: readonly string[],
  accepted: Accepted,
  again: Again,
): string {
  const published = new Set(known.filter((entry) => entry.retracted === null).map((entry) => entry.id));
  const gone = after.filter((entry) => entry.retracted !== null && published.has(entry.id));
  if (accepted.frozen) {
    const lines = list(changed) || "  the order of its lines\n";
    return `The ledger would change, and --frozen forbids it:\n${lines}Run ${again()}, look at the change and commit it.\n`;
  }
  if (gone.length > Math.max(1, published.size / 10) && !accepted["accept-retractions"]) {
    const lines = list(gone.map((entry) => entry.from));
    return `${gone.length} of ${published.size} articles would be taken back from their readers:\n${lines}If this is intended: ${again("--accept-retractions")}\n`;
  }
  return "";
}

/** What it costs the subscribers to go on with a damaged ledger. */
export function describeCost(before: readonly LedgerEntry[], after: readonly LedgerEntry[]): string {
  const known = new Set(before.map((entry) => entry.id));
  const added = after.filter((entry) => !known.has(entry.id));
  if (added.length === 0) return "No article got a new id.";
  const [own, them] = added.length === 1 ? ["its", "it"] : ["their", "them"];
  return `${spellCount(added.length, "article")} got an id of ${own} own again; where it differs from the lost one, every subscriber gets ${them} as new:\n${list(added.map((entry) => entry.from))}`;
}

/** The entries whose lines were not there before. */
function changedLines(before: string, after: string): readonly LedgerEntry[] {
  const old = new Set(before.split("\n"));
  return readLedger(
    after
      .split("\n")
      .filter((line) => !old.has(line))
      .join("\n"),
  ).entries;
}

/** At most twenty, indented, one a line. */
function list(names: readonly string[]): string {
  const shown = names.length > 20 ? [...names.slice(0, 20), `and ${names.length - 20} more`] : names;
  return shown.map((name) => `  ${name}\n`).join("");
}
