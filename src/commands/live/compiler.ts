// The compile as a process of its own: it reads the newest code, and gives its memory back.

import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { type Outcome, outcomeVariable, takeOutcome } from "./outcome.ts";

/** Compiles one folder of seeds, as often as wanted. */
export interface Compiler {
  /** Compiles; null when the program ended before it could say how it went. */
  readonly run: () => Promise<Outcome | null>;
  readonly stop: () => void;
}

/** A compiler of a folder, for a site whose links begin with `origin`. */
export function createCompiler(seeds: string, origin: string): Compiler {
  const file = resolve(".topicwire", "live", "outcome.json");
  let child: ChildProcess | null = null;
  return {
    run: async () => {
      takeOutcome(file);
      child = spawn(process.execPath, [resolve("src", "cli.ts"), "compile", "--keep-going"], {
        stdio: ["ignore", "inherit", "inherit"],
        env: {
          ...process.env,
          TOPICWIRE_ORIGIN: origin,
          TOPICWIRE_SEEDS: seeds,
          [outcomeVariable]: file,
        },
      });
      await ended(child);
      child = null;
      return takeOutcome(file);
    },
    stop: () => {
      child?.kill();
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.on("error", () => done());
    child.on("close", () => done());
  });
}
