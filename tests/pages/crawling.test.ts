// What search engines are told: which pages there are, and which addresses to leave alone.

import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { renderRobots } from "../../src/pages/robots.ts";
import { renderSitemap } from "../../src/pages/sitemap.ts";
import { site } from "./newsroom.ts";

const parser = new XMLParser({ ignoreAttributes: false });

test("a sitemap names every page with its last change, whatever is in an address", () => {
  const xml = renderSitemap(site, [
    { path: "/", modified: "2025-06-06T02:00:00Z" },
    { path: "/topics/a&b<c", modified: "2023-12-20T10:36:17Z" },
  ]);
  expect(parser.parse(xml).urlset).toEqual({
    "@_xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
    url: [
      { loc: "https://topicwire.example/", lastmod: "2025-06-06T02:00:00Z" },
      { loc: "https://topicwire.example/topics/a&b<c", lastmod: "2023-12-20T10:36:17Z" },
    ],
  });
});

test("robots may fetch all but the answers to forms, and find the sitemap", () => {
  expect(renderRobots(site)).toBe(
    [
      "User-agent: *",
      "Disallow: /topics?",
      "Disallow: /*?q=",
      "Disallow: /*&q=",
      "",
      "Sitemap: https://topicwire.example/sitemap.xml",
      "",
    ].join("\n"),
  );
});
