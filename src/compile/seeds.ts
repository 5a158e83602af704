// Walks the seeds folder: the files that may hold articles, in a stable order.

import {
  closeSync,
  type Dirent,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { mediaTypeOf } from "../catalog/media.ts";
import type { Seed } from "./draft.ts";
import { decodeSeed, describeSize, seedLimit } from "./encodings.ts";
import { fileOf, type LedgerEntry, ledgerFile } from "./identity/ledger.ts";
import { isCompanion } from "./media/companion.ts";
import { META_ENDING } from "./meta.ts";
import { isProblem, type Problem } from "./problems.ts";
import { reasonOf } from "./seeds/disk.ts";
import { isAuthors, kindOf } from "./seeds/kinds.ts";
import { isWithin } from "./seeds/within.ts";
import { readSettingsText } from "./site/settingsText.ts";
import { siteFile } from "./site.ts";

/** A file that may hold articles, before it is read. */
export interface SeedFile {
  /** Path relative to the seeds folder, in NFC, with forward slashes. */
  readonly path: string;
  /** The same as the disk spells it. */
  readonly disk: string;
  readonly size: number;
  /** Differs when the file, or its file of corrections, has changed: size, times and number on the disk. */
  readonly stamp: string;
  /** The file of corrections beside it, `NAME.meta.toml`, where there is one. */
  readonly meta: { readonly path: string; readonly disk: string } | null;
}

/** What lies in a seeds folder. */
export interface SeedListing {
  readonly files: readonly SeedFile[];
  /** Pictures, recordings and documents, which are no seeds but may go with one: their paths. */
  readonly mediaPaths: readonly string[];
  /** Files that are neither: their paths. */
  readonly others: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads one file with its corrections. */
export function readSeedFile(folder: string, { path, disk, meta }: SeedFile): Seed | Problem {
  try {
    const bytes = readFileSync(join(folder, disk));
    if (meta === null) return { path, bytes };
    const text = readSettingsText(readFileSync(join(folder, meta.disk)), meta.path);
    return typeof text === "string" ? { path, bytes, meta: { path: meta.path, text } } : text;
  } catch (error) {
    return describeUnreadable(path, error);
  }
}

/**
 * Lists every article below a folder, with its corrections: no file of the site's own, no name that begins with a dot,
 * no media, nothing a browser saved beside a page, nothing an editor left behind. Sorted by path in code-unit order, so
 * that no file system's order shows.
 */
export function listSeeds(folder: string): SeedListing {
  const files: SeedFile[] = [];
  const problems: Problem[] = [];
  const mediaPaths: string[] = [];
  const others: string[] = [];
  const visit = (below: string): void => {
    const entries = readEntries(folder, below);
    if (isProblem(entries)) {
      problems.push(entries);
      return;
    }
    const names = entries.map((entry) => entry.name);
    for (const entry of entries) {
      const disk = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith(".") || disk === siteFile || disk === ledgerFile) continue;
      if (entry.isDirectory()) {
        if (!isCompanion(entry.name, names)) visit(disk);
      } else if (mediaTypeOf(entry.name) !== null) mediaPaths.push(disk.normalize("NFC"));
      else if (isArticle(folder, disk)) {
        const strays = entry.isSymbolicLink() && leadsOut(folder, disk);
        if (strays) problems.push(refuseLink(disk.normalize("NFC")));
        else listOne(folder, disk, files, problems);
      } else if (kindOf(entry.name) !== "leftover" && !isAuthors(entry.name))
        others.push(disk.normalize("NFC"));
    }
  };
  visit("");
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { ...attachMetas(files, problems), mediaPaths: mediaPaths.sort(), others: others.sort() };
}

function readEntries(folder: string, below: string): Dirent[] | Problem {
  try {
    return readdirSync(join(folder, below), { withFileTypes: true });
  } catch (error) {
    return describeUnreadable(below.normalize("NFC"), error, "folder");
  }
}

/**
 * The files that could not be read: those a problem of the listing names, and where it names a folder those of known
 * articles below it. What they held has not been taken back.
 */
export function pickUnread(
  known: readonly Pick<LedgerEntry, "from">[],
  problems: readonly Pick<Problem, "path">[],
): string[] {
  if (problems.length === 0) return [];
  const files = known.map(({ from }) => fileOf(from));
  return problems.flatMap(({ path }) => {
    const below = files.filter((file) => path === "" || file.startsWith(`${path}/`));
    return below.length > 0 ? below : [path];
  });
}

/** Puts every `NAME.meta.toml` to the seed `NAME` it corrects; one that corrects nothing is a problem. */
function attachMetas(
  files: readonly SeedFile[],
  problems: readonly Problem[],
): Pick<SeedListing, "files" | "problems"> {
  const metas = new Map(
    files.filter(({ path }) => path.endsWith(META_ENDING)).map((file) => [file.path, file]),
  );
  if (metas.size === 0) return { files, problems };
  const seeds = files
    .filter(({ path }) => !metas.has(path))
    .map((seed): SeedFile => {
      const meta = metas.get(seed.path + META_ENDING);
      metas.delete(seed.path + META_ENDING);
      if (meta === undefined) return seed;
      const { path, disk, stamp } = meta;
      return { ...seed, stamp: `${seed.stamp} ${stamp}`, meta: { path, disk } };
    });
  const stray = [...metas.keys()].map((path): Problem => {
    const name = path.slice(0, -META_ENDING.length);
    const what = `there is no file ${name} for it to correct`;
    return {
      path,
      line: null,
      level: "error",
      what,
      fix: "Name it after the file it corrects, ending and all",
    };
  });
  return { files: seeds, problems: [...problems, ...stray] };
}

/** True for an article by its name, for corrections of one, and for a text without an ending that is no program. */
export function isArticle(folder: string, disk: string): boolean {
  const name = disk.slice(disk.lastIndexOf("/") + 1);
  const kind = kindOf(name);
  if (kind !== "unsure") return kind === "article" || (kind === "other" && name.endsWith(META_ENDING));
  const head = readHead(join(folder, disk));
  return head === null || (!head.toString("latin1").startsWith("#!") && holdsText(head));
}

/** An empty file is one that was emptied, which is for whoever reads it to say. */
function holdsText(bytes: Uint8Array): boolean {
  return bytes.length === 0 || decodeSeed({ path: "", bytes }).text !== null;
}

/** The first bytes of a file; null where they cannot be read. */
function readHead(file: string): Buffer | null {
  try {
    if (!statSync(file).isFile()) return null;
    const descriptor = openSync(file, "r");
    try {
      const head = Buffer.alloc(4096);
      return head.subarray(0, readSync(descriptor, head));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return null;
  }
}

/** True for a link to what is not below the folder. One that leads nowhere is for whoever reads it to say. */
function leadsOut(folder: string, disk: string): boolean {
  try {
    return !isWithin(realpathSync(join(folder, disk)), realpathSync(folder));
  } catch {
    return false;
  }
}

/** Whoever may add a file may not thereby publish any other of this machine. */
function refuseLink(path: string): Problem {
  const what = "this is a link to a file outside the seeds folder, and such files are not published";
  return { path, line: null, level: "error", what, fix: "Put the file itself here" };
}

function listOne(folder: string, disk: string, files: SeedFile[], problems: Problem[]): void {
  const path = disk.normalize("NFC");
  try {
    const stats = statSync(join(folder, disk));
    const { size, mtimeMs, ctimeMs, ino } = stats;
    if (!stats.isFile()) {
      const [what, fix] = stats.isDirectory()
        ? ["this is a link to a folder, and links to folders are not followed", "Put the folder itself here"]
        : ["this is no file", "Take it out of the seeds folder"];
      problems.push({ path, line: null, level: "error", what, fix });
      return;
    }
    if (size <= seedLimit) {
      files.push({ path, disk, size, stamp: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, meta: null });
      return;
    }
    const fix = "Split it, or keep it out of the seeds folder";
    problems.push({ path, line: null, level: "error", what: describeSize(size), fix });
  } catch (error) {
    problems.push(describeUnreadable(path, error));
  }
}

/** What to say of something that cannot be read. */
export function describeUnreadable(path: string, error: unknown, kind: "file" | "folder" = "file"): Problem {
  const why = reasonOf(error) ?? (error instanceof Error ? error.message : String(error));
  const what = `the ${kind} cannot be read (${why})`;
  return { path, line: null, level: "error", what, fix: "Check that it exists and that you may read it" };
}
