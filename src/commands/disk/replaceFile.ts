// replaceFile: a file is written whole or not at all, whatever stops the one who writes it.

import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** What is written: bytes, a text, or whatever a function writes to the descriptor it is given. */
type Content = Uint8Array | string | ((descriptor: number) => void);

/** The end of the names of files on their way to their place. Their first letter is a dot: nobody takes them for seeds. */
export const onItsWay = ".new";

let count = 0;

/**
 * Puts a file in place of another one, or of none. It is written beside its place, under a name of its own, and moved
 * there when it is whole: whoever looks meanwhile sees what was there before. `lasting` also holds when the power fails,
 * and takes some milliseconds: for what cannot be made again.
 */
export function replaceFile(path: string, content: Content, lasting = false): void {
  // What a link leads to is replaced, not the link.
  const place = existsSync(path) ? realpathSync(path) : path;
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}-${count++}${onItsWay}`);
  try {
    const descriptor = openSync(beside, "wx");
    try {
      if (typeof content === "function") content(descriptor);
      else writeFileSync(descriptor, content);
      if (lasting) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    // Whoever asked knows nothing of the file beside it.
    throw error instanceof Error && "syscall" in error ? Object.assign(error, { path }) : error;
  }
}
