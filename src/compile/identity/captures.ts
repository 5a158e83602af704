// What the publisher is told about captures of one story.

import type { Problem } from "../problems.ts";
import type { AcceptedDraft } from "./candidate.ts";

/** Tells the publisher which captures were taken for the same story. */
export function noteCaptures(stories: ReadonlyMap<AcceptedDraft, readonly AcceptedDraft[]>): Problem[] {
  const problems: Problem[] = [];
  for (const [story, captures] of stories) {
    for (const capture of captures) {
      const what = `"${capture.title}" is another capture of ${story.from}, which is published`;
      const fix = `To publish both, add apart = [["${story.from}", "${capture.from}"]] to [duplicates] in site.toml`;
      const alike = "captures of what is published already";
      problems.push({ path: capture.path, line: capture.lines.title, level: "note", what, fix, alike });
    }
  }
  return problems;
}

/** Tells the publisher of one story that readers have twice. */
export function warnOfTwins(twins: readonly (readonly [AcceptedDraft, AcceptedDraft])[]): Problem[] {
  return twins
    .filter((twin) => twin.every(({ withdrawn }) => withdrawn === null))
    .map(([{ from }, { path, from: other, title, lines }]): Problem => {
      const what = `"${title}" tells the same story as ${from}, and both are published`;
      const fix = `Delete the one to be taken back, or add apart = [["${from}", "${other}"]] to [duplicates] in site.toml`;
      const alike = "articles that tell the story of another one";
      return { path, line: lines.title, level: "warning", what, fix, alike };
    });
}
