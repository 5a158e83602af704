// Changes: what a compile changes for readers, told from the ledger as it was and as it is.

import type { LedgerEntry } from "../compile/ledger.ts";

/** So many are named; of more, their number is told. */
const few = 3;

/** `For readers: 1 new (a.txt), 4 changed, 1 taken back (b.txt).` Empty where nothing changes for them. */
export function describeChanges(before: readonly LedgerEntry[], after: readonly LedgerEntry[]): string {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const [added, changed, gone, returned]: [string[], string[], string[], string[]] = [[], [], [], []];
  for (const { id, from, changed: time, retracted } of after) {
    const old = known.get(id);
    const [was, is] = [old?.retracted === null, retracted === null];
    if (old === undefined && is) added.push(from);
    else if (was && !is) gone.push(from);
    else if (old !== undefined && !was && is) returned.push(from);
    else if (old !== undefined && is && old.changed !== time) changed.push(from);
  }
  const parts = [
    count(added, "new"),
    count(changed, "changed"),
    count(gone, "taken back"),
    count(returned, "back again"),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `For readers: ${parts.join(", ")}.`;
}

function count(names: readonly string[], what: string): string {
  if (names.length === 0) return "";
  const named = names.length > few ? "" : ` (${[...names].sort().join(", ")})`;
  return `${names.length} ${what}${named}`;
}
