// Repacked: what was joined from compressed parts, compressed once more as a whole, and half as long.

import { lengthInside } from "../lists/gzip.ts";

/**
 * Bytes of the longest document that is repacked. 100 KiB take 2 ms of CPU on bare workerd, and Cloudflare's free plan gives
 * a request 10 ms in all: half of them are enough for a feed of fifty articles of 600 words.
 */
const longest = 256 * 1024;

/** A gzip member compressed anew by the platform; null where that takes too long or gains nothing. */
export async function repackGzip(gzip: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  if (lengthInside(gzip) > longest) return null;
  const stream = new Blob([gzip])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"))
    .pipeThrough(new CompressionStream("gzip"));
  const repacked = new Uint8Array(await new Response(stream).arrayBuffer());
  return repacked.length < gzip.length ? repacked : null;
}
