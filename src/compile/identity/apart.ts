// reportApart: captures the publisher keeps apart by names that are none.

import { findNearest } from "../nearest.ts";
import type { Problem } from "../problems.ts";
import { type Apart, siteFile } from "../site.ts";
import { fileOf } from "./ledger.ts";

/** What is there to be named. */
export interface Places {
  /** Files that were looked at, read or not. */
  readonly files: ReadonlySet<string>;
  /** Those that could not be read: what is in them is not known. */
  readonly unread: ReadonlySet<string>;
  /** Articles, as the ledger writes where they are. */
  readonly articles: ReadonlySet<string>;
}

/** A warning for every name that keeps nothing apart, with the one that may be meant. */
export function reportApart(apart: readonly Apart[], places: Places): Problem[] {
  return apart.flatMap(({ names, line }) =>
    names.flatMap((name): Problem[] => {
      const reason = whyNot(name, places);
      if (reason === null) return [];
      const [what, fix] = reason;
      return [{ path: siteFile, line, level: "warning", what: `apart names "${name}", ${what}`, fix }];
    }),
  );
}

function whyNot(name: string, { files, unread, articles }: Places): readonly [string, string] | null {
  const file = fileOf(name);
  if (articles.has(name) || unread.has(file)) return null;
  if (files.has(file)) {
    const others = [...articles].filter((article) => fileOf(article) === file);
    // A draft is in no feed, and keeps its place.
    if (others.length === 0) return null;
    const are = others.length === 1 ? "holds one article" : `holds ${others.length} articles`;
    const like = others.length === 1 ? file : `${file}#1 for the first of them`;
    return [`but that file ${are}`, `Write ${like}`];
  }
  const base = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
  const moved = [...articles].find((article) => base(article) === base(name));
  const meant = moved ?? findNearest(name, [...articles]);
  const fix = meant === null ? "Take it out, or correct it" : `Write ${meant} if that is what is meant`;
  return ["and there is no such file", fix];
}
