// Processes: what a running process and its children have cost so far, as Linux counts it.

import { readdirSync, readFileSync } from "node:fs";

const tick = 10_000_000;

/** Nanoseconds of CPU a process has used in user and system mode, all its threads together. */
export function cpuOf(pid: number): number {
  try {
    return sumThreads(pid);
  } catch {
    return ticksOf(pid).own * tick;
  }
}

/** Nanoseconds of CPU of the children (and theirs) that this process has waited for. */
export function cpuOfEndedChildren(): number {
  return ticksOf(process.pid).children * tick;
}

/** A process, its children, their children. */
export function familyOf(pid: number): readonly number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
    return [pid, ...children.flatMap(familyOf)];
  } catch {
    return [];
  }
}

/** The most memory a process has had at once (VmHWM), in bytes; 0 when it is gone. */
export function peakMemoryOf(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** The same sum as utime + stime of /proc/<pid>/stat, but exact: those count hundredths of a second. */
function sumThreads(pid: number): number {
  return readdirSync(`/proc/${pid}/task`)
    .map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]))
    .reduce((sum, nanoseconds) => sum + nanoseconds, 0);
}

/** utime + stime and cutime + cstime (proc_pid_stat(5), fields 14 to 17; the name before them may hold spaces). */
function ticksOf(pid: number): { readonly own: number; readonly children: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [user = 0, system = 0, childrenUser = 0, childrenSystem = 0] = fields.slice(11, 15);
  return { own: user + system, children: childrenUser + childrenSystem };
}
