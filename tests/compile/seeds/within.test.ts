import { posix, win32 } from "node:path";
import { expect, test } from "vitest";
import { isWithin } from "../../../src/compile/seeds/within.ts";

test("what lies in a folder is told from what does not, on systems with drives too", () => {
  const inside = (outer: string, ...paths: readonly string[]): boolean[] =>
    paths.map((path) => isWithin(path, outer, outer.includes("\\") ? win32 : posix));
  expect(inside("/site/seeds", "/site/seeds", "/site/seeds/a", "/site/seeds/..a")).not.toContain(false);
  expect(inside("/site/seeds", "/site", "/site/dist", "/site/seeds-made", "/")).not.toContain(true);
  expect(inside("C:\\site\\seeds", "C:\\site\\seeds\\a", "c:\\Site\\Seeds")).not.toContain(false);
  expect(inside("C:\\site\\seeds", "C:\\site\\dist", "D:\\dist", "D:\\", "\\\\host\\a\\b")).not.toContain(
    true,
  );
});
