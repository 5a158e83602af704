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

/** The peers there are on this machine: each making feeds alone, and making a bare page of every article as well. */
export function findPeers(): readonly Peer[] {
  return [false, true].flatMap((pages) => [
    ...hugoPeer(pages),
    ...nodePeer("Eleventy", "eleventy", "@11ty/eleventy", ["cmd.cjs"], pages),
    ...nodePeer("Astro", "astro", "astro", ["bin/astro.mjs", "build"], pages),
  ]);
}

function hugoPeer(pages: boolean): readonly Peer[] {
  const said = spawnSync("hugo", ["version"], { encoding: "utf8" }).stdout ?? "";
  const version = /v([\d.]+)/.exec(said)?.[1];
  if (version === undefined) return [];
  const prepare = (seeds: string): (() => Promise<Run>) => {
    const site = makeSite("hugo", pages, seeds, "content");
    return () => buildSite(site, ["hugo", "--quiet", "--destination", "dist"], "dist/**/index.xml");
  };
  return [{ name: nameOf("Hugo", pages), version, prepare }];
}

function nodePeer(
  name: string,
  folder: string,
  module: string,
  [program = "", ...words]: readonly string[],
  pages: boolean,
): readonly Peer[] {
  const modules = join(installed, folder, "node_modules");
  if (!existsSync(join(modules, module))) return [];
  const { version } = JSON.parse(readFileSync(join(modules, module, "package.json"), "utf8")) as {
    readonly version: string;
  };
  const prepare = (seeds: string): (() => Promise<Run>) => {
    const site = makeSite(folder, pages, seeds, "content/articles");
    symlinkSync(modules, join(site, "node_modules"));
    cpSync(join(installed, folder, "package.json"), join(site, "package.json"));
    const line = [process.execPath, join(modules, module, program), ...words];
    return () => buildSite(site, line, "dist/feeds/*.xml");
  };
  return [{ name: nameOf(name, pages), version, prepare }];
}

function nameOf(name: string, pages: boolean): string {
  return pages ? `${name}, with pages` : name;
}

/** The site from peers/, over it what makes pages, and the articles. */
function makeSite(name: string, pages: boolean, seeds: string, articles: string): string {
  const folder = makeScratch(name);
  for (const layer of [name, ...(pages ? [`${name}-pages`] : [])])
    cpSync(join(sites, layer), folder, { recursive: true });
  const isArticle = (file: string): boolean => !/\.(?:toml|jsonl)$/.test(file);
  cpSync(seeds, join(folder, articles), { recursive: true, filter: isArticle });
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
