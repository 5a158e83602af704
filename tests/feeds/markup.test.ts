import fc from "fast-check";
import { Parser } from "htmlparser2";
import { expect, test } from "vitest";
import { sanitizeHtml } from "../../src/compile/sanitize.ts";
import { isShared, shareMarkup } from "../../src/feeds/markup.ts";
import { cleanText } from "../../src/feeds/xml.ts";
import { anyText } from "./any.ts";

test("attributes stand in single quotes, and what a JSON string would escape is a character reference", () => {
  expect(shareMarkup('<a href="/x?a=1&amp;b=it\'s" title="&quot;q&quot;">say "hi" \\ o\'clock</a>')).toBe(
    "<a href='/x?a=1&amp;b=it&#39;s' title='&quot;q&quot;'>say &quot;hi&quot; &#92; o'clock</a>",
  );
  expect(shareMarkup("<pre>a\n\tb</pre>")).toBe("<pre>a&#10;&#9;b</pre>");
  expect(shareMarkup('<img alt="C:\\boats"/>')).toBe("<img alt='C:&#92;boats'/>");
  expect(shareMarkup("<p>a ]]> b</p>")).toBe("<p>a ]]&gt; b</p>");
  expect(shareMarkup("<p>plain</p>")).toBe("<p>plain</p>");
});

test("whatever the text is, it stands as it is in a JSON string and in a CDATA section", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shared = shareMarkup(cleanText(text));
      expect(isShared(shared)).toBe(true);
      expect(JSON.stringify(shared)).toBe(`"${shared}"`);
      expect(shared).not.toContain("]]>");
    }),
    { numRuns: 2000 },
  );
});

/** All there is in a document, in one text. */
function outline(html: string): string {
  let told = "";
  const parser = new Parser({
    onopentag: (name, attributes) => {
      told += `<${name} ${JSON.stringify(attributes)}>`;
    },
    ontext: (text) => {
      told += text;
    },
    onclosetag: (name) => {
      told += `</${name}>`;
    },
  });
  parser.end(html);
  return told;
}

const anyMarkup = fc
  .array(
    fc.oneof(
      anyText,
      fc
        .tuple(fc.constantFrom("p", "b", "pre", "blockquote", "li"), anyText)
        .map(([tag, text]) => `<${tag}>${text}</${tag}>`),
      fc.tuple(anyText, anyText).map(([title, text]) => {
        const quoted = title.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
        return `<a href="https://a.example/?q=${encodeURIComponent(title.toWellFormed())}" title="${quoted}">${text}</a>`;
      }),
    ),
    { maxLength: 5 },
  )
  .map((parts) => sanitizeHtml(parts.join(""), null));

test("a parser makes the same document of both spellings of sanitised markup", () => {
  fc.assert(
    fc.property(anyMarkup, (html) => outline(shareMarkup(html)) === outline(html)),
    { numRuns: 1000 },
  );
});
