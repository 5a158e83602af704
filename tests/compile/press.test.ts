import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openingNumber, readArticle, readPage } from "../../src/catalog/record.ts";
import { preparePress, streamOf } from "../../src/compile/press.ts";
import { reportIt } from "../../src/compile/problems.ts";
import { openingsOf } from "../../src/feeds/ahead.ts";
import { entryOf, topicLabels } from "../../src/feeds/feed.ts";
import { type Fragment, joinGzip, storeBytes } from "../../src/lists/gzip.ts";
import { pageParts } from "../../src/lists/shelf.ts";
import { frameArticles } from "../../src/pages/article.ts";
import { renderItem } from "../../src/pages/listing.ts";
import { everyKind, makeArticle, makeCatalog } from "../feeds/press.ts";
import { renderers } from "../feeds/renderers.ts";
import { renderArticle } from "../pages/whole.ts";
import { pressCatalog } from "./inMemory.ts";

function fragmentOf(text: string): Fragment {
  const { deflate, length, crc } = streamOf(Buffer.from(text));
  return { streams: [deflate], length, crc };
}

describe.each(["full", "summary"] as const)(
  "an article pressed for a site that publishes it in %s",
  (content) => {
    const catalog = makeCatalog(everyKind, { content });
    const press = preparePress(catalog);

    test.each(catalog.articles.map((article) => [article.title, article] as const))(
      "is in each format what it is there: %s",
      (_, article) => {
        const { record } = press(article, false);
        if (record === null) throw new Error("it was refused");
        const { content, entries, lead, opening } = readArticle(record);
        expect(opening).toBe(openingNumber(article.lang));
        const entry = entryOf(catalog.site, topicLabels(catalog), article);
        for (const { extension, entry: render } of renderers) {
          const open = storeBytes(Buffer.from(openingsOf(article.lang)[extension]));
          const { deflate, length, crc } = entries[extension];
          const before = extension === "rss" ? [...open, lead] : open;
          const joined = joinGzip([{ streams: [...before, content, deflate], length, crc }]);
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
        const { record, page } = press(article, false);
        if (record === null || page === null) throw new Error("it was refused");
        const { start, middle, end } = frameArticles(catalog);
        const frame = { start: fragmentOf(start), middle: fragmentOf(middle), end: fragmentOf(end) };
        const joined = joinGzip(pageParts(frame, readPage(page), readArticle(record).content));
        expect(gunzipSync(joined).toString()).toBe(renderArticle(catalog, article));
      },
    );
  },
);

test("an article that does not read back is refused with the reason, and the next one is pressed all the same", () => {
  const catalog = makeCatalog(everyKind);
  const press = preparePress(catalog);
  const bad = makeArticle(1, { lang: "vi", published: "Ngày 98" });
  expect(press(bad, false)).toMatchObject({ record: null, page: null });
  expect(press(makeArticle(1, { lang: "vi" }), false).reason).toBeNull();
});

test("an article the press fails at is told with its reason and what to do, and the others are pressed", () => {
  const bad = makeArticle(1, { lang: "en" });
  Object.defineProperty(bad, "html", {
    get: () => {
      throw new RangeError("Maximum call stack size exceeded");
    },
  });
  const catalog = { ...makeCatalog(everyKind), articles: [makeArticle(2, {}), bad, makeArticle(3, {})] };
  const { pressed, problems } = pressCatalog(catalog, "2030-01-01T00:00:00Z", () => "bad.txt");
  expect(pressed.articles.map(({ id }) => id)).toEqual([makeArticle(2, {}).id, makeArticle(3, {}).id]);
  expect(problems).toMatchObject([{ path: "bad.txt", level: "error", fix: reportIt }]);
  expect(problems[0]?.what).toContain("RangeError: Maximum call stack size exceeded");
});
