// Machine: where figures were measured; they mean little elsewhere, their ratios more.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { nginxVersion } from "./nginx.ts";
import { findPeers } from "./peers.ts";
import { repository } from "./project.ts";

/** What to know of a machine, a line each: the name of a fact, and the fact. */
export type Machine = readonly (readonly [string, string])[];

/** This machine, and the versions on it. */
export function describeMachine(): Machine {
  const peers = findPeers().map(({ name, version }) => [name, version] as const);
  return [
    ["CPU", `${cpus()[0]?.model.trim() ?? "unknown"}, ${cpus().length} cores`],
    ["memory", `${(totalmem() / 2 ** 30).toFixed(0)} GiB`],
    ["Linux", release()],
    ["Node", process.version.slice(1)],
    ["workerd", readVersion("workerd")],
    ["wrangler", readVersion("wrangler")],
    ["nginx", nginxVersion() ?? "not installed"],
    ...peers.filter(([name]) => !name.includes(",")),
    [
      "commit",
      spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: repository, encoding: "utf8" }).stdout.trim(),
    ],
  ];
}

function readVersion(name: string): string {
  const text = readFileSync(join(repository, "node_modules", name, "package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
