// The tables in a terminal.

import type { Table } from "./part.ts";

/** A table with its columns under each other. */
export function printTable({ title, columns, rows }: Table): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, place) => Math.max(...all.map((row) => (row[place] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, place) =>
        place === 0 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return `\n${title}\n${all.map((row) => `  ${line(row)}`).join("\n")}`;
}
