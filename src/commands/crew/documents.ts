// Documents that were compressed before are taken from the memory.

import type { Memory } from "./memory.ts";
import { openSpoolReader, openSpoolWriter } from "./spool.ts";

/** Makes a document out of what is remembered, or makes it and remembers it. `name` says everything it depends on. */
export function rememberDocuments(memory: Memory): (name: string, make: () => Uint8Array) => Uint8Array {
  const writer = openSpoolWriter(memory.spools, `spool-${process.pid}-${Date.now()}-documents`);
  const reader = openSpoolReader(memory.spools);
  return (name, make) => {
    const known = memory.document(name);
    if (known !== undefined) return reader.read(known);
    const made = make();
    memory.keepDocument(name, writer.add(made));
    writer.flush();
    return made;
  };
}
