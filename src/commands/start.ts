// start: serves a seeds folder on this machine, and compiles it again when a seed changes.

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isTomlError, parseToml } from "../compile/toml.ts";
import type { Command } from "./command.ts";

const options = {
  port: { type: "string", default: "8787" },
  seeds: { type: "string" },
} as const;

/** Runs `wrangler dev` until it is stopped, and returns its exit code. */
export const startCommand: Command<typeof options> = {
  summary: "serve the site on this machine",
  usage: `npm start -- [--port N] [--seeds DIR]

  --port N     the port to serve on (8787)
  --seeds DIR  the folder of articles, with site.toml (seeds)`,
  options,
  run: ({ port, seeds }) => {
    if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
      console.error(`--port ${port}: a port is a number from 1 to 65535.`);
      return 2;
    }
    const origin = `http://127.0.0.1:${port}`;
    const config = seeds === undefined ? [] : ["--config", writeConfig(resolve(seeds))];
    console.log(
      `The site will be at ${origin}/ and its feeds at ${origin}/feeds/all.rss (stop with Ctrl-C).`,
    );
    return runWrangler(["dev", "--ip", "127.0.0.1", "--port", port, ...config], {
      TOPICWIRE_ORIGIN: origin,
      ...(seeds === undefined ? {} : { TOPICWIRE_SEEDS: resolve(seeds) }),
    });
  },
};

/** wrangler.toml with another folder to watch: its own options cannot name one. */
function writeConfig(seeds: string): string {
  const toml = parseToml(readFileSync("wrangler.toml", "utf8"));
  if (isTomlError(toml)) throw new Error(`wrangler.toml:${toml.line}: ${toml.what}`);
  const { main, build, ...rest } = toml.value as { main: string; build: { command: string } };
  const folder = resolve(".topicwire");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "wrangler.json");
  const watched = [seeds, resolve("src")];
  const config = {
    ...rest,
    main: resolve(main),
    build: { command: build.command, cwd: resolve("."), watch_dir: watched },
  };
  writeFileSync(file, JSON.stringify(config, null, 2));
  return file;
}

function runWrangler(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((done) => {
    const child = spawn("wrangler", args, {
      stdio: "inherit",
      env: { ...process.env, WRANGLER_SEND_METRICS: "false", ...env },
    });
    child.on("error", (error) => {
      console.error(`wrangler could not be started (${error.message}). Run npm ci, then npm start.`);
      done(1);
    });
    child.on("close", (code) => done(code ?? 0));
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  });
}
