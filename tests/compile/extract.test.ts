// Saved pages and Markdown: files with written-out expectations, and promises about any text.

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim, Draft, ExtractContext } from "../../src/compile/draft.ts";
import { extractSeed } from "../../src/compile/extract.ts";
import { readMark } from "../../src/compile/media/marks.ts";

const context: ExtractContext = { timeZone: "Asia/Ho_Chi_Minh", lang: "vi" };
const cases = `${import.meta.dirname}/cases`;

function extract(path: string, bytes: Uint8Array) {
  return extractSeed({ path, bytes }, context);
}

function stated<T>(claim: Claim<T> | null): T | null {
  return claim === null ? null : claim.value;
}

function plain(draft: Draft): object {
  return {
    title: stated(draft.title),
    titleDerived: draft.titleDerived,
    lead: stated(draft.lead),
    published: stated(draft.published),
    updated: stated(draft.updated),
    lang: stated(draft.lang),
    byline: stated(draft.byline),
    sourceName: stated(draft.sourceName),
    sourceUrl: stated(draft.sourceUrl),
    summary: stated(draft.summary),
    image: stated(draft.image),
    topics: stated(draft.topics),
    captions: draft.captions,
    html: draft.html.split("\n"),
    text: draft.text.split("\n"),
  };
}

describe("a case becomes what its folder says", () => {
  const seeds = readdirSync(cases).flatMap((name) =>
    readdirSync(`${cases}/${name}`)
      .filter((file) => /^seed\.(?:html|md)$/.test(file))
      .map((file) => [name, file] as const),
  );

  test("there are cases", () => {
    expect(seeds.length).toBeGreaterThan(5);
  });

  test.each(seeds)("%s (%s)", (name, file) => {
    const { kind, drafts, problems } = extract(file, readFileSync(`${cases}/${name}/${file}`));
    const expected: unknown = JSON.parse(readFileSync(`${cases}/${name}/expected.json`, "utf8"));
    const told = problems.map(({ line, level, what }) => ({ line, level, what }));
    expect({ kind, articles: drafts.map(plain), problems: told }).toEqual(expected);
  });
});

test("every line of a page gets a verdict and a reason, numbered as a reader sees them", () => {
  const page = readFileSync(`${cases}/a-saved-page-with-teasers-and-captions/seed.html`);
  const { lines } = extract("seed.html", page);
  expect(lines.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 1));
  expect(lines.every(({ rule }) => rule !== "")).toBe(true);
  expect(lines.find(({ text }) => text === "Harbour pilots win a new boat after eleven years")?.verdict).toBe(
    "title",
  );
  expect(lines.find(({ text }) => text.startsWith("The boat on its first trip"))?.verdict).toBe("caption");
  expect(lines.find(({ text }) => text === "Lighthouse to open for visitors")?.verdict).toBe("cut");
});

describe("a text capture may carry front matter", () => {
  const capture = [
    "---",
    "title: The harbour gets a boat",
    "tags: [maritime-security]",
    "---",
    "Home | News | Sport",
    "",
    "The pilots who bring ships into the harbour have a boat again that can leave in any weather. It came in on Thursday night.",
    "",
    "The old boat had been repaired nineteen times. In the last winter alone it stayed at the quay for twenty-three days.",
    "",
    "Read also",
    "",
    "Dredging of the channel is put off once more",
  ];

  test("which overrides what the text says, and leaves the numbers of the other lines alone", () => {
    const { drafts, lines } = extract("a.txt", Buffer.from(capture.join("\n")));
    expect(
      drafts.map((draft) => [stated(draft.title), stated(draft.topics), draft.text.split("\n").length]),
    ).toEqual([["The harbour gets a boat", ["maritime-security"], 2]]);
    expect(lines.slice(0, 5).map(({ line, verdict }) => `${line} ${verdict}`)).toEqual([
      "1 metadata",
      "2 metadata",
      "3 metadata",
      "4 metadata",
      "5 cut",
    ]);
  });

  test("but a rule above its first line is no front matter", () => {
    const { drafts, lines } = extract(
      "a.txt",
      Buffer.from(["---", ...capture.slice(4, 9), "---"].join("\n")),
    );
    expect(drafts).toHaveLength(1);
    expect(lines.some(({ rule }) => rule === "front matter")).toBe(false);
  });
});

describe("relative addresses of a file whose source is stated beside it", () => {
  const meta = { path: "a.meta.toml", text: 'source = "https://news.example/2024/boat"' };
  const htmlOf = (path: string, text: string): string => {
    const { drafts } = extractSeed({ path, bytes: Buffer.from(text), meta }, context);
    // A link to another page of that site may lead to an article here: it is marked until all are known.
    return (drafts[0]?.html ?? "").replace(
      /https:\/\/seed\.invalid\/[\w-]+/g,
      (mark) => readMark(mark)?.other ?? "",
    );
  };

  test("refer to that source in Markdown, with front matter and without", () => {
    const linked = "The pilots have [a boat](../2023/boat) again.";
    const expected = '<a href="https://news.example/2023/boat">a boat</a>';
    expect(htmlOf("a.md", linked)).toContain(expected);
    expect(htmlOf("a.md", `---\ntitle: A boat\n---\n${linked}`)).toContain(expected);
    expect(htmlOf("a.md", `---\nsource: https://other.example/\n---\n${linked}`)).toContain(
      '"https://other.example/2023/boat"',
    );
  });

  test("refer to it in a saved page that names no address of its own", () => {
    const words =
      "The pilots who bring ships into the harbour have a boat again that can leave in any weather.";
    const page = (head: string) =>
      `<html><head>${head}</head><body><article><h1>A boat</h1><p>${words} <a href="/2023/boat">${words}</a></p></article></body></html>`;
    expect(htmlOf("a.html", page(""))).toContain('href="https://news.example/2023/boat"');
    const canonical = '<link rel="canonical" href="https://other.example/boat">';
    expect(htmlOf("a.html", page(canonical))).toContain('href="https://other.example/2023/boat"');
  });
});

const anyPage = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.constantFrom(
        ..."<p> </p> <div~class=body> </div> <article> </article> <h1> </h1> <li> <table> <td> <a~href=x> </a> <br> <br> <figure>".split(
          " ",
        ),
        ...'<img~src=x> <figcaption> <script~type=application/ld+json> </script> {"@type":"Article"} <meta~charset=x> <!--'.split(
          " ",
        ),
        ..."--- +++ title: date: # ## * ``` {{< >}} [a](b) ![c](d) > | - 1. &amp; &#x0; <title> </title> <html~lang=en>".split(
          " ",
        ),
        "The pilots who bring ships into the harbour have a boat again that can leave in any weather.",
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join("\n").replaceAll("~", " "));

test("any text at all is understood or refused, and never throws", () => {
  fc.assert(
    fc.property(anyPage, fc.constantFrom("a.html", "a.md", "a.txt"), (text, path) => {
      const { drafts, problems } = extract(path, Buffer.from(text));
      expect(drafts.length > 0 || problems.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("a page nested deeper than any reader could tell is read all the same", () => {
  const page = `${"<div>".repeat(30_000)}The pilots who bring ships into the harbour have a boat again.`;
  expect(() => extract("a.html", Buffer.from(page))).not.toThrow();
});
