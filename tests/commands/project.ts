// A copy of the project, with a seeds folder and a dist/ of its own.

import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import type { Said } from "./console.ts";
import { makeFolder, write } from "./newsroom.ts";

const repository = join(import.meta.dirname, "..", "..");

/** Makes one, deleted when the test is over. It has no seeds yet. */
export function makeProject(): string {
  const root = makeFolder();
  // The Worker imports dist/ from where it lies itself, so a link to it would not do.
  for (const name of ["src", "package.json", "package-lock.json", "wrangler.toml", "tsconfig.json"])
    cpSync(join(repository, name), join(root, name), { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  return root;
}

/** What a compile says on its way where it takes more than a while, as on a busy machine. */
const progress = /^(?:articles|articles again|feeds): \d+ of \d+, .*\n/gm;

/** What a program said, but for its progress. */
export function withoutProgress(text: string): string {
  return text.replace(progress, "");
}

/** Puts a program in place of the wrangler that a project is installed with. */
export function replaceWrangler(root: string, program: string): void {
  const installed = join(root, "node_modules");
  unlinkSync(installed);
  mkdirSync(installed);
  for (const name of readdirSync(join(repository, "node_modules")).filter((name) => name !== "wrangler"))
    symlinkSync(join(repository, "node_modules", name), join(installed, name));
  write(installed, wranglerOf(program));
}

/** The files of such a wrangler, below `node_modules`. */
export function wranglerOf(program: string): Record<string, string> {
  const about = { name: "wrangler", version: "0.0.0", bin: { wrangler: "./bin/started.js" } };
  return { "wrangler/package.json": JSON.stringify(about), "wrangler/bin/started.js": program };
}

/** Runs a command of it, as its npm scripts do, and returns what it says but for its progress. */
export function runIn(root: string, ...args: readonly string[]): Promise<Said> {
  return new Promise((done) => {
    const env = {
      ...process.env,
      WRANGLER_SEND_METRICS: "false",
      // Where wrangler puts its logs: whose home this is may not let it write.
      XDG_CONFIG_HOME: join(root, "config"),
    };
    const child = spawn(process.execPath, ["src/cli.ts", ...args], { cwd: root, env });
    let [out, err] = ["", ""];
    child.stdout.on("data", (text) => {
      out += text;
    });
    child.stderr.on("data", (text) => {
      err += text;
    });
    child.on("close", (code) => done({ code: code ?? -1, out, err: withoutProgress(err) }));
  });
}
