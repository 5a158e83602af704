import fc from "fast-check";
import { parseOpml } from "feedsmith";
import { expect, test } from "vitest";
import { checkXml } from "../../src/compile/press/check.ts";
import { renderOpml } from "../../src/feeds/opml.ts";
import { anyCatalog } from "./any.ts";
import { everyKind, makeCatalog } from "./press.ts";

test("the list has every topic with its feed and its page, and not the feed of all", () => {
  const text = renderOpml(makeCatalog(everyKind));
  expect(text).toContain('<opml version="2.0">');
  expect(parseOpml(text)).toEqual({
    head: {
      title: "Bản tin Biển",
      dateModified: "Sun, 22 Nov 2026 01:02:03 GMT",
      ownerName: "Tòa soạn",
    },
    body: {
      outlines: [
        {
          type: "rss",
          text: "ASEAN",
          title: "ASEAN",
          description: "Tin các nước ASEAN.",
          xmlUrl: "https://feeds.example.org/feeds/asean.rss",
          htmlUrl: "https://feeds.example.org/topics/asean",
          language: "vi",
        },
        {
          type: "rss",
          text: "Nghiên cứu & phát triển",
          title: "Nghiên cứu & phát triển",
          xmlUrl: "https://feeds.example.org/feeds/r-and-d.rss",
          htmlUrl: "https://feeds.example.org/topics/r-and-d",
          language: "vi",
        },
        {
          type: "rss",
          text: "Chưa có tin",
          title: "Chưa có tin",
          xmlUrl: "https://feeds.example.org/feeds/quiet.rss",
          htmlUrl: "https://feeds.example.org/topics/quiet",
          language: "vi",
        },
      ],
    },
  });
});

test("what a topic has no description for is left out, not left empty", () => {
  expect(renderOpml(makeCatalog(everyKind))).not.toContain('description=""');
});

test("a site without topics lists the feed of all, since a list has at least one", () => {
  const text = renderOpml({ ...makeCatalog([]), topics: [] });
  expect(parseOpml(text).body?.outlines?.map(({ xmlUrl }) => xmlUrl)).toEqual([
    "https://feeds.example.org/feeds/all.rss",
  ]);
});

test("whatever the texts are, the list is well-formed", () => {
  fc.assert(
    fc.property(anyCatalog, (catalog) => {
      expect(checkXml(renderOpml(catalog))).toBeNull();
    }),
  );
});
