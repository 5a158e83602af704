// Start: what a new isolate costs before and with its first answer, over a Worker with nothing in it.

import { startEmpty } from "./constant.ts";
import { medianOf, spellBytes, spellCount, spellNumber } from "./figures.ts";
import { askOnce } from "./load.ts";
import type { Effort, Part } from "./part.ts";
import { type BuiltSite, createProject } from "./project.ts";
import type { Server } from "./server.ts";
import { startWorkerd } from "./workerd.ts";

const mostMilliseconds = 20;
const first = { path: "/feeds/all.rss", headers: { "Accept-Encoding": "gzip" } };

/** A site, and milliseconds of CPU a round of what was started: ours, and nothing in between. */
interface Started {
  readonly articles: number;
  readonly site: BuiltSite;
  readonly ours: readonly number[];
  readonly empty: readonly number[];
}

/** Starts each site and the empty Worker in turn. */
export async function measureStart({ full, tell }: Effort): Promise<Part> {
  const sizes = full ? [20, 1000, 10_000] : [20, 250, 1000];
  const rounds = full ? 21 : 9;
  const found: Started[] = [];
  for (const articles of sizes) {
    tell(`start: ${spellCount(articles)} articles`);
    const project = createProject({ articles, topics: 20 });
    await project.compile();
    const site = await project.build();
    const [ours, empty]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      ours.push(await costOfStart(() => startWorkerd(site)));
      empty.push(await costOfStart(startEmpty));
    }
    found.push({ articles, site, ours, empty });
  }
  return describeStart(found, rounds);
}

async function costOfStart(start: () => Promise<Server>): Promise<number> {
  const server = await start();
  await askOnce(server.port, first);
  const milliseconds = server.cpu() / 1e6;
  await server.stop();
  return milliseconds;
}

function describeStart(found: readonly Started[], rounds: number): Part {
  const over = ({ ours, empty }: Started): number =>
    medianOf(ours.map((one, round) => one - (empty[round] ?? 0)));
  return {
    name: "start",
    title: "Start",
    tables: [
      {
        title: "CPU of a start and its first answer",
        about: `workerd alone, from its beginning to the first /feeds/all.rss, over the same with an empty Worker; medians of the differences of ${rounds} pairs.`,
        columns: [
          "articles",
          "over an empty Worker, ms",
          "goal",
          "empty Worker, ms",
          "Worker",
          "as gzip",
          "files beside it",
        ],
        rows: found.map((one) => [
          spellCount(one.articles),
          spellNumber(over(one)),
          `≤ ${mostMilliseconds}`,
          spellNumber(medianOf(one.empty)),
          spellBytes(one.site.workerBytes),
          spellBytes(one.site.workerGzip),
          spellCount(one.site.assetFiles),
        ]),
      },
    ],
    goals: found.map((one) => ({
      what: `start with ${spellCount(one.articles)} articles`,
      value: over(one),
      most: mostMilliseconds,
      unit: "ms",
    })),
    plot: null,
  };
}
