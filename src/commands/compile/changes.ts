// Changes: what a compile changes for readers, told from the ledger as it was and as it is.

import type { LedgerEntry } from "../../compile/identity/ledger.ts";

/** At most so many are named; of more, only the number is told. */
const few = 3;

/** `For readers: 1 new (a.txt), 4 changed, 1 taken back (b.txt).` Empty where nothing changes for them. */
export function describeChanges(before: readonly LedgerEntry[], after: readonly LedgerEntry[]): string {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const files = new Map<string, string[]>(kinds.map((kind) => [kind, []]));
  for (const entry of after) {
    const kind = kindOf(known.get(entry.id), entry);
    if (kind !== null) files.get(kind)?.push(entry.from);
  }
  const parts = [...files].flatMap(([kind, names]) => (names.length === 0 ? [] : [count(names, kind)]));
  return parts.length === 0 ? "" : `For readers: ${parts.join(", ")}.`;
}

const kinds = ["new", "changed", "in other topics", "taken back", "back again"] as const;

function kindOf(before: LedgerEntry | undefined, after: LedgerEntry): (typeof kinds)[number] | null {
  const [was, is] = [before?.retracted === null, after.retracted === null];
  if (was && !is) return "taken back";
  if (!is) return null;
  if (before === undefined) return "new";
  if (!was) return "back again";
  if (before.changed !== after.changed) return "changed";
  return before.moved === after.moved ? null : "in other topics";
}

function count(names: readonly string[], what: string): string {
  const named = names.length > few ? "" : ` (${[...names].sort().join(", ")})`;
  return `${names.length} ${what}${named}`;
}
