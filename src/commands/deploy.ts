// deploy: compiles with a frozen ledger, deploys, and tells the hub which feeds changed.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ArtefactIndex,
  artefactFiles,
  type DocumentEntry,
  type Documents,
} from "../catalog/artefact.ts";
import { ALL } from "../catalog/catalog.ts";
import { tellOf } from "../catalog/hub.ts";
import { coldTopicPath, feedFolder } from "../catalog/links.ts";
import { readPack } from "../catalog/pack.ts";
import { ledgerFile } from "../compile/identity/ledger.ts";
import { describeProblem, hasErrors } from "../compile/problems.ts";
import { localOrigin, siteFile } from "../compile/site.ts";
import { assetsFolder } from "./assets.ts";
import { type Command, nameFolder, seedsFolder, shownFolder, spellCall } from "./command.ts";
import { compileSeeds, describeFailed } from "./compile.ts";
import { countComing, describeUnheard } from "./deploy/coming.ts";
import { lock } from "./disk/lock.ts";
import { isUncommitted } from "./lastCommit.ts";
import type { Outcome } from "./live/outcome.ts";
import { patience } from "./liveSite.ts";
import { madeVariable, stampMade } from "./made.ts";
import { startWrangler } from "./wrangler.ts";

const options = {
  seeds: { type: "string" },
  "keep-going": { type: "boolean", default: false },
} as const;

/** Runs `wrangler deploy`; further words are handed to it. */
export const deployCommand: Command<typeof options> = {
  call: "npm run deploy",
  summary: "compile, deploy, and tell the hub which feeds changed",
  usage: `npm run deploy -- [--seeds DIR] [--keep-going] [-- WORDS FOR WRANGLER]

  --seeds DIR   the folder of articles, with site.toml (seeds)
  --keep-going  deploy the others even if files with errors were left out

  The ledger must be up to date: run npm run compile first, and commit what it changes there. Where site.toml names a
  hub (WebSub), it is told of every feed that changed. Of articles dated ahead it is told when their time comes, where
  [triggers] in wrangler.toml is switched on.`,
  options,
  takesWords: true,
  passesOn: ["dry-run", "env", "name"],
  run: async (values, words) => {
    const folder = seedsFolder(values.seeds);
    const keepGoing = values["keep-going"];
    const outcome = await compileSeeds({
      seeds: folder,
      out,
      frozen: true,
      "keep-going": keepGoing,
      "accept-new-ids": false,
      "accept-retractions": false,
      all: false,
    });
    const refusal = refuse(outcome, keepGoing, folder);
    if (refusal !== "") {
      console.error(refusal);
      return 1;
    }
    const unlock = await lock(out, "out");
    try {
      return await deployMade(folder, words);
    } finally {
      unlock();
    }
  },
};

/** Why what was compiled may not be deployed; empty where it may. */
function refuse({ written, problems }: Outcome, keepGoing: boolean, folder: string): string {
  if (!written) return "Nothing was deployed, since nothing was compiled; see above.";
  if (keepGoing || !hasErrors(problems)) return "";
  const on = spellCall(deployCommand.call, [...nameFolder(folder), "--keep-going"]);
  return `Nothing was deployed: ${describeFailed(problems)}. Correct what is named above, or deploy the others: ${on}`;
}

/** Where wrangler.toml and the Worker look for what is compiled. */
const out = "dist";

/** Deploys what lies there, and nothing else. */
async function deployMade(folder: string, words: readonly string[]): Promise<number> {
  const index = JSON.parse(readFileSync(join(out, artefactFiles.index), "utf8")) as ArtefactIndex;
  const { hub, url } = index.site;
  if (!url.startsWith("https://")) {
    const [what, fix] =
      url === localOrigin
        ? ["the site has no url", 'Add url = "https://…" under [site], the address readers use']
        : [`url is "${url}", and a Worker is read over https`, `Write ${url.replace(/^http:/, "https:")}`];
    const problem = { path: siteFile, line: null, level: "error", what, fix } as const;
    console.error(`${describeProblem(problem, shownFolder(folder))}\nNothing was deployed.`);
    return 1;
  }
  if (isUncommitted(folder, ledgerFile)) {
    const what = "it has changes that are in no commit, and they go out with this deploy";
    const fix = "Commit it: from another copy of the site the same articles would get other ids";
    const problem = { path: ledgerFile, line: null, level: "warning", what, fix } as const;
    console.error(describeProblem(problem, shownFolder(folder)));
  }
  const told = hub !== null && !words.includes("--dry-run");
  const changed = told
    ? await findChangedFeeds({ site: index.site, documents: readDocuments(out, index) })
    : [];
  const code = await runWrangler(["deploy", ...words], { [madeVariable]: stampMade(out) });
  if (code !== 0 || !told) return code;
  const failures = await tellHub(hub, changed);
  for (const failure of failures) console.error(failure);
  console.log(`${changed.length - failures.length} of ${changed.length} changed feeds were told to ${hub}`);
  const bytes = readFileSync(join(out, artefactFiles.bytes));
  const unheard = describeUnheard(
    countComing(index, bytes, Date.now() / 1000),
    readFileSync("wrangler.toml", "utf8"),
  );
  if (unheard !== "") console.log(unheard);
  return failures.length > 0 ? 1 : 0;
}

/**
 * The addresses of the feeds whose live version is another one: the tag it is served with is not the tag it will have.
 * A site that is not there yet has changed whole.
 */
export async function findChangedFeeds(index: Pick<ArtefactIndex, "site" | "documents">): Promise<string[]> {
  const feeds = Object.entries(index.documents).filter(([path]) => path.startsWith(feedFolder));
  return inGroups(feeds, async ([path, editions]) => {
    const url = index.site.url + path;
    const signal = AbortSignal.timeout(patience);
    const live = await fetch(url, { method: "HEAD", signal }).then(
      (response) => response.headers.get("ETag"),
      () => null,
    );
    return editions.some(({ etag }) => etag === live) ? [] : [url];
  });
}

/** All ready documents of an artefact: those of the hot tier, and those of topics that lie in asset files. */
export function readDocuments(
  out: string,
  { topics, documents, cold }: Pick<ArtefactIndex, "topics" | "documents" | "cold">,
): Documents {
  const all: Record<string, readonly DocumentEntry[]> = { ...documents };
  if (cold === null) return all;
  for (const topic of [ALL, ...topics.map(({ id }) => id)]) {
    const file = join(out, assetsFolder, coldTopicPath(topic));
    if (!existsSync(file)) continue;
    Object.assign(all, readPack<{ readonly documents: Documents }>(readFileSync(file)).header.documents);
  }
  return all;
}

/** So many questions at a time are asked of another machine. */
const atATime = 20;

async function inGroups<In, Out>(items: readonly In[], ask: (item: In) => Promise<Out[]>): Promise<Out[]> {
  const answers: Out[] = [];
  for (let at = 0; at < items.length; at += atATime) {
    answers.push(...(await Promise.all(items.slice(at, at + atATime).map(ask))).flat());
  }
  return answers;
}

/** Tells a hub that feeds changed; returns what failed. */
export async function tellHub(hub: string, urls: readonly string[]): Promise<string[]> {
  return inGroups(urls, async (url) => {
    const failure = await tellOf(url, hub, (address, notice) =>
      fetch(address, { ...notice, signal: AbortSignal.timeout(patience) }),
    );
    if (failure === null) return [];
    return [`${failure.what}.${failure.wasReached ? " Subscribers will see it when they next ask." : ""}`];
  });
}

function runWrangler(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((done) => {
    const child = startWrangler(args, { stdin: "inherit", environment, call: deployCommand.call });
    if (child === null) return done(1);
    child.on("error", () => done(1));
    child.on("close", (code) => done(code ?? 1));
  });
}
