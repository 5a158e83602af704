// compile: reads the seeds folder, compiles it, prints the problems, writes dist/ and the ledger.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { artefactFiles } from "../catalog/artefact.ts";
import { bundleCatalog } from "../compile/bundle.ts";
import { compileSite } from "../compile/compile.ts";
import { readFolder } from "../compile/folder.ts";
import { type LedgerEntry, ledgerFile, readLedger, writeLedger } from "../compile/ledger.ts";
import { noteUnnamed } from "../compile/media/unnamed.ts";
import { compareProblems, describeProblem, hasErrors, isProblem } from "../compile/problems.ts";
import { readSite } from "../compile/site.ts";
import { removeUnused, writeAssets } from "./assets.ts";
import { createColdWriter } from "./coldFiles.ts";
import { type Command, presentMoment, seedsFolder } from "./command.ts";
import { extractAll } from "./extractions.ts";
import { leaveOutcome } from "./live/outcome.ts";
import { createProgress } from "./progress.ts";

const options = {
  seeds: { type: "string" },
  out: { type: "string", default: "dist" },
  frozen: { type: "boolean", default: false },
  "keep-going": { type: "boolean", default: false },
  "accept-new-ids": { type: "boolean", default: false },
  "accept-retractions": { type: "boolean", default: false },
} as const;

/** seeds/ → dist/. Exit code 0: all is published; 1: something is not. */
export const compileCommand: Command<typeof options> = {
  summary: "compile the seeds folder into dist/",
  usage: `npm run compile -- [--seeds DIR] [--out DIR] [--frozen] [--keep-going]

  --seeds DIR           the folder of articles, with site.toml (seeds)
  --out DIR             where the artefact is written (dist)
  --frozen              change no ledger: exit 1 when it would change, and name what would
  --keep-going          exit 0 although files with errors were left out
  --accept-retractions  take back more than a tenth of the articles at once
  --accept-new-ids      go on with a damaged ledger; readers will see the articles it lost as new`,
  options,
  run: async (values) => {
    const folder = seedsFolder(values.seeds);
    const shown = folder.replace(/\/?$/, "/");
    const read = readFolder(folder);
    if (isProblem(read)) {
      console.error(describeProblem(read, shown));
      leaveOutcome({ written: false, refusal: "", folder: shown, problems: [read] });
      return 1;
    }
    const site = readSite(read.site).settings?.site;
    const extractions =
      site === undefined ? [] : await extractAll(read.seeds, site, createProgress(process.stderr));
    const output = compileSite({
      ...read,
      extractions,
      origin: process.env["TOPICWIRE_ORIGIN"] ?? null,
      now: presentMoment(),
      acceptNewIds: values["accept-new-ids"],
    });
    const unnamed = output.catalog === null ? [] : noteUnnamed(read.mediaPaths, output.media);
    const problems = [...read.problems, ...output.problems, ...unnamed].sort(compareProblems);
    for (const problem of problems) console.error(describeProblem(problem, shown));
    const refusal = output.catalog === null ? "" : refuse(read.ledger, output.ledger, values);
    if (output.catalog === null || refusal !== "") {
      console.error(`${refusal}Nothing was written; ${values.out}/ is as it was.`);
      leaveOutcome({ written: false, refusal, folder: shown, problems });
      return 1;
    }
    if (values["accept-new-ids"]) console.log(describeCost(read.ledger, output.ledger));

    const fileOf = new Map(output.ledger.map((entry) => [entry.id, entry.from]));
    const cold = createColdWriter(values.out);
    const bundle = bundleCatalog(output.catalog, lastInstant(output.ledger), (id) => fileOf.get(id) ?? "", {
      writeCold: cold.write,
      otherFiles: output.media.length,
    });
    for (const problem of bundle.problems) console.error(describeProblem(problem, shown));
    problems.push(...bundle.problems);
    mkdirSync(values.out, { recursive: true });
    writeAssets(values.out, output.media);
    writeFileSync(join(values.out, artefactFiles.bytes), bundle.bytes);
    writeFileSync(join(values.out, artefactFiles.index), JSON.stringify(bundle.index));
    removeUnused(values.out, output.media);
    cold.removeOthers();
    const ledger = writeLedger(output.ledger);
    if (ledger !== read.ledger) writeFileSync(join(folder, ledgerFile), ledger);

    const { articles, topics } = output.catalog;
    const size = (bundle.bytes.length / 1024).toFixed(0);
    console.log(`${articles.length} articles, ${topics.length} topics, ${size} KB in ${values.out}/`);
    const failed = new Set(problems.filter(({ level }) => level === "error").map(({ path }) => path)).size;
    if (failed > 0) console.error(`${failed} ${failed === 1 ? "file has" : "files have"} errors; see above.`);
    leaveOutcome({ written: true, refusal: "", folder: shown, problems });
    return hasErrors(problems) && !values["keep-going"] ? 1 : 0;
  },
};

/** Why the result may not be written, with what would have to be accepted; empty when it may. */
function refuse(
  before: string,
  after: readonly LedgerEntry[],
  accepted: { readonly frozen: boolean; readonly "accept-retractions": boolean },
): string {
  const known = readLedger(before).entries;
  const published = new Set(known.filter((entry) => entry.retracted === null).map((entry) => entry.id));
  const gone = after.filter((entry) => entry.retracted !== null && published.has(entry.id));
  const text = writeLedger(after);
  if (accepted.frozen && text !== before) {
    const lines = list(changedLines(before, text).map((entry) => entry.from)) || "  the order of its lines\n";
    return `The ledger would change, and --frozen forbids it:\n${lines}Run npm run compile, look at the change and commit it.\n`;
  }
  if (gone.length > Math.max(1, published.size / 10) && !accepted["accept-retractions"]) {
    const lines = list(gone.map((entry) => entry.from));
    return `${gone.length} of ${published.size} articles would be taken back from their readers:\n${lines}If that is meant: npm run compile -- --accept-retractions\n`;
  }
  return "";
}

/** The last instant the ledger knows of: what is dated later was still to come when anything last changed. */
function lastInstant(ledger: readonly LedgerEntry[]): string {
  return ledger
    .flatMap((entry) => [entry.seen, entry.changed, entry.retracted ?? "", entry.returned ?? ""])
    .reduce((a, b) => (a > b ? a : b), "");
}

/** What a damaged ledger costs the subscribers. */
function describeCost(before: string, after: readonly LedgerEntry[]): string {
  const known = new Set(readLedger(before).entries.map((entry) => entry.id));
  const added = after.filter((entry) => !known.has(entry.id));
  if (added.length === 0) return "No article got a new id.";
  return `${added.length} articles got an id of their own again; where it differs from the lost one, every subscriber gets them as new:\n${list(added.map((entry) => entry.from))}`;
}

/** The entries whose lines were not there before. */
function changedLines(before: string, after: string): readonly LedgerEntry[] {
  const old = new Set(before.split("\n"));
  return readLedger(
    after
      .split("\n")
      .filter((line) => !old.has(line))
      .join("\n"),
  ).entries;
}

/** At most twenty, indented, one a line. */
function list(names: readonly string[]): string {
  const shown = names.length > 20 ? [...names.slice(0, 20), `and ${names.length - 20} more`] : names;
  return shown.map((name) => `  ${name}\n`).join("");
}
