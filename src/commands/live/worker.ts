// The Worker in development: `wrangler dev` on a port nobody sees, given a new site when one has been compiled.

import type { ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, relative, resolve, sep } from "node:path";
import { isTomlError, parseToml } from "../../compile/toml.ts";
import { makeFolders } from "../disk/makeFolders.ts";
import { startWrangler } from "../wrangler.ts";

/** A Worker that can be given another site. */
export interface DevWorker {
  readonly port: number;
  /** Serves what stands in dist/ under this name. False when the Worker does not get that far. */
  readonly serve: (site: string) => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

/** Where the development server keeps what wrangler reads. */
const folder = resolve(".topicwire", "live");
const entry = join(folder, "worker.js");

/** The address at which the Worker tells the name of its site, so that nobody has to guess when it is the new one. */
const namePath = "/__site";

/** How long a Worker may take to come up, and to be replaced, in milliseconds. */
const patience = { first: 60_000, next: 15_000 };

/** Prepares a Worker; it starts when it is first given a site. */
export async function prepareWorker(): Promise<DevWorker> {
  const port = await findPort();
  makeFolders(folder);
  let child: ChildProcess | null = null;
  const stop = async (): Promise<void> => {
    const stopped = child;
    child = null;
    if (stopped !== null) await end(stopped);
  };
  return {
    port,
    stop,
    serve: async (site) => {
      writeFileSync(entry, entryModule(site));
      const isNew = child === null || child.exitCode !== null || child.signalCode !== null;
      if (isNew) child = startDevelopment(writeConfig(), port);
      if (child === null) return false;
      if (await isServed(site, port, child, isNew ? patience.first : patience.next)) return true;
      await stop();
      return false;
    },
  };
}

/** The module wrangler bundles: the Worker as it is deployed, and the name of its site. */
function entryModule(site: string): string {
  const worker = relative(folder, resolve(mainIn(readConfig())))
    .split(sep)
    .join("/");
  return `import worker from ${JSON.stringify(worker)};

export default {
  fetch: (request) =>
    new URL(request.url).pathname === "${namePath}" ? new Response(${JSON.stringify(site)}) : worker.fetch(request),
};
`;
}

type Config = Readonly<Record<string, unknown>>;

function readConfig(): Config {
  const toml = parseToml(readFileSync("wrangler.toml", "utf8"));
  if (isTomlError(toml)) throw new Error(`wrangler.toml:${toml.line}: ${toml.what}`);
  return toml.value as Config;
}

function mainIn(config: Config): string {
  return String(config["main"]);
}

/**
 * wrangler.toml, but for the build: the site is compiled already when the entry module changes, and only then is
 * bundled anew. With a build of its own wrangler would stop at the first seed it cannot compile.
 */
function writeConfig(): string {
  const { assets, ...rest } = readConfig() as Config & { assets?: { directory?: string } };
  const config = {
    ...rest,
    // Paths begin at wrangler.toml, and this one lies elsewhere.
    main: entry,
    build: { command: "node --version", cwd: resolve("."), watch_dir: [entry] },
    ...(assets === undefined
      ? {}
      : { assets: { ...assets, ...(assets.directory && { directory: resolve(assets.directory) }) } }),
  };
  const file = join(folder, "wrangler.json");
  writeFileSync(file, JSON.stringify(config, null, 2));
  return file;
}

function startDevelopment(config: string, port: number): ChildProcess | null {
  const where = ["--ip", "127.0.0.1", "--port", String(port)];
  // One that cannot be started has an exit code, too.
  return startWrangler(["dev", "--config", config, ...where, "--log-level", "warn"], {
    stdin: "ignore",
    environment: { WRANGLER_HIDE_BANNER: "true", CLOUDFLARE_CF_FETCH_ENABLED: "false" },
    call: "npm start",
  });
}

/** Waits for the site. A module it cannot bundle makes wrangler fall silent and stay. */
async function isServed(site: string, port: number, child: ChildProcess, wait: number): Promise<boolean> {
  const giveUp = performance.now() + wait;
  while (performance.now() < giveUp) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    if ((await askName(port)) === site) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

/** The name of the site that is served; null where nobody answers. */
async function askName(port: number): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(1000);
    return await (await fetch(`http://127.0.0.1:${port}${namePath}`, { signal })).text();
  } catch {
    return null;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((done) => child.once("close", done));
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 5000);
  await ended;
  clearTimeout(force);
}

/** A port that is free now. */
function findPort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
