// openExport: a file that may hold many posts, or what another program writes, is looked into.

import { closeSync, openSync, readSync, statSync } from "node:fs";
import { seedLimit } from "../../../compile/encodings.ts";
import { reasonOf } from "../../../compile/seeds/disk.ts";
import { type Refusal, refuse, refuseSize } from "../arrival.ts";
import type { Export } from "./post.ts";
import { guessExport, readExport } from "./read.ts";

/** An export may be so much longer than any article. */
const exportLimit = 512 * 1024 * 1024;
/** How much of a file is read at once. */
const pieceSize = 1024 * 1024;

/** The posts of a file; null for a file that is no export and no feed, or cannot be read: others say what it is. */
export function openExport(path: string, timeZone: string): Export | Refusal | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return null;
  try {
    const [start = new Uint8Array()] = readPieces(path);
    const guess = guessExport(start);
    if (guess === null) return null;
    if (stats.size > exportLimit) return guess === "xml" ? refuseLength() : null;
    return readExport(guess, () => readPieces(path), timeZone);
  } catch (error) {
    if (reasonOf(error) === null) throw error;
    return null;
  }
}

/** The pieces of what another program writes, which may have the length of an export only where it begins as one. */
export async function collectPieces(
  input: AsyncIterable<Uint8Array | string>,
): Promise<Uint8Array[] | Refusal> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let limit = seedLimit;
  for await (const piece of input) {
    const bytes = Buffer.from(piece as Uint8Array);
    size += bytes.length;
    pieces.push(bytes);
    if (size <= limit) continue;
    if (limit === exportLimit) return refuseLength();
    if (guessExport(Buffer.concat(pieces)) === null) return refuseSize(seedLimit);
    limit = exportLimit;
  }
  return pieces;
}

/** The posts of such pieces; null for no export and no feed. */
export function readPosts(pieces: readonly Uint8Array[], timeZone: string): Export | Refusal | null {
  const guess = guessExport(Buffer.concat(pieces.slice(0, 16)));
  return guess === null ? null : readExport(guess, () => pieces, timeZone);
}

function refuseLength(): Refusal {
  const what = `it has more than the ${exportLimit / 1024 / 1024} MB that an export may have`;
  return refuse(what, "Export the blog in several parts");
}

function* readPieces(path: string): Generator<Uint8Array> {
  const descriptor = openSync(path, "r");
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(pieceSize);
      const length = readSync(descriptor, piece, 0, pieceSize, null);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}
