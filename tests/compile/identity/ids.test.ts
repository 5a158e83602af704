import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashWords, newIdOf, shortIdOf, slugOf } from "../../../src/compile/identity/ids.ts";

describe("an id", () => {
  test("is a UUID of version 8, the same on every machine", () => {
    expect(newIdOf(hashWords(["Tiêu đề", "Nội dung."]), new Set())).toBe(
      "urn:uuid:4c00c615-67bf-8a76-a18a-aef1948a3caa",
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, text) =>
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(
          newIdOf(hashWords([title, text]), new Set()),
        ),
      ),
    );
  });

  test("that is taken is stepped over", () => {
    const first = newIdOf(hashWords(["T", "x"]), new Set());
    expect(newIdOf(hashWords(["T", "x"]), new Set([first]))).not.toBe(first);
  });

  test("gives a short one of ten characters that addresses can carry", () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => /^[0-9a-hj-km-np-tv-z]{10}$/.test(shortIdOf(`urn:uuid:${uuid}`))),
    );
  });
});

describe("a hash of words", () => {
  test("does not see white space or how accents are composed", () => {
    expect(hashWords(["a  b\n c "])).toBe(hashWords(["a b c"]));
    expect(hashWords(["Việt".normalize("NFD")])).toBe(hashWords(["Việt"]));
  });

  test("sees every word, and which field it stands in", () => {
    expect(hashWords(["a", "b"])).not.toBe(hashWords(["a b"]));
    expect(hashWords(["a", null])).not.toBe(hashWords(["a", ""]));
  });
});

describe("a slug", () => {
  test("is ASCII words, cut at a word", () => {
    expect(slugOf("Đẩy mạnh hợp tác: Cảnh sát biển!")).toBe("day-manh-hop-tac-canh-sat-bien");
    expect(slugOf(`${"a".repeat(40)} ${"b".repeat(40)}`)).toBe("a".repeat(40));
    expect(slugOf("日本")).toBe("");
  });

  test("never holds anything an address would have to escape", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (title) =>
        /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(slugOf(title)),
      ),
    );
  });
});
