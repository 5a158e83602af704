import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";
import { checkDocument } from "../../src/compile/press/check.ts";
import { cleanText } from "../../src/feeds/xml.ts";
import { anyCatalog } from "./any.ts";
import { feedOf } from "./feed-of.ts";
import { findJsonFeedFaults } from "./json-feed.ts";
import { everyKind, makeCatalog, topics } from "./press.ts";
import { joinFeed, rendererOf, renderers } from "./renderers.ts";

const catalog = makeCatalog(everyKind, {
  hub: "https://hub.example.org/",
  icon: "https://feeds.example.org/i.png",
});
const queries = ["all", ...topics.map(({ id }) => id)];

/** The elements of a list that may have one, several or none. */
const listOf = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

test.each(queries)("the feeds of %s are well-formed and read back as they were meant", (query) => {
  const feed = feedOf(catalog, query);
  for (const format of renderers)
    expect(checkDocument(format.extension, format.render(feed), feed)).toBeNull();
  for (const { render } of [rendererOf.rss, rendererOf.atom])
    expect(XMLValidator.validate(render(feed))).toBe(true);
  expect(findJsonFeedFaults(JSON.parse(rendererOf.json.render(feed)))).toEqual([]);
});

test.each(queries)("the feeds of %s have the same entries in every format", (query) => {
  const feed = feedOf(catalog, query);
  const seconds = (date: unknown) => new Date(String(date)).toISOString();
  const fromRss = (parseRssFeed(rendererOf.rss.render(feed)).items ?? []).map((item) => ({
    id: item.guid?.value,
    url: item.link,
    title: item.title,
    published: seconds(item.pubDate),
    content: item.content?.encoded,
    topics: item.categories?.map(({ name }) => name),
  }));
  const fromAtom = (parseAtomFeed(rendererOf.atom.render(feed)).entries ?? []).map((entry) => ({
    id: entry.id,
    url: entry.links?.find(({ rel }) => rel === undefined)?.href,
    title: entry.title?.value,
    published: seconds(entry.published),
    content: entry.content?.value,
    topics: entry.categories?.map(({ label }) => label),
  }));
  const fromJson = (parseJsonFeed(rendererOf.json.render(feed)).items ?? []).map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    published: seconds(item.date_published),
    content: item.content_html,
    topics: item.tags,
  }));
  expect(fromRss).toHaveLength(feed.entries.length);
  expect(fromAtom).toEqual(fromRss);
  expect(fromJson).toEqual(fromRss);
});

test("an entry is the same text in every feed it stands in, and the document is its parts joined", () => {
  for (const format of renderers) {
    const [entry] = feedOf(catalog, "r-and-d").entries;
    const fragment = entry === undefined ? "" : format.entry(entry);
    for (const query of ["all", "asean", "r-and-d"]) {
      const feed = feedOf(catalog, query);
      expect(format.render(feed)).toContain(fragment);
      expect(joinFeed(format, format.head(feed), feed.entries.map(format.entry))).toBe(format.render(feed));
    }
  }
});

test("the same catalog gives the same bytes", () => {
  for (const { render } of renderers)
    expect(render(feedOf(catalog, "all"))).toBe(render(feedOf(catalog, "all")));
});

test("addresses are absolute everywhere", () => {
  const isAbsolute = (address: string) => expect(address).toMatch(/^(?:https?:\/\/|urn:)/);
  for (const { render } of [rendererOf.rss, rendererOf.atom]) {
    const text = render(feedOf(catalog, "all"));
    for (const [, address = ""] of text.matchAll(/\s(?:href|url|src)="([^"]*)"/g)) isAbsolute(address);
    for (const [, address = ""] of text.matchAll(/<(?:link|guid|id|url|icon)(?: [^>]*)?>([^<]+)</g))
      isAbsolute(address);
  }
});

test("the table names each format once", () => {
  expect(renderers.map(({ name, extension, contentType }) => [name, extension, contentType])).toEqual([
    ["RSS 2.0", "rss", "application/rss+xml; charset=utf-8"],
    ["Atom 1.0", "atom", "application/atom+xml; charset=utf-8"],
    ["JSON Feed 1.1", "json", "application/feed+json; charset=utf-8"],
  ]);
});

test("whatever the texts are, every document is well-formed and says what the model says", () => {
  fc.assert(
    fc.property(anyCatalog, (catalog) => {
      for (const query of ["all", "any"]) {
        const feed = feedOf(catalog, query);
        for (const format of renderers) {
          expect(checkDocument(format.extension, format.render(feed), feed)).toBeNull();
        }
      }
    }),
    { numRuns: 500 },
  );
});

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  trimValues: false,
  processEntities: { enabled: true, maxTotalExpansions: Number.POSITIVE_INFINITY },
});

test("whatever the texts are, nothing in them becomes an element", () => {
  const entryNames = new Set(
    "title id link updated summary content author category published dcterms:available dc:source media:content".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(anyCatalog, (catalog) => {
      const feed = feedOf(catalog, "all");
      const { feed: read } = parser.parse(rendererOf.atom.render(feed));
      const entries = listOf(read.entry);
      expect(entries).toHaveLength(feed.entries.length);
      for (const [at, entry] of feed.entries.entries()) {
        for (const name of Object.keys(entries[at])) {
          expect(name === "xml:lang" || name === "#text" || entryNames.has(name)).toBe(true);
        }
        expect(listOf(entries[at].category)).toHaveLength(entry.categories.length);
        expect(listOf(entries[at].link).map(({ rel }) => rel)).toEqual([
          undefined,
          ...(entry.source?.url ? ["via"] : []),
          ...entry.enclosures.map(() => "enclosure"),
        ]);
      }
    }),
    { numRuns: 300 },
  );
});

test("whatever the texts are, JSON says them cleaned", () => {
  fc.assert(
    fc.property(anyCatalog, (catalog) => {
      const { items } = JSON.parse(rendererOf.json.render(feedOf(catalog, "all")));
      for (const [at, article] of catalog.articles.entries()) {
        expect(items[at].title).toBe(cleanText(article.title));
        expect(items[at].id).toBe(cleanText(article.id));
        expect(items[at].summary).toBe(cleanText(article.summary));
      }
    }),
    { numRuns: 300 },
  );
});
