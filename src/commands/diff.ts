// diff: what a deploy would change for subscribers, against a live site or the last commit.

import { type Article, dateOf } from "../catalog/article.ts";
import type { Site } from "../catalog/catalog.ts";
import {
  compareListings,
  type Differences,
  type Listed,
  type Listing,
  plainText,
} from "../compile/identity/differences.ts";
import type { LedgerEntry } from "../compile/identity/ledger.ts";
import { sketchText } from "../compile/identity/likeness.ts";
import { compareProblems, describeProblem, isProblem, type Problem } from "../compile/problems.ts";
import { listSeeds } from "../compile/seeds.ts";
import { readBookTexts } from "../compile/site/bookTexts.ts";
import { type Command, presentMoment, seedsFolder, shownFolder } from "./command.ts";
import { type CompiledFolder, compileFolder, type PlacedArticle } from "./crew/compileFolder.ts";
import { withMemory } from "./crew/memory.ts";
import { hashRules } from "./crew/rules.ts";
import { differencesAsJson, differencesAsText } from "./diff/differenceReport.ts";
import { lock } from "./disk/lock.ts";
import { listCommit, listEntry, readLastCommit } from "./lastCommit.ts";
import { readLiveSite } from "./liveSite.ts";
import { createProgress } from "./progress.ts";

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
    const unlock = await lock(folder, "seeds");
    try {
      const compared = await compareFolder(folder, address ?? null);
      if (typeof compared === "string") {
        console.error(compared);
        return 1;
      }
      const { problems, before, differences } = compared;
      for (const problem of problems) console.error(describeProblem(problem, shownFolder(folder)));
      if (differences === null) return 1;
      const spell = json ? differencesAsJson : differencesAsText;
      process.stdout.write(spell(differences, address ?? "the last commit", before));
      return differences.alarms.length > 0 ? 1 : 0;
    } finally {
      unlock();
    }
  },
};

/** What came of a comparison. */
interface Compared {
  /** The errors of the folder. */
  readonly problems: readonly Problem[];
  readonly before: Listing;
  /** Null where the settings or the ledger cannot be read. */
  readonly differences: Differences | null;
}

/** Compares a folder with a live site or the last commit; a string says why there is nothing to compare. */
async function compareFolder(folder: string, address: string | null): Promise<Compared | string> {
  const texts = readBookTexts(folder);
  if (isProblem(texts)) return describeProblem(texts, shownFolder(folder));
  // What there is to compare with first: without it nothing else is worth its time.
  let known: readonly LedgerEntry[] | Listing;
  try {
    known = address === null ? readLastCommit(folder) : await readLiveSite(address);
  } catch (error) {
    return `Nothing to compare with: ${error instanceof Error ? error.message : String(error)}.`;
  }
  const now = presentMoment();
  const listing = listSeeds(folder);
  const input = { ...texts, folder, listing, origin: null, now, willPress: false };
  return withMemory(folder, hashRules([texts.site, null]), async (memory) => {
    const compiled = await compileFolder(input, memory, createProgress(process.stderr));
    try {
      return compare(known, compiled, listing.problems, now);
    } finally {
      await compiled.close();
      // What was read here is not remembered: that is for a compile to do, which presses it too.
      memory.leave();
    }
  });
}

function compare(
  known: readonly LedgerEntry[] | Listing,
  { settings, ledger, list, whole, ...compiled }: CompiledFolder,
  unread: readonly Problem[],
  now: string,
): Compared {
  const problems = [...unread, ...compiled.problems]
    .filter(({ level }) => level === "error")
    .sort(compareProblems);
  const articles = list();
  const topics = new Map(articles.map(({ facts }) => [facts.id, facts.topics]));
  const isLive = "articles" in known;
  const before = isLive ? known : listCommit(known, topics);
  if (settings === null) return { problems, before, differences: null };
  const after = isLive
    ? articles
        .filter(({ facts }) => dateOf(facts) <= now)
        .map((article) => listShown(article, () => wordsOf(whole(article), settings.site)))
    : articles.map(({ entry, facts }) => listEntry(entry, facts.topics));
  const published = ledger.filter(({ retracted }) => retracted === null).map(({ id }) => id);
  return { problems, before, differences: compareListings(before, after, new Set(published)) };
}

/** An article as the feeds would show it now. Its words are read only where they are asked for. */
function listShown({ facts, article, entry }: PlacedArticle, read: () => string): Listed {
  const { id, title, updated, published, topics } = facts;
  return {
    id,
    title,
    version: updated,
    dated: dateOf(facts),
    stated: published !== null,
    source: article.source,
    get fingerprint() {
      return sketchText(read());
    },
    topics,
    from: entry.from,
  };
}

/** What feeds show of the words of an article. */
function wordsOf({ html, summary }: Article, { content }: Site): string {
  return plainText(content === "full" ? html : summary);
}

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : "";
}
