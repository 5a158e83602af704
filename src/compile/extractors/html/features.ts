// featuresOf: what the weights are asked about each line of a page: its own shape, its elements, its neighbours.

import type { Block } from "./blocks.ts";
import { bin } from "./features/bins.ts";
import { elementFeatures } from "./features/elements.ts";
import { neighbourFeatures } from "./features/neighbours.ts";
import { shapeFeatures } from "./features/shape.ts";
import { type Evidence, type LineView, viewLine, viewPage } from "./features/view.ts";
import { triplesOf, wordsOf } from "./words.ts";

/** A stated text shorter than this, in characters, says nothing about what is missing from it. */
const LEAST_BODY = 400;

/** Names of the features that hold for each line, in their order, without repeats. */
export function featuresOf(blocks: readonly Block[], evidence: Evidence): string[][] {
  const page = viewPage(blocks, evidence);
  const titles = new Set(evidence.titles.map((title) => wordsOf(title).join(" ")));
  const stated =
    evidence.body === null || evidence.body.length < LEAST_BODY ? null : new Set(triplesOf(evidence.body));
  let related = Number.POSITIVE_INFINITY;
  let comments = Number.POSITIVE_INFINITY;
  return blocks.map((block) => {
    const { noise } = block.facts;
    related = noise.includes("heading of related links") ? 0 : related + 1;
    comments = noise.includes("heading of comments") ? 0 : comments + 1;
    const line = viewLine(page, block);
    return [
      ...new Set([
        "any",
        ...shapeFeatures(line),
        ...elementFeatures(page, line),
        ...neighbourFeatures(page, line, { related, comments }),
        ...evidenceFeatures(line, titles, evidence.description, stated),
      ]),
    ];
  });
}

/** What the page says elsewhere: the title, the description, the article's own text. */
function* evidenceFeatures(
  { block, place, kind }: LineView,
  titles: ReadonlySet<string>,
  description: string | null,
  stated: ReadonlySet<string> | null,
): Generator<string> {
  const { text, words } = block.facts.line;
  if (titles.has(wordsOf(text).join(" "))) yield* ["title", `title ${place}`];
  if (
    description !== null &&
    words > 4 &&
    (text.startsWith(description.slice(0, 60)) || description.startsWith(text))
  ) {
    yield `description ${place}`;
  }
  if (stated === null) return;
  const triples = triplesOf(text);
  const share = triples.filter((triple) => stated.has(triple)).length / triples.length;
  yield* [`stated ${bin(share, [0, 0.3, 0.7])} ${kind}`, `stated ${bin(share, [0, 0.3, 0.7])} ${words > 3}`];
}
