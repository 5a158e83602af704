// A thread with a workshop of its own: gets tasks, answers each with what came of it.

import { parentPort, workerData } from "node:worker_threads";
import type { Compressed } from "../../compile/documents.ts";
import type { PressContext } from "../../compile/press.ts";
import type { SeedFile } from "../../compile/seeds.ts";
import {
  type BakeTask,
  type Furnishing,
  openWorkshop,
  type PressedSpots,
  type PressTask,
  type ReadFacts,
} from "./workshop.ts";

/** What a thread is asked. */
export type Task =
  | { readonly kind: "read"; readonly files: readonly SeedFile[] }
  | { readonly kind: "prepare"; readonly context: PressContext }
  | { readonly kind: "press"; readonly tasks: readonly PressTask[] }
  | { readonly kind: "compress"; readonly lists: readonly Uint8Array[] }
  | { readonly kind: "bake"; readonly tasks: readonly BakeTask[] };

/** What it answers. */
export type Answer = readonly ReadFacts[] | readonly PressedSpots[] | readonly Compressed[];

const workshop = openWorkshop(workerData as Furnishing);

parentPort?.on("message", (task: Task) => parentPort?.postMessage(answer(task)));

function answer(task: Task): Answer {
  if (task.kind === "read") return workshop.read(task.files);
  if (task.kind === "press") return workshop.press(task.tasks);
  if (task.kind === "compress") return workshop.compress(task.lists);
  if (task.kind === "bake") workshop.bake(task.tasks);
  else workshop.prepare(task.context);
  return [];
}
