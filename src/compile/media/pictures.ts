// What kind of picture bytes are, by how they begin: saved pages often call a WebP a JPEG, or give it no ending at all.

const signatures: readonly (readonly [start: RegExp, type: string, ending: string])[] = [
  [/^\x89PNG/, "image/png", "png"],
  [/^\xFF\xD8\xFF/, "image/jpeg", "jpg"],
  [/^GIF8/, "image/gif", "gif"],
  [/^RIFF.{4}WEBP/s, "image/webp", "webp"],
  [/^.{4}ftypavi[fs]/s, "image/avif", "avif"],
];

/** A media type, and the ending its files should have. */
export interface PictureKind {
  readonly type: string;
  readonly ending: string;
}

/** The kind of picture; null for anything else. */
export function recognisePicture(bytes: Uint8Array): PictureKind | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const found = signatures.find(([signature]) => signature.test(start));
  return found === undefined ? null : { type: found[1], ending: found[2] };
}
