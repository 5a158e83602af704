import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefusal, parseQuery, plainTopic, type Query, spellQuery } from "../../src/catalog/query.ts";

const topics = ["asean", "china", "coast-guard", "japan", "vietnam", "x", "y", "z"];

function parse(expression: string, parameters = ""): ReturnType<typeof parseQuery> {
  return parseQuery(expression, new URLSearchParams(parameters), (id) => topics.includes(id));
}

/** The canonical spelling, or why there is none. */
function spell(expression: string, parameters = ""): string {
  const query = parse(expression, parameters);
  if (isRefusal(query)) return query.reason;
  const { expression: spelled, search } = spellQuery(query);
  return spelled + search;
}

describe("an expression", () => {
  test.each([
    ["all", "all"],
    ["japan", "japan"],
    ["japan+coast-guard", "coast-guard+japan"],
    ["japan,china", "china,japan"],
    ["!china", "!china"],
    ["!china+japan", "japan+!china"],
    ["japan+japan", "japan"],
    ["japan,japan", "japan"],
    ["z+y,x", "x,y+z"],
    ["JAPAN", "japan"],
    ["japan coast-guard", "coast-guard+japan"],
  ])("%s is spelled %s", (written, spelled) => {
    expect(spell(written)).toBe(spelled);
  });

  test.each([
    ["japan+all", "japan"],
    ["japan,all", "all"],
    ["japan,japan+china", "japan"],
    ["japan+!japan,china", "china"],
    ["all+!china", "!china"],
  ])("%s says no more than %s", (written, spelled) => {
    expect(spell(written)).toBe(spelled);
  });

  test.each([
    ["", "malformed"],
    ["japan+", "malformed"],
    ["japan,,china", "malformed"],
    ["!!japan", "malformed"],
    ["(japan)", "malformed"],
    ["japan an!", "malformed"],
    ["nothing", "unknown-topic"],
    ["japan+!japan", "never-true"],
    ["!all", "never-true"],
    ["x,y,z,x,y,z,x,y,z", "too-many-terms"],
  ])("%s is refused: %s", (written, reason) => {
    expect(spell(written)).toBe(reason);
  });
});

describe("the parameters", () => {
  test.each([
    ["lang=vi", "all?lang=vi"],
    ["lang=VI-vn", "all?lang=vi"],
    ["lang=", "all"],
    ["q=h%E1%BA%A3i+qu%C3%A2n", "all?q=h%E1%BA%A3i+qu%C3%A2n"],
    ["q=Ship+AND+ship", "all?q=and+ship"],
    ["q=%22Bi%E1%BB%83n+%C4%90%C3%B4ng%22", "all?q=%22bi%E1%BB%83n+%C4%91%C3%B4ng%22"],
    ["q=%22open", "all?q=open"],
    ["q=ADMM%2B", "all?q=admm"],
    ["q=+++", "all"],
    ["q=b&lang=en&utm_source=x", "all?lang=en&q=b"],
  ])("%s are spelled %s", (written, spelled) => {
    expect(spell("all", written)).toBe(spelled);
  });

  test.each([
    ["lang=klingon!", "bad-language"],
    [`q=${"w ".repeat(9)}1 2 3 4 5 6 7 8`, "too-many-words"],
    [`q=${"w".repeat(201)}`, "too-many-words"],
    // With the quotation marks of its canonical spelling it has 201 characters.
    [`q=${"x".repeat(98)}-${"y".repeat(100)}`, "too-many-words"],
  ])("%s are refused: %s", (written, reason) => {
    expect(spell("all", written)).toBe(reason);
  });

  test("read the same however their accents are composed", () => {
    expect(spell("all", `q=${encodeURIComponent("hải".normalize("NFD"))}`)).toBe(spell("all", "q=hải"));
  });
});

test("a plain topic is told from every other query", () => {
  const plain = (written: string, parameters = ""): string | null =>
    plainTopic(parse(written, parameters) as Query);
  expect(["all", "japan", "!japan", "japan,china", "japan+china"].map((written) => plain(written))).toEqual([
    "all",
    "japan",
    null,
    null,
    null,
  ]);
  expect(plain("japan", "lang=vi")).toBeNull();
  expect(plain("japan", "q=x")).toBeNull();
});

/** Whether an article with these topics is taken, straight from the words of the expression. */
function holds(expression: string, has: ReadonlySet<string>): boolean {
  return expression.split(",").some((part) =>
    part.split("+").every((term) => {
      const topic = term.replace("!", "");
      return (topic === "all" || has.has(topic)) !== term.startsWith("!");
    }),
  );
}

const term = fc
  .tuple(fc.boolean(), fc.constantFrom("all", "x", "y", "z"))
  .map(([not, topic]) => (not ? `!${topic}` : topic));
const anyExpression = fc
  .array(fc.array(term, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
  .map((parts) => parts.map((part) => part.join("+")).join(","));

describe("the canonical spelling", () => {
  test("is its own spelling", () => {
    fc.assert(
      fc.property(anyExpression, (written) => {
        const once = spell(written);
        return once === "never-true" || spell(once) === once;
      }),
    );
  });

  test("of a search is its own spelling, or the search is refused", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "İ", "海", "-", '"', " "), maxLength: 30 });
    const search = fc
      .tuple(letters, fc.integer({ min: 30, max: 60 }))
      .map(([text, more]) => text + "x".repeat(more));
    fc.assert(
      fc.property(fc.array(search, { minLength: 1, maxLength: 4 }), (searches) => {
        const once = spell("all", new URLSearchParams({ q: searches.join("-") }).toString());
        return once === "too-many-words" || spell("all", once.slice("all?".length)) === once;
      }),
    );
  });

  test("never changes which articles are taken", () => {
    fc.assert(
      fc.property(anyExpression, fc.subarray(["x", "y", "z"]), (written, has) => {
        const once = spell(written);
        return holds(written, new Set(has)) === (once !== "never-true" && holds(once, new Set(has)));
      }),
    );
  });

  test("is never an error of ours, whatever is asked", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (written, q) => typeof spell(written, `q=${encodeURIComponent(q)}`) === "string",
      ),
    );
  });
});
