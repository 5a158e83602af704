// Limits: what the platform takes of a site, by plan, and what a publisher is told who passes it.

import type { Problem } from "./problems.ts";

/** What a deploy may hold. Bytes are compressed as an upload is (gzip). */
export interface Limits {
  /** Bytes of the script with its modules. */
  readonly script: number;
  /** Asset files. */
  readonly files: number;
}

/** The plans of Cloudflare Workers (https://developers.cloudflare.com/workers/platform/limits/, November 2026). */
export const plans: Readonly<Record<"free" | "paid", Limits>> = {
  free: { script: 3_000_000, files: 20_000 },
  paid: { script: 10_000_000, files: 100_000 },
};

/** Bytes an asset file may have, on every plan. */
export const assetSize = 25 * 1024 * 1024;

/** What the code of the Worker takes of the script, with room to spare; measured some 40 KB. */
export const codeSize = 60_000;

/** Bytes as megabytes, rounded up: what is more than a limit never reads like the limit itself. */
export function spellMegabytes(bytes: number): string {
  return (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toFixed(1);
}

/** A site that passes a limit, told before the platform tells it. */
export function describePassed(what: string, has: number, limit: number, fix: string): Problem {
  const number = (value: number): string => value.toLocaleString("en");
  return {
    path: "site.toml",
    line: null,
    level: "error",
    what: `the site has ${number(has)} ${what}; its plan takes ${number(limit)}, so it cannot be deployed`,
    fix,
  };
}
