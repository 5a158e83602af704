import { EventEmitter } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { countThreads, followThread } from "../../../src/commands/crew/crew.ts";
import type { Task } from "../../../src/commands/crew/thread.ts";

const task: Task = { kind: "bake", tasks: [] };

function makeThread() {
  const worker = Object.assign(new EventEmitter(), { postMessage: vi.fn(), terminate: async () => 0 });
  return { worker, thread: followThread(worker as unknown as Parameters<typeof followThread>[0]) };
}

describe("a thread", () => {
  test("answers in the order it is asked", async () => {
    const { worker, thread } = makeThread();
    const answers = Promise.all([thread.ask(task), thread.ask(task)]);
    const [first, second] = [[], []];
    worker.emit("message", first);
    worker.emit("message", second);
    const [one, two] = await answers;
    expect(one).toBe(first);
    expect(two).toBe(second);
  });

  test("that fails tells everybody who waits, and everybody who asks it later", async () => {
    const { worker, thread } = makeThread();
    const waiting = [thread.ask(task), thread.ask(task)];
    worker.emit("error", new Error("the spool is damaged"));
    worker.emit("exit", 1);
    for (const one of waiting) await expect(one).rejects.toThrow("the spool is damaged");
    await expect(thread.ask(task)).rejects.toThrow("the spool is damaged");
    expect(worker.postMessage).toHaveBeenCalledTimes(2);
  });

  test("that ends without a word is not waited for", async () => {
    const { worker, thread } = makeThread();
    const waiting = thread.ask(task);
    worker.emit("exit", 137);
    await expect(waiting).rejects.toThrow("a thread has ended (exit code 137)");
    await expect(thread.ask(task)).rejects.toThrow("a thread has ended");
  });
});

describe("a crew", () => {
  const large = { processors: 16, memory: 64e9 };

  test("has a thread for each processor where there is enough to do", () => {
    expect(countThreads(1000, large)).toBe(16);
    expect(countThreads(1000, { ...large, processors: 1 })).toBe(1);
  });

  test("has no thread more than there is work for, and none for little", () => {
    expect(countThreads(4.2, large)).toBe(5);
    expect(countThreads(2, large)).toBe(2);
    expect(countThreads(1.9, large)).toBe(0);
    expect(countThreads(0, large)).toBe(0);
  });

  test("takes a quarter of the memory at most, and works in any", () => {
    expect(countThreads(1000, { processors: 64, memory: 4e9 })).toBe(11);
    expect(countThreads(1000, { processors: 64, memory: 100e6 })).toBe(1);
  });
});
