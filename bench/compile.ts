// Compile: from a folder of articles to what deploy uploads, next to programs that make the same feeds of the same folder.

import { appendFileSync, globSync } from "node:fs";
import { join } from "node:path";
import type { Run } from "./command.ts";
import { medianOf, medianRatio, spellBytes, spellCount, spellNumber } from "./figures.ts";
import type { Effort, Goal, Part, Table } from "./part.ts";
import { findPeers } from "./peers.ts";
import { createProject, type Project } from "./project.ts";

/** How a peer's run compares: the most of its time that ours may take, of all articles and of one that changed. */
const most: Readonly<Record<string, { readonly cold: number; readonly warm?: number }>> = {
  Hugo: { cold: 1, warm: 0.25 },
  Eleventy: { cold: 1 / 8 },
  Astro: { cold: 1 / 12 },
};
const mostMemory = 350;
const topics = 20;

/** The runs of one program, a round each. */
interface Runs {
  readonly name: string;
  readonly version: string;
  readonly cold: Run[];
  readonly warm: Run[];
}

/** Measures them in turn, A B A B. */
export async function measureCompile({ full, tell }: Effort): Promise<Part> {
  const articles = full ? 10_000 : 1000;
  const rounds = 3;
  const project = createProject({ articles, topics });
  const ours: Runs = { name: "topicwire", version: "", cold: [], warm: [] };
  const peers = findPeers().map((peer) => ({
    build: peer.prepare(join(project.folder, "seeds")),
    runs: { name: peer.name, version: peer.version, cold: [], warm: [] } satisfies Runs as Runs,
  }));
  for (let round = 1; round <= rounds; round++) {
    tell(`compile: ${spellCount(articles)} articles from nothing, round ${round} of ${rounds}`);
    project.forget();
    ours.cold.push(await project.compile());
    for (const { build, runs } of peers) runs.cold.push(await build());
  }
  const hugo = peers.find(({ runs }) => runs.name === "Hugo");
  for (let round = 1; round <= rounds; round++) {
    tell(`compile: one article changed, round ${round} of ${rounds}`);
    changeArticle(project, round);
    ours.warm.push(await project.compile());
    if (hugo !== undefined) hugo.runs.warm.push(await hugo.build());
  }
  return describeCompile(
    ours,
    peers.map(({ runs }) => runs),
    articles,
  );
}

/** Another article each time, somewhere in the middle. */
function changeArticle(project: Project, round: number): void {
  const files = globSync("seeds/**/*.md", { cwd: project.folder }).sort();
  const file = files[Math.floor((files.length * round) / 5)];
  if (file === undefined) throw new Error("There is no article to change.");
  appendFileSync(join(project.folder, file), `\nThis sentence was added in round ${round}.\n`);
}

function describeCompile(ours: Runs, peers: readonly Runs[], articles: number): Part {
  const of = `${spellCount(articles)} articles`;
  const goals: Goal[] = peers.flatMap((peer) => {
    const allowed = most[peer.name];
    if (allowed === undefined) return [];
    const cold = {
      what: `compiling ${of}, to ${peer.name}`,
      value: wallRatio(ours.cold, peer.cold),
      most: allowed.cold,
    };
    const warm = { what: `one changed of ${of}, to ${peer.name}`, value: wallRatio(ours.warm, peer.warm) };
    return [
      { ...cold, unit: "" },
      ...(allowed.warm === undefined ? [] : [{ ...warm, most: allowed.warm, unit: "" }]),
    ];
  });
  goals.push({
    what: `memory for ${of}`,
    value: medianPeak(ours.cold) / 2 ** 20,
    most: mostMemory,
    unit: "MiB",
  });
  return {
    name: "compile",
    title: "Compile",
    tables: [comparison(ours, peers, of), costs(ours, peers, of)],
    goals,
    plot: null,
  };
}

function comparison(ours: Runs, peers: readonly Runs[], of: string): Table {
  return {
    title: "topicwire next to others",
    about: `${of}, ${topics} topics. Ratios of topicwire to each program, medians of ${ours.cold.length} rounds run in turn; less is better for topicwire. The others make RSS with full content, the newest 50 entries of all articles and of every topic, and, “with pages”, a bare page of every article; topicwire makes RSS, Atom and JSON, pages and a search index, and checks what it made. Those not installed are left out (bench/peers.sh).`,
    columns: ["next to", "wall", "goal", "CPU", "memory", "one changed: wall", "goal", "CPU"],
    rows: peers.map((peer) => [
      `${peer.name} ${peer.version}`,
      spellNumber(wallRatio(ours.cold, peer.cold)),
      spellGoal(most[peer.name]?.cold),
      spellNumber(
        medianRatio(
          ours.cold.map(({ cpu }) => cpu),
          peer.cold.map(({ cpu }) => cpu),
        ),
      ),
      spellNumber(
        medianRatio(
          ours.cold.map(({ peak }) => peak),
          peer.cold.map(({ peak }) => peak),
        ),
      ),
      spellNumber(wallRatio(ours.warm, peer.warm)),
      spellGoal(most[peer.name]?.warm),
      spellNumber(
        medianRatio(
          ours.warm.map(({ cpu }) => cpu),
          peer.warm.map(({ cpu }) => cpu),
        ),
      ),
    ]),
  };
}

function costs(ours: Runs, peers: readonly Runs[], of: string): Table {
  const row = (name: string, runs: readonly Run[]): string[] => [
    name,
    spellNumber(medianOf(runs.map(({ wall }) => wall))),
    spellNumber(medianOf(runs.map(({ cpu }) => cpu))),
    spellBytes(medianPeak(runs)),
  ];
  return {
    title: "What it took on this machine",
    about: `${of}. Medians; CPU as the kernel accounts it to ended children, memory as the sum of the processes' own peaks (VmHWM in /proc, looked at every 15 ms).`,
    columns: ["program", "seconds", "seconds of CPU", "peak memory"],
    rows: [
      row("topicwire, from nothing", ours.cold),
      row("topicwire, one changed", ours.warm),
      ...peers.map((peer) => row(`${peer.name} ${peer.version}`, peer.cold)),
    ],
  };
}

function wallRatio(ours: readonly Run[], theirs: readonly Run[]): number {
  return medianRatio(
    ours.map(({ wall }) => wall),
    theirs.map(({ wall }) => wall),
  );
}

function medianPeak(runs: readonly Run[]): number {
  return medianOf(runs.map(({ peak }) => peak));
}

function spellGoal(goal: number | undefined): string {
  return goal === undefined ? "" : `≤ ${spellNumber(goal)}`;
}
