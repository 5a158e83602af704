import fc from "fast-check";
import { expect, test } from "vitest";
import { splitSrcset } from "../../../src/compile/sanitize/addresses.ts";

const one = { descriptor: "", size: 1 };

test.each<[string, string, object[]]>([
  ["nothing", " , ", []],
  ["one address", "a.jpg", [{ url: "a.jpg", ...one }]],
  [
    "widths",
    "a.jpg 320w, b.jpg 640w",
    [
      { url: "a.jpg", descriptor: "320w", size: 320 },
      { url: "b.jpg", descriptor: "640w", size: 640 },
    ],
  ],
  [
    "densities, close together",
    "a.jpg 1.5x,b.jpg\n2x",
    [
      { url: "a.jpg", descriptor: "1.5x", size: 1.5 },
      { url: "b.jpg", descriptor: "2x", size: 2 },
    ],
  ],
  [
    "an address with a comma, and one with none behind it",
    "a,b.jpg, c.jpg",
    [
      { url: "a,b.jpg", ...one },
      { url: "c.jpg", ...one },
    ],
  ],
  [
    "what no browser understands",
    "a.jpg large, b.jpg 2x",
    [
      { url: "a.jpg", ...one },
      { url: "b.jpg", descriptor: "2x", size: 2 },
    ],
  ],
  ["a width and a height", "a.jpg 100w 50h", [{ url: "a.jpg", descriptor: "100w", size: 100 }]],
])("a srcset of %s", (_, text, candidates) => {
  expect(splitSrcset(text)).toEqual(candidates);
});

test("candidates that are written out are always read back", () => {
  const url = fc.stringMatching(/^[a-z/][a-z,/.]{0,8}[a-z]$/);
  const descriptor = fc.constantFrom("", "1x", "2.5x", "640w", "20h");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(url, descriptor)),
      fc.constantFrom(", ", " , ", ",\n"),
      (written, between) => {
        const text = written.map(([url, descriptor]) => `${url} ${descriptor}`.trim()).join(between);
        expect(splitSrcset(text).map(({ url, descriptor }) => [url, descriptor])).toEqual(written);
      },
    ),
  );
});
