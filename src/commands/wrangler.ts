// wrangler: the program that serves Workers on this machine, and deploys them.

import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

/** How it is started, and told when it cannot be. */
interface Start {
  readonly stdin: "inherit" | "ignore";
  readonly environment: Readonly<Record<string, string>>;
  /** How the command that needs it is called. */
  readonly call: string;
}

/** Starts the wrangler the project is installed with; null where there is none, which is said. */
export function startWrangler(
  args: readonly string[],
  { stdin, environment, call }: Start,
): ChildProcess | null {
  const fail = (why: string): void =>
    console.error(`wrangler could not be started (${why}). Run npm ci, then ${call}.`);
  const file = findWrangler();
  if (file === null) {
    fail("it is not installed");
    return null;
  }
  const child = spawn(process.execPath, [file, ...args], {
    stdio: [stdin, "inherit", "inherit"],
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", ...environment },
  });
  child.on("error", (error) => fail(error.message));
  return child;
}

/**
 * Its own file, which Node runs on every system: what npm calls `wrangler` is on Windows a script of the shell there, and
 * only a shell can start it. Null where it is not installed.
 */
export function findWrangler(): string | null {
  const require = createRequire(resolve("package.json"));
  try {
    const file = require.resolve("wrangler/package.json");
    const { bin } = require(file) as { readonly bin: Readonly<Record<string, string>> };
    return bin["wrangler"] === undefined ? null : join(dirname(file), bin["wrangler"]);
  } catch {
    return null;
  }
}
