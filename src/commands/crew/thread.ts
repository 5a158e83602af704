// A thread: gets tasks, answers each with what came of it. It loads what they take: one that reads nothing stays small.

import { parentPort, workerData } from "node:worker_threads";
import type { Compressed } from "../../compile/bundle/compress.ts";
import { release } from "../../compile/bundle/release.ts";
import { type BakeTask, openFinishing } from "./finishing.ts";
import { ownBuffers } from "./ownBuffers.ts";
import type { Furnishing, PressedSpots, PressTask, ReadResult, ReadTask, Workshop } from "./workshop.ts";

/** What a thread is asked. */
export type Task =
  | { readonly kind: "read"; readonly tasks: readonly ReadTask[] }
  | { readonly kind: "press"; readonly tasks: readonly PressTask[] }
  | { readonly kind: "compress"; readonly lists: readonly Uint8Array[] }
  | { readonly kind: "bake"; readonly tasks: readonly BakeTask[] };

/** What it answers. */
export type Answer = readonly ReadResult[] | readonly PressedSpots[] | readonly Compressed[];

const furnishing = workerData as Furnishing;
const finishing = openFinishing(furnishing.spools);
let workshop: Promise<Workshop> | null = null;

const enterWorkshop = async (): Promise<Workshop> => {
  workshop ??= import("./workshop.ts").then(({ openWorkshop }) => openWorkshop(furnishing));
  return workshop;
};

/** Answers are given in the order of the tasks. */
let last = Promise.resolve();
parentPort?.on("message", (task: Task) => {
  last = last.then(() => answer(task));
});

async function answer(task: Task): Promise<void> {
  if (task.kind === "read") reply((await enterWorkshop()).read(task.tasks));
  else if (task.kind === "press") reply((await enterWorkshop()).press(task.tasks));
  else if (task.kind === "compress") {
    const compressed = finishing.compress(task.lists);
    for (const list of task.lists) release(list);
    reply(
      compressed,
      compressed.flatMap(({ gzip, brotli }) => ownBuffers([gzip, brotli])),
    );
  } else {
    finishing.bake(task.tasks);
    reply([]);
  }
}

function reply(answer: Answer, handed: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, handed);
}
