// The latest run of every part, kept so that running one part does not empty the page of the others.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PartName, partNames } from "./part.ts";
import { repository } from "./project.ts";
import type { Kept } from "./results.ts";

const folder = join(repository, ".topicwire/bench");

/** Keeps a run in place of the one before. */
export function keepRun(run: Kept): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(run.part.name), JSON.stringify(run, spellNaN));
}

/** What is kept, in the order of the parts. */
export function keptRuns(): readonly Kept[] {
  return partNames.flatMap((name) => {
    try {
      return JSON.parse(readFileSync(fileOf(name), "utf8"), readNaN) as Kept;
    } catch {
      return [];
    }
  });
}

function fileOf(name: PartName): string {
  return join(folder, `${name}.json`);
}

/** JSON has no NaN, which stands for what could not be measured. */
function spellNaN(_: string, value: unknown): unknown {
  return Number.isNaN(value) ? "NaN" : value;
}

function readNaN(_: string, value: unknown): unknown {
  return value === "NaN" ? Number.NaN : value;
}
