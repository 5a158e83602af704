// reportRefusals: what the publisher is told about files that are named and not published, with the line that names them.

import type { Seed } from "../draft.ts";
import { decodeSeed } from "../encodings.ts";
import type { Problem } from "../problems.ts";
import { PAGE_ENDING } from "../seeds/kinds.ts";
import { siteFile } from "../site.ts";
import type { Refusal } from "./publish.ts";

/** A file a draft names that is not published. */
export interface Unplaced extends Refusal {
  /** As the draft writes it. */
  readonly name: string;
  /** True when another address stands in for it. */
  readonly replaced: boolean;
}

/** Of a saved page this many are told one by one; of most pages something is not beside them. */
const mostOfPage = 3;
/** Of any other file. */
const mostOfOthers = 100;

/** One problem a file; a saved page that has its own address for what is not beside it has none. */
export function reportRefusals(unplaced: readonly Unplaced[], seed: Seed): Problem[] {
  const isPage = PAGE_ENDING.test(seed.path);
  const told = isPage ? unplaced.filter(({ replaced, missing }) => !(replaced && missing)) : unplaced;
  const shown = told.slice(0, isPage && told.length > mostOfPage ? 1 : mostOfOthers);
  const others = told.length - shown.length;
  const sources = shown.length === 0 ? [] : linesOf(seed);
  return shown.map(({ name, what, fix, replaced, missing }, at): Problem => {
    const isLast = others > 0 && at === shown.length - 1;
    const more = isLast ? `, and ${others} more files the page shows cannot be published either` : "";
    const result = replaced ? "so its address at the source is used" : "so it is left out";
    const place = findName(name, sources) ?? { path: seed.path, line: null };
    return {
      ...place,
      level: replaced ? "note" : "warning",
      what: `${name} ${what}, ${result}${more}`,
      fix,
      alike: missing ? "files that are not in the seeds folder" : "files that cannot be published",
    };
  });
}

/** A problem where the files of all articles are more than the platform takes. */
export function reportCount(count: number, limit: number): Problem[] {
  if (count <= limit) return [];
  const what = `the articles name ${count} pictures and files, more than the ${limit} that can be published`;
  const fix = "Keep some of them on another host, and give their addresses there";
  return [{ path: siteFile, line: null, level: "error", what, fix }];
}

interface Source {
  readonly path: string;
  readonly lines: readonly string[];
}

/** The lines of a seed and of its file of corrections. */
function linesOf(seed: Seed): Source[] {
  const texts = [
    { path: seed.path, text: decodeSeed(seed).text },
    { path: seed.meta?.path ?? "", text: seed.meta?.text ?? "" },
  ];
  return texts.map(({ path, text }) => ({ path, lines: text?.split("\n") ?? [] }));
}

/** The first line that holds a name. */
function findName(name: string, sources: readonly Source[]): Pick<Problem, "path" | "line"> | null {
  for (const { path, lines } of sources) {
    for (const spelling of spellingsOf(name)) {
      const line = lines.findIndex((each) => each.includes(spelling));
      if (line >= 0) return { path, line: line + 1 };
    }
  }
  return null;
}

/** A name as it reached us, and as people write it: Markdown writes a space as `%20`. */
function spellingsOf(name: string): string[] {
  try {
    return [name, decodeURI(name)];
  } catch {
    return [name];
  }
}
