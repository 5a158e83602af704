// A newsroom's folder in a real git repository, compiled at the moments a test names.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type CompileOutput, compileSite } from "../../../src/compile/compile.ts";
import { ledgerFile, writeLedger } from "../../../src/compile/identity/ledger.ts";
import { readFolder } from "../../folder.ts";
import { extractAll } from "./reading.ts";
import { seedsOf, site, type World } from "./world.ts";

/** An empty folder, deleted when the test is over. */
export function makeFolder(onTestFinished: (done: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "topicwire-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs git, with nobody's settings but these. */
export function git(folder: string, ...args: readonly string[]): string {
  const settings = { "user.name": "T", "user.email": "t@news.example", "init.defaultBranch": "main" };
  const options = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  return execFileSync("git", [...options, ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
  });
}

/** Makes the folder hold this world's files, and no others but the site's own. */
export function writeWorld(folder: string, world: World): void {
  const seeds = join(folder, "seeds");
  const ledger = existsSync(join(seeds, ledgerFile)) ? readFileSync(join(seeds, ledgerFile)) : null;
  rmSync(seeds, { recursive: true, force: true });
  mkdirSync(seeds, { recursive: true });
  writeFileSync(join(seeds, "site.toml"), site);
  if (ledger !== null) writeFileSync(join(seeds, ledgerFile), ledger);
  for (const { path, bytes } of seedsOf(world)) {
    mkdirSync(dirname(join(seeds, path)), { recursive: true });
    writeFileSync(join(seeds, path), bytes);
  }
}

/** Compiles the folder as it is, and writes the ledger when there are no problems. */
export function compileFolder(folder: string, now: string): CompileOutput {
  const seeds = join(folder, "seeds");
  const read = readFolder(seeds);
  const output = compileSite({ ...read, extractions: extractAll(read.seeds), origin: null, now });
  if (output.problems.length === 0) writeFileSync(join(seeds, ledgerFile), writeLedger(output.ledger));
  return output;
}

export function readLedgerText(folder: string): string {
  return readFileSync(join(folder, "seeds", ledgerFile), "utf8");
}

export function commit(folder: string, message: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", message);
}

/** A repository with this world compiled and committed on main. `union` as this project's own .gitattributes has it. */
export function makeRepository(folder: string, world: World, now: string, union: boolean): void {
  git(folder, "init", "--quiet");
  writeFileSync(join(folder, ".gitattributes"), union ? "seeds/ledger.jsonl merge=union\n" : "");
  writeWorld(folder, world);
  compileFolder(folder, now);
  commit(folder, "base");
}
