import { expect, test } from "vitest";
import { tellProblems } from "../../../src/commands/compile/tellProblems.ts";
import type { Problem } from "../../../src/compile/problems.ts";

const call = "npm run compile -- --all";

function many(count: number, level: Problem["level"], more: Partial<Problem> = {}): Problem[] {
  return Array.from({ length: count }, (_, at) => {
    return {
      path: `${at}.md`,
      line: 1,
      level,
      what: "it is bad",
      fix: "Mend it",
      alike: "bad things",
      ...more,
    };
  });
}

test("of many problems that are alike a few are told, and how many more there are in how many files", () => {
  expect(tellProblems(many(9, "warning"), "seeds/", call)).toEqual([
    "seeds/0.md:1: warning: it is bad. Mend it.",
    "seeds/1.md:1: warning: it is bad. Mend it.",
    "seeds/2.md:1: warning: it is bad. Mend it.",
    "  … and 6 more bad things.",
    `${call} names all of these, npm run inspect -- FILE those of one file.`,
  ]);
  expect(tellProblems(many(9, "note"), "", call)).toHaveLength(3);
  expect(tellProblems(many(9, "warning", { path: "a.md" }), "", call)).toContain(
    "  … and 6 more bad things, in 1 file.",
  );
});

test("few of a kind are told one by one, and so are those that are like no others", () => {
  const { alike: _, ...odd } = many(1, "warning")[0] as Problem;
  expect(tellProblems(many(5, "warning"), "", call)).toHaveLength(5);
  expect(tellProblems([...many(5, "warning"), ...many(5, "note")], "", call)).toHaveLength(10);
  expect(
    tellProblems(
      Array.from({ length: 9 }, () => odd),
      "",
      call,
    ),
  ).toHaveLength(9);
});

test("all are told where that is asked for", () => {
  expect(tellProblems(many(9, "note"), "", null)).toHaveLength(9);
});

test("errors are never folded, and stand last", () => {
  const lines = tellProblems([...many(9, "error"), ...many(9, "warning", { path: "z.md" })], "", call);
  expect(lines.slice(-9)).toEqual(
    many(9, "error").map(({ path }) => `${path}:1: error: it is bad. Mend it.`),
  );
  expect(lines).toHaveLength(3 + 2 + 9);
});
