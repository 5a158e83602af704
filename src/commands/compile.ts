// compile: reads the seeds folder, compiles it, prints the problems, writes dist/ and the ledger.

import { join } from "node:path";
import { artefactFiles } from "../catalog/artefact.ts";
import { type Bundle, bundleTogether } from "../compile/bundle.ts";
import { lastInstant, ledgerFile } from "../compile/identity/ledger.ts";
import { noteOthers } from "../compile/identity/others.ts";
import type { Limits } from "../compile/limits.ts";
import { noteUnnamed } from "../compile/media/unnamed.ts";
import type { PressedCatalog } from "../compile/pressed.ts";
import { compareProblems, describeProblem, hasErrors, isProblem, type Problem } from "../compile/problems.ts";
import { listSeeds } from "../compile/seeds.ts";
import { readBookTexts } from "../compile/site/bookTexts.ts";
import { removeUnused, writeAssets, writeHeaders } from "./assets.ts";
import {
  type Command,
  nameFolder,
  presentMoment,
  seedsFolder,
  shownFolder,
  spellCall,
  spellCount,
} from "./command.ts";
import { describeChanges } from "./compile/changes.ts";
import { createColdWriter } from "./compile/coldFiles.ts";
import { describeCost, judgeLedger } from "./compile/judgeLedger.ts";
import { noteLostLedger } from "./compile/lostLedger.ts";
import { makeOut, refuseOut } from "./compile/outFolder.ts";
import { tellProblems } from "./compile/tellProblems.ts";
import { compileFolder, type FolderInput } from "./crew/compileFolder.ts";
import { rememberDocuments } from "./crew/documents.ts";
import { type Memory, withMemory } from "./crew/memory.ts";
import { hashRules } from "./crew/rules.ts";
import { lock } from "./disk/lock.ts";
import { replaceFile } from "./disk/replaceFile.ts";
import { leaveOutcome, type Outcome } from "./live/outcome.ts";
import { madeVariable, refuseOther } from "./made.ts";
import { createProgress } from "./progress.ts";

const options = {
  seeds: { type: "string" },
  out: { type: "string", default: "dist" },
  frozen: { type: "boolean", default: false },
  "keep-going": { type: "boolean", default: false },
  "accept-new-ids": { type: "boolean", default: false },
  "accept-retractions": { type: "boolean", default: false },
  all: { type: "boolean", default: false },
} as const;

/** How a compile is asked for. */
export type Values = Parameters<Command<typeof options>["run"]>[0];

/** seeds/ → dist/. Exit code 0: all is published; 1: something is not. */
export const compileCommand: Command<typeof options> = {
  call: "npm run compile",
  summary: "compile the seeds folder into dist/",
  usage: `npm run compile -- [--seeds DIR] [--out DIR] [--frozen] [--keep-going] [--all]

  --seeds DIR           the folder of articles, with site.toml (seeds)
  --out DIR             where the artefact is written (dist)
  --frozen              change no ledger: exit 1 when it would change, and name what would
  --keep-going          exit 0 even if files with errors were left out
  --all                 print all warnings and notes, however many are alike
  --accept-retractions  take back more than a tenth of the articles at once
  --accept-new-ids      go on with a damaged ledger; readers will see the articles it lost as new`,
  options,
  takesWords: false,
  run: async (values) => {
    const made = process.env[madeVariable];
    if (made !== undefined) {
      const refusal = refuseOther(values.out, made);
      if (refusal !== "") console.error(refusal);
      return refusal === "" ? 0 : 1;
    }
    const outcome = await compileSeeds(values);
    leaveOutcome(outcome);
    return !outcome.written || (hasErrors(outcome.problems) && !values["keep-going"]) ? 1 : 0;
  },
};

/** Compiles a folder of seeds, and tells what is wrong with it. */
export async function compileSeeds(values: Values): Promise<Outcome> {
  const folder = seedsFolder(values.seeds);
  const unmake = refuseOut(values.out, folder) || makeOut(values.out);
  if (typeof unmake === "string") {
    console.error(unmake);
    return { ...nothingWritten, refusal: unmake, folder: shownFolder(folder) };
  }
  let unlock = (): void => {};
  try {
    // Nothing is read before that: the ledger must be the one that the last compile wrote.
    unlock = await lock(folder, "seeds");
    return await compileHeld(folder, values);
  } finally {
    unlock();
    unmake();
  }
}

/** The same compile with another option, to be typed as it is. */
function spellAgain(folder: string, values: Values, ...added: readonly string[]): string {
  const flags = (["accept-retractions", "accept-new-ids"] as const).filter((flag) => values[flag]);
  const given = [...nameFolder(folder), ...(values.out === options.out.default ? [] : ["--out", values.out])];
  return spellCall(compileCommand.call, [...given, ...flags.map((flag) => `--${flag}`), ...added]);
}

const nothingWritten = { written: false, refusal: "", changes: "", problems: [] };

async function compileHeld(folder: string, values: Values): Promise<Outcome> {
  const shown = shownFolder(folder);
  const texts = readBookTexts(folder);
  if (isProblem(texts)) {
    console.error(describeProblem(texts, shown));
    return { ...nothingWritten, folder: shown, problems: [texts] };
  }
  const origin = process.env["TOPICWIRE_ORIGIN"] ?? null;
  const input = {
    ...texts,
    folder,
    listing: listSeeds(folder),
    origin,
    now: presentMoment(),
    acceptNewIds: values["accept-new-ids"],
    willPress: true,
  };
  return withMemory(folder, hashRules([texts.site, origin]), (memory) => compileWith(memory, input, values));
}

/** Compiles with what is remembered. */
async function compileWith(memory: Memory, input: FolderInput, values: Values): Promise<Outcome> {
  const { folder, listing, ledger: before } = input;
  const shown = shownFolder(folder);
  const progress = createProgress(process.stderr);
  const compiled = await compileFolder(input, memory, progress);
  let unlock = (): void => {};
  try {
    const { settings, ledger, media } = compiled;
    const unnamed = settings === null ? [] : noteUnnamed(listing.mediaPaths, media);
    const lost = noteLostLedger(folder, before, memory.known, values["accept-new-ids"]);
    const notes = [...lost, ...unnamed, ...noteOthers(listing.others)];
    const problems = [...listing.problems, ...compiled.problems, ...notes].sort(compareProblems);
    const again = (...added: readonly string[]): string => spellAgain(folder, values, ...added);
    for (const line of tellProblems(problems, shown, values.all ? null : again("--all"))) console.error(line);
    const isDamaged = problems.some(({ path, level }) => path === ledgerFile && level === "error");
    const { refusal, changed } = isDamaged
      ? { refusal: `To go on without what the ledger lost: ${again("--accept-new-ids")}\n`, changed: null }
      : settings === null
        ? { refusal: "", changed: null }
        : judgeLedger(before, compiled.known, ledger, values, again);
    if (settings === null || refusal !== "") {
      console.error(`${refusal}Nothing was written; ${shownFolder(values.out)} is as it was.`);
      return { ...nothingWritten, refusal, folder: shown, problems };
    }
    if (values["accept-new-ids"]) console.log(describeCost(compiled.known, ledger));

    const { pressed, problems: unread } = await compiled.press();
    unlock = await lock(values.out, "out");
    // Before all other files: they mark the folder as ours, even if the others never come to be.
    writeHeaders(values.out);
    const cold = createColdWriter(values.out, memory, pressed.spotsOf, compiled.bake);
    const remembered = rememberDocuments(memory);
    const options = {
      known: lastInstant(ledger),
      limits: settings.limits,
      otherFiles: media.length,
      writeCold: cold.write,
      remembered,
      progress,
    };
    const finish = await bundleTogether(pressed, options, compiled.compress);
    await cold.finish();
    // Threads end before the bundle is put together, which takes the most memory.
    await compiled.dismiss();
    const bundle = finish();
    remembered.close();
    for (const problem of [...unread, ...bundle.problems]) {
      console.error(describeProblem(problem, shown));
      problems.push(problem);
    }
    writeAssets(values.out, media);
    // The index last: it says where in the others everything lies.
    replaceFile(join(values.out, artefactFiles.bytes), bundle.bytes);
    replaceFile(join(values.out, artefactFiles.index), JSON.stringify(bundle.index));
    removeUnused(values.out, media);
    if (changed !== null) replaceFile(join(folder, ledgerFile), changed, true);
    memory.save(ledger.length);

    const changes = describeChanges(compiled.known, ledger);
    if (changes !== "") console.log(changes);
    console.log(describeSite(pressed, bundle, settings.limits, values.out));
    if (hasErrors(problems)) console.error(`${describeFailed(problems)}; see above.`);
    return { written: true, refusal: "", changes, folder: shown, problems };
  } finally {
    unlock();
    await compiled.close();
  }
}

/** `2 files have errors`. */
export function describeFailed(problems: readonly Problem[]): string {
  const failed = new Set(problems.filter(({ level }) => level === "error").map(({ path }) => path)).size;
  return failed === 1 ? "1 file has errors" : `${failed} files have errors`;
}

/** What was written, in a line: and in another how much of it is at hand, where that is not everything. */
function describeSite(
  { articles, topics }: PressedCatalog,
  { index, upload }: Bundle,
  limits: Limits,
  out: string,
): string {
  const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
  const size = `${megabytes(upload)} of ${megabytes(limits.script)} MB of script`;
  const line = `${spellCount(articles.length, "article")}, ${spellCount(topics.length, "topic")} in ${shownFolder(out)}: ${size}`;
  if (index.cold === null) return line;
  const reach = (count: number): string =>
    count === index.count
      ? "all articles"
      : count === 1
        ? "the newest article"
        : `the newest ${count} articles`;
  return `${line}, the rest in asset files\nSearch looks at ${reach(index.hot)}, expressions at ${reach(index.horizon)}.`;
}
