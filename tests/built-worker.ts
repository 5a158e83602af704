// The Worker as deploy uploads it: `wrangler deploy --dry-run` writes it, miniflare runs it.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Miniflare } from "miniflare";
import { findWrangler } from "../src/commands/wrangler.ts";

/** An answer as it came over the wire: nothing is decoded. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** A running Worker. */
export interface BuiltWorker {
  /** Where it listens, without a trailing slash. */
  readonly origin: string;
  /** The site's own address, which its links bear. */
  readonly url: string;
  /** Bytes of code and of articles that an upload holds, as gzip. */
  readonly sizes: { readonly code: number; readonly data: number };
  readonly get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;
  /** Calls it as the platform does when a cron trigger is due; says how that ended. */
  readonly call: (cron: string, due: Date) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Builds a copy of a seeds folder and starts it. */
export async function startBuiltWorker(seeds: string): Promise<BuiltWorker> {
  const folder = mkdtempSync(join(tmpdir(), "topicwire-"));
  cpSync(seeds, join(folder, "seeds"), { recursive: true });
  const url = "https://feeds.example.org";
  const wrangler = findWrangler() ?? "wrangler";
  execFileSync(process.execPath, [wrangler, "deploy", "--dry-run", "--outdir", join(folder, "worker")], {
    env: {
      ...process.env,
      TOPICWIRE_SEEDS: join(folder, "seeds"),
      TOPICWIRE_ORIGIN: url,
      WRANGLER_SEND_METRICS: "false",
      // Its logs are for nobody, and whose home this is may not let it write.
      XDG_CONFIG_HOME: join(folder, "config"),
    },
    stdio: "pipe",
  });
  const modules = readModules(join(folder, "worker"));
  const miniflare = new Miniflare({
    // Not told to others on this machine, in a file in somebody's home.
    enableDevRegistry: false,
    workers: [
      {
        config: {
          name: "topicwire",
          compatibilityDate: "2026-10-20",
          manifest: { mainModule: "worker.js", modulesRoot: folder, modules },
        },
      },
    ],
  });
  const origin = (await miniflare.ready).origin;
  const size = (type: "esm" | "other"): number =>
    Object.values(modules)
      .filter((module) => (module.type === "esm") === (type === "esm"))
      .reduce((sum, module) => sum + gzipSync(module.contents).length, 0);
  return {
    origin,
    url,
    sizes: { code: size("esm"), data: size("other") },
    get: (path, headers = {}, method = "GET") => ask(origin + path, headers, method),
    call: async (cron, due) => {
      const worker = await miniflare.getWorker();
      return (await worker.scheduled({ cron, scheduledTime: due })).outcome;
    },
    stop: async () => {
      await miniflare.dispose();
      rmSync(folder, { recursive: true });
    },
  };
}

type Modules = Record<
  string,
  { type: "esm" | "text"; contents: string } | { type: "data"; contents: Buffer }
>;

function readModules(folder: string): Modules {
  const modules: Modules = {};
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (name.endsWith(".js")) modules[name] = { type: "esm", contents: readFileSync(file, "utf8") };
    if (name.endsWith(".txt")) modules[name] = { type: "text", contents: readFileSync(file, "utf8") };
    if (name.endsWith(".bin")) modules[name] = { type: "data", contents: readFileSync(file) };
  }
  return modules;
}

/** By node:http, which decodes nothing and adds no header. */
function ask(url: string, headers: Record<string, string>, method: string): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request(url, { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const list = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        done({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(list),
          body: Buffer.concat(chunks),
        });
      });
    });
    asked.on("error", fail);
    asked.end();
  });
}
