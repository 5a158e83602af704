// Compress: documents compressed as wholes, as well as is worth the time.

import { brotliCompressSync, constants, gunzipSync, gzipSync } from "node:zlib";
import { lengthInside } from "../../lists/gzip.ts";
import { release, trim } from "./release.ts";

/** A list as one gzip member of many parts. */
export interface Joined {
  readonly gzip: Uint8Array;
}

/**
 * A text compressed as a whole, for those who take gzip (RFC 1952) and for those who take Brotli (RFC 7932). Lists of
 * pages have no Brotli, which is then empty: they are long, and few ask for them.
 */
export interface Compressed {
  readonly gzip: Uint8Array;
  readonly brotli: Uint8Array;
}

/** Compresses a list as a whole: a third smaller than its parts. */
export function compressList({ gzip }: Joined): Compressed {
  // A byte more than it takes: zlib asks for more memory when what it has is full.
  const text = gunzipSync(gzip, { chunkSize: inOnePiece(lengthInside(gzip) + 1) });
  const compressed = compressText(text, true);
  release(text);
  return compressed;
}

/** At this quality Brotli takes no longer than zlib's best, and its result is a sixth smaller. */
const brotliQuality = 7;

/** Compresses a text; without Brotli unless both are wanted. */
export function compressText(text: Uint8Array, both: boolean): Compressed {
  const chunkSize = inOnePiece(text.length);
  const gzip = trim(gzipSync(text, { level: 9, chunkSize }));
  if (!both) return { gzip, brotli: new Uint8Array(0) };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    // A window as large as the text will do, and takes megabytes less.
    [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, 32 - Math.clz32(text.length))),
  };
  return { gzip, brotli: trim(brotliCompressSync(text, { chunkSize, params })) };
}

/** For zlib, which else works in pieces and joins them. Less it takes from memory that is shared with others. */
function inOnePiece(length: number): number {
  return Math.max(1 << 16, length);
}
