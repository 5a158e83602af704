// The site all browser tests look at: the built Worker, started once.

import type { TestProject } from "vitest/node";
import { startBuiltWorker } from "../built-worker.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the Worker listens. */
    origin: string;
    /** The site's own address, which stands in its feeds. */
    url: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const worker = await startBuiltWorker("seeds");
  project.provide("origin", worker.origin);
  project.provide("url", worker.url);
  return worker.stop;
}
