// Any text there can be, with more of what breaks feeds than chance would give, and articles, sites, queries and heads
// full of it.

import fc from "fast-check";
import type { Article } from "../../src/catalog/article.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { isRefusal, parseQuery, type Query } from "../../src/catalog/query.ts";
import type { HeadOptions } from "../../src/feeds/feed.ts";
import { cleanText } from "../../src/feeds/xml.ts";
import { makeCatalog, topics } from "./press.ts";

const troubles = [
  "]]>",
  "]",
  ">",
  "<",
  "&",
  "&amp;",
  "&#0;",
  "<![CDATA[",
  "<!--",
  "-->",
  "<?xml ?>",
  '"',
  "'",
  "\\",
  "\0",
  "\b",
  "\x1B",
  "\x7F",
  "\x85",
  "\t",
  "\n",
  "\r",
  "\r\n",
  "\u2028",
  "\uD800",
  "\uDFFF",
  "\uFEFF",
  "\uFFFE",
  "\uFFFF",
  "🎉",
  "Biển Đông",
  "slot:title",
  "</title></entry>",
  "</item><item>",
  "</script>",
  "__proto__",
  " ",
] as const;

/** Any text: characters of any kind and troubles, in any order. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...troubles), fc.string({ unit: "binary", maxLength: 4 }), fc.string()), {
    maxLength: 8,
  })
  .map((parts) => parts.join(""));

/** Any instant of these decades. */
export const anyInstant: fc.Arbitrary<string> = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });

/** Any article: every text any text, every instant any instant. */
export const anyArticle: fc.Arbitrary<Article> = fc.record({
  id: anyText,
  shortId: fc.constant("0123456789"),
  slug: anyText,
  title: anyText,
  titleDerived: fc.boolean(),
  lang: anyText,
  published: maybe(anyInstant),
  firstSeen: anyInstant,
  updated: anyInstant,
  changed: anyInstant,
  summary: anyText,
  html: anyText,
  text: anyText,
  byline: maybe(anyText),
  source: maybe(fc.record({ name: maybe(anyText), url: maybe(anyText) })),
  image: maybe(anyText),
  captions: fc.array(anyText, { maxLength: 2 }),
  enclosures: fc.array(
    fc.record({ url: anyText, type: anyText, length: maybe(fc.nat()), title: maybe(anyText) }),
    { maxLength: 3 },
  ),
  topics: fc.uniqueArray(fc.oneof(fc.constantFrom(...topics.map(({ id }) => id)), anyText), { maxLength: 3 }),
});

/** Any catalog: its site's and topics' texts are any text too. */
export const anyCatalog: fc.Arbitrary<Catalog> = fc
  .record({
    site: fc.record({
      title: anyText,
      description: anyText,
      url: anyText,
      // Titles are looked up by it, so it is no name every object has.
      lang: anyText.filter((text) => !(text in {})),
      author: maybe(anyText),
      hub: maybe(anyText),
      icon: maybe(anyText),
      content: fc.constantFrom("full" as const, "summary" as const),
    }),
    topic: fc.record({ vi: anyText, en: anyText }),
    articles: fc.uniqueArray(anyArticle, { maxLength: 5, selector: ({ id }) => id }),
  })
  .map(({ site, topic, articles }) => ({
    ...makeCatalog(articles, site),
    topics: [...topics, { id: "any", title: topic, description: topic }],
  }));

const anyTerm = fc.record({
  topic: fc.constantFrom(...topics.map(({ id }) => id), "any", "gone"),
  not: fc.boolean(),
});

/** Any query an address can ask, its words any text, and queries no address can spell, with any text as their words. */
export const anyQuery: fc.Arbitrary<Query> = fc.oneof(
  fc
    .tuple(anyText, fc.constantFrom("all", "asean", "asean+!quiet,any"), fc.constantFrom("", "vi", "xx"))
    .map(([q, expression, lang]) => parseQuery(expression, new URLSearchParams({ q, lang }), () => true))
    .filter((query): query is Query => !isRefusal(query)),
  fc.record({
    any: fc.array(fc.array(anyTerm, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    lang: maybe(fc.constantFrom("vi", "en", "xx")),
    phrases: fc.array(fc.array(anyText, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
  }),
);

const anyNumber = maybe(fc.integer({ min: 1, max: 2000 }));

/** Any place in an archive, and any tombstones. */
export const anyHeadOptions: fc.Arbitrary<HeadOptions> = fc.record({
  archive: anyNumber,
  prevArchive: anyNumber,
  nextArchive: anyNumber,
  tombstones: fc.uniqueArray(fc.record({ id: anyText, when: anyInstant, reason: maybe(anyText) }), {
    maxLength: 3,
    selector: ({ id }) => cleanText(id),
  }),
});
