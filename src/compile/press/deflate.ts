// Deflate: small texts compressed behind dictionaries (RFC 1951).
//
// node:zlib takes longer to set itself up than to compress a few hundred bytes, and hashes a dictionary again for every
// text behind it. Here nothing is set up, and a dictionary is hashed once.

import { BitWriter } from "./deflate/bits.ts";
import { writeBlock } from "./deflate/blocks.ts";
import {
  type Dictionary,
  hashDictionary,
  load,
  parse,
  pieceLimit,
  reach,
  window,
} from "./deflate/matches.ts";

export type { Dictionary } from "./deflate/matches.ts";

const writer = new BitWriter();

/**
 * Prepares what texts stand behind, to be used for as many as there are. Only its last 32 KB are within reach of a
 * match. The bytes are not copied, and must not change.
 */
export function createDictionary(bytes: Uint8Array): Dictionary {
  return hashDictionary(bytes.length > reach ? bytes.subarray(bytes.length - reach) : bytes);
}

/**
 * A raw deflate stream of a text that is not final and ends in an empty stored block, on a byte: 00 00 FF FF, what zlib
 * calls a sync flush (lists/gzip.ts joins such streams). With a dictionary it is good only behind a stream that
 * inflates to it: matches may reach into blocks before (RFC 1951 §2).
 */
export function deflateBehind(text: Uint8Array, dictionary: Dictionary | null): Uint8Array<ArrayBuffer> {
  writer.clear();
  let before = dictionary;
  for (let at = 0; at < text.length; at += pieceLimit) {
    const piece = text.length <= pieceLimit ? text : text.subarray(at, at + pieceLimit);
    const loaded = load(before, piece);
    writeBlock(writer, parse(loaded), loaded);
    // Another piece has what came before it for its dictionary.
    if (at + pieceLimit < text.length) before = createDictionary(window.slice(1, loaded.end));
  }
  writer.store(window, 0, 0);
  return writer.take();
}
