// Outcome: how a compile ended, left in a file for whoever started it and shows it to somebody.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Problem } from "../../compile/problems.ts";
import { makeFolders } from "../disk/makeFolders.ts";

/** How a compile ended. */
export interface Outcome {
  /** Whether the site was written; if not, the last one stands. */
  readonly written: boolean;
  /** Why nothing was written although every file is in order; empty otherwise. */
  readonly refusal: string;
  /** What it changed for readers, as a sentence; empty where nothing. */
  readonly changes: string;
  /** The seeds folder as it is called in messages, with a slash at its end. */
  readonly folder: string;
  readonly problems: readonly Problem[];
}

/** The environment variable that names the file; nobody asks for it in a deploy. */
export const outcomeVariable = "TOPICWIRE_OUTCOME";

/** Leaves the outcome where the environment asks for it. */
export function leaveOutcome(outcome: Outcome): void {
  const file = process.env[outcomeVariable];
  if (file === undefined || file === "") return;
  makeFolders(dirname(file));
  writeFileSync(file, JSON.stringify(outcome));
}

/** Takes the outcome from its file; null when the compile left none, having ended before its end. */
export function takeOutcome(file: string): Outcome | null {
  try {
    const outcome = JSON.parse(readFileSync(file, "utf8")) as Outcome;
    rmSync(file);
    return outcome;
  } catch {
    return null;
  }
}
