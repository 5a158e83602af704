// Project: a copy of topicwire beside a seeds folder, so that neither dist/ nor what is remembered is disturbed.

import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Run, runCommand } from "./command.ts";
import { type CorpusSize, writeCorpus } from "./corpus.ts";
import { makeScratch } from "./scratch.ts";

/** The repository. */
export const repository = join(import.meta.dirname, "..");

/** A copy of the project, with seeds of its own. */
export interface Project {
  readonly folder: string;
  /** Compiles the seeds into dist/. */
  readonly compile: () => Promise<Run>;
  /** Forgets what was understood, what was published and what was made: the next compile is the first. */
  readonly forget: () => void;
  /** Bundles what deploy would upload, from what was compiled, and says how large it is. */
  readonly build: () => Promise<BuiltSite>;
}

/** What deploy would upload. */
export interface BuiltSite {
  /** The Worker's modules: one entry, worker.js, and its data. */
  readonly worker: string;
  /** Files served beside it; null where there are none. */
  readonly assets: string | null;
  /** Bytes of the Worker, and as gzip. */
  readonly workerBytes: number;
  readonly workerGzip: number;
  readonly assetBytes: number;
  readonly assetFiles: number;
}

/** Makes a copy with a corpus of this size. */
export function createProject(size: CorpusSize): Project {
  const folder = makeScratch("project");
  for (const name of ["src", "package.json", "wrangler.toml", "tsconfig.json"])
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  // Compiling and bundling are measured one by one: here the one does not begin with the other.
  const settings = readFileSync(join(folder, "wrangler.toml"), "utf8");
  writeFileSync(join(folder, "wrangler.toml"), settings.replace(/^\[build\]\n(?:(?!\[).*\n)*/m, ""));
  writeCorpus(join(folder, "seeds"), size);
  const compile = [process.execPath, "src/cli.ts", "compile", "--keep-going"];
  const bundle = [
    join(folder, "node_modules/.bin/wrangler"),
    "deploy",
    "--dry-run",
    "--outdir",
    "dist/worker",
  ];
  return {
    folder,
    compile: () => runCommand({ line: compile, folder }),
    forget: () => {
      for (const name of [".topicwire", "dist", "seeds/ledger.jsonl"])
        rmSync(join(folder, name), { recursive: true, force: true });
    },
    build: async () => {
      rmSync(join(folder, "dist/worker"), { recursive: true, force: true });
      await runCommand({ line: bundle, folder, env: { WRANGLER_SEND_METRICS: "false" } });
      return measureSite(folder);
    },
  };
}

function measureSite(folder: string): BuiltSite {
  const worker = join(folder, "dist/worker");
  const assets = join(folder, "dist/assets");
  const modules = readdirSync(worker).filter((name) => /\.(?:js|bin|txt)$/.test(name));
  const bytes = modules.map((name) => readFileSync(join(worker, name)));
  const files = existsSync(assets)
    ? readdirSync(assets, { recursive: true, encoding: "utf8" }).map((name) => statSync(join(assets, name)))
    : [];
  const plain = files.filter((stat) => stat.isFile());
  return {
    worker,
    assets: existsSync(assets) ? assets : null,
    workerBytes: sum(bytes.map((one) => one.length)),
    workerGzip: sum(bytes.map((one) => gzipSync(one).length)),
    assetBytes: sum(plain.map(({ size }) => size)),
    assetFiles: plain.length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
