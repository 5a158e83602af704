// inspect: shows what is understood of files, and why.

import { readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { type FileReport, inspectSeed } from "../compile/compile.ts";
import type { Seed } from "../compile/draft.ts";
import { readLedger } from "../compile/identity/ledger.ts";
import { openMedia } from "../compile/media/library.ts";
import { META_ENDING } from "../compile/meta.ts";
import { describeProblem, hasErrors, isProblem, type Problem } from "../compile/problems.ts";
import { describeUnreadable, listSeeds } from "../compile/seeds.ts";
import { readBookTexts } from "../compile/site/bookTexts.ts";
import { readSettingsText } from "../compile/site/settingsText.ts";
import { readSite } from "../compile/site.ts";
import { indexTopics } from "../compile/topics.ts";
import { type Command, presentMoment, seedsFolder, shownFolder } from "./command.ts";
import { findNamed } from "./findNamed.ts";
import { whyFolderPassedOver, whyPassedOver } from "./inspect/passedOver.ts";
import { reportAsJson, reportAsText, reportsAsTable } from "./inspect/report.ts";

const options = {
  json: { type: "boolean", default: false },
  seeds: { type: "string" },
} as const;

interface Inspected {
  /** As it was named on the command line. */
  readonly path: string;
  readonly report: FileReport;
  /** Why it was not read, since no compile reads it; null where it was. */
  readonly skipped: string | null;
}

/** Exit code 1 when a file has errors, or is not there, or there is none. */
export const inspectCommand: Command<typeof options> = {
  call: "npm run inspect",
  summary: "show what is understood of files, and why",
  usage: `npm run inspect -- [--json] [--seeds DIR] FILE…

  FILE         a capture, a saved page, Markdown, or a folder of them (the seeds folder)
  --json       for machines
  --seeds DIR  the site whose topics, time zone and ledger count (seeds)`,
  options,
  takesWords: true,
  run: ({ json, seeds }, words) => {
    const folder = seedsFolder(seeds);
    const files = words.length > 0 ? words.flatMap((word) => findNamed(word)) : [folder];
    const inspected = inspectFiles(folder, files);
    if ("problems" in inspected) {
      for (const problem of inspected.problems) console.error(describeProblem(problem));
      return 1;
    }
    const single = inspected.length === 1 ? inspected[0] : undefined;
    const read = inspected.filter(({ skipped }) => skipped === null);
    if (inspected.length === 0) console.error(`There is no article in ${files.map(shownFolder).join(", ")}.`);
    if (json) {
      const all = inspected.map(({ path, report }) => ({ path, ...reportAsJson(report) }));
      process.stdout.write(`${JSON.stringify(single === undefined ? { files: all } : all[0], null, 1)}\n`);
    } else {
      for (const line of describeSkipped(inspected)) console.error(line);
      show(read);
    }
    return read.length === 0 || read.some(({ report }) => hasErrors(report.problems)) ? 1 : 0;
  },
};

/** A few files one by one, many as a table. */
function show(inspected: readonly Inspected[]): void {
  if (inspected.length === 0) return;
  const terminal = process.stdout;
  if (inspected.length <= 3) {
    for (const { path, report } of inspected)
      terminal.write(reportAsText(report, path, terminal.columns ?? 160, terminal.hasColors?.() ?? false));
    return;
  }
  terminal.write(reportsAsTable(inspected));
  for (const { path, report } of inspected) {
    for (const problem of report.problems) console.error(describeProblem({ ...problem, path }));
  }
}

/** So many files are named that were skipped for one reason. */
const few = 4;

function describeSkipped(inspected: readonly Inspected[]): string[] {
  const skipped = inspected.filter((one) => one.skipped !== null);
  return [...Map.groupBy(skipped, (one) => one.skipped)].map(([why, all]) => {
    const names = all.slice(0, few).map(({ path }) => path);
    const more = all.length > few ? ` and ${all.length - few} more` : "";
    return `${names.join(", ")}${more}: not inspected, since ${why}.`;
  });
}

function inspectFiles(
  folder: string,
  files: readonly string[],
): Inspected[] | { problems: readonly Problem[] } {
  const texts = readBookTexts(folder);
  if (isProblem(texts)) return { problems: [{ ...texts, path: join(folder, texts.path) }] };
  const { settings, problems } = readSite(texts.site);
  const ledger = readLedger(texts.ledger);
  if (settings === null || ledger.entries === null) {
    const all = [...problems, ...ledger.problems];
    return { problems: all.map((problem) => ({ ...problem, path: join(folder, problem.path) })) };
  }
  const topics = indexTopics(settings.rules);
  const now = presentMoment();
  const entries = ledger.entries;
  const media = openMedia(folder);
  return files.flatMap((path): Inspected[] => {
    const stats = statSync(path, { throwIfNoEntry: false });
    // Of several, as a shell finds them, those count that a compile reads; one that is named alone is meant.
    const passed = stats?.isDirectory()
      ? files.length > 1 && whyFolderPassedOver(path)
      : stats?.isFile() && whyPassedOver(folder, path);
    if (passed && (files.length > 1 || !passed.byName)) return [skip(path, passed.why)];
    return expandFolder(path).map(([file, problem]) => {
      const read = problem ?? readFile(file);
      if (isProblem(read)) return { path: file, report: failedReport(read), skipped: null };
      const meta = readMeta(folder, file);
      if (isProblem(meta)) return { path: file, report: failedReport(meta), skipped: null };
      const seed = { path: pathInSeeds(folder, file), bytes: read, ...meta };
      return { path: file, report: inspectSeed(seed, settings, topics, entries, now, media), skipped: null };
    });
  });
}

/** A folder's files, with what is wrong with those that cannot be read, or the file itself. */
function expandFolder(path: string): (readonly [file: string, problem?: Problem])[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [[path]];
  const { files, problems } = listSeeds(path);
  return [
    ...files.map(({ disk }) => [join(path, disk)] as const),
    ...problems.map((problem) => [join(path, problem.path), problem] as const),
  ];
}

function skip(path: string, why: string): Inspected {
  const what = `it was not inspected, since ${why}`;
  const fix = "Name an article, or a folder of them";
  return { path, report: failedReport({ path, line: null, level: "note", what, fix }), skipped: why };
}

function readFile(path: string): Uint8Array | Problem {
  try {
    // A pipe would be waited for, for ever.
    if (statSync(path).isFile()) return readFileSync(path);
    return { path, line: null, level: "error", what: "this is no file", fix: "Name a file or a folder" };
  } catch (error) {
    return describeUnreadable(path, error);
  }
}

/** The corrections beside a file, where there are any. */
function readMeta(folder: string, path: string): Pick<Seed, "meta"> | Problem {
  const file = path + META_ENDING;
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return {};
  const bytes = readFile(file);
  if (isProblem(bytes)) return bytes;
  const place = pathInSeeds(folder, file);
  const text = readSettingsText(bytes, place);
  return typeof text === "string" ? { meta: { path: place, text } } : text;
}

/** As the ledger writes it, in NFC whatever the disk does, so that an article of the site shows its own id. */
function pathInSeeds(folder: string, path: string): string {
  const inside = relative(resolve(folder), resolve(path)).split(sep).join("/");
  return inside.startsWith("../") ? path.split(sep).join("/") : inside.normalize("NFC");
}

function failedReport(problem: Problem): FileReport {
  const extraction = { kind: "not read", drafts: [], lines: [], problems: [problem] };
  return { path: problem.path, extraction, articles: [], problems: [problem] };
}
