import fc from "fast-check";
import { expect, test } from "vitest";
import { readFeed } from "../../src/commands/add/feed.ts";
import { skipComments } from "../../src/commands/prologue.ts";

test("white space and comments are skipped, and nothing else", () => {
  expect(skipComments("")).toBe(0);
  expect(skipComments(" \n<!-- a - b -- c -->\n<!---->  <rss>")).toBe(31);
  expect(skipComments("<!-- never closed <rss>")).toBe(0);
  expect(skipComments("  x <!-- a -->")).toBe(2);
  expect(skipComments("ab <!-- c --> d", 2)).toBe(14);
});

test("what is skipped is what an expression without a hurry would skip", () => {
  const parts = fc.constantFrom("<!--", "-->", "-", " ", "\n", "a", "<rss>", "<!-- b -->");
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      let at = /^\s*/.exec(text)?.[0].length ?? 0;
      for (let end = 0; text.startsWith("<!--", at); at = end) {
        end = text.indexOf("-->", at + 4) + 3;
        if (end < 3) break;
        end += /^\s*/.exec(text.slice(end))?.[0].length ?? 0;
      }
      expect(skipComments(text)).toBe(at);
    }),
  );
});

test("a page that begins with very many comments is no feed, and that is known at once", () => {
  const comments = "<!-- a -->\n".repeat(100_000);
  expect(readFeed(Buffer.from(`${comments}<p>Hello.</p>`), "https://e.example/")).toBeNull();
  const feed = `${comments}<?xml-stylesheet href="a"?><rss><item><link>/a</link></item></rss>`;
  expect(readFeed(Buffer.from(feed), "https://e.example/")).toEqual(["https://e.example/a"]);
});
