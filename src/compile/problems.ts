// Problem: what is wrong with a seed and what to do about it, and how a list of them is printed.

/** Something a publisher should know about one file. */
export interface Problem {
  /** Path of the file, relative to the seeds folder, with forward slashes. */
  readonly path: string;
  /** 1-based line; null where the whole file is meant. */
  readonly line: number | null;
  /** `error`: something is not published because of it. `warning`: it is, with a flaw. `note`: good to know. */
  readonly level: "error" | "warning" | "note";
  /** What is wrong, as a sentence without its full stop. */
  readonly what: string;
  /** What to do about it, as a sentence without its full stop. */
  readonly fix: string;
  /** Of an error: what it comes to in a file that holds nothing and that nothing was ever published from (hollow.ts). */
  readonly ifNew?: "warning" | "note";
  /** What it has in common with others, as a plural: of many a terminal shows a few, and counts the others under this. */
  readonly alike?: string;
}

/** `seeds/a.txt:3: error: what is wrong. What to do.` */
export function describeProblem(problem: Problem, folder = ""): string {
  const place = `${folder}${problem.path}${problem.line === null ? "" : `:${problem.line}`}`;
  return spellControls(`${place}: ${problem.level}: ${problem.what}. ${problem.fix}.`);
}

/** A name may hold what a terminal obeys, or a line end behind which it says something of its own. */
function spellControls(line: string): string {
  return line.replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A file this program failed at because of a bug: all that can be done is to report it. */
export function describeFailure(path: string, error: unknown): Problem {
  const what = `the file cannot be understood (${nameError(error)})`;
  return { path, line: null, level: "error", what, fix: reportIt };
}

/** What to do about a file this program fails at. */
export const reportIt =
  "Report it with what npm run inspect says of it, and keep the file out of the seeds folder meanwhile";

/** An error in a few words: its kind, what it says, and the function it comes from. */
export function nameError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = /^ {4}at (?:new |async )?([\w$.]+) \(/m.exec(error.stack ?? "")?.[1];
  return `${error.name}: ${error.message}${place === undefined ? "" : `, in ${place}`}`;
}

/** By file, then by line. */
export function compareProblems(a: Problem, b: Problem): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : (a.line ?? 0) - (b.line ?? 0);
}

/** True when something is kept from being published. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.level === "error");
}

/** Tells a problem from a result. */
export function isProblem<T extends object>(result: T | Problem): result is Problem {
  return "fix" in result && "what" in result;
}
