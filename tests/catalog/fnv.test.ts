import { expect, test } from "vitest";
import { fnv1a } from "../../src/catalog/fnv.ts";

test("the hash is the one its authors published", () => {
  // http://www.isthe.com/chongo/src/fnv/test_fnv.c
  expect(fnv1a("")).toBe(0x811c9dc5);
  expect(fnv1a("a")).toBe(0xe40c292c);
  expect(fnv1a("foobar")).toBe(0xbf9cf968);
});
