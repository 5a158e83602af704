// isWithin: what lies in a folder, told by paths alone.

import * as paths from "node:path";

/**
 * True for a path that is `outer`, or leads to something in it. Between two drives of Windows there is no way, and what
 * is called one is the whole path. `system` spells paths.
 */
export function isWithin(inner: string, outer: string, system: typeof paths.posix = paths): boolean {
  const way = system.relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${system.sep}`) && !system.isAbsolute(way));
}
