// tellProblems: a list of problems for a terminal, where of many that are alike a few stand for all. Errors are never folded.

import { compareProblems, describeProblem, type Problem } from "../../compile/problems.ts";

/** Up to so many of a kind are told one by one. */
const most = 5;
/** Of more, this many. */
const few = { error: Number.POSITIVE_INFINITY, warning: 3, note: 1 } as const;

interface Block {
  readonly first: Problem;
  readonly lines: readonly string[];
}

/**
 * The lines: by file, those of one kind together where they are many, and errors last, where the eye is. `wholeCall` is the
 * command that tells all of them; null to tell all here.
 */
export function tellProblems(
  problems: readonly Problem[],
  folder: string,
  wholeCall: string | null,
): string[] {
  const sorted = [...problems].sort(compareProblems);
  const isError = ({ level }: Problem): boolean => level === "error";
  const kinds = Map.groupBy(
    sorted.filter((problem) => !isError(problem)),
    kindOf,
  );
  const blocks: Block[] = [...kinds.values()].flatMap((alike) =>
    wholeCall !== null && alike.length > most && alike[0]?.alike !== undefined
      ? [fold(alike, folder)]
      : alike.map((first) => ({ first, lines: [describeProblem(first, folder)] })),
  );
  const isFolded = blocks.some(({ lines }) => lines.length > 1);
  return [
    ...blocks.sort((a, b) => compareProblems(a.first, b.first)).flatMap(({ lines }) => lines),
    ...(isFolded ? [`${wholeCall} names all of these, npm run inspect -- FILE those of one file.`] : []),
    ...sorted.filter(isError).map((problem) => describeProblem(problem, folder)),
  ];
}

function kindOf({ level, alike = "" }: Problem): string {
  return `${level} ${alike}`;
}

function fold(alike: readonly Problem[], folder: string): Block {
  const [first] = alike;
  if (first === undefined) throw new Error("there is nothing to fold");
  const shown = alike.slice(0, few[first.level]);
  const rest = alike.slice(shown.length);
  const files = new Set(rest.map(({ path }) => path)).size;
  const where = files === rest.length ? "" : `, in ${files === 1 ? "1 file" : `${files} files`}`;
  const lines = shown.map((problem) => describeProblem(problem, folder));
  return { first, lines: [...lines, `  … and ${rest.length} more ${first.alike}${where}.`] };
}
