// Results: what was measured, as a page; of every part the latest run.

import { spellNumber } from "./figures.ts";
import type { Machine } from "./machine.ts";
import type { Goal, Part, Table } from "./part.ts";

/** One run of one part, as it is kept. */
export interface Kept {
  readonly part: Part;
  /** RFC 3339. */
  readonly date: string;
  readonly full: boolean;
  readonly machine: Machine;
}

/** The page bench/results.md. */
export function writeResults(runs: readonly Kept[]): string {
  const newest = [...runs].sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  const parts = runs.map(
    ({ part, date, full }) =>
      `## ${part.title}\n\n${full ? "All of it" : "The quick version"}, ${date.slice(0, 10)}.\n\n${[
        ...part.tables.map(writeTable),
        ...(part.plot === null ? [] : [`![${part.plot.title}](${part.plot.file})\n`]),
      ].join("\n")}`,
  );
  const machine = (newest?.machine ?? []).map(([name, fact]) => `| ${name} | ${fact} |`).join("\n");
  return `# What topicwire costs

Written by \`npm run bench\`; \`npm run bench -- --full\` measures all of it. Everything is compared with something run on
the same machine at the same time: the ratios carry over to other machines, the milliseconds do not.

| machine | |
| --- | --- |
${machine}

${writeMisses(runs.flatMap(({ part }) => part.goals))}
${parts.join("\n")}`;
}

/** What missed its goal, or that nothing did. */
export function writeMisses(goals: readonly Goal[]): string {
  const missed = goals.filter(isMissed);
  const all = `${goals.length} ${goals.length === 1 ? "goal" : "goals"}`;
  if (missed.length === 0) return `Nothing missed its goal (${all}).\n`;
  return `Missed, of ${all}:\n\n${missed.map((goal) => `- ${describeGoal(goal)}`).join("\n")}\n`;
}

/** True for what could not be measured, too: what is unknown has not been reached. */
export function isMissed({ value, most }: Goal): boolean {
  return !(value <= most);
}

function describeGoal({ what, value, most, unit }: Goal): string {
  const spell = (number: number): string =>
    `${spellNumber(number)}${unit === "" ? "" : unit === "×" ? "×" : ` ${unit}`}`;
  return `${what}: ${Number.isFinite(value) ? spell(value) : "not measured"}, the goal is ${spell(most)}`;
}

/** A table as Markdown: the first column is text, the others are figures. */
export function writeTable({ title, about, columns, rows }: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = columns.map((_, place) => (place === 0 ? "---" : "--:"));
  return `### ${title}\n\n${about}\n\n${[columns, rule, ...rows].map(line).join("\n")}\n`;
}
