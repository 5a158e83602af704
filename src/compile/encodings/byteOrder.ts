// Byte order marks (Encoding §6.1, Unicode §23.8): worth more than whatever else says how a text is encoded.

/** Which encoding a mark stands for, and how many bytes it has. */
export interface ByteOrderMark {
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  readonly length: number;
}

/** The mark these bytes begin with; null where they begin with none. */
export function byteOrderMark([b0, b1, b2]: Uint8Array): ByteOrderMark | null {
  if (b0 === 0xef && b1 === 0xbb && b2 === 0xbf) return { encoding: "utf-8", length: 3 };
  if (b0 === 0xff && b1 === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (b0 === 0xfe && b1 === 0xff) return { encoding: "utf-16be", length: 2 };
  return null;
}
