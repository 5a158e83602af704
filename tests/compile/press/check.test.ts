import { expect, test } from "vitest";
import {
  checkDocument,
  checkEntry,
  checkForm,
  checkXml,
  renderChecked,
} from "../../../src/compile/press/check.ts";
import { wholeFormats } from "../../../src/feeds/ahead.ts";
import { entryOf, type Feed, type HeadOptions, headOf, topicLabels } from "../../../src/feeds/feed.ts";
import { feedOf } from "../../feeds/feed-of.ts";
import { everyKind, makeArticle, makeCatalog } from "../../feeds/press.ts";
import { rendererOf } from "../../feeds/renderers.ts";

const catalog = makeCatalog(everyKind);
const feed = feedOf(catalog, "all");
const tombstone = { id: "urn:uuid:9", when: "2026-11-22T01:02:03Z", reason: null };
const feedHead = (options: HeadOptions): Feed => {
  const any = [[{ topic: "asean", not: false }]];
  const query = { any, lang: null, phrases: [] };
  return { ...headOf(catalog.site, catalog.topics, query, "2026-11-22T01:02:03Z", options), entries: [] };
};
const entryFor = (changes = {}) => entryOf(catalog.site, topicLabels(catalog), makeArticle(1, changes));

test("an entry that reads back as it was meant is given in every format", () => {
  for (const entry of feed.entries) {
    const { parts, reason } = renderChecked(entry);
    expect(reason).toBeNull();
    for (const format of wholeFormats) expect(parts?.[format.extension]).toEqual(format.parts(entry));
  }
});

test("an entry with an impossible date is refused with the reason, and nothing is thrown", () => {
  const entry = { ...entryFor(), published: "Ngày 98" };
  expect(renderChecked(entry)).toEqual({ parts: null, reason: 'RSS 2.0: "Ngày 98" is no instant' });
});

test("an entry with text that was not cleaned is refused", () => {
  const entry = { ...entryFor(), title: "a\u0000b" };
  expect(renderChecked(entry).reason).toBe('RSS 2.0: its title reads "ab", not "a\\u0000b"');
});

const entry = entryFor();

test.each([
  ["another title", "rss", "<title>Bài 1", "<title>Bài 2", 'its title reads "Bài 2", not "Bài 1"'],
  ["another date", "rss", "10:36:17 GMT", "10:36:18 GMT", "its published reads"],
  ["no id", "atom", /<id>.*<\/id>/, "", "its id is missing"],
  ["two titles", "atom", "<title>", "<title>x</title><title>", "its title is stated twice"],
  ["other content", "atom", "Nội dung", "Nội", "its content reads"],
  ["an open element", "atom", "</entry>", "", "unclosed tag"],
  ["an element more", "rss", "</item>", "</item><item/>", "may contain only one root"],
  ["a control character", "rss", "Bài", "B\u0001", "disallowed character"],
  ["half a surrogate pair", "json", "Bài", "B\uD800", 'its title reads "B'],
  ["another id", "json", "urn:uuid:", "urn:uid:", "its id reads"],
  ["a missing brace", "json", /\}$/, "", "JSON"],
] as const)("a fragment with %s is found out", (_, extension, from, to, reason) => {
  const text = rendererOf[extension].entry(entry).replace(from, to);
  expect(checkEntry(extension, text, entry)).toContain(reason);
});

test.each([
  ["another address of its own", "rss", "/feeds/all.rss", "/feeds/al.rss", "its self reads"],
  ["another date", "atom", "<updated>2026", "<updated>2025", "its updated reads"],
  ["an undeclared prefix", "rss", /xmlns:dc="[^"]*"/, "", "unbound namespace prefix"],
  ["an entry less", "atom", /<entry.*<\/entry>\n<\/feed>/, "</feed>", "it has 3 entries, not 4"],
  [
    "another entry",
    "json",
    "Bài 1",
    "Bài 9",
    'urn:uuid:00000000-0000-8000-8000-000000000001: its title reads "Bài 9"',
  ],
] as const)("a document with %s is found out", (_, extension, from, to, reason) => {
  const text = rendererOf[extension].render(feed);
  expect(checkDocument(extension, text, feed)).toBeNull();
  expect(checkDocument(extension, text.replace(from, to), feed)).toContain(reason);
});

const archive = feedHead({ archive: 2, prevArchive: 1, nextArchive: 3, tombstones: [tombstone] });

test.each([
  ["an archive page that is not said to be one", "rss", "<fh:archive/>", "", "its archive is missing"],
  ["no link to what is older", "atom", /<link rel="prev-archive"[^>]*>/, "", "its prevArchive is missing"],
  ["a link to the wrong page", "json", "/3.json", "/4.json", "its nextArchive reads"],
  ["two links to the feed", "rss", /(<atom:link rel="current"[^>]*>)/, "$1$1", "its current is stated twice"],
  ["another page for people", "json", "/topics/asean", "/topics/quiet", "its page reads"],
  ["another id", "atom", "<id>", "<id>x", "its id reads"],
  ["another tombstone", "atom", 'ref="urn:', 'ref="uri:', "its tombstone of urn:uuid:9 is missing"],
  [
    "a tombstone too many",
    "atom",
    /(<at:.*)urn(.*>)/,
    "$1urn$2$1uri$2",
    "it states a tombstone of uri:uuid:9",
  ],
] as const)("a head with %s is found out", (_, extension, from, to, reason) => {
  const text = rendererOf[extension].render(archive);
  expect(checkDocument(extension, text, archive)).toBeNull();
  expect(checkDocument(extension, text.replace(from, to), archive)).toContain(reason);
});

test("any other XML is judged by whether it is well-formed", () => {
  expect(checkXml("<a><b/></a>")).toBeNull();
  expect(checkXml("<a><b></a>")).toContain("unexpected close tag");
});

test.each([
  ["rss", "<rss><channel></rss>"],
  ["opml", "<opml>&nbsp;</opml>"],
  ["sitemap", "<urlset>"],
  ["index", '{"a":'],
  ["json", "[1,]"],
] as const)("a broken document is told from a whole one: %s", (kind, text) => {
  expect(checkForm(kind, text)).not.toBeNull();
  expect(checkForm(kind, kind === "index" || kind === "json" ? "{}" : "<a/>")).toBeNull();
});
