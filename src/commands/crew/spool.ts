// Spools: files that results are appended to, so that nobody has to hold all of them in memory.

import { closeSync, openSync, readSync, statSync, writevSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** Where a result lies: the name of the file, its beginning and its length in bytes; and its CRC-32. */
export type Spot = readonly [file: string, at: number, size: number, crc: number];

/** Said of a result that is not what was written. In a thread, only the code of an error says what it is. */
const damaged = "SPOOL_DAMAGED";

/** True for the error of a result that is not what was written: what is remembered is good for nothing then. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === damaged;
}

/** What is remembered may be deleted at any time. */
function open(path: string, flags: string): number {
  try {
    return openSync(path, flags);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw Object.assign(new Error(`${path} is gone`), { code: damaged });
  }
}

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
    descriptor ??= open(path, "a");
    let count = 0;
    for (let at = 0; at < waiting.length; at += 512)
      count += writevSync(descriptor, waiting.slice(at, at + 512));
    if (count < length - written) throw new Error(`${path} took only a part of it: is the disk full?`);
    waiting = [];
    written = length;
  };
  return {
    add: (bytes) => {
      if (descriptor === null && length === 0) {
        length = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
        written = length;
      }
      const spot: Spot = [name, length, bytes.length, crc32(bytes)];
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
  /** The same into bytes that are there, from `offset` on. */
  readonly readInto: (spot: Spot, target: Uint8Array, offset: number) => void;
  readonly close: () => void;
}

/** Opens the spools of a folder for reading. */
export function openSpoolReader(folder: string): SpoolReader {
  const descriptors = new Map<string, number>();
  const descriptorOf = (name: string): number => {
    const known = descriptors.get(name) ?? open(join(folder, name), "r");
    descriptors.set(name, known);
    return known;
  };
  const readInto = ([name, at, size, crc]: Spot, target: Uint8Array, offset: number): void => {
    const count = readSync(descriptorOf(name), target, offset, size, at);
    if (count < size || crc32(target.subarray(offset, offset + size)) !== crc)
      throw Object.assign(new Error(`${join(folder, name)} is not what was written`), { code: damaged });
  };
  return {
    readInto,
    read: (spot) => {
      const bytes = Buffer.allocUnsafe(spot[2]);
      readInto(spot, bytes, 0);
      return bytes;
    },
    close: () => {
      for (const descriptor of descriptors.values()) closeSync(descriptor);
      descriptors.clear();
    },
  };
}
