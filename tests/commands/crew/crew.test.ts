import { EventEmitter } from "node:events";
import { statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { countThreads, followThread, gatherCrew } from "../../../src/commands/crew/crew.ts";
import type { Task } from "../../../src/commands/crew/thread.ts";
import type { SeedFile } from "../../../src/compile/seeds.ts";
import { joinGzip } from "../../../src/lists/gzip.ts";
import { makeFolder, site, write } from "../newsroom.ts";

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

test("threads that are relieved are followed by others, who do all they did", async () => {
  const folder = makeFolder();
  const article = (number: number): string =>
    `---\ntitle: Harbour ${number}\ndate: 2024-05-01\n---\n\n${"The harbour was rebuilt. ".repeat(200)}\n`;
  const paths = Array.from({ length: 130 }, (_, number) => `${number}.md`);
  write(folder, Object.fromEntries(paths.map((path, number) => [path, article(number)])));
  const furnishing = { folder, site, origin: null, now: "2026-01-01T00:00:00Z", spools: folder };
  const crew = gatherCrew(furnishing, "spool-test", 1);
  onTestFinished(crew.dismiss);
  const file = (path: string): SeedFile => {
    return { path, disk: path, size: statSync(join(folder, path)).size, stamp: "", meta: null };
  };
  const tasks = paths.map((path) => ({ file: file(path), known: null }));
  const first = await crew.read(tasks, () => {});
  await crew.relieve();
  const second = await crew.read(tasks, () => {});
  expect(second.map(({ facts }) => facts.key)).toEqual(first.map(({ facts }) => facts.key));
  await crew.relieve();
  const text = Buffer.from("The harbour was rebuilt.");
  const [compressed] = await crew.compress([{ gzip: joinGzip([text]) }]);
  expect(gunzipSync(compressed?.gzip ?? "").equals(text)).toBe(true);
});
