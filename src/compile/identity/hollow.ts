// easeHollow: files that hold nothing to publish, as a vault has dozens of. One that never was an article is no error; one
// that was, and now is empty, stays one: what stood in it is not taken back.

import type { Problem } from "../problems.ts";
import type { LedgerEntry } from "./ledger.ts";
import { fileOf } from "./ledger.ts";

/** As much of a file as is looked at. */
interface File {
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** The files with their problems, as `ifNew` says where the ledger has never heard of the file. */
export function easeHollow<One extends File>(
  files: readonly One[],
  ledger: readonly Pick<LedgerEntry, "from">[],
): One[] {
  const known = new Set(ledger.map(({ from }) => fileOf(from)));
  return files.map((file) =>
    known.has(file.path) || !file.problems.some(({ ifNew }) => ifNew !== undefined)
      ? file
      : { ...file, problems: file.problems.map(ease) },
  );
}

/** True for a file that cannot be read only because it holds nothing. */
export function isHollow({ problems }: Pick<File, "problems">): boolean {
  const errors = problems.filter(({ level }) => level === "error");
  return errors.length > 0 && errors.every(({ ifNew }) => ifNew !== undefined);
}

function ease(problem: Problem): Problem {
  return problem.ifNew === undefined ? problem : { ...problem, level: problem.ifNew };
}
