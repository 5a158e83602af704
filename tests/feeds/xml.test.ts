import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { parseXml } from "../../src/feeds/parser.ts";
import {
  cleanText,
  element,
  escapeCdata,
  openXml,
  serializeXml,
  type XmlElement,
} from "../../src/feeds/xml.ts";
import { anyText } from "./any.ts";

/** The text and the attribute `a` of a one-element document, as saxes reads them. */
function readElement(text: string): { text: string; attribute: string | undefined } {
  const parser = new SaxesParser();
  const read = { text: "", attribute: undefined as string | undefined };
  parser.on("opentag", ({ attributes }) => {
    read.attribute = attributes["a"];
  });
  parser.on("text", (data) => {
    read.text += data;
  });
  parser.on("cdata", (data) => {
    read.text += data;
  });
  parser.write(text).close();
  return read;
}

test("a clean text stays as it is", () => {
  const text = "Biển Đông\t越南\n👩‍👩‍👧 \u00A0\uFFFD “R&D” <b>";
  expect(cleanText(text)).toBe(text);
});

test("what XML forbids is dropped, line ends become one, half a surrogate pair becomes U+FFFD", () => {
  expect(cleanText("a\u0000b\u0008c\u001Fd\u007Fe\u0085f\uFFFEg\uFFFFh")).toBe("abcdefgh");
  expect(cleanText("a\r\nb\rc\n")).toBe("a\nb\nc\n");
  expect(cleanText("a\uD800b\uDC00c")).toBe("a\uFFFDb\uFFFDc");
});

test("any text, as text or attribute, reads back as the cleaned text", () => {
  const roundTrip = (text: string) => {
    const read = readElement(serializeXml(element("e", { a: text }, text)));
    expect(read).toEqual({ text: cleanText(text), attribute: cleanText(text) });
  };
  fc.assert(fc.property(anyText, roundTrip), { numRuns: 2000 });
});

test("any markup, in a CDATA section where it can be, reads back as the cleaned markup", () => {
  const roundTrip = (text: string) => {
    expect(readElement(serializeXml(element("e", {}, { cdata: text }))).text).toBe(cleanText(text));
  };
  fc.assert(fc.property(anyText, roundTrip), { numRuns: 2000 });
});

test("cleaning cannot make a CDATA section end", () => {
  expect(escapeCdata("<b>]\u0000]\uFFFE>")).toBe("&lt;b&gt;]]&gt;");
});

test("an element is written on one line, without children as an empty tag", () => {
  expect(serializeXml(element("a", { x: '1"2\n3' }, element("b"), "c", { cdata: "<i>" }))).toBe(
    '<a x="1&quot;2&#10;3"><b/>c<![CDATA[<i>]]></a>',
  );
  expect(openXml(element("a", {}, element("b")))).toBe("<a><b/>");
});

const anyElement: fc.Arbitrary<XmlElement> = fc.letrec<{ node: XmlElement }>((tie) => ({
  node: fc.record({
    name: fc.constantFrom("a", "b:c", "d-e"),
    attributes: fc.dictionary(
      fc.constantFrom("x", "y:z"),
      anyText.map((text) => cleanText(text).replace(/[\t\n]/g, " ")),
      { noNullPrototype: true },
    ),
    children: fc.array(fc.oneof({ maxDepth: 3 }, fc.constant<XmlElement>(element("leaf")), tie("node")), {
      maxLength: 3,
    }),
  }),
})).node;

test("what is written is parsed to the same tree", () => {
  fc.assert(
    fc.property(anyElement, (tree) => {
      expect(parseXml(serializeXml(tree))).toEqual(tree);
    }),
  );
});

test.each([
  ["<a>", "not closed"],
  ["<a></b>", "not closed"],
  ["<a/><b/>", "one element"],
  ["text", "one element"],
  ["<a x=1/>", "no start tag"],
  ['<a x="1" x="2"/>', "two attributes x"],
  ["<a>&nbsp;</a>", "&nbsp; is no entity"],
  ["<a>R&D</a>", "& is no entity"],
  ["<a><![CDATA[</a>", "]]> is missing"],
  ["</a>", "one element"],
])("%s is refused: %s", (text, reason) => {
  expect(() => parseXml(text)).toThrow(reason);
});
