import { expect, test } from "vitest";
import { areApart, sourceKey, type Traits, traitsOf } from "../../../src/compile/identity/traits.ts";

function traitsAt(source: string): Traits {
  return traitsOf({ from: "a.html", title: "A title of words", source, fingerprint: "" });
}

test("articles at different addresses of one site are apart, be it by their paths or by what follows them", () => {
  for (const [here, there] of [
    ["https://example.org/2026/one", "https://example.org/2026/two"],
    ["https://example.org/?p=3", "https://www.example.org/?p=4"],
    ["https://example.org/?p=3", "https://example.org/2026/two"],
  ] as const) {
    expect(areApart(traitsAt(here), traitsAt(there)), `${here} ${there}`).toBe(true);
    expect(areApart(traitsAt(here), traitsAt(here)), here).toBe(false);
  }
  expect(areApart(traitsAt("https://example.org/?p=3"), traitsAt("https://example.com/?p=4"))).toBe(false);
});

test("an address is the same however it was come by, and another where its parameters say which article", () => {
  const key = sourceKey("https://example.org/one");
  for (const address of [
    "http://www.example.org/one/",
    "https://m.example.org/one#comments",
    "https://amp.example.org/one?utm_source=rss&utm_medium=feed",
    "https://example.org/one?fbclid=abc",
  ])
    expect(sourceKey(address), address).toBe(key);
  expect(sourceKey("https://example.org/one?id=3&utm_source=rss")).toBe(
    sourceKey("https://example.org/one?id=3"),
  );
  expect(sourceKey("https://example.org/one?id=3")).not.toBe(key);
  expect(sourceKey("no address")).toBe("");
});
