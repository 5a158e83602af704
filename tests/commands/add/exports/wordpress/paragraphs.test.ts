import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeParagraphs } from "../../../../../src/commands/add/exports/wordpress/paragraphs.ts";
import { htmlToText } from "../../../../../src/compile/sanitize.ts";

const made = (html: string): string => makeParagraphs(html).trim();

describe("what is written with blank lines", () => {
  test.each([
    ["has a paragraph for each part", "One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"],
    ["with the line ends of Windows too", "One.\r\n\r\nTwo.", "<p>One.</p>\n<p>Two.</p>"],
    ["and breaks for other line ends", "One\ntwo.", "<p>One<br>\ntwo.</p>"],
    ["but none where a break is", "One<br />\ntwo.", "<p>One<br>two.</p>"],
    ["around inline elements", "A <em>b</em> c.\n\nD.", "<p>A <em>b</em> c.</p>\n<p>D.</p>"],
    ["and none inside of them", "A <em>b\nc</em>", "<p>A <em>b<br>\nc</em></p>"],
    ["and none around blocks", "A\n<h2>B</h2>\nC", "<p>A</p>\n<h2>B</h2>\n<p>C</p>"],
    [
      "inside of quotations",
      "<blockquote>A\n\nB</blockquote>",
      "<blockquote><p>A</p>\n<p>B</p>\n</blockquote>",
    ],
    [
      "inside of items where there are several",
      "<ul><li>A</li><li>B\n\nC</li></ul>",
      "<ul><li>A</li><li><p>B</p>\n<p>C</p>\n</li></ul>",
    ],
    ["nowhere in lists, tables and figures", "<ul>\n<li>A</li>\n</ul>", "<ul>\n<li>A</li>\n</ul>"],
    ["nowhere in code", "<pre>a\n\n  b</pre>", "<pre>a\n\n  b</pre>"],
    ["not around paragraphs", "<p>A\nB</p>\n\nC", "<p>A<br>\nB</p>\n<p>C</p>"],
    ["not around the mark for more", "A\n\n<!--more-->\n\nB", "<p>A</p>\n<!--more-->\n<p>B</p>"],
    ["though the mark parts a line", "A <!--more--> B", "<p>A</p>\n<!--more-->\n<p>B</p>"],
    [
      "and a player for a film alone in its line",
      "A\n\nhttps://youtu.be/abcdef123\n\nB",
      '<p>A</p>\n<iframe src="https://www.youtube.com/embed/abcdef123"></iframe>\n<p>B</p>',
    ],
    [
      "and a link for another address alone in its line",
      "https://a.example/?b=1&amp;c=2",
      '<p><a href="https://a.example/?b=1&amp;c=2">https://a.example/?b=1&amp;c=2</a></p>',
    ],
    ["and nothing for nothing", " \n\n \n", ""],
  ])("%s", (_, html, expected) => {
    expect(made(html)).toBe(expected);
  });

  test("keeps its words, whatever it is", () => {
    const piece = fc.constantFrom(
      ..."a b \n \n\n <p> </p> <div> </div> <em> </em> <ul> <li> </li> </ul> <blockquote> </blockquote> <br> <!--more--> <h2> </h2> &amp; <b".split(
        " ",
      ),
    );
    const words = (html: string): string => htmlToText(html).replace(/\s+/g, "");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join("");
        expect(words(makeParagraphs(html))).toBe(words(html));
      }),
    );
  });
});
