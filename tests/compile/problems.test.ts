import { expect, test } from "vitest";
import { describeProblem } from "../../src/compile/problems.ts";

test("a name is told on one line, and holds nothing a terminal obeys", () => {
  const path = "a\u001b]0;b\u0007\nc\u009b1m.txt";
  const problem = { path, line: 3, level: "error", what: `${path} is empty`, fix: "Save it again" } as const;
  const shown = "a\\u001b]0;b\\u0007\\u000ac\\u009b1m.txt";
  expect(describeProblem(problem, "seeds/")).toBe(
    `seeds/${shown}:3: error: ${shown} is empty. Save it again.`,
  );
});
