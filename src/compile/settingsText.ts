// readSettingsText: the bytes of site.toml or of a file of corrections as text, or what is to be done about them.

import type { Problem } from "./problems.ts";

/** Marks of the encodings editors write settings in (Unicode §23.8). TOML itself asks for UTF-8 without one. */
const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** The text; a problem where it is not in Unicode, since a guess would stand in every feed. */
export function readSettingsText(bytes: Uint8Array, path: string): string | Problem {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  const [mark, encoding] = marked ?? [[], "utf-8"];
  const own = bytes.subarray(mark.length);
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(own);
  } catch {
    const loose = new TextDecoder(encoding).decode(own);
    const line = loose.slice(0, loose.indexOf("\uFFFD")).split("\n").length;
    const what = "the file is not in UTF-8: a letter on this line cannot be read";
    return { path, line, level: "error", what, fix: "Save the file as UTF-8" };
  }
}
