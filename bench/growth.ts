// Growth: what compiling takes, and how much there is to upload, as a site grows.

import type { Run } from "./command.ts";
import { spellBytes, spellCount, spellNumber } from "./figures.ts";
import type { Effort, Goal, Part, Point } from "./part.ts";
import { type BuiltSite, createProject } from "./project.ts";
import { removeScratch } from "./scratch.ts";

/** CPU may grow this much faster than the articles do. */
const mostGrowth = 1.1;
const mostMemory = 700;

/** One size; what could not be made is told and missing. */
interface Grown {
  readonly articles: number;
  readonly topics: number;
  readonly run: Run | null;
  readonly site: BuiltSite | null;
  readonly trouble: string;
}

/** Compiles and bundles ever larger sites. */
export async function measureGrowth({ full, tell }: Effort): Promise<Part> {
  const sizes = full
    ? [
        { articles: 1000, topics: 20 },
        { articles: 10_000, topics: 20 },
        { articles: 50_000, topics: 20 },
        { articles: 100_000, topics: 1000 },
      ]
    : [
        { articles: 250, topics: 20 },
        { articles: 1000, topics: 20 },
        { articles: 2500, topics: 20 },
      ];
  const found: Grown[] = [];
  for (const size of sizes) {
    tell(`growth: ${spellCount(size.articles)} articles, ${spellCount(size.topics)} topics`);
    found.push(await grow(size));
  }
  return describeGrowth(found);
}

async function grow(size: { readonly articles: number; readonly topics: number }): Promise<Grown> {
  const project = createProject(size);
  let run: Run | null = null;
  let site: BuiltSite | null = null;
  let trouble = "";
  try {
    run = await project.compile();
    site = await project.build();
  } catch (error) {
    trouble = lastLine(String(error));
  }
  removeScratch(project.folder);
  return { ...size, run, site, trouble };
}

function lastLine(text: string): string {
  const lines = text.split("\n").filter((line) => /error|heap|memory|ended with/i.test(line));
  return (lines.at(-1) ?? text).trim().slice(0, 160);
}

function describeGrowth(found: readonly Grown[]): Part {
  const goals: Goal[] = [];
  const fewTopics = found.filter(({ topics }) => topics === found[0]?.topics);
  const [before, last] = fewTopics.slice(-2);
  if (before !== undefined && last !== undefined) {
    goals.push({
      what: `CPU from ${spellCount(before.articles)} to ${spellCount(last.articles)} articles`,
      value: (last.run?.cpu ?? Number.NaN) / (before.run?.cpu ?? Number.NaN),
      most: (last.articles / before.articles) * mostGrowth,
      unit: "×",
    });
    const peak = (last.run?.peak ?? Number.NaN) / 2 ** 20;
    goals.push({
      what: `memory for ${spellCount(last.articles)} articles`,
      value: peak,
      most: mostMemory,
      unit: "MiB",
    });
  }
  const line = (series: string, value: (one: Grown) => number | undefined): Point[] =>
    fewTopics.flatMap((one) => {
      const y = value(one);
      return y === undefined || y === 0 ? [] : [{ series, x: one.articles, y }];
    });
  return {
    name: "growth",
    title: "Growth",
    tables: [
      {
        title: "Compiling, and what there is to upload",
        about:
          "From nothing. Worker: all its modules, and their gzip; files: what is served or read beside it.",
        columns: [
          "articles",
          "topics",
          "seconds",
          "of CPU",
          "peak memory",
          "Worker",
          "as gzip",
          "files",
          "their bytes",
          "",
        ],
        rows: found.map(({ articles, topics, run, site, trouble }) => [
          spellCount(articles),
          spellCount(topics),
          run === null ? "–" : spellNumber(run.wall),
          run === null ? "–" : spellNumber(run.cpu),
          run === null ? "–" : spellBytes(run.peak),
          site === null ? "–" : spellBytes(site.workerBytes),
          site === null ? "–" : spellBytes(site.workerGzip),
          site === null ? "–" : spellCount(site.assetFiles),
          site === null ? "–" : spellBytes(site.assetBytes),
          trouble,
        ]),
      },
    ],
    goals,
    plot: {
      kind: "lines",
      file: "growth.svg",
      title: "Growth with the number of articles",
      points: [
        ...line("compile, seconds of CPU", ({ run }) => run?.cpu),
        ...line("peak memory, MiB", ({ run }) => (run === null ? undefined : run.peak / 2 ** 20)),
        ...line("Worker as gzip, MiB", ({ site }) => (site === null ? undefined : site.workerGzip / 2 ** 20)),
        ...line("files beside it, MiB", ({ site }) =>
          site === null ? undefined : site.assetBytes / 2 ** 20,
        ),
      ],
    },
  };
}
