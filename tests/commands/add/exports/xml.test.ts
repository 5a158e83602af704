import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsIn } from "../../../../src/commands/add/exports/elements.ts";
import { readXml } from "../../../../src/commands/add/exports/xml.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The titles of items, and what stands around them, of a file that comes in pieces of a size. */
function read(bytes: Uint8Array, size = bytes.length) {
  const titles: string[] = [];
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  const frame = readXml(pieces, (item) => void titles.push(wordsIn(item, "title")));
  return { titles, ...frame };
}
const rss = (...titles: readonly string[]): string =>
  `<?xml version="1.0"?>\n<rss><channel><title>All</title>${titles.map((title) => `<item><title>${title}</title></item>`).join("")}</channel></rss>`;

describe("a feed is read", () => {
  test.each([
    ["with sections of text", "<![CDATA[A <b> & c]]>", "A <b> & c"],
    ["with an end of a section in one", "<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b"],
    ["with signs that stand for themselves", "A & b <3 c < d", "A & b <3 c < d"],
    ["with control characters", "A\u0007\u0000b", "A\u0007\u0000b"],
    ["with letters of several bytes", "Hải quân 東京 🚢", "Hải quân 東京 🚢"],
    ["with entities", "a &amp; b &#8230; &lt;", "a & b … <"],
  ])("%s, whatever pieces it comes in", (_, title, expected) => {
    const bytes = encode(rss(title, "next"));
    for (const size of [1, 2, 3, 7, bytes.length]) {
      const { titles, isCut } = read(bytes, size);
      expect({ titles, isCut }).toEqual({ titles: [expected, "next"], isCut: false });
    }
  });

  test("in the encoding it declares, or is marked with", () => {
    const latin = Buffer.from(rss("Orléans").replace('"1.0"', '"1.0" encoding="ISO-8859-1"'), "latin1");
    expect(read(latin).titles).toEqual(["Orléans"]);
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rss("Orléans"), "utf16le")]);
    expect(read(wide).titles).toEqual(["Orléans"]);
    const unknown = encode(rss("Orléans").replace('"1.0"', '"1.0" encoding="klingon"'));
    expect(read(unknown).titles).toEqual(["Orléans"]);
  });

  test("and letters it has damaged are counted", () => {
    expect(read(Buffer.from(rss("Orl\xe9ans"), "latin1"))).toMatchObject({
      titles: ["Orl\uFFFDans"],
      damaged: 1,
    });
  });

  test("without its items, what stands around them", () => {
    const { root } = read(encode(rss("a", "b")));
    expect(root?.name).toBe("rss");
    expect(wordsIn(root?.children[0] as never, "title")).toBe("All");
  });
});

test("an item that the end of the file cuts off is not given", () => {
  const whole = encode(rss("one", "two", "three"));
  const ends = new TextDecoder().decode(whole);
  for (let end = ends.indexOf("<channel>"); end < whole.length; end++) {
    const { titles, isCut } = read(whole.subarray(0, end));
    const count = ends.slice(0, end).split("</item>").length - 1;
    expect({ titles, isCut }).toEqual({ titles: ["one", "two", "three"].slice(0, count), isCut: true });
  }
});

test("any bytes are read to their end", () => {
  const piece = fc.constantFrom(
    ..."<rss> <channel> <item> </item> <title> </title> </channel> </rss> <![CDATA[ ]]> <!-- --> & < > a".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (pieces, size) => {
      const bytes = encode(pieces.join(""));
      expect(read(bytes, size).titles).toEqual(read(bytes).titles);
    }),
  );
});

test("a hundred thousand open elements take no time", () => {
  expect(read(encode(`<rss><channel>${"<a>".repeat(100_000)}`)).titles).toEqual([]);
});
