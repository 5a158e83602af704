import { describe, expect, test } from "vitest";
import { readBlocks } from "../../../../src/compile/extractors/html/blocks.ts";
import { findCore } from "../../../../src/compile/extractors/html/core.ts";
import { parseHtml } from "../../../../src/compile/parseHtml.ts";

const note =
  "The harbour office has put up a second lamp at the end of the quay, and it can be seen from the old lighthouse.";
/** A short article, as deep in its page as articles are. */
const article = `<main><section><div id="text"><p>${note}</p><p>${note}</p></div></section></main>`;
const talk =
  "I have walked out to the end of the quay every evening of this week, and I could not see that lamp of yours from anywhere, so it must have been off.";

/** The id of the element that holds the prose of a page with this body. */
function coreOf(body: string): string | undefined {
  return findCore(readBlocks(parseHtml(`<html><body>${body}</body></html>`))).element?.attribs["id"];
}

describe("a short article holds the prose of its page, though there is more of it in", () => {
  test.each([
    ["the comments", "<ol class='commentlist'>", "</ol>"],
    ["a notice about cookies", "<div class='cookie-notice'>", "</div>"],
    ["a window for logging in", "<div class='login-panel'>", "</div>"],
    ["the column beside it", "<div id='secondary'>", "</div>"],
    ["a column of widgets", "<div class='widget widget_text'>", "</div>"],
    ["the foot of the page", "<footer>", "</footer>"],
  ])("%s", (_, open, close) => {
    const paragraphs = `<div><div><p>${talk}</p></div></div>`.repeat(3);
    expect(coreOf(`${article}${open}${paragraphs}${close}`)).toBe("text");
  });
});

test("what holds the heading of the page is not beside it, whatever its name", () => {
  expect(coreOf(`<div class="comments-open"><h1>A lamp</h1>${article}</div><p>${note}</p>`)).toBe("text");
});

test("the prose of an article of one paragraph is held by what that paragraph stands in", () => {
  expect(coreOf(`<div id="text"><p>Good evening.</p><p><b>${note}</b></p></div>`)).toBe("text");
});
