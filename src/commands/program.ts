// The program put together: it is written in some three hundred files, and to find and load each would take most of the
// time of a short command. So it is kept in a few, which are made again when one of those has changed.

import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Main from "./main.ts";
import { hashCode, listCode } from "./program/code.ts";
import { nameSources } from "./program/stacks.ts";

/** Where the program is installed, and where it is put together: that belongs to what was installed. */
const root = join(import.meta.dirname, "../..");
const cache = join(root, "node_modules/.cache/topicwire");

/** Says which folder of the cache was put together from which files. */
const recordFile = "program.json";
/** A program that was put together earlier may still be running, and load more of itself. */
const keptFor = 24 * 3_600_000;

/** Loads the program: put together where that is possible, as it was written where it is not. */
export async function loadProgram(): Promise<typeof Main> {
  const folder = await assemble(root, cache).catch(() => null);
  if (folder === null) return import("./main.ts");
  // Compiled code is kept beside it. Threads and child processes take it from there.
  const { directory } = enableCompileCache(join(folder, "compiled"));
  if (directory !== undefined) process.env["NODE_COMPILE_CACHE"] = directory;
  nameSources(folder);
  return import(pathToFileURL(join(folder, "main.mjs")).href) as Promise<typeof Main>;
}

/**
 * Puts together the program that lies in `root`, where that has not been done, and returns the folder below `cache` in
 * which it is. Throws where nothing can be written, or the code has a mistake.
 */
export async function assemble(root: string, cache: string): Promise<string> {
  const code = listCode(root);
  const known = readRecord(cache);
  if (known?.stamp === code.stamp && isWhole(join(cache, known.name))) return join(cache, known.name);
  const hash = hashCode(root, code);
  const name = `program-${hash}`;
  const folder = join(cache, name);
  if (!isWhole(folder)) await build(root, hash, folder);
  const record = `${join(cache, recordFile)}.${randomUUID()}`;
  writeFileSync(record, JSON.stringify({ stamp: code.stamp, name }));
  renameSync(record, join(cache, recordFile));
  removeOld(cache, name);
  return folder;
}

function readRecord(cache: string): { readonly stamp: string; readonly name: string } | null {
  try {
    return JSON.parse(readFileSync(join(cache, recordFile), "utf8"));
  } catch {
    // None yet, or one that was cut short.
    return null;
  }
}

function isWhole(folder: string): boolean {
  return existsSync(join(folder, "main.mjs"));
}

async function build(root: string, hash: string, folder: string): Promise<void> {
  // Loaded only when it is needed.
  const { buildSync } = await import("esbuild");
  const made = `${folder}.${randomUUID()}`;
  buildSync({
    entryPoints: [
      { in: join(root, "src/commands/main.ts"), out: "main" },
      { in: join(root, "src/commands/crew/thread.ts"), out: "thread" },
    ],
    outdir: made,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    // Packages are found from where they are installed, as ever.
    packages: "external",
    sourcemap: "linked",
    sourcesContent: false,
    define: { PROGRAM_CODE: JSON.stringify(hash) },
    logLevel: "silent",
  });
  try {
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    // Somebody else was faster.
    if (!isWhole(folder)) throw error;
  }
}

function removeOld(cache: string, kept: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (name !== kept && name !== recordFile && age > keptFor) rmSync(path, { recursive: true, force: true });
  }
}
