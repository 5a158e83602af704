import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal, parseQuery, type Query, spellQuery } from "../../src/catalog/query.ts";
import { choiceFields, choiceOf, queryFromForm } from "../../src/pages/choice.ts";
import { pagePathOf } from "../../src/pages/queries.ts";
import { topics } from "./newsroom.ts";

const ids = topics.map(({ id }) => id);
const isTopic = (id: string): boolean => ids.includes(id);
const send = (form: string): string => queryFromForm(new URLSearchParams(form), isTopic);

test.each([
  ["nothing", "", "/topics/all"],
  ["empty fields", "with=&or=&without=&lang=&q=", "/topics/all"],
  ["one topic", "with=japan", "/topics/japan"],
  ["all of several", "with=japan&with=coast-guard", "/topics/coast-guard+japan"],
  ["any of several", "or=japan&or=china", "/topics/china,japan"],
  ["none of several", "without=japan&without=china", "/topics/!china+!japan"],
  ["China or Japan, without ASEAN", "or=china&or=japan&without=asean", "/topics/china+!asean,japan+!asean"],
  ["any of some and another", "or=china&or=japan&with=india", "/topics/china+india,india+japan"],
  ["the same twice", "with=japan&or=japan&or=china", "/topics/japan"],
  ["a language and words", 'lang=vi&q="Hải Quân"', "/topics/all?lang=vi&q=%22h%E1%BA%A3i+qu%C3%A2n%22"],
  ["a topic added to a choice", "or=japan&topic=china&as=or", "/topics/china,japan"],
  ["a topic ruled out of a choice", "or=japan&topic=china&as=without", "/topics/japan+!china"],
  ["a topic asked for beside a choice", "or=japan&topic=china&as=with", "/topics/china+japan"],
  ["a topic added as nothing", "or=japan&topic=china&as=constructor", "/topics/japan"],
])("a form with %s leads to its page", (_, form, address) => {
  expect(send(form)).toBe(address);
});

test.each([
  ["a topic asked for and ruled out", "with=japan&without=japan", "never-true"],
  ["more topics than a query holds", ids.map((id) => `with=${id}`).join("&"), "too-many-terms"],
  [
    "more than fit when alternatives repeat what they share",
    "or=china&or=japan&or=india&without=asean&without=russia",
    "too-many-terms",
  ],
  ["a topic that is none", "with=japan&without=atlantis", "unknown-topic"],
  ["markup for a topic", "with=<b>", "malformed"],
  ["a language that is none", "with=japan&lang=english", "bad-language"],
  ["too many words", "q=a+b+c+d+e+f+g+h+i", "too-many-words"],
])("a form with %s leads to an address that says so", (_, form, reason) => {
  expect(readAddress(send(form))).toMatchObject({ reason });
});

/** The query an address asks for, as the edge reads it. */
function readAddress(address: string): ReturnType<typeof parseQuery> {
  const url = new URL(address, "https://topicwire.example");
  const expression = decodeURIComponent(url.pathname.slice("/topics/".length));
  return parseQuery(expression, url.searchParams, isTopic);
}

const topic = fc.constantFrom(...ids);
const field = fc.tuple(
  fc.constantFrom(...choiceFields, "topic", "as", "lang", "q", "utm"),
  fc.oneof(
    { weight: 3, arbitrary: topic },
    { weight: 1, arbitrary: fc.constantFrom("", "vi", "with", "or", "\r\nX: y", "//e.example", "..") },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
  ),
);

test("whatever is sent, the answer is an address of this site that a header can hold, in its one spelling", () => {
  fc.assert(
    fc.property(fc.array(field, { maxLength: 12 }), (fields) => {
      const address = queryFromForm(new URLSearchParams(fields), isTopic);
      expect(address).toMatch(/^\/topics\/[\x21-\x7e]*$/);
      expect(address.length).toBeLessThan(2000);
      const query = readAddress(address);
      if (!isRefusal(query)) expect(address).toBe(pagePathOf(query));
    }),
    { numRuns: 2000 },
  );
});

/** Whether a query takes an article of these topics. */
function takes({ any }: Query, has: ReadonlySet<string>): boolean {
  return any.length === 0 || any.some((terms) => terms.every((term) => has.has(term.topic) !== term.not));
}

const some = fc.uniqueArray(topic, { maxLength: 3 });

test("the page a form leads to takes exactly the articles that were chosen", () => {
  fc.assert(
    fc.property(some, some, some, fc.uniqueArray(topic), (together, or, without, has) => {
      const form = new URLSearchParams([
        ...together.map((id) => ["with", id]),
        ...or.map((id) => ["or", id]),
        ...without.map((id) => ["without", id]),
      ]);
      const query = readAddress(queryFromForm(form, isTopic));
      const held = new Set(has);
      const chosen =
        together.every((id) => held.has(id)) &&
        (or.length === 0 || or.some((id) => held.has(id))) &&
        !without.some((id) => held.has(id));
      if (isRefusal(query)) expect(query.reason === "too-many-terms" || !chosen).toBe(true);
      else expect(takes(query, held)).toBe(chosen);
    }),
    { numRuns: 2000 },
  );
});

test("a query that a form can make is made again by the choice read from it", () => {
  let read = 0;
  fc.assert(
    fc.property(some, some, some, (together, or, without) => {
      const shared = [...together, ...without.map((id) => `!${id}`)];
      const expression = (or.length === 0 ? [shared] : or.map((id) => [id, ...shared])).map((terms) =>
        terms.join("+"),
      );
      const query = parseQuery(expression.join(",") || "all", new URLSearchParams(), isTopic);
      if (isRefusal(query)) return;
      const choice = choiceOf(query);
      if (choice === null) throw new Error(`no choice leads to ${spellQuery(query).expression}`);
      const form = new URLSearchParams(choiceFields.flatMap((name) => choice[name].map((id) => [name, id])));
      expect(queryFromForm(form, isTopic)).toBe(pagePathOf(query));
      read += 1;
    }),
    { numRuns: 1000 },
  );
  expect(read).toBeGreaterThan(100);
});

test("a query no form can make has no choice", () => {
  const query = parseQuery("china+japan,asean+!india", new URLSearchParams(), isTopic);
  expect(isRefusal(query) ? query : choiceOf(query)).toBe(null);
});
