// Ground: what every check stands on.

import type { Level } from "./finding.ts";
import type { SiteFacts } from "./siteFacts.ts";
import type { Visitor } from "./visitor.ts";

export interface Ground {
  readonly visitor: Visitor;
  /** Where an address is really asked for. */
  readonly here: (address: string) => string;
  /** What the index says; null where the site is not one of this program's. */
  readonly site: SiteFacts | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How bad it is when something is missing that this program promises, and others may leave out. */
  readonly promised: Level;
  /** Feeds that are looked at by themselves: what is wrong with them is told there, and not wherever they are named. */
  readonly examined: ReadonlySet<string>;
  /** Follow everything to its end. */
  readonly all: boolean;
}

/** True for an address of this machine or of the house's own network. */
export function isLocal(address: string): boolean {
  const { hostname } = new URL(address);
  return (
    /^(localhost|\[::1\]|\[f[cde].*\])$|\.(localhost|local|test)$/.test(hostname) ||
    /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(hostname)
  );
}
