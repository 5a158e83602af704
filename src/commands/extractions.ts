// Extractions: every seed understood once, on all cores, and remembered by its content until it or the rules change.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ExtractContext, Extraction, Seed } from "../compile/draft.ts";
import { extractSeed } from "../compile/extract.ts";
import type { ExtractTask } from "../compile/extract-worker.ts";
import type { Progress } from "./progress.ts";

/** Where what was understood is remembered; it may be deleted at any time. */
const cacheFolder = ".topicwire/extractions";

/** Fewer bytes of seeds than this are understood before a thread would have started. */
const worthThreads = 400_000;

/** Extracts all seeds; the result is parallel to them. Lines are left out: only inspect shows them. */
export async function extractAll(
  seeds: readonly Seed[],
  context: ExtractContext,
  progress: Progress,
): Promise<readonly Extraction[]> {
  const rules = hashRules();
  const files = seeds.map((seed) => join(cacheFolder, keyOf(seed, context, rules)));
  const found = files.map(readCached);
  const missing = found.flatMap((extraction, number) => (extraction === null ? [number] : []));
  const keep = (number: number, extraction: Extraction): void => {
    found[number] = extraction;
    writeCached(files[number] ?? "", extraction);
    progress.step();
  };
  progress.begin("understanding", missing.length);
  const bytes = missing.reduce((sum, number) => sum + (seeds[number]?.bytes.length ?? 0), 0);
  const threads = bytes < worthThreads ? 1 : Math.min(availableParallelism(), missing.length);
  if (threads < 2) {
    for (const number of missing) {
      const seed = seeds[number];
      if (seed !== undefined) keep(number, { ...extractSeed(seed, context), lines: [] });
    }
  } else await extractInThreads(seeds, missing, context, threads, keep);
  progress.end();
  return found.map((extraction, number) => {
    if (extraction === null) throw new Error(`${seeds[number]?.path} was not extracted`);
    return extraction;
  });
}

/** Gives each thread a seed at a time, so that a long one keeps only its own thread busy. */
function extractInThreads(
  seeds: readonly Seed[],
  numbers: readonly number[],
  context: ExtractContext,
  threads: number,
  keep: (number: number, extraction: Extraction) => void,
): Promise<unknown> {
  const queue = [...numbers].reverse();
  const run = (): Promise<void> =>
    new Promise((done, fail) => {
      const worker = new Worker(join(import.meta.dirname, "../compile/extract-worker.ts"));
      const next = (): void => {
        const number = queue.pop();
        const seed = number === undefined ? undefined : seeds[number];
        if (number === undefined || seed === undefined) worker.terminate().then(() => done(), fail);
        else worker.postMessage({ number, seed, context } satisfies ExtractTask);
      };
      worker.on("message", ({ number, extraction }: { number: number; extraction: Extraction }) => {
        keep(number, extraction);
        next();
      });
      worker.on("error", fail);
      next();
    });
  return Promise.all(Array.from({ length: threads }, run));
}

/** A file's name says everything its extraction depends on: content, path, beside it the site's zone and language. */
function keyOf(seed: Seed, context: ExtractContext, rules: string): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([rules, seed.path, seed.meta?.text ?? null, context.timeZone, context.lang]))
    .update(seed.bytes)
    .digest("hex");
  return join(hash.slice(0, 2), `${hash.slice(2, 40)}.json`);
}

/** Hash of the code that extracts: other rules, other results. */
function hashRules(): string {
  const folder = join(import.meta.dirname, "../compile");
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest("hex");
}

function readCached(file: string): Extraction | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Extraction;
  } catch {
    return null;
  }
}

/** Written beside its place first, so that a compile that was stopped leaves no half of it. */
function writeCached(file: string, extraction: Extraction): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(extraction));
    renameSync(`${file}.new`, file);
  } catch {
    // Nothing depends on it: what is not remembered is understood again.
  }
}
