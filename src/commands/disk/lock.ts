// Locks: what one process works on, no other touches meanwhile.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { shownFolder } from "../command.ts";
import { openNotes } from "./notes.ts";

/** How long it waits before it says so, and how often it tries again, in milliseconds. */
const silentFor = 1000;
const lookEvery = 30;

/** Somebody else has the lock (https://sqlite.org/rescode.html#busy). */
const busy = 5;

/**
 * Waits until nobody has locked a folder, of seeds or of what is made of them, and locks it until the function it returns
 * is called. The system unlocks it when the process ends, however it ends. That is why SQLite does the locking: Node
 * itself has no such locks, and a file with the number of a process would outlive it.
 */
export async function lock(folder: string, kind: "seeds" | "out"): Promise<() => void> {
  const speak = performance.now() + silentFor;
  const work = `(${process.argv.slice(2).join(" ")})`;
  let told = false;
  for (;;) {
    const locked = lockAtOnce(folder, kind, work);
    if (typeof locked !== "string") return locked;
    if (!told && performance.now() > speak) {
      told = true;
      console.error(`Waiting for ${shownFolder(folder)}, which ${locked} works on.`);
    }
    await new Promise((done) => setTimeout(done, lookEvery));
  }
}

/**
 * The same without waiting: where somebody has locked it, returns who, and at what `work`. A folder is locked as `live`
 * for as long as a site is served from there.
 */
export function lockAtOnce(
  folder: string,
  kind: "seeds" | "out" | "live",
  work: string,
): (() => void) | string {
  // There is nothing in it to spoil, and whoever ends a compile removes the notes of a folder that is not there.
  if (!existsSync(folder)) return () => {};
  const file = join(openNotes(folder), `${kind}.lock`);
  const holder = `${file}.holder`;
  const database = tryToLock(file);
  if (database === "busy") return readHolder(holder);
  try {
    writeFileSync(holder, `process ${process.pid} ${work}`);
  } catch (error) {
    database?.close();
    throw error;
  }
  return () => database?.close();
}

/** Null where the disk knows no locks, as some network disks do not: then there is nothing to wait for. */
function tryToLock(file: string): DatabaseSync | "busy" | null {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec("BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database?.close();
    return (error as { readonly errcode?: number }).errcode === busy ? "busy" : null;
  }
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "another process";
  }
}
