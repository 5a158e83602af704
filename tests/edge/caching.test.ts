import { describe, expect, test } from "vitest";
import { isFresh, spellHttpDate } from "../../src/edge/caching.ts";

const date = "Wed, 20 Dec 2023 10:36:17 GMT";
const validators = { etag: 'W/"abc,def"', modified: Date.parse(date) / 1000 };

function fresh(headers: Record<string, string>): boolean {
  return isFresh(new Request("http://a.example/", { headers }), validators);
}

describe("If-None-Match", () => {
  test.each(['W/"abc,def"', '"abc,def"', "*", '"x", W/"abc,def"', 'W/"x",W/"abc,def"', ' "abc,def" '])(
    "%s is fresh",
    (tag) => {
      expect(fresh({ "If-None-Match": tag })).toBe(true);
    },
  );

  test.each(['"x"', '"abc"', 'W/"abc,def', '""', "x"])("%s is not", (tag) => {
    expect(fresh({ "If-None-Match": tag })).toBe(false);
  });

  test("is looked at as far as a client can mean it, however long it is", () => {
    const others = (count: number) => Array.from({ length: count }, (_, n) => `W/"${n}"`).join(", ");
    expect(fresh({ "If-None-Match": `${others(100)}, "abc,def"` })).toBe(true);
    expect(fresh({ "If-None-Match": `${others(10_000)}, "abc,def"` })).toBe(false);
  });

  test("decides alone where a date is sent too", () => {
    expect(fresh({ "If-None-Match": '"x"', "If-Modified-Since": date })).toBe(false);
    expect(fresh({ "If-None-Match": "*", "If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT" })).toBe(true);
  });
});

describe("If-Modified-Since", () => {
  test.each([
    ["the same second", "Wed, 20 Dec 2023 10:36:17 GMT"],
    ["later", "Thu, 21 Dec 2023 00:00:00 GMT"],
    ["RFC 850", "Wednesday, 20-Dec-23 10:36:17 GMT"],
    ["asctime", "Wed Dec 20 10:36:17 2023"],
  ])("%s is fresh", (_, date) => {
    expect(fresh({ "If-Modified-Since": date })).toBe(true);
  });

  test.each([
    ["a second earlier", "Wed, 20 Dec 2023 10:36:16 GMT"],
    ["RFC 850, a century ago", "Sunday, 06-Nov-94 08:49:37 GMT"],
    ["asctime, earlier", "Sun Nov  6 08:49:37 1994"],
    ["no date", "yesterday"],
    ["a month there is not", "Wed, 20 Foo 2023 10:36:17 GMT"],
    ["a day there is not", "Fri, 30 Feb 2024 10:36:17 GMT"],
    ["a time there is not", "Thu, 21 Dec 2023 99:99:99 GMT"],
    ["another form of date", "2024-01-01T00:00:00Z"],
    ["nothing", ""],
  ])("%s is not", (_, date) => {
    expect(fresh({ "If-Modified-Since": date })).toBe(false);
  });
});

test("a tag that also lists entries is as good as one that does not, either way", () => {
  const detailed = { ...validators, etag: 'W/"abc.AAAAABBBBB"' };
  const ask = (tag: string): Request =>
    new Request("http://a.example/", { headers: { "If-None-Match": tag } });
  expect(isFresh(ask('W/"abc"'), detailed)).toBe(true);
  expect(isFresh(ask('W/"abc.CCCCC"'), detailed)).toBe(true);
  expect(isFresh(ask("W/abc, x"), detailed)).toBe(true);
  expect(isFresh(ask('W/"abd.AAAAABBBBB"'), detailed)).toBe(false);
});

test("a date is spelled as HTTP spells it", () => {
  expect(spellHttpDate(validators.modified)).toBe(date);
});

test("a date is read as it was spelled, in every month", () => {
  for (let month = 0; month < 12; month++) {
    const modified = Date.UTC(2024, month, 9, 10, 36, 17) / 1000;
    const headers = { "If-Modified-Since": spellHttpDate(modified) };
    const request = new Request("http://a.example/", { headers });
    expect(isFresh(request, { ...validators, modified }), spellHttpDate(modified)).toBe(true);
    expect(isFresh(request, { ...validators, modified: modified + 1 })).toBe(false);
  }
});

test("a request without conditions is not", () => {
  expect(fresh({})).toBe(false);
});
