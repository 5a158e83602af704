// Scratch: folders for what the benchmark makes; all are gone when it ends.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const made: string[] = [];

/** A new empty folder outside the repository. */
export function makeScratch(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `topicwire-bench-${name}-`));
  made.push(folder);
  return folder;
}

/** Removes one of them early: large sites fill a disk. */
export function removeScratch(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

process.on("exit", () => made.forEach(removeScratch));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));
