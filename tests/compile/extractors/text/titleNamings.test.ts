// Where a page says a line once more.

import { expect, test } from "vitest";
import { factsOf } from "../../../../src/compile/extractors/text/facts.ts";
import { readLines } from "../../../../src/compile/extractors/text/lines.ts";
import { splitRows } from "../../../../src/compile/extractors/text/rows.ts";
import { readNamings } from "../../../../src/compile/extractors/text/titleNamings.ts";
import { unwrapRows } from "../../../../src/compile/extractors/text/unwrap.ts";

const title = "The lighthouse is lit again";

function namingsIn(page: string): string[] {
  const naming = readNamings(readLines(unwrapRows(splitRows(page)).rows).map(factsOf))(title);
  return Object.entries(naming).flatMap(([name, holds]) => (holds ? [name] : []));
}

test.each([
  [`${title} | Harbour News`, ["headed"]],
  [`Home › Town › ${title}`, ["ended"]],
  [`HomeTown${title}`, ["ended"]],
  [`12 comments on “${title}”`, ["ended"]],
  [`![${title}](tower.jpg)`, ["pictured"]],
  [`3. ${title}`, ["numbered"]],
  ["lighthouse is lit again", ["holds"]],
  [title, []],
  [`${title}st of all in the north`, []],
  ["is lit again, they say", []],
])("%s", (line, expected) => {
  expect(namingsIn(`${title}\n\n${line}`)).toEqual(expected);
});
