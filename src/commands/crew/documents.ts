// Documents that were compressed in an earlier compile lie in spools, like everything else that is remembered.

import type { Remembered } from "../../compile/documents.ts";
import type { Memory } from "./memory.ts";
import { openSpoolReader, openSpoolWriter } from "./spool.ts";

/** The documents of a memory. What is kept now is there the next time. */
export function rememberDocuments(memory: Memory): Remembered & { readonly close: () => void } {
  const writer = openSpoolWriter(memory.spools, `spool-${process.pid}-${Date.now()}-documents`);
  const reader = openSpoolReader(memory.spools);
  return {
    recall: (name) => {
      const spot = memory.document(name);
      return spot === undefined ? undefined : reader.read(spot);
    },
    keep: (name, gzip) => {
      memory.keepDocument(name, writer.add(gzip));
      writer.flush();
    },
    close: () => {
      writer.close();
      reader.close();
    },
  };
}
