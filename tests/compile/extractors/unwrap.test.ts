// Which texts are taken for wrapped, and how their rows are joined.

import { describe, expect, test } from "vitest";
import { splitRows } from "../../../src/compile/extractors/text/rows.ts";
import { unwrapRows } from "../../../src/compile/extractors/text/unwrap.ts";

function unwrap(text: string): string {
  return unwrapRows(splitRows(text))
    .rows.map(({ raw }) => raw)
    .join("\n");
}

const LETTER = `The harbour board met on Tuesday to decide whether the old crane is to
stay on the northern quay, and heard eleven people who live nearby. The
meeting took three hours.

Most of them wanted it kept. It is the last of its kind on this coast,
they said, and children learn from it what work in the port was like.
Nobody spoke against it.`;

describe("a text whose rows end for want of room", () => {
  test("is joined to paragraphs, which begin where they began", () => {
    const { rows } = unwrapRows(splitRows(LETTER));
    const paragraphs = rows.filter(({ raw }) => raw !== "");
    expect(paragraphs.map(({ number, parts }) => [number, parts.length])).toEqual([
      [1, 3],
      [5, 3],
    ]);
    expect(paragraphs[1]?.raw).toMatch(
      /^Most of them .* this coast, they said, .* was like\. Nobody spoke against it\.$/,
    );
  });

  test("keeps the hyphens that are written and loses those of the break", () => {
    const text = unwrap(`${LETTER}

A well-known writer came as well. She had seen many such machines be-
fore, she said, and this one is a land-mark. A crane is as much a land-
mark as a church, and this self-
made one, put up by an engineer with eighteen years in ship-building, is
the work of a non-
expert.`);
    expect(text).toContain("machines before, she said");
    expect(text).toContain("as much a land-mark as a church");
    expect(text).toContain("this self-made one");
    expect(text).toContain("a non-expert.");
  });

  test("loses its page numbers, and a sentence runs over the end of a page", () => {
    const { rows, dropped } = unwrapRows(
      splitRows(`${LETTER}

Nobody knows what it would cost to paint it, or who would pay for such

                                  - 3 -

a coat of paint, the board said before it went home to think about it.

                                  - 4 -
`),
    );
    expect(dropped.map(({ number }) => number)).toEqual([11, 15]);
    expect(rows.map(({ raw }) => raw).join("\n")).toContain("who would pay for such a coat of paint");
  });

  test("keeps its title, its lists, its code and the rows of its address apart", () => {
    const rest = `The Crane on the Quay
A report to the board

- paint, which has to be ordered from abroad and takes three months to
  come by ship
- rust

1. Keep it
2. Sell it

\`\`\`
a row of code that is wrapped at a width as text is, because it is long
and goes on below
\`\`\`

Harbour Board
12 Quay Street`;
    const text = unwrap(`${LETTER}\n\n${rest}`);
    expect(text.slice(text.indexOf("The Crane"))).toBe(
      rest.replace("months to\n  come by ship", "months to come by ship"),
    );
  });

  test("is joined below marks of quotation too", () => {
    const quoted = LETTER.replace(/^/gm, "> ");
    expect(unwrap(quoted).split("\n")[0]).toBe(`> ${LETTER.split("\n").slice(0, 3).join(" ")}`);
  });

  test("begins a paragraph where a row is indented or the row above ends early", () => {
    const text = unwrap(`${LETTER}
    Others said that it blocks the view of the sea, and that a crane which
lifts nothing is a heap of iron.
The board will decide in June. Until then nothing is done to the crane,
which stays where it is.`);
    expect(
      text
        .split("\n")
        .slice(-3)
        .map((row) => row.trim().slice(0, 10)),
    ).toEqual(["Most of th", "Others sai", "The board "]);
  });
});

describe("a text is left as it is", () => {
  test.each([
    [
      "a poem",
      "The ferry crosses the river at dawn\nand carries the mist and the mail\nand nobody waits at the pier\nbut a dog with a wagging tail\nand the man who was here last year\nto look at a distant sail",
    ],
    [
      "a menu",
      Array.from(
        { length: 12 },
        (_, index) => `Section number ${index} of this newspaper and all of its pages`,
      ).join("\n"),
    ],
    [
      "an article with a paragraph a row",
      [1, 2, 3, 4]
        .map((part) => `${LETTER.split("\n\n")[0]?.replaceAll("\n", " ")} Part ${part} of it.`)
        .join("\n"),
    ],
    [
      "a table",
      "Country\tTonnes\tChange since last year in percent of tonnes\nIndia\t5,410,000\t+12\nVietnam\t2,240,000\t+9\nThailand\t2,020,000\t-24\nPakistan\t1,310,000\t+1",
    ],
  ])("%s", (_, text) => {
    expect(unwrap(text)).toBe(text);
  });
});
