// Crew: as many workshops as there are processors, each in a thread; or one without a thread, where there is little to do.

import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { PressContext } from "../../compile/press.ts";
import type { SeedFile } from "../../compile/seeds.ts";
import type { Answer, Task } from "./thread.ts";
import {
  type Furnishing,
  openWorkshop,
  type PressedSpots,
  type PressTask,
  type ReadFacts,
  type Workshop,
} from "./workshop.ts";

/** Takes work in any amount; results are parallel to what was given. `step` is told how many more are done. */
export interface Crew {
  readonly read: (files: readonly SeedFile[], step: (count: number) => void) => Promise<ReadFacts[]>;
  readonly press: (
    context: PressContext,
    tasks: readonly PressTask[],
    step: (count: number) => void,
  ) => Promise<PressedSpots[]>;
  readonly dismiss: () => Promise<void>;
}

/** How many items a thread gets at a time: few enough that none waits long for the last. */
const batch = 40;
/** Fewer items, or bytes, than this are done before a thread would have started. */
const worthThreads = { bytes: 400_000, items: 120 };
/** Threads make much that is forgotten at once; small nurseries keep the process small. */
const threadMemory = { maxYoungGenerationSizeMb: 16 };

/** Gathers a crew. Nobody is started before there is work. */
export function gatherCrew(furnishing: Omit<Furnishing, "spool">, name: string): Crew {
  let alone: Workshop | null = null;
  const threads: Worker[] = [];
  const workAlone = (): Workshop => {
    alone ??= openWorkshop({ ...furnishing, spool: `${name}-main` });
    return alone;
  };
  const call = (): void => {
    while (threads.length < availableParallelism()) {
      const workerData: Furnishing = { ...furnishing, spool: `${name}-${threads.length}` };
      const file = join(import.meta.dirname, "thread.ts");
      threads.push(new Worker(file, { workerData, resourceLimits: threadMemory }));
    }
  };
  /** Gives each thread a batch at a time, so that a long one keeps only its own thread busy. */
  const share = async <In, Out>(
    items: readonly In[],
    step: (count: number) => void,
    taskOf: (items: readonly In[]) => Task,
  ): Promise<Out[]> => {
    call();
    const results: Out[] = new Array<Out>(items.length);
    let next = 0;
    const work = async (thread: Worker): Promise<void> => {
      while (next < items.length) {
        const begin = next;
        // Towards the end batches get smaller, so that all are ready at about the same time.
        next += Math.min(batch, Math.max(1, Math.ceil((items.length - next) / (2 * threads.length))));
        const answer = await ask(thread, taskOf(items.slice(begin, next)));
        for (const [at, one] of answer.entries()) results[begin + at] = one as Out;
        step(answer.length);
      }
    };
    await Promise.all(threads.map(work));
    return results;
  };
  return {
    read: (files, step) => {
      const bytes = files.reduce((sum, { size }) => sum + size, 0);
      if (bytes >= worthThreads.bytes) return share(files, step, (files) => ({ kind: "read", files }));
      return inBatches(files, step, (files) => workAlone().read(files));
    },
    press: async (context, tasks, step) => {
      if (tasks.length < worthThreads.items) {
        workAlone().prepare(context);
        return inBatches(tasks, step, (tasks) => workAlone().press(tasks));
      }
      call();
      await Promise.all(threads.map((thread) => ask(thread, { kind: "prepare", context })));
      return share(tasks, step, (tasks) => ({ kind: "press", tasks }));
    },
    dismiss: async () => {
      alone?.close();
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

async function inBatches<In, Out>(
  items: readonly In[],
  step: (count: number) => void,
  work: (items: readonly In[]) => readonly Out[],
): Promise<Out[]> {
  const results: Out[] = [];
  for (let at = 0; at < items.length; at += batch) {
    const part = items.slice(at, at + batch);
    results.push(...work(part));
    step(part.length);
  }
  return results;
}

function ask(thread: Worker, task: Task): Promise<Answer> {
  return new Promise((done, fail) => {
    const settle = (finish: () => void): void => {
      thread.off("message", onMessage);
      thread.off("error", onError);
      finish();
    };
    const onMessage = (answer: Answer): void => settle(() => done(answer));
    const onError = (error: unknown): void => settle(() => fail(error));
    thread.on("message", onMessage);
    thread.on("error", onError);
    thread.postMessage(task);
  });
}
