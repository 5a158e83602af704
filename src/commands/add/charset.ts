// keepCharset: a page is read as its server said, also when it is a file and no server says anything.

import { byteOrderMark } from "../../compile/encodings/byteOrder.ts";
import { decodeSeed } from "../../compile/encodings.ts";

/**
 * The bytes to keep of a document that came with a charset. They are those that came, unless reading them without a
 * server's word gives other letters: then they become UTF-8 with a byte order mark, which every reader believes first
 * (Encoding §6.1), whatever the page says of itself. A server whose word the bytes disprove is not believed.
 */
export function keepCharset(bytes: Uint8Array, charset: string | null, path: string): Uint8Array {
  const stated = decoderFor(charset);
  const understood = decodeSeed({ path, bytes }).encoding;
  if (stated === null || understood === null || byteOrderMark(bytes) !== null) return bytes;
  const { encoding } = stated;
  if (understood === encoding) return bytes;
  // UTF-8 is never so by chance, but encodings of seven bits and of pairs can look like it.
  if (understood === "utf-8" && !/^(?:iso-2022-jp|utf-16)/.test(encoding)) return bytes;
  // What servers say that were never told; Vietnamese is recognised by its syllables.
  if (understood === "windows-1258" && encoding === "windows-1252") return bytes;
  return inUtf8(bytes, stated) ?? bytes;
}

/** The same text in UTF-8, where it is in an encoding that ASCII is no part of; else the bytes themselves. */
export function extendable(bytes: Uint8Array, path: string): Uint8Array {
  const encoding = decodeSeed({ path, bytes }).encoding ?? "";
  return /^utf-16/.test(encoding) ? (inUtf8(bytes, new TextDecoder(encoding)) ?? bytes) : bytes;
}

function inUtf8(bytes: Uint8Array, decoder: TextDecoder): Uint8Array | null {
  try {
    return Buffer.from(`\uFEFF${decoder.decode(bytes)}`);
  } catch {
    return null;
  }
}

function decoderFor(charset: string | null): TextDecoder | null {
  try {
    return charset === null ? null : new TextDecoder(charset, { fatal: true, ignoreBOM: false });
  } catch {
    return null;
  }
}
