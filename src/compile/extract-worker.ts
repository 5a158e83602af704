// A thread that extracts seeds: gets one at a time, answers with what was understood of it.

import { parentPort } from "node:worker_threads";
import type { ExtractContext, Seed } from "./draft.ts";
import { extractSeed } from "./extract.ts";

/** What a thread is asked. */
export interface ExtractTask {
  readonly number: number;
  readonly seed: Seed;
  readonly context: ExtractContext;
}

parentPort?.on("message", ({ number, seed, context }: ExtractTask) => {
  const { kind, drafts, problems } = extractSeed(seed, context);
  // What became of each line is for inspect alone, and longer than all the rest.
  parentPort?.postMessage({ number, extraction: { kind, drafts, problems, lines: [] } });
});
