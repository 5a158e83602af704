// Crew: as many workshops as there are processors, each in a thread, as far as there is work and memory for them; or one
// without a thread, where there is little to do.

import { availableParallelism, totalmem } from "node:os";
import { extname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Compressed } from "../../compile/bundle/compress.ts";
import { type BakeTask, type Finishing, openFinishing } from "./finishing.ts";
import { ownBuffers } from "./ownBuffers.ts";
import type { Answer, Task } from "./thread.ts";
import {
  type Furnishing,
  openWorkshop,
  type PressedSpots,
  type PressTask,
  type ReadResult,
  type ReadTask,
  type Workshop,
} from "./workshop.ts";

/** Takes work in any amount; results are parallel to what was given. `step` is told how many more are done. */
export interface Crew {
  readonly read: (tasks: readonly ReadTask[], step: (count: number) => void) => Promise<ReadResult[]>;
  readonly press: (tasks: readonly PressTask[], step: (count: number) => void) => Promise<PressedSpots[]>;
  /** Lists are handed over: their bytes are gone afterwards. */
  readonly compress: (lists: readonly { readonly gzip: Uint8Array }[]) => Promise<Compressed[]>;
  /** Begins at once; resolves when the files are written. */
  readonly bake: (tasks: readonly BakeTask[]) => Promise<void>;
  /** Ends threads that have read or pressed much; others take their place when there is more to do. */
  readonly relieve: () => Promise<void>;
  readonly dismiss: () => Promise<void>;
}

/** How many items a thread gets at a time: few enough that none waits long for the last. */
const batch = 80;
/** Less than this, as bytes to read or articles to press, is done by one before another thread would have started. */
const worthThread = { bytes: 200_000, items: 60 };
/** What a thread takes at most: of 10,000 articles 2, 8 and 16 threads were measured. */
const threadBytes = 90_000_000;
/** Threads that have done so many hold more memory than others take time to start. */
const worthRelief = 3000;
/** Threads make much that is forgotten at once; small nurseries keep the process small. */
const threadMemory = { maxYoungGenerationSizeMb: 16 };

/**
 * How many threads to have for work that is worth so many: no more than there are processors, or than fit a quarter of
 * the memory (bytes, of the machine or of what the process is confined to); 0 where there is less than two would share.
 */
export function countThreads(
  worth: number,
  { processors, memory }: { readonly processors: number; readonly memory: number },
): number {
  if (worth < 2) return 0;
  const fitting = Math.floor(memory / 4 / threadBytes);
  return Math.max(1, Math.min(Math.ceil(worth), processors, fitting));
}

/** What this machine has, as far as this process may use it. */
function machine(): { readonly processors: number; readonly memory: number } {
  // 0 or a number beyond all memory where nothing confines it.
  const confined = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return { processors: availableParallelism(), memory: Math.min(totalmem(), confined) };
}

/** Gathers a crew. Nobody is started before there is work. */
export function gatherCrew(
  furnishing: Omit<Furnishing, "spool">,
  name: string,
  relief: number = worthRelief,
): Crew {
  let alone: Workshop | null = null;
  let finishing: Finishing | null = null;
  const threads: Thread[] = [];
  /** How many threads there is work for, and how many there have been. */
  let wanted = 0;
  let started = 0;
  let done = 0;
  let turn = 0;
  const workAlone = (): Workshop => {
    alone ??= openWorkshop({ ...furnishing, spool: `${name}-main` });
    return alone;
  };
  const finishAlone = (): Finishing => {
    finishing ??= openFinishing(furnishing.spools);
    return finishing;
  };
  const end = async (): Promise<void> => {
    await Promise.all(threads.splice(0).map((thread) => thread.end()));
  };
  /** Has that many threads, or as many as there were before some were let go. */
  const call = (count = 0): void => {
    wanted = Math.max(wanted, count);
    while (threads.length < wanted) {
      threads.push(startThread({ ...furnishing, spool: `${name}-${started}` }));
      started += 1;
    }
  };
  /** Gives each thread a batch at a time, so that a long one keeps only its own thread busy. */
  const share = async <In, Out>(
    items: readonly In[],
    step: (count: number) => void,
    taskOf: (items: readonly In[]) => Task,
    most = batch,
  ): Promise<Out[]> => {
    const results: Out[] = new Array<Out>(items.length);
    let next = 0;
    const work = async (thread: Thread): Promise<void> => {
      while (next < items.length) {
        const begin = next;
        // Towards the end batches get smaller, so that all are ready at about the same time.
        next += Math.min(most, Math.max(1, Math.ceil((items.length - next) / (2 * threads.length))));
        const answer = await thread.ask(taskOf(items.slice(begin, next)));
        for (const [at, one] of answer.entries()) results[begin + at] = one as Out;
        done += answer.length;
        step(answer.length);
      }
    };
    await Promise.all(threads.map(work));
    return results;
  };
  return {
    read: (tasks, step) => {
      const bytes = tasks.reduce((sum, { file }) => sum + file.size, 0);
      call(countThreads(bytes / worthThread.bytes, machine()));
      if (threads.length > 0) return share(tasks, step, (tasks) => ({ kind: "read", tasks }));
      return inBatches(tasks, step, (tasks) => workAlone().read(tasks));
    },
    press: (tasks, step) => {
      call(countThreads(tasks.length / worthThread.items, machine()));
      if (threads.length > 0) return share(tasks, step, (tasks) => ({ kind: "press", tasks }));
      return inBatches(tasks, step, (tasks) => workAlone().press(tasks));
    },
    compress: async (lists) => {
      if (lists.length === 0) return [];
      const gzips = lists.map(({ gzip }) => gzip);
      call();
      if (threads.length === 0) return finishAlone().compress(gzips);
      return share(
        gzips,
        () => {},
        (lists) => ({ kind: "compress", lists }),
        4,
      );
    },
    bake: async (tasks) => {
      call();
      if (threads.length === 0) return finishAlone().bake(tasks);
      // Threads take them in turn: what is asked first is done first.
      turn = (turn + 1) % threads.length;
      const thread = threads[turn];
      await thread?.ask({ kind: "bake", tasks });
    },
    relieve: async () => {
      if (done >= relief) await end();
      done = 0;
    },
    dismiss: async () => {
      alone?.close();
      alone = null;
      finishing?.close();
      finishing = null;
      await end();
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

/** A thread and who waits for its answers, which come in the order of the tasks. */
interface Thread {
  /** Fails when the thread has ended, or ends before it answers. */
  readonly ask: (task: Task) => Promise<Answer>;
  readonly end: () => Promise<unknown>;
}

function startThread(workerData: Furnishing): Thread {
  return followThread(
    new Worker(join(import.meta.dirname, `thread${extname(import.meta.filename)}`), {
      workerData,
      resourceLimits: threadMemory,
    }),
  );
}

/** Matches a thread's answers to what it is asked. */
export function followThread(worker: Pick<Worker, "on" | "postMessage" | "terminate">): Thread {
  const waiting: { readonly done: (answer: Answer) => void; readonly fail: (error: unknown) => void }[] = [];
  let end: { readonly why: unknown } | null = null;
  const endBecause = (why: unknown): void => {
    end ??= { why };
    for (const one of waiting.splice(0)) one.fail(end.why);
  };
  worker.on("message", (answer: Answer) => waiting.shift()?.done(answer));
  worker.on("error", endBecause);
  worker.on("exit", (code) => endBecause(new Error(`a thread has ended (exit code ${code})`)));
  return {
    ask: (task) =>
      new Promise((done, fail) => {
        if (end !== null) return fail(end.why);
        waiting.push({ done, fail });
        worker.postMessage(task, task.kind === "compress" ? ownBuffers(task.lists) : []);
      }),
    end: () => worker.terminate(),
  };
}
