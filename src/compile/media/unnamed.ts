// noteUnnamed: media files that no article names, which is what a publisher forgets.

import type { Problem } from "../problems.ts";
import type { PublishedFile } from "./publish.ts";

/** More than these are told in one note. */
const most = 5;

/** A note for each of the media files that is published with no article. */
export function noteUnnamed(paths: readonly string[], published: readonly PublishedFile[]): Problem[] {
  const named = new Set(published.map(({ file }) => file.path));
  const unnamed = paths.filter((path) => !named.has(path));
  const fix =
    "Name it in an article to publish it with that; to make it an article, save it as text, HTML or Markdown";
  const shown = unnamed.length > most ? unnamed.slice(0, 1) : unnamed;
  const more = unnamed.length > most ? `, and neither are ${unnamed.length - 1} more files` : "";
  return shown.map((path) => {
    const what = `no published article names this file, so it is not published${more}`;
    return { path, line: null, level: "note", what, fix };
  });
}
