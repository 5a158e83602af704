// readSettingsText: the bytes of site.toml or of a file of corrections as text, or what is to be done about them.

import { byteOrderMark } from "../encodings/byteOrder.ts";
import type { Problem } from "../problems.ts";

/** The text; a problem where it is not in Unicode, since a guess would stand in every feed. */
export function readSettingsText(bytes: Uint8Array, path: string): string | Problem {
  // Editors write one; TOML itself asks for UTF-8 without.
  const { encoding, length } = byteOrderMark(bytes) ?? { encoding: "utf-8", length: 0 };
  const own = bytes.subarray(length);
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(own);
  } catch {
    const loose = new TextDecoder(encoding).decode(own);
    const line = loose.slice(0, loose.indexOf("\uFFFD")).split("\n").length;
    const what = "the file is not in UTF-8: a letter on this line cannot be read";
    return { path, line, level: "error", what, fix: "Save the file as UTF-8" };
  }
}
