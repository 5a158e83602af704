// reportRefusals: what the publisher is told about files that are named and not published, with the line that names them.

import type { Seed } from "../draft.ts";
import { decodeSeed } from "../encodings.ts";
import type { Problem } from "../problems.ts";
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

/** One problem a file; a saved page that has its own address for what is not beside it has none. */
export function reportRefusals(unplaced: readonly Unplaced[], seed: Seed): Problem[] {
  const isPage = /\.x?html?$/i.test(seed.path);
  const told = isPage ? unplaced.filter(({ replaced, missing }) => !(replaced && missing)) : unplaced;
  const shown = isPage && told.length > mostOfPage ? told.slice(0, 1) : told;
  return shown.map(({ name, what, fix, replaced }): Problem => {
    const others = told.length - shown.length;
    const more = others === 0 ? "" : `, and ${others} more files the page shows cannot be published either`;
    const result = replaced ? "so its address at the source is used" : "so it is left out";
    const place = findName(name, seed) ?? { path: seed.path, line: null };
    return {
      ...place,
      level: replaced ? "note" : "warning",
      what: `${name} ${what}, ${result}${more}`,
      fix,
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

/** The line that holds a name: of the seed, else of its file of corrections. */
function findName(name: string, seed: Seed): Pick<Problem, "path" | "line"> | null {
  const { text } = decodeSeed(seed);
  for (const [path, content] of [
    [seed.path, text],
    [seed.meta?.path ?? "", seed.meta?.text ?? ""],
  ] as const) {
    const lines = content?.split("\n") ?? [];
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
