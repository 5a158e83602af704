// Run: one command from its start to its end, and what it cost.

import { spawn } from "node:child_process";
import { cpuOfEndedChildren, familyOf, peakMemoryOf } from "./processes.ts";

/** What a command cost. */
export interface Run {
  /** Seconds by the clock on the wall. */
  readonly wall: number;
  /** Seconds of CPU, of the command and its children. */
  readonly cpu: number;
  /** The most bytes of memory: the largest sum of its processes' own peaks (VmHWM, looked at every 15 ms). */
  readonly peak: number;
}

/** A command, where it runs, and its environment beyond the usual. */
export interface Command {
  readonly line: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

const lookEvery = 15;

/** Runs a command to its end; one that fails ends the benchmark with what it said. */
export function runCommand({ line, folder, env = {} }: Command): Promise<Run> {
  const [program = "", ...words] = line;
  const before = cpuOfEndedChildren();
  const began = performance.now();
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const listen = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-4000);
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  let peak = 0;
  const watch = setInterval(() => {
    const pids = child.pid === undefined ? [] : familyOf(child.pid);
    peak = Math.max(
      peak,
      pids.map(peakMemoryOf).reduce((sum, bytes) => sum + bytes, 0),
    );
  }, lookEvery);
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      clearInterval(watch);
      const wall = (performance.now() - began) / 1000;
      if (code === 0) done({ wall, cpu: (cpuOfEndedChildren() - before) / 1e9, peak });
      else fail(new Error(`${line.join(" ")} ended with ${code}:\n${said}`));
    });
  });
}
