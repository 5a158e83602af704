// The report of an examination: for a terminal, and for programs.

import { spellCount } from "../command.ts";
import type { Examination } from "./examine.ts";
import type { Speed } from "./examineFeed.ts";
import { type Finding, type Level, levels } from "./finding.ts";

const headings: Readonly<Record<Level, string>> = {
  error: "Wrong: readers get something else than they should, or nothing",
  warning: "Not good: some readers suffer, or all pay for it",
  note: "Good to know",
};

/** So many addresses are named of one finding; the rest is counted. */
const shown = 3;

/** True where nothing is wrong; notes are nothing wrong. */
export function isWell({ findings }: Pick<Examination, "findings">): boolean {
  return findings.every(({ level }) => level === "note");
}

/** What `doctor --json` prints. */
export function examinationAsJson(examination: Examination): string {
  return `${JSON.stringify({ ok: isWell(examination), ...examination }, null, 1)}\n`;
}

/** The report for people. */
export function examinationAsText(examination: Examination): string {
  const { address, findings, right, speeds, skipped, feeds, questions } = examination;
  const blocks = [
    [`${address}: ${spellCount(feeds, "document")} of feeds, ${spellCount(questions, "question")} asked`],
    ...levels.map((level) => describeLevel(level, findings)),
    block(
      "All right",
      right.map(({ what, times }) => `  + ${what}${times > 1 ? ` (${times})` : ""}`),
    ),
    tabulate(speeds),
    block(
      "Not looked at",
      skipped.map((line) => `  ${line}`),
    ),
    [verdict(findings)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function block(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines];
}

/** The same fault of several addresses is told once. */
function describeLevel(level: Level, findings: readonly Finding[]): string[] {
  const groups = Map.groupBy(
    findings.filter((finding) => finding.level === level),
    ({ what, fix, address }) => `${what}\n${fix.replaceAll(address, "")}`,
  );
  return block(
    headings[level],
    [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const addresses = [...new Set(group.map(({ address }) => address))];
      const rest = addresses.length - shown;
      return [
        ...addresses.slice(0, shown).map((address) => `  ${address}`),
        ...(rest > 0 ? [`  and ${rest} more`] : []),
        `    ${first.what}`,
        `    → ${first.fix}`,
      ];
    }),
  );
}

function tabulate(speeds: readonly Speed[]): string[] {
  if (speeds.length === 0) return [];
  const path = (address: string): string => new URL(address).pathname + new URL(address).search;
  const widest = Math.min(40, Math.max(...speeds.map(({ address }) => path(address).length)));
  const cell = (cost: Speed["gzip"]): string =>
    (cost === null ? "–" : `${(cost.bytes / 1000).toFixed(1)} KB ${String(cost.ms).padStart(5)} ms`).padStart(
      20,
    );
  return [
    `  ${"Speed".padEnd(widest)}${["entries".padStart(9), "plain".padStart(20), "gzip".padStart(20), "Brotli".padStart(20)].join("")}`,
    ...speeds.map(
      ({ address, entries, plain, gzip, br }) =>
        `  ${path(address).padEnd(widest)}${String(entries).padStart(9)}${[plain, gzip, br].map(cell).join("")}`,
    ),
  ];
}

function verdict(findings: readonly Finding[]): string {
  const of = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  const [errors, warnings, notes] = levels.map(of);
  if (findings.length === 0) return "Nothing is wrong.";
  const counts = `${spellCount(errors ?? 0, "error")}, ${spellCount(warnings ?? 0, "warning")}, ${spellCount(notes ?? 0, "note")}.`;
  return isWell({ findings }) ? `Nothing is wrong: ${counts}` : counts;
}
