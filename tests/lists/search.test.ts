import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldAccents, searchWords, settleTone } from "../../src/catalog/words.ts";
import { shelfOf } from "./shelf-of.ts";

function find(texts: readonly string[], phrase: string): number[] {
  const shelf = shelfOf(texts.map((text) => ({ topics: [], lang: "vi", text, date: 1 })));
  return [...shelf.ofPhrase(searchWords(phrase))];
}

const texts = [
  "Hải quân Việt Nam",
  "hai quan chức",
  "Quân hải đội",
  "Lực lượng HẢI QUÂN.",
  "hoà bình ở Biển Đông",
];

describe("a word", () => {
  test("typed without accents finds it with and without them", () => {
    expect(find(texts, "quan")).toEqual([0, 1, 2, 3]);
    expect(find(texts, "dong")).toEqual([4]);
    expect(find(texts, "đong")).toEqual([]);
  });

  test("typed with accents finds it with them", () => {
    expect(find(texts, "quân")).toEqual([0, 2, 3]);
    expect(find(texts, "quấn")).toEqual([]);
  });

  test("is found in either spelling of its tone, and however accents are composed", () => {
    expect(find(texts, "hòa")).toEqual([4]);
    expect(find(texts, "Đông".normalize("NFD"))).toEqual([4]);
  });

  test("is found whole or not at all", () => {
    expect(find(texts, "qua")).toEqual([]);
  });
});

describe("a phrase", () => {
  test("is found however far it stands in an article, and however far that is from the one before", () => {
    const far = `${"x ".repeat(300)}cuối cùng`;
    const between = Array.from({ length: 300 }, () => "x");
    expect(find([far, ...between, far], "cuối cùng")).toEqual([0, 301]);
  });

  test("is found where its words follow one another", () => {
    expect(find(texts, "hải quân")).toEqual([0, 3]);
    expect(find(texts, "hai quan")).toEqual([0, 1, 3]);
    expect(find(texts, "bình đông")).toEqual([]);
  });

  test("does not run from one article into the next", () => {
    expect(find(["một hai", "ba bốn"], "hai ba")).toEqual([]);
  });
});

test("search finds what a look through all texts finds", () => {
  const word = fc.constantFrom("hải", "hai", "quân", "quan", "hòa", "hoà", "b");
  const anyText = fc.array(word, { maxLength: 30 }).map((words) => words.join(" "));
  const isSame = (typed: string, found: string): boolean =>
    settleTone(typed) === foldAccents(typed)
      ? foldAccents(found) === typed
      : settleTone(found) === settleTone(typed);
  fc.assert(
    fc.property(
      fc.array(anyText, { maxLength: 12 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      (all, phrase) => {
        const right = all.flatMap((text, ordinal) => {
          const words = searchWords(text);
          const at = words.findIndex((_, i) => phrase.every((typed, k) => isSame(typed, words[i + k] ?? "")));
          return at >= 0 ? [ordinal] : [];
        });
        expect(find(all, phrase.join(" "))).toEqual(right);
      },
    ),
  );
});

test("an article longer than positions are counted for is still found by its words", () => {
  const long = `${"x ".repeat(70_000)}cuối`;
  expect(find(["một", long], "cuối")).toEqual([1]);
});
