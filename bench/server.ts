// Server: any process that listens on this machine and is measured from outside.

import type { ChildProcess } from "node:child_process";
import { cpuOf, familyOf } from "./processes.ts";

/** A process that answers requests. */
export interface Server {
  readonly port: number;
  /** Nanoseconds of CPU it has used so far, its children's included. */
  readonly cpu: () => number;
  readonly stop: () => Promise<void>;
}

const running = new Set<ChildProcess>();
// A benchmark that failed leaves nobody listening.
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** A child process that listens already. */
export function serverOf(child: ChildProcess, port: number): Server {
  const { pid } = child;
  if (pid === undefined) throw new Error("The server has no process.");
  running.add(child);
  const ended = new Promise<void>((done) => {
    if (child.exitCode !== null) done();
    else child.once("exit", () => done());
  }).then(() => {
    running.delete(child);
  });
  return {
    port,
    cpu: () =>
      familyOf(pid)
        .map(cpuOf)
        .reduce((sum, nanoseconds) => sum + nanoseconds, 0),
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
