// diff: what a deploy would change for subscribers, against a live site or the last commit.

import { dateOf } from "../catalog/article.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { type CompileOutput, compileSite } from "../compile/compile.ts";
import { compareListings, type Listed, type Listing, plainText } from "../compile/differences.ts";
import { readFolder } from "../compile/folder.ts";
import { sketchText } from "../compile/likeness.ts";
import { describeProblem, isProblem } from "../compile/problems.ts";
import { type Command, presentMoment, seedsFolder, shownFolder } from "./command.ts";
import { differencesAsJson, differencesAsText } from "./differenceReport.ts";
import { listEntry, readLastCommit } from "./lastCommit.ts";
import { readLiveSite } from "./liveSite.ts";

const options = {
  json: { type: "boolean", default: false },
  seeds: { type: "string" },
} as const;

/** Exit code 0: nothing alarming; 1: readers would get old articles again, or there is nothing to compare with. */
export const diffCommand: Command<typeof options> = {
  call: "npm run diff",
  summary: "show what a deploy would change for subscribers",
  usage: `npm run diff -- [--json] [--seeds DIR] [URL]

  URL          a live site, such as https://feeds.example.org; without it, the last commit counts
  --json       for machines
  --seeds DIR  the folder of articles, with site.toml (seeds)`,
  options,
  takesWords: true,
  run: async ({ json, seeds }, [address, ...more]) => {
    if (more.length > 0 || (address !== undefined && !/^https?:$/.test(protocolOf(address)))) {
      console.error(`"${more[0] ?? address}" is not the address of one site.\n\n${diffCommand.usage}`);
      return 2;
    }
    const folder = seedsFolder(seeds);
    const read = readFolder(folder);
    if (isProblem(read)) {
      console.error(describeProblem(read, shownFolder(folder)));
      return 1;
    }
    const now = presentMoment();
    const output = compileSite({ ...read, origin: null, now });
    const errors = [...read.problems, ...output.problems].filter((problem) => problem.level === "error");
    for (const problem of errors) console.error(describeProblem(problem, shownFolder(folder)));
    if (output.catalog === null) return 1;

    let before: Listing;
    try {
      before =
        address === undefined
          ? readLastCommit(folder, new Map(output.catalog.articles.map(({ id, topics }) => [id, topics])))
          : await readLiveSite(address);
    } catch (error) {
      console.error(`Nothing to compare with: ${error instanceof Error ? error.message : String(error)}.`);
      return 1;
    }
    const after =
      address === undefined ? listLedger(output, output.catalog) : listFeeds(output, output.catalog, now);
    const live = output.ledger.filter(({ retracted }) => retracted === null).map(({ id }) => id);
    const differences = compareListings(before, after, new Set(live));
    const against = address ?? "the last commit";
    process.stdout.write(
      json
        ? differencesAsJson(differences, against, before)
        : differencesAsText(differences, against, before),
    );
    return differences.alarms.length > 0 ? 1 : 0;
  },
};

/** The articles of a compile as their lines of the ledger name them. */
function listLedger(output: CompileOutput, catalog: Catalog): Listed[] {
  const entries = new Map(output.ledger.map((entry) => [entry.id, entry]));
  return catalog.articles.flatMap(({ id, topics }) => {
    const entry = entries.get(id);
    return entry === undefined ? [] : [listEntry(entry, topics)];
  });
}

/** The articles of a compile as the feeds would show them now. */
function listFeeds(output: CompileOutput, catalog: Catalog, now: string): Listed[] {
  const places = new Map(output.ledger.map((entry) => [entry.id, entry.from]));
  return catalog.articles
    .filter((article) => dateOf(article) <= now)
    .map((article): Listed => {
      const { id, title, updated, source, topics, html, summary } = article;
      const words = plainText(catalog.site.content === "full" ? html : summary);
      return {
        id,
        title,
        version: updated,
        dated: dateOf(article),
        stated: article.published !== null,
        source: source?.url ?? null,
        fingerprint: sketchText(words),
        topics,
        from: places.get(id) ?? null,
      };
    });
}

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : "";
}
