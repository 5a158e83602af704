// Spools: files that results are appended to, so that nobody has to hold all of them in memory.

import { closeSync, existsSync, openSync, readSync, statSync, writevSync } from "node:fs";
import { join } from "node:path";

/** Where a result lies: the name of the file, its beginning and its length in bytes. */
export type Spot = readonly [file: string, at: number, size: number];

/** Appends results to one file, which nobody else writes to. */
export interface SpoolWriter {
  /** Takes bytes to be written; they are on the disk after the next `flush`. */
  readonly add: (bytes: Uint8Array) => Spot;
  readonly flush: () => void;
  readonly close: () => void;
}

/** Opens a file of a folder for appending; it is made when there is something to write. */
export function openSpoolWriter(folder: string, name: string): SpoolWriter {
  const path = join(folder, name);
  let [written, length] = [0, 0];
  let waiting: Uint8Array[] = [];
  let descriptor: number | null = null;
  const flush = (): void => {
    if (waiting.length === 0) return;
    descriptor ??= openSync(path, "a");
    for (let at = 0; at < waiting.length; at += 512) writevSync(descriptor, waiting.slice(at, at + 512));
    waiting = [];
    written = length;
  };
  return {
    add: (bytes) => {
      if (descriptor === null && length === 0 && existsSync(path))
        [written, length] = [statSync(path).size, statSync(path).size];
      const spot: Spot = [name, length, bytes.length];
      waiting.push(bytes);
      length += bytes.length;
      if (length - written > 1 << 20) flush();
      return spot;
    },
    flush,
    close: () => {
      flush();
      if (descriptor !== null) closeSync(descriptor);
    },
  };
}

/** Reads results wherever they lie. */
export interface SpoolReader {
  readonly read: (spot: Spot) => Buffer;
  readonly close: () => void;
}

/** Opens the spools of a folder for reading. */
export function openSpoolReader(folder: string): SpoolReader {
  const descriptors = new Map<string, number>();
  const descriptorOf = (name: string): number => {
    const known = descriptors.get(name) ?? openSync(join(folder, name), "r");
    descriptors.set(name, known);
    return known;
  };
  return {
    read: ([name, at, size]) => {
      const bytes = Buffer.allocUnsafe(size);
      if (readSync(descriptorOf(name), bytes, 0, size, at) < size)
        throw new Error(`${join(folder, name)} is shorter than it was`);
      return bytes;
    },
    close: () => {
      for (const descriptor of descriptors.values()) closeSync(descriptor);
      descriptors.clear();
    },
  };
}
