// findRenamed: files that are gone while others appeared that cannot be read. They may be one under another name.

import { countSlips } from "../nearest.ts";
import type { Problem } from "../problems.ts";
import { fileOf, type LedgerEntry } from "./ledger.ts";

/** What is needed to tell. */
export interface Whereabouts {
  /** Published lines whose articles were not found. */
  readonly vanished: readonly LedgerEntry[];
  /** All lines that are published. */
  readonly published: readonly LedgerEntry[];
  /** Files that are there, read or not. */
  readonly files: ReadonlySet<string>;
  /** Those of them that have errors, or could not be read. */
  readonly failed: readonly string[];
  /** Those of the failed that hold nothing. */
  readonly hollow: ReadonlySet<string>;
}

/** Files that may have been renamed: what stood in them has not been taken back. */
export interface Renamed {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** For each failed file nothing was published from yet, the vanished one whose name is most like its own. */
export function findRenamed({ vanished, published, files, failed, hollow }: Whereabouts): Renamed {
  const gone = new Set(vanished.map(({ from }) => fileOf(from)).filter((file) => !files.has(file)));
  if (gone.size === 0) return { files: [], problems: [] };
  const known = new Set(published.map(({ from }) => fileOf(from)));
  const strangers = [...new Set(failed)].filter((file) => !known.has(file)).sort();
  // A vault has dozens that were empty all the time: then only one of the same name may be what is gone.
  const areMany = strangers.filter((file) => hollow.has(file)).length > gone.size;
  const mayBe = (file: string, stranger: string): boolean =>
    !areMany || !hollow.has(stranger) || nameOf(file) === nameOf(stranger);
  const renamed = new Set<string>();
  const problems: Problem[] = [];
  for (const stranger of strangers) {
    const [nearest] = [...gone]
      .filter((file) => !renamed.has(file) && mayBe(file, stranger))
      .map((file) => ({ file, slips: countSlips(file, stranger) }))
      .sort((a, b) => a.slips - b.slips || (a.file < b.file ? -1 : 1));
    if (nearest === undefined) continue;
    renamed.add(nearest.file);
    const what = `${nearest.file} is gone and may be this file, which cannot be read; so it has not been taken back`;
    const fix = `Correct this file; to take ${nearest.file} back, take this one out`;
    problems.push({ path: stranger, line: null, level: "warning", what, fix });
  }
  return { files: [...renamed], problems };
}

/** The name of a file; of one that is called as many are, that of its folder too. */
function nameOf(path: string): string {
  const steps = path.split("/");
  return steps.slice(/^index\./i.test(steps.at(-1) ?? "") ? -2 : -1).join("/");
}
