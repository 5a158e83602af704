// The live look: compile, serve, watch, and again; every open page follows.

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join, relative, resolve } from "node:path";
import { ledgerFile } from "../../compile/identity/ledger.ts";
import { isWithin } from "../../compile/seeds/within.ts";
import { nameFolder, shownFolder, spellCall } from "../command.ts";
import { lockAtOnce } from "../disk/lock.ts";
import { createCompiler } from "./compiler.ts";
import { createNews, headline } from "./news.ts";
import { createProxy } from "./proxy.ts";
import { problemsPath } from "./script.ts";
import { createTurns } from "./turns.ts";
import { watchFolders } from "./watch.ts";
import { prepareWorker } from "./worker.ts";

const inTerminal = "See the terminal for what happened; it tries again at the next change.";

/** Serves a folder of seeds on a port until a signal ends it, and returns the exit code. */
export async function runLive(folder: string, port: number): Promise<number> {
  const origin = `http://127.0.0.1:${port}`;
  const locked = lockAtOnce(".", "live", `(${shownFolder(folder)} at ${origin}/)`);
  if (typeof locked === "string") {
    console.error(
      `npm start is already running here: ${locked}. Both would write dist/ and serve one site, so stop it first, or start this one in another copy of the project.`,
    );
    return 1;
  }
  try {
    return await serve(folder, port, origin);
  } finally {
    locked();
  }
}

async function serve(folder: string, port: number, origin: string): Promise<number> {
  const seeds = resolve(folder);
  const stopped = signalled();
  const news = createNews(randomUUID);
  const compiler = createCompiler(folder, origin);
  const worker = await prepareWorker();
  const proxy = createProxy(worker.port, news);
  const refusal = await listen(proxy, port, folder);
  if (refusal !== "") {
    console.error(refusal);
    return 1;
  }
  console.log(`The site will be at ${origin}/ and its feeds at ${origin}/feeds/all.rss (stop with Ctrl-C).`);

  let ledger: string | null = null;
  const pending = new Set<string>();
  const turn = async (): Promise<void> => {
    // The ledger a compile has just written calls for no other compile.
    if (ledger !== null && readLedger(seeds) === ledger) pending.delete(join(seeds, ledgerFile));
    if (ledger !== null && pending.size === 0) return;
    if (pending.size > 0) console.log(describeChange([...pending].map((path) => nameOf(path, folder))));
    pending.clear();
    const outcome = await compiler.run();
    ledger = readLedger(seeds);
    if (stopped.yet()) return;
    if (outcome === null) news.tell({ failure: `The compile ended early. ${inTerminal}` });
    else if (!outcome.written) news.tell({ outcome, failure: "" });
    else {
      const site = randomUUID();
      const isFirst = news.now().site === null;
      if (await worker.serve(site)) {
        news.tell({ outcome, site, failure: "" });
        if (isFirst) console.log(`Ready: ${origin}/`);
      } else if (!stopped.yet()) {
        news.tell({ outcome, site: null, failure: `The Worker did not start. ${inTerminal}` });
      }
    }
    tellHeadline();
  };
  const tellHeadline = (): void => {
    const wrong = headline(news.now());
    if (wrong !== "" && !stopped.yet()) console.error(`${wrong}. See ${origin}${problemsPath}`);
  };
  const turns = createTurns(turn, (error) => {
    if (stopped.yet()) return;
    const what = error instanceof Error ? error.message : String(error);
    console.error(what);
    news.tell({ failure: `${what}. It tries again at the next change.` });
    tellHeadline();
  });

  const unwatch = watchFolders([seeds, resolve("src")], (paths) => {
    for (const path of paths) pending.add(path);
    turns.ask();
  });
  turns.ask();

  await stopped.signal;
  unwatch();
  proxy.close();
  proxy.closeAllConnections();
  compiler.stop();
  await worker.stop();
  await turns.end();
  return 0;
}

/** Resolves to nothing when the server listens, or to a sentence that says why it cannot. */
function listen(server: Server, port: number, folder: string): Promise<string> {
  return new Promise((done) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const next = String(port < 65535 ? port + 1 : 8787);
      const other = `Stop what uses it, or choose another: ${spellCall("npm start", [...nameFolder(folder), "--port", next])}`;
      if (error.code === "EADDRINUSE") done(`Port ${port} is in use. ${other}`);
      else if (error.code === "EACCES") done(`Port ${port} needs more rights than you have. ${other}`);
      else done(`Port ${port} cannot be used (${error.message}). ${other}`);
    });
    server.listen(port, "127.0.0.1", () => done(""));
  });
}

/**
 * Whether it is time to stop. The shell between npm and this process passes no signal on to it, so the end of that
 * shell counts as one.
 */
function signalled(): { readonly signal: Promise<void>; readonly yet: () => boolean } {
  let yet = false;
  const parent = process.ppid;
  const signal = new Promise<void>((done) => {
    const stop = (): void => {
      yet = true;
      done();
    };
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
    if (process.env["npm_lifecycle_event"] === undefined) return;
    setInterval(() => process.ppid === parent || stop(), 500).unref();
  });
  return { signal, yet: () => yet };
}

function readLedger(seeds: string): string {
  try {
    return readFileSync(join(seeds, ledgerFile), "utf8");
  } catch {
    return "";
  }
}

/** A path below the folder as the folder was called. */
function nameOf(path: string, folder: string): string {
  return isWithin(path, folder) ? join(folder, relative(folder, path)) : relative(".", path);
}

function describeChange(paths: readonly string[]): string {
  const [first = ""] = paths;
  const others = paths.length === 1 ? "" : ` and ${paths.length - 1} more`;
  return `\n${first}${others} changed.`;
}
