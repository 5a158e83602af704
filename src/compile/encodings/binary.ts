// Files that are no text, told by how they begin.

/** First bytes (as windows-1252 reads them) → what such a file is. */
const SIGNATURES: readonly (readonly [start: string, kind: string])[] = [
  ["%PDF-", "a PDF"],
  ["PK\x03\x04", "a ZIP archive or an office document"],
  ["\xD0\xCF\x11\xE0", "an old office document"],
  ["\x89PNG", "a PNG picture"],
  ["\xFF\xD8\xFF", "a JPEG picture"],
  ["GIF8", "a GIF picture"],
  ["RIFF", "a WebP, WAV or AVI file"],
  ["\x1F\x8B", "a gzip archive"],
  ["BZh", "a bzip2 archive"],
  ["7z\xBC\xAF", "a 7-Zip archive"],
  ["Rar!", "a RAR archive"],
  ["ID3", "an MP3 recording"],
  ["OggS", "an Ogg recording"],
  ["\x00\x00\x00\x18ftyp", "an MP4 film"],
  ["\x00\x00\x00\x20ftyp", "an MP4 film"],
  ["bplist00", "a Safari web archive"],
  ["{\\rtf", "an RTF document"],
];

/** Share of control characters from which bytes cannot be text. */
const MOST_CONTROLS = 0.01;

/** What kind of binary file this is, such as "a PDF"; null when it may be text. */
export function nameBinary(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? null;
}

/** True when too many bytes are control characters for a text in any encoding made of single bytes or UTF-8. */
export function hasManyControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] as number;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls += 1;
  }
  return controls > 2 && controls > sample.length * MOST_CONTROLS;
}
