import { describe, expect, test } from "vitest";
import { createTurns } from "../../../src/commands/live/turns.ts";

/** A turn that lasts until it is told to end, well or badly. */
function makeTurns() {
  const open: { readonly done: () => void; readonly fail: (error: unknown) => void }[] = [];
  const failures: unknown[] = [];
  let begun = 0;
  const turn = (): Promise<void> => {
    begun++;
    return new Promise((done, fail) => open.push({ done, fail }));
  };
  const turns = createTurns(turn, (error) => failures.push(error));
  /** Ends the running turn, and waits for whatever comes of it. */
  const end = async (error?: unknown): Promise<void> => {
    const one = open.shift();
    if (error === undefined) one?.done();
    else one?.fail(error);
    await new Promise((done) => setImmediate(done));
  };
  return { turns, end, failures, begun: () => begun };
}

describe("a turn", () => {
  test("is taken once more, and not more often, when it was asked for meanwhile", async () => {
    const { turns, end, begun } = makeTurns();
    turns.ask();
    turns.ask();
    turns.ask();
    expect(begun()).toBe(1);
    await end();
    expect(begun()).toBe(2);
    await end();
    expect(begun()).toBe(2);
    turns.ask();
    expect(begun()).toBe(3);
  });

  test("that fails is told, and the next one is taken", async () => {
    const { turns, end, failures, begun } = makeTurns();
    turns.ask();
    turns.ask();
    await end("the first");
    expect(failures).toEqual(["the first"]);
    expect(begun()).toBe(2);
    await end("the second");
    turns.ask();
    expect(begun()).toBe(3);
    await end();
    expect(failures).toEqual(["the first", "the second"]);
  });

  test("is waited for at the end, and none begins after it", async () => {
    const { turns, end, begun } = makeTurns();
    turns.ask();
    turns.ask();
    let ended = false;
    const all = turns.end().then(() => {
      ended = true;
    });
    await Promise.resolve();
    expect(ended).toBe(false);
    await end("badly");
    await all;
    turns.ask();
    expect(begun()).toBe(1);
  });
});
