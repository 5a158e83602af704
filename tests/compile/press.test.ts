import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readArticle, readPage } from "../../src/catalog/record.ts";
import { pageStart, preparePress, streamOf } from "../../src/compile/press.ts";
import { entryOf, topicLabels } from "../../src/feeds/feed.ts";
import { formats, openingsOf } from "../../src/feeds/formats.ts";
import { joinGzip, storeBytes } from "../../src/lists/gzip.ts";
import { pageFragment } from "../../src/lists/shelf.ts";
import { renderArticle } from "../../src/pages/article.ts";
import { renderItem } from "../../src/pages/listing.ts";
import { everyKind, makeArticle, makeCatalog } from "../feeds/press.ts";

const known = "2030-01-01T00:00:00Z";

describe.each(["full", "summary"] as const)(
  "an article pressed for a site that publishes it in %s",
  (content) => {
    const catalog = makeCatalog(everyKind, { content });
    const langs = [...new Set(catalog.articles.map(({ lang }) => lang))];
    const press = preparePress({ ...catalog, langs, known });

    test.each(catalog.articles.map((article) => [article.title, article] as const))(
      "is in each format what it is there: %s",
      (_, article) => {
        const { record } = press(article);
        if (record === null) throw new Error("it was refused");
        const { content, entries, opening } = readArticle(record);
        const entry = entryOf(catalog.site, topicLabels(catalog), article);
        for (const { extension, entry: render } of formats) {
          const open = storeBytes(Buffer.from(openingsOf(langs[opening] ?? "")[extension]));
          const { deflate, length, crc } = entries[extension];
          const joined = joinGzip([{ streams: [...open, content, deflate], length, crc }]);
          expect(gunzipSync(joined).toString()).toBe(render(entry));
        }
        const { deflate, length, crc } = entries.item;
        expect(gunzipSync(joinGzip([{ streams: [deflate], length, crc }])).toString()).toBe(
          renderItem(catalog.site, article),
        );
      },
    );

    test.each(catalog.articles.map((article) => [article.title, article] as const))(
      "has the page it is to have: %s",
      (_, article) => {
        const { record, page } = press(article);
        if (record === null || page === null) throw new Error("it was refused");
        const { deflate, length, crc } = streamOf(Buffer.from(pageStart(catalog.site)));
        const start = { streams: [deflate], length, crc };
        const joined = joinGzip([start, pageFragment(readPage(page), readArticle(record).content)]);
        expect(gunzipSync(joined).toString()).toBe(renderArticle(catalog, article));
      },
    );
  },
);

test("an article that does not read back is refused with the reason, and the next one is pressed all the same", () => {
  const catalog = makeCatalog(everyKind);
  const press = preparePress({ ...catalog, langs: ["en", "fr", "vi"], known });
  expect(press(makeArticle(1, { lang: "vi", published: "Ngày 98" }))).toMatchObject({
    record: null,
    page: null,
  });
  expect(press(makeArticle(1, { lang: "de" })).reason).toContain("does not begin as others of its language");
  expect(press(makeArticle(1, { lang: "vi" })).reason).toBeNull();
});
