// Peer: another program that makes the same feeds of the same articles, where it is installed (bench/peers.sh).

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, globSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Run, runCommand } from "./command.ts";
import { makeScratch } from "./scratch.ts";

/** A program that was found. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** Makes a site of it from a seeds folder, and returns how to build that from nothing. */
  readonly prepare: (seeds: string) => () => Promise<Run>;
}

/** Where peers.sh installs. */
const installed = process.env["TOPICWIRE_PEERS"] ?? join(tmpdir(), "topicwire-peers");
const sites = join(import.meta.dirname, "peers");

/** The peers there are on this machine. */
export function findPeers(): readonly Peer[] {
  const hugo = /v([\d.]+)/.exec(spawnSync("hugo", ["version"], { encoding: "utf8" }).stdout ?? "")?.[1];
  return [
    ...(hugo === undefined ? [] : [hugoPeer("Hugo", hugo, "hugo.toml,feeds-only.toml")]),
    ...(hugo === undefined ? [] : [hugoPeer("Hugo, with pages", hugo, "hugo.toml")]),
    ...nodePeer("Eleventy", "eleventy", "@11ty/eleventy", "cmd.cjs", []),
    ...nodePeer("Astro", "astro", "astro", "bin/astro.mjs", ["build"]),
  ];
}

function hugoPeer(name: string, version: string, config: string): Peer {
  return {
    name,
    version,
    prepare: (seeds) => {
      const folder = makeSite("hugo", seeds);
      const line = ["hugo", "--quiet", "--config", config, "--destination", "dist"];
      return () => buildSite(folder, line, "dist/**/index.xml");
    },
  };
}

function nodePeer(
  name: string,
  folder: string,
  module: string,
  program: string,
  words: readonly string[],
): readonly Peer[] {
  const home = join(installed, folder, "node_modules", module);
  if (!existsSync(join(home, "package.json"))) return [];
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
    readonly version: string;
  };
  const prepare = (seeds: string): (() => Promise<Run>) => {
    const site = makeSite(folder, seeds);
    symlinkSync(join(installed, folder, "node_modules"), join(site, "node_modules"));
    cpSync(join(installed, folder, "package.json"), join(site, "package.json"));
    return () => buildSite(site, [process.execPath, join(home, program), ...words], "dist/feeds/*.xml");
  };
  return [{ name, version, prepare }];
}

function makeSite(name: string, seeds: string): string {
  const folder = makeScratch(name);
  cpSync(join(sites, name), folder, { recursive: true });
  cpSync(seeds, join(folder, "content"), {
    recursive: true,
    filter: (file) => !/\.(?:toml|jsonl)$/.test(file),
  });
  if (name === "eleventy") {
    cpSync(join(folder, "feeds.11ty.js"), join(folder, "content/feeds.11ty.js"));
    cpSync(join(folder, "content.json"), join(folder, "content/content.json"));
  }
  return folder;
}

/** Builds from nothing: what an earlier run left would spare this one work. One without feeds has not done the same. */
async function buildSite(folder: string, line: readonly string[], feeds: string): Promise<Run> {
  for (const left of ["dist", "resources", ".cache", ".astro"])
    rmSync(join(folder, left), { recursive: true, force: true });
  const run = await runCommand({ line, folder, env: { ASTRO_TELEMETRY_DISABLED: "1" } });
  const made = globSync(feeds, { cwd: folder }).map((file) => readFileSync(join(folder, file), "utf8"));
  if (!made.some((text) => text.split("<item>").length > 50))
    throw new Error(`${line[0]} made no feed of 50 entries.`);
  return run;
}
