import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";
import { checkDocument } from "../../src/compile/press/check.ts";
import { type Entry, entryOf, type FeedHead, headOf, topicLabels } from "../../src/feeds/feed.ts";
import { anyCatalog, anyHeadOptions, anyInstant, anyQuery } from "./any.ts";
import { feedOf } from "./feed-of.ts";
import { everyKind, makeCatalog, site, topics } from "./press.ts";
import { joinFeed, rendererOf, renderers } from "./renderers.ts";

/** Any head of any query, with any entries behind it. */
const anyFeed = fc
  .record({ catalog: anyCatalog, query: anyQuery, updated: anyInstant, options: anyHeadOptions })
  .map(({ catalog, query, updated, options }) => {
    const { site, topics, articles } = catalog;
    const labels = topicLabels(catalog);
    const entries = articles.map((article) => entryOf(site, labels, article));
    return { head: headOf(site, topics, query, updated, options), entries };
  });

function join(extension: "rss" | "atom" | "json", head: FeedHead, entries: readonly Entry[]): string {
  const format = rendererOf[extension];
  return joinFeed(format, format.head(head), entries.map(format.entry));
}

test("any head before any entries is a document that says what both say", () => {
  fc.assert(
    fc.property(anyFeed, ({ head, entries }) => {
      for (const { extension } of renderers) {
        const text = join(extension, head, entries);
        expect(checkDocument(extension, text, { ...head, entries })).toBeNull();
        if (extension !== "json") expect(XMLValidator.validate(text)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: { enabled: true, maxTotalExpansions: Number.POSITIVE_INFINITY },
});

/** The elements of a list that may have one, several or none. */
const listOf = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

const namesIn = (names: string) => new Set(names.split(" "));
const atomNames = namesIn(
  "id title updated generator author link subtitle icon fh:archive at:deleted-entry entry xmlns xmlns:dc " +
    "xmlns:dcterms xmlns:media xmlns:fh xmlns:at xml:lang #text",
);
const rssNames = namesIn(
  "title link description lastBuildDate docs generator language image ttl fh:archive dc:creator atom:link item #text",
);

test("whatever the texts are, nothing in a head becomes an element, and no address another", () => {
  fc.assert(
    fc.property(anyFeed, ({ head, entries }) => {
      const around = [head.current, head.prevArchive, head.nextArchive];
      const linksTo = (extension: "rss" | "atom") =>
        [head.self, ...around].flatMap((addresses) => (addresses === null ? [] : [addresses[extension]]));
      const hubs = head.hub === null ? [] : [head.hub];

      const { feed } = parser.parse(join("atom", head, entries));
      for (const name of Object.keys(feed)) expect(atomNames).toContain(name);
      expect(listOf(feed.entry)).toHaveLength(entries.length);
      expect(listOf(feed["at:deleted-entry"]).map(({ when }) => when)).toEqual(
        head.tombstones.map(({ when }) => when),
      );
      expect(listOf(feed.link)).toHaveLength(1 + linksTo("atom").length + hubs.length);

      const { channel } = parser.parse(join("rss", head, entries)).rss;
      for (const name of Object.keys(channel)) expect(rssNames).toContain(name);
      expect(listOf(channel.item)).toHaveLength(entries.length);
      expect(listOf(channel["atom:link"])).toHaveLength(linksTo("rss").length + hubs.length);
    }),
    { numRuns: 300 },
  );
});

test("whatever is searched for, a reader finds the feed's own address, and as many entries as there are", () => {
  const { entries } = feedOf(makeCatalog(everyKind), "all");
  const anyHead = fc
    .tuple(anyQuery, anyInstant, anyHeadOptions)
    .map(([query, updated, options]) => headOf(site, topics, query, updated, options));
  fc.assert(
    fc.property(anyHead, (head) => {
      const atom = parseAtomFeed(join("atom", head, entries));
      const rss = parseRssFeed(join("rss", head, entries));
      const json = parseJsonFeed(join("json", head, entries));
      const selfIn = (links: readonly { rel?: string; href?: string }[] = []) =>
        links.find(({ rel }) => rel === "self")?.href;
      expect(atom.id).toBe(head.id);
      expect(selfIn(atom.links)).toBe(head.self.atom);
      expect(selfIn(rss.atom?.links)).toBe(head.self.rss);
      expect(json).toMatchObject({ feed_url: head.self.json, home_page_url: head.page, title: head.title });
      expect(URL.parse(head.self.rss)?.host).toBe("feeds.example.org");
      expect(head.self.rss).toMatch(/^[\x21-\x7E]+$/);
      for (const { length } of [atom.entries ?? [], rss.items ?? [], json.items ?? []]) {
        expect(length).toBe(entries.length);
      }
    }),
    { numRuns: 200 },
  );
});

test("an entry is the same text whatever the head before it", () => {
  fc.assert(
    fc.property(anyFeed, ({ head, entries }) => {
      for (const format of renderers) {
        const text = join(format.extension, head, entries);
        const body = entries.map(format.entry).join(format.separator);
        expect(text).toBe(format.head(head) + body + format.tail());
        expect(text.endsWith(body + format.tail())).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
