// noteUnnamed: media files that no article names, which is what a publisher forgets.

import type { Problem } from "../problems.ts";
import type { PublishedFile } from "./publish.ts";

/** A note for each of the media files that is published with no article. */
export function noteUnnamed(paths: readonly string[], published: readonly PublishedFile[]): Problem[] {
  const named = new Set(published.map(({ file }) => file.path));
  const what = "no published article names this file, so it is not published";
  const fix =
    "Name it in an article to publish it with that; to make it an article, save it as text, HTML or Markdown";
  const alike = "files that no published article names";
  return paths
    .filter((path) => !named.has(path))
    .map((path) => ({ path, line: null, level: "note", what, fix, alike }));
}
