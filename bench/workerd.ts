// Workerd: the runtime as it is, without miniflare before it, on a folder of modules.

import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { repository } from "./project.ts";
import { type Server, serverOf } from "./server.ts";

/** A Worker as a folder: its entry is worker.js, everything else is named by what it is. */
export interface WorkerFolder {
  readonly worker: string;
  /** Files the Worker reads through its binding ASSETS; null where there are none. */
  readonly assets: string | null;
}

/** Starts workerd with one Worker, and waits until it listens. */
export async function startWorkerd(folder: WorkerFolder): Promise<Server> {
  const config = join(folder.worker, "workerd.capnp");
  writeFileSync(config, spellConfig(folder));
  const program = join(repository, "node_modules/.bin/workerd");
  const child = spawn(program, ["serve", config, "--control-fd=3"], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  const control = child.stdio[3] as Readable;
  const port = await new Promise<number>((done, fail) => {
    let text = "";
    control.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const listening = /"event":"listen".*"port":(\d+)/.exec(text);
      if (listening !== null) done(Number(listening[1]));
    });
    child.on("exit", (code) => fail(new Error(`workerd ended with ${code}:\n${said}`)));
  });
  return serverOf(child, port);
}

/** What wrangler.toml says of the runtime, and the modules in the folder, in Cap'n Proto (workerd.capnp). */
function spellConfig({ worker, assets }: WorkerFolder): string {
  const settings = readFileSync(join(repository, "wrangler.toml"), "utf8");
  const date = /^compatibility_date = (".*")$/m.exec(settings)?.[1] ?? '"2026-10-20"';
  const flags = /^compatibility_flags = (\[.*\])$/m.exec(settings)?.[1] ?? "[]";
  const names = readdirSync(worker).filter((name) => /\.(?:js|bin|txt)$/.test(name));
  const entryFirst = names.sort((a, b) => Number(b === "worker.js") - Number(a === "worker.js"));
  const service = assets === null ? "" : `, (name = "assets", disk = (path = ${JSON.stringify(assets)}))`;
  const binding = assets === null ? "" : '(name = "ASSETS", service = "assets")';
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .main)${service}],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const main :Workerd.Worker = (
  modules = [${entryFirst.map(spellModule).join(", ")}],
  bindings = [${binding}],
  compatibilityDate = ${date},
  compatibilityFlags = ${flags},
);
`;
}

function spellModule(name: string): string {
  const kind = name.endsWith(".js") ? "esModule" : name.endsWith(".txt") ? "text" : "data";
  return `(name = "${name}", ${kind} = embed "${name}")`;
}
