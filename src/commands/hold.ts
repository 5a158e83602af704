// Hold: what one process works on, no other touches meanwhile.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { shownFolder } from "./command.ts";
import { openNotes } from "./notes.ts";

/** How long nothing is said of waiting, and how often it is tried again, in milliseconds. */
const silentFor = 1000;
const lookEvery = 30;

/** Somebody else has it (https://sqlite.org/rescode.html#busy). */
const busy = 5;

/**
 * Waits until nobody holds a folder, of seeds or of what is made of them, and holds it until the function it returns is
 * called. The system lets go of it when the process ends, however it ends. That is why SQLite is asked for it: Node
 * itself knows no such locks, and a note with the number of a process would outlive it.
 */
export async function hold(folder: string, kind: "seeds" | "out"): Promise<() => void> {
  const speak = performance.now() + silentFor;
  const work = `(${process.argv.slice(2).join(" ")})`;
  let told = false;
  for (;;) {
    const held = holdAtOnce(folder, kind, work);
    if (typeof held !== "string") return held;
    if (!told && performance.now() > speak) {
      told = true;
      console.error(`Waiting for ${shownFolder(folder)}, which ${held} works on.`);
    }
    await new Promise((done) => setTimeout(done, lookEvery));
  }
}

/**
 * The same without waiting: where somebody holds it, it is returned who, and at what `work`. A folder is held as `live` as
 * long as its site is served from there.
 */
export function holdAtOnce(
  folder: string,
  kind: "seeds" | "out" | "live",
  work: string,
): (() => void) | string {
  const file = join(openNotes(folder), `${kind}.lock`);
  const holder = `${file}.holder`;
  const lock = tryToHold(file);
  if (lock === "busy") return readHolder(holder);
  writeFileSync(holder, `process ${process.pid} ${work}`);
  return () => lock?.close();
}

/** Null where the disk has no locks, as some of networks have none: then there is nothing to wait for. */
function tryToHold(file: string): DatabaseSync | "busy" | null {
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock?.close();
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
