import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everythingQuery, isRefusal, parseQuery, type Query } from "../../src/catalog/query.ts";
import { countArticles, selectArticles } from "../../src/lists/select.ts";
import { type Shelved, shelfOf } from "./shelf-of.ts";

const topics = ["x", "y", "z"];

/** Straight from the words of the expression. */
function holds(expression: string, article: Shelved): boolean {
  return expression.split(",").some((part) =>
    part.split("+").every((term) => {
      const topic = term.replace("!", "");
      return (topic === "all" || article.topics.includes(topic)) !== term.startsWith("!");
    }),
  );
}

const anyArticle = fc.record({
  topics: fc.subarray(topics),
  lang: fc.constantFrom("vi", "en"),
  text: fc.constantFrom("một hai", "hai ba", "ba"),
  date: fc.constant(1000),
});
const term = fc
  .tuple(fc.boolean(), fc.constantFrom("all", ...topics))
  .map(([not, topic]) => (not ? `!${topic}` : topic));
const anyExpression = fc
  .array(fc.array(term, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
  .map((parts) => parts.map((part) => part.join("+")).join(","));

describe("a query", () => {
  test("takes what an oracle takes, from any article on, as many as wished", () => {
    fc.assert(
      fc.property(
        fc.array(anyArticle, { maxLength: 40 }),
        anyExpression,
        fc.constantFrom(null, "vi", "en"),
        fc.constantFrom(null, "hai", "ba"),
        fc.nat(5),
        fc.integer({ min: 1, max: 10 }),
        (articles, expression, lang, word, coming, limit) => {
          // No more can be still to come than there are.
          const first = Math.min(coming, articles.length);
          const query = parseQuery(expression, new URLSearchParams(), (id) => topics.includes(id));
          if (isRefusal(query)) return;
          const asked: Query = { ...query, lang, phrases: word === null ? [] : [[word]] };
          const right = articles.flatMap((article, ordinal) => {
            const taken =
              ordinal >= first &&
              holds(expression, article) &&
              (lang === null || article.lang === lang) &&
              (word === null || article.text.split(" ").includes(word));
            return taken ? [ordinal] : [];
          });
          const shelf = shelfOf(articles);
          expect(selectArticles(shelf, asked, first, limit)).toEqual(right.slice(0, limit));
          expect(countArticles(shelf, asked, first)).toBe(right.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("that takes everything takes it in order", () => {
    const shelf = shelfOf(Array.from({ length: 5 }, () => ({ topics: [], lang: "vi", text: "", date: 1 })));
    expect(selectArticles(shelf, everythingQuery, 0, 10)).toEqual([0, 1, 2, 3, 4]);
    expect(selectArticles(shelf, everythingQuery, 5, 10)).toEqual([]);
  });

  test("looks at a few members of a long list, not at all of them", () => {
    const articles = Array.from({ length: 20_000 }, (_, i) => ({
      topics: i % 1000 === 999 ? ["x", "y"] : ["x"],
      lang: "vi",
      text: "",
      date: 1,
    }));
    const shelf = shelfOf(articles);
    const both: Query = { ...everythingQuery, any: [["x", "y"].map((topic) => ({ topic, not: false }))] };
    let looks = 0;
    const roll = shelf.rollOf("x");
    if (roll === null) throw new Error("there is no topic x");
    const list = roll.ordinals();
    const counted = new Proxy(list, {
      get: (target, key) => {
        if (typeof key === "string" && /^\d+$/.test(key)) looks += 1;
        const value: unknown = Reflect.get(target, key);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const watched = {
      ...shelf,
      rollOf: (id: string) => (id === "x" ? { ...roll, ordinals: () => counted } : shelf.rollOf(id)),
    };
    expect(selectArticles(watched, both, 0, 50)).toHaveLength(20);
    expect(looks).toBeLessThan(2000);
  });
});
