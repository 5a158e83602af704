// compile: reads the seeds folder, compiles it, prints the problems, writes dist/ and the ledger.

import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import { artefactFiles } from "../catalog/artefact.ts";
import { bundleCatalog } from "../compile/bundle.ts";
import { compileSite } from "../compile/compile.ts";
import { readFolder } from "../compile/folder.ts";
import { ledgerFile, writeLedger } from "../compile/ledger.ts";
import { describeProblem, hasErrors, isProblem } from "../compile/problems.ts";
import { type Command, presentMoment, seedsFolder } from "./command.ts";

const options = {
  seeds: { type: "string" },
  out: { type: "string", default: "dist" },
  frozen: { type: "boolean", default: false },
  "keep-going": { type: "boolean", default: false },
} as const;

/** seeds/ → dist/. Exit code 0: all is published; 1: something is not. */
export const compileCommand: Command<typeof options> = {
  summary: "compile the seeds folder into dist/",
  usage: `npm run compile -- [--seeds DIR] [--out DIR] [--frozen] [--keep-going]

  --seeds DIR    the folder of articles, with site.toml (seeds)
  --out DIR      where the artefact is written (dist)
  --frozen       change no ledger: exit 1 when it would change, and name what would
  --keep-going   exit 0 although files with errors were left out`,
  options,
  run: ({ seeds, out, frozen, "keep-going": keepGoing }) => {
    const folder = seedsFolder(seeds);
    const shown = `${relative(".", folder) || "."}/`;
    const read = readFolder(folder);
    if (isProblem(read)) {
      console.error(describeProblem(read, shown));
      return 1;
    }
    const output = compileSite({
      ...read,
      origin: process.env["TOPICWIRE_ORIGIN"] ?? null,
      now: presentMoment(),
    });
    const problems = [...read.problems, ...output.problems];
    for (const problem of problems) console.error(describeProblem(problem, shown));
    if (output.catalog === null) {
      console.error("Nothing was compiled; dist/ is as it was.");
      return 1;
    }

    const ledger = writeLedger(output.ledger);
    const changed = ledger !== read.ledger;
    if (changed && frozen) {
      console.error(`${shown}${ledgerFile} would change, and --frozen forbids it:`);
      for (const line of describeChanges(read.ledger, ledger)) console.error(`  ${line}`);
      console.error("Run npm run compile, look at the change and commit it.");
      return 1;
    }
    const retracted = output.ledger.reduce<string | null>((last, entry) => {
      return entry.retracted !== null && (last === null || entry.retracted > last) ? entry.retracted : last;
    }, null);
    const bundle = bundleCatalog(output.catalog, retracted);
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, artefactFiles.bytes), bundle.bytes);
    writeFileSync(join(out, artefactFiles.index), JSON.stringify(bundle.index));
    if (changed) writeFileSync(join(folder, ledgerFile), ledger);

    const { articles, topics } = output.catalog;
    const size = (bundle.bytes.length / 1024).toFixed(0);
    console.log(`${articles.length} articles, ${topics.length} topics, ${size} KB in ${out}/`);
    const left = new Set(
      problems.filter((problem) => problem.level === "error").map((problem) => problem.path),
    ).size;
    if (left > 0)
      console.error(`${left} ${left === 1 ? "file was" : "files were"} left out or read in part; see above.`);
    return hasErrors(problems) && !keepGoing ? 1 : 0;
  },
};

/** The lines that differ, at most twenty, each with the file it speaks of. */
function describeChanges(before: string, after: string): string[] {
  const old = new Set(before.split("\n"));
  const lines = after.split("\n").filter((line) => line !== "" && !old.has(line));
  const named = lines.map((line) => String((JSON.parse(line) as { from: string }).from));
  return named.length > 20 ? [...named.slice(0, 20), `and ${named.length - 20} more`] : named;
}
