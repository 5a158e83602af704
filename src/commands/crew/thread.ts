// A thread with a workshop of its own: gets tasks, answers each with what came of it.

import { parentPort, workerData } from "node:worker_threads";
import type { Compressed } from "../../compile/bundle/compress.ts";
import { release } from "../../compile/bundle/release.ts";
import { ownBuffers } from "./ownBuffers.ts";
import {
  type BakeTask,
  type Furnishing,
  openWorkshop,
  type PressedSpots,
  type PressTask,
  type ReadResult,
  type ReadTask,
} from "./workshop.ts";

/** What a thread is asked. */
export type Task =
  | { readonly kind: "read"; readonly tasks: readonly ReadTask[] }
  | { readonly kind: "press"; readonly tasks: readonly PressTask[] }
  | { readonly kind: "compress"; readonly lists: readonly Uint8Array[] }
  | { readonly kind: "bake"; readonly tasks: readonly BakeTask[] };

/** What it answers. */
export type Answer = readonly ReadResult[] | readonly PressedSpots[] | readonly Compressed[];

const workshop = openWorkshop(workerData as Furnishing);

parentPort?.on("message", (task: Task) => {
  if (task.kind !== "compress") parentPort?.postMessage(answer(task));
  else {
    const compressed = workshop.compress(task.lists);
    for (const list of task.lists) release(list);
    parentPort?.postMessage(
      compressed,
      compressed.flatMap(({ gzip, brotli }) => ownBuffers([gzip, brotli])),
    );
  }
});

function answer(task: Exclude<Task, { kind: "compress" }>): Answer {
  if (task.kind === "read") return workshop.read(task.tasks);
  if (task.kind === "press") return workshop.press(task.tasks);
  workshop.bake(task.tasks);
  return [];
}
