import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMemory } from "../../src/edge/memory.ts";

describe("a memory", () => {
  test("makes a thing once, and again when it is no longer right", () => {
    const memory = createMemory<number>(10, 1000);
    let made = 0;
    const ask = (now: number): number =>
      memory.recall("a", now, () => ({ value: ++made, until: 100, size: 1 }));
    expect([ask(1), ask(99), ask(100), ask(101)]).toEqual([1, 1, 2, 3]);
  });

  test("forgets what was not asked for longest", () => {
    const memory = createMemory<string>(2, 1000);
    const made: string[] = [];
    const ask = (name: string): string =>
      memory.recall(name, 0, () => {
        made.push(name);
        return { value: name, until: null, size: 1 };
      });
    for (const name of ["a", "b", "a", "c", "a", "b"]) ask(name);
    expect(made).toEqual(["a", "b", "c", "b"]);
  });

  test("replaces a thing where it stands: as long right, and no younger", () => {
    const memory = createMemory<string>(2, 1000);
    memory.recall("a", 0, () => ({ value: "old", until: 100, size: 1 }));
    memory.recall("b", 0, () => ({ value: "b", until: null, size: 1 }));
    memory.replace("a", "old", "new", 1);
    expect([memory.peek("a", 100), memory.peek("b", 0), memory.peek("a", 99)]).toEqual([
      undefined,
      "b",
      "new",
    ]);
    memory.replace("b", "b", "c", 1);
    memory.recall("d", 0, () => ({ value: "d", until: null, size: 1 }));
    expect([memory.peek("a", 99), memory.peek("b", 0)]).toEqual(["new", undefined]);
  });

  test("replaces nothing that was forgotten, or is another thing by now", () => {
    const memory = createMemory<string>(1, 1000);
    const ask = (name: string, value: string, now = 0): string =>
      memory.recall(name, now, () => ({ value, until: 100, size: 1 }));
    ask("a", "old");
    ask("b", "b");
    memory.replace("a", "old", "new", 1);
    expect([memory.peek("a", 0), memory.peek("b", 0)]).toEqual([undefined, "b"]);
    ask("b", "later", 100);
    memory.replace("b", "b", "new", 1);
    expect(ask("b", "made", 50)).toBe("later");
  });

  test("counts what a thing takes that replaced another", () => {
    const memory = createMemory<string>(10, 1000);
    const ask = (name: string, size: number): string =>
      memory.recall(name, 0, () => ({ value: name, until: null, size }));
    const here = (): string[] => ["a", "b", "c"].filter((name) => memory.peek(name, 0) !== undefined);
    ask("a", 500);
    ask("b", 500);
    memory.replace("a", "a", "a, shorter", 300);
    ask("c", 200);
    expect(here()).toEqual(["a", "b", "c"]);
    memory.replace("c", "c", "c, longer", 201);
    expect(here()).toEqual(["b", "c"]);
  });

  test("never holds more than its bounds, whatever is asked, and always answers right", () => {
    const sizes = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 400 })), { maxLength: 200 });
    fc.assert(
      fc.property(sizes, (asked) => {
        const memory = createMemory<number>(5, 1000);
        let alive: { name: string; size: number }[] = [];
        for (const [number, size] of asked) {
          const name = String(number);
          const value = memory.recall(name, 0, () => {
            alive = alive.filter((one) => one.name !== name);
            alive.push({ name, size });
            return { value: number, until: null, size };
          });
          if (value !== number) return false;
        }
        // Asking again for the last one made costs nothing, unless it alone is too large to keep.
        const last = asked.at(-1);
        let again = false;
        if (last !== undefined) {
          memory.recall(String(last[0]), 0, () => {
            again = true;
            return { value: last[0], until: null, size: 1 };
          });
        }
        return !again;
      }),
    );
  });
});
