// What is true of every page: a sound document that people, readers and browsers can take as it is.

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isRefusal, parseQuery } from "../../src/catalog/query.ts";
import { contentSecurityPolicy } from "../../src/pages/layout.ts";
import { type Listing, renderItem, renderListing } from "../../src/pages/listing.ts";
import { renderMissing } from "../../src/pages/missing.ts";
import { renderRefusal } from "../../src/pages/refusal.ts";
import { copyScript } from "../../src/pages/script.ts";
import { stylesheet } from "../../src/pages/style.ts";
import { everything } from "../../src/pages/topics.ts";
import { arctic, catalog, conference, dialogue, english, englishCatalog, homeOf, site } from "./newsroom.ts";
import { readPage } from "./reading.ts";
import { renderTopic } from "./topic-of.ts";
import { joinListing, renderArticle } from "./whole.ts";

const [firstTopic = everything] = catalog.topics;
const brief = catalog.articles.find((article) => article.titleDerived) ?? dialogue;

function list(expression: string, search = "", facts: Partial<Listing> = {}): string {
  const query = parseQuery(expression, new URLSearchParams(search), () => true);
  if (isRefusal(query)) throw new Error(query.reason);
  const listing = {
    site,
    topics: catalog.topics,
    langs: ["en", "vi"],
    query,
    shown: 15,
    total: 19,
    ...facts,
  };
  const items = catalog.articles.slice(0, listing.shown).map((article) => renderItem(site, article));
  return joinListing(renderListing(listing), items);
}

const pages: Readonly<Record<string, string>> = {
  "the home page": homeOf(catalog),
  "the home page of an English site": homeOf(englishCatalog),
  "the home page of an empty site": homeOf({ site, topics: [], articles: [] }),
  "a topic": renderTopic(catalog, firstTopic),
  "all articles": renderTopic(catalog, everything),
  "an empty topic": renderTopic(catalog, arctic),
  "an article": renderArticle(catalog, conference),
  "an undated article": renderArticle(catalog, dialogue),
  "an article in another language": renderArticle(catalog, english),
  "a brief": renderArticle(catalog, brief),
  "a query": list("china+!asean,japan+!asean"),
  "a search": list("coast-guard+japan", 'lang=vi&q="hải quân"'),
  "a search in vain": list("all", "q=zeppelin", { shown: 0, total: 0 }),
  "a feed in a browser": list("japan", "", { note: "feed-preview" }),
  "a refused query": renderRefusal(site, { reason: "malformed", near: "<b>" }),
  "a missing page": renderMissing(site),
  "a withdrawn article": renderMissing(site, { retracted: true, reason: "Một lý do." }),
};

describe.each(Object.entries(pages))("%s", (_, html) => {
  const page = readPage(html);

  test("has every tag it opens and closes in the document a parser makes of it", () => {
    const withoutData = html.replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, "<$1></$1>");
    const opened = withoutData.match(/<[a-z][a-z0-9]*/g)?.map((tag) => tag.slice(1)) ?? [];
    const closed = withoutData.match(/<\/[a-z][a-z0-9]*/g)?.map((tag) => tag.slice(2)) ?? [];
    const empty = ["meta", "link", "img", "wbr", "br", "input"];
    expect(page.all("*").map((element) => element.localName)).toEqual(opened);
    expect(closed.toSorted()).toEqual(opened.filter((name) => !empty.includes(name)).toSorted());
  });

  test("starts with a doctype and says its language, encoding and width", () => {
    expect(html.startsWith("<!doctype html>\n<html lang=")).toBe(true);
    expect(html.indexOf('<meta charset="utf-8">')).toBeLessThan(1024);
    expect(page.one("meta[name=viewport]").getAttribute("content")).toBe(
      "width=device-width, initial-scale=1",
    );
  });

  test("has one h1, and no heading that skips a level", () => {
    const levels = page.all("h1,h2,h3,h4,h5,h6").map((heading) => Number(heading.localName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  test("has one main part that the skip link leads to, and no id twice", () => {
    expect(page.one("body > a").getAttribute("href")).toBe("#main");
    expect(page.one("main").id).toBe("main");
    const ids = page.all("[id]").map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const named of page.all("[aria-labelledby]")) {
      expect(ids).toContain(named.getAttribute("aria-labelledby"));
    }
  });

  test("has no script but data and the one its policy allows, no handler, no inline style, nothing from elsewhere", () => {
    const hash = createHash("sha256").update(copyScript).digest("base64");
    expect(contentSecurityPolicy.split("; ")).toContain(`script-src 'sha256-${hash}'`);
    for (const script of page.all("script")) {
      if (script.getAttribute("type") === "application/ld+json") continue;
      expect([...script.attributes]).toEqual([]);
      expect(script.textContent).toBe(copyScript);
    }
    for (const element of page.all("*")) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$/);
        expect(value).not.toMatch(/^\s*javascript:/i);
      }
    }
    expect(page.all("iframe,object,embed,base,link[rel=stylesheet]")).toEqual([]);
  });

  test("has forms that ask this site by GET, one search at most, and a name for every field", () => {
    expect(page.all("[role=search]").length).toBeLessThanOrEqual(1);
    for (const form of page.all("form")) {
      expect(form.getAttribute("action")).toMatch(/^\/topics(\/|$)/);
      expect(form.getAttribute("method")).toBe(null);
    }
    for (const field of page.all("input:not([type=hidden]), select")) {
      const named = field.id === "" ? field.closest("label") : page.one(`label[for="${field.id}"]`);
      expect(named?.textContent.trim()).not.toBe("");
      expect(field.getAttribute("name")).toMatch(/^(q|lang|with|or|without|topic)$/);
    }
  });

  test("carries the one style sheet its policy allows", () => {
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");
    expect(style).toBe(stylesheet);
    expect(contentSecurityPolicy.split("; ")).toContain(`style-src 'sha256-${hash}'`);
  });

  test("weighs less than 30 KB", () => {
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
  });

  test("says of every link where it leads", () => {
    for (const link of page.all("a")) {
      expect(link.getAttribute("href")).toMatch(/^(\/|#|(feed:)?https?:)/);
      expect(link.textContent.trim()).not.toBe("");
    }
  });
});

test("the policy allows one script and one style sheet, no frame, no base and no foreign form", () => {
  expect(contentSecurityPolicy.replaceAll(/sha256-[\w+/]{43}=/g, "…")).toBe(
    "default-src 'none'; script-src '…'; style-src '…'; img-src 'self' https: data:; media-src 'self' https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
});

test("the same catalog gives the same bytes", () => {
  const again = structuredClone(catalog);
  expect(homeOf(again)).toBe(homeOf(catalog));
  expect(renderTopic(again, firstTopic)).toBe(renderTopic(catalog, firstTopic));
});
