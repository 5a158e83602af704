// Documents that were compressed in an earlier compile lie in spools, like everything else that is remembered.

import type { Piece, Remembered } from "../../compile/bundle/documents.ts";
import type { Memory } from "./memory.ts";
import { openSpoolReader, openSpoolWriter, type Spot } from "./spool.ts";

/** The documents of a memory. What is kept now is there the next time. */
export function rememberDocuments(memory: Memory): Remembered & { readonly close: () => void } {
  const writer = openSpoolWriter(memory.spools, `spool-${process.pid}-${Date.now()}-documents`);
  const reader = openSpoolReader(memory.spools);
  const pieceAt = (spot: Spot): Piece => ({
    length: spot[2],
    read: () => {
      writer.flush();
      return reader.read(spot);
    },
  });
  return {
    recall: (name) => {
      const [gzip, brotli] = [memory.document(name), memory.document(`${name} br`)];
      if (gzip === undefined || brotli === undefined) return undefined;
      return { gzip: pieceAt(gzip), brotli: pieceAt(brotli) };
    },
    keep: (name, { gzip, brotli }) => {
      memory.keepDocument(name, writer.add(gzip));
      memory.keepDocument(`${name} br`, writer.add(brotli));
    },
    close: () => {
      writer.close();
      reader.close();
    },
  };
}
