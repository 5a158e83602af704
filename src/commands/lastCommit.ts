// The listing of the last commit: its ledger, out of git.

import { execFileSync } from "node:child_process";
import { compileSite } from "../compile/compile.ts";
import type { Listed, Listing } from "../compile/differences.ts";
import type { Seed } from "../compile/draft.ts";
import { type LedgerEntry, ledgerFile, readLedger } from "../compile/ledger.ts";
import { readSettingsText } from "../compile/settingsText.ts";
import { siteFile } from "../compile/site.ts";
import { fileOf } from "../compile/traits.ts";

/** A file of corrections is called after the file it corrects. */
const metaEnding = ".meta.toml";
/** The most git may say at once, in bytes. */
const limit = 1024 * 1024 * 1024;

/**
 * Reads the last commit of the repository a seeds folder is in. `topics` are those of its articles now, by id: the files
 * a commit has in common with the folder need not be read again. Throws an Error that says what is missing.
 */
export function readLastCommit(folder: string, topics: ReadonlyMap<string, readonly string[]>): Listing {
  if (run(folder, ["rev-parse", "--is-inside-work-tree"]) === null) {
    throw new Error(`${folder} is in no git repository (or git is not installed); name a live site instead`);
  }
  if (run(folder, ["rev-parse", "--verify", "--quiet", "HEAD"]) === null) {
    throw new Error(`the repository of ${folder} has no commit yet; name a live site instead`);
  }
  const ledger = show(folder, ledgerFile)?.toString() ?? "";
  const { entries, problems } = readLedger(ledger);
  const [damage] = problems;
  if (damage !== undefined) {
    throw new Error(`the ledger of the last commit is damaged, line ${damage.line}: ${damage.what}`);
  }
  const published = entries.filter((entry) => entry.retracted === null);
  const earlier = readTopics(folder, ledger, published);
  return {
    articles: published.map((entry) => listEntry(entry, earlier.get(entry.id) ?? topics.get(entry.id) ?? [])),
    complete: true,
    retracted: new Set(entries.filter((entry) => entry.retracted !== null).map((entry) => entry.id)),
  };
}

/** True where git knows of a file that the last commit does not have as it is now; false where there is no git. */
export function isUncommitted(folder: string, file: string): boolean {
  const status = run(folder, ["status", "--porcelain", "--ignored", "--", file]);
  return status !== null && status.length > 0;
}

/** A line of the ledger as a listing names its article. */
export function listEntry(entry: LedgerEntry, topics: readonly string[]): Listed {
  const { id, title, hash, seen, published, source, fingerprint, from } = entry;
  return {
    id,
    title: title ?? from,
    version: hash,
    dated: published ?? seen,
    stated: published !== null,
    source,
    fingerprint,
    topics,
    from,
  };
}

/** The topics of articles whose files, or whose rules, are not as they were. */
function readTopics(
  folder: string,
  ledger: string,
  published: readonly LedgerEntry[],
): ReadonlyMap<string, readonly string[]> {
  const names = run(folder, ["diff", "--name-only", "--relative", "-z", "--no-renames", "HEAD", "--", "."]);
  const touched = new Set(names?.toString().split("\0"));
  const paths = new Set(published.map((entry) => fileOf(entry.from)));
  const old = [...paths].filter((path) =>
    [siteFile, path, path + metaEnding].some((name) => touched.has(name)),
  );
  const files = showAll(folder, [...old, ...old.map((path) => path + metaEnding)]);
  const seeds = old.flatMap((path): Seed[] => {
    const [bytes, meta] = [files.get(path), files.get(path + metaEnding)];
    if (bytes === undefined) return [];
    if (meta === undefined) return [{ path, bytes }];
    return [{ path, bytes, meta: { path: path + metaEnding, text: readText(meta, path) } }];
  });
  const site = readText(show(folder, siteFile) ?? Buffer.alloc(0), siteFile);
  const { catalog } = compileSite({ site, ledger, seeds, origin: null, now: "2000-01-01T00:00:00Z" });
  return new Map(catalog?.articles.map((article) => [article.id, article.topics]));
}

/** Settings or corrections; empty where they cannot be read. */
function readText(bytes: Buffer, path: string): string {
  const text = readSettingsText(bytes, path);
  return typeof text === "string" ? text : "";
}

/** A file as the last commit has it; null where it has none. */
function show(folder: string, path: string): Buffer | null {
  return run(folder, ["show", `HEAD:./${path}`]);
}

/** Many files at once, in the form of `git cat-file --batch`: a line `hash type size`, the bytes, a line feed. */
function showAll(folder: string, paths: readonly string[]): ReadonlyMap<string, Buffer> {
  const input = paths.map((path) => `HEAD:./${path}\n`).join("");
  const output = run(folder, ["cat-file", "--batch"], input) ?? Buffer.alloc(0);
  const files = new Map<string, Buffer>();
  let at = 0;
  for (const path of paths) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const size = / blob (\d+)$/.exec(output.toString("utf8", at, end))?.[1];
    at = end + 1;
    if (size === undefined) continue;
    files.set(path, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return files;
}

/** What git says; null where it refuses. */
function run(folder: string, args: readonly string[], input = ""): Buffer | null {
  try {
    return execFileSync("git", args, {
      cwd: folder,
      input,
      maxBuffer: limit,
      stdio: ["pipe", "pipe", "ignore"],
    });
  } catch {
    return null;
  }
}
