// The benchmarks: `npm run bench -- [serving|compile|start|growth …] [--full]`.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureCompile } from "./compile.ts";
import { measureGrowth } from "./growth.ts";
import { keepRun, keptRuns } from "./kept.ts";
import { describeMachine } from "./machine.ts";
import { type Effort, type Part, type PartName, partNames } from "./part.ts";
import { drawPlot } from "./plots.ts";
import { printTable } from "./print.ts";
import { writeMisses, writeResults } from "./results.ts";
import { measureServing } from "./serving.ts";
import { measureStart } from "./start.ts";

const measures: Readonly<Record<PartName, (effort: Effort) => Promise<Part>>> = {
  serving: measureServing,
  compile: measureCompile,
  start: measureStart,
  growth: measureGrowth,
};

const usage = `npm run bench -- [${partNames.join("|")} …] [--full]

  Without a part, all of them; --full measures more and longer. Writes bench/results.md and its plots.`;

const { values, positionals } = parseArgs({
  options: { full: { type: "boolean", default: false } },
  allowPositionals: true,
});
const isPart = (name: string): name is PartName => (partNames as readonly string[]).includes(name);
if (!positionals.every(isPart)) {
  console.error(usage);
  process.exit(2);
}

const effort: Effort = { full: values.full, tell: (sentence) => console.error(sentence) };
const parts: Part[] = [];
for (const name of partNames.filter((one) => positionals.length === 0 || positionals.includes(one))) {
  const part = await measures[name](effort);
  parts.push(part);
  for (const table of part.tables) console.log(printTable(table));
  keepRun({ part, date: new Date().toISOString(), full: values.full, machine: describeMachine() });
  if (part.plot !== null) writeFileSync(join(import.meta.dirname, part.plot.file), drawPlot(part.plot));
}
writeFileSync(join(import.meta.dirname, "results.md"), writeResults(keptRuns()));
console.log(`\n${writeMisses(parts.flatMap(({ goals }) => goals))}`);
// What was started has ended; nothing may keep the command from doing so too.
process.exit(0);
