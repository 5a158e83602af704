import { expect, test } from "vitest";
import type { Topic } from "../../src/catalog/catalog.ts";
import { isRefusal, parseQuery, type Query } from "../../src/catalog/query.ts";
import { archiveSuffix, titleOfQuery, titlesOf } from "../../src/feeds/titles.ts";
import { site } from "./press.ts";

const english = { ...site, title: "Sea news", description: "By topic", lang: "en" };
const topics: readonly Topic[] = [
  { id: "asean", title: { "": "ASEAN" }, description: null },
  {
    id: "china",
    title: { vi: "Trung Quốc", en: "China" },
    description: { vi: "Tin Trung Quốc.", en: "On China." },
  },
  { id: "coast-guard", title: { vi: "Cảnh sát biển", en: "Coast guard" }, description: null },
  { id: "japan", title: { vi: "Nhật Bản", en: "Japan" }, description: null },
];

function ask(expression: string, search = ""): Query {
  const query = parseQuery(expression, new URLSearchParams(search), () => true);
  if (isRefusal(query)) throw new Error(query.reason);
  return query;
}

test.each([
  ["all", "", "Everything", "Tất cả bài viết"],
  ["japan", "", "Japan", "Nhật Bản"],
  [
    "japan+coast-guard",
    "lang=vi",
    "Coast guard and Japan, in Vietnamese",
    "Cảnh sát biển và Nhật Bản, bằng tiếng Việt",
  ],
  ["china,japan", "", "China or Japan", "Trung Quốc hoặc Nhật Bản"],
  ["japan+!asean", "", "Japan without ASEAN", "Nhật Bản trừ ASEAN"],
  ["!asean", "", "Everything without ASEAN", "Tất cả bài viết trừ ASEAN"],
  ["china+japan+coast-guard", "", "China, Coast guard and Japan", "Trung Quốc, Cảnh sát biển và Nhật Bản"],
  ["japan+!asean+!china", "", "Japan without ASEAN or China", "Nhật Bản trừ ASEAN và Trung Quốc"],
  [
    "asean,china,coast-guard+japan",
    "",
    "ASEAN, or China, or Coast guard and Japan",
    "ASEAN, hoặc Trung Quốc, hoặc Cảnh sát biển và Nhật Bản",
  ],
  ["all", "lang=en", "Everything, in English", "Tất cả bài viết, bằng tiếng Anh"],
  ["all", "lang=xx", "Everything, in xx", "Tất cả bài viết, bằng xx"],
  ["japan", 'q="hải quân"', "Japan, containing “hải quân”", "Nhật Bản, có “hải quân”"],
  [
    "japan",
    "lang=en&q=tau hai",
    "Japan, in English, containing “hai” and “tau”",
    "Nhật Bản, bằng tiếng Anh, có “hai” và “tau”",
  ],
])("%s?%s is called %s, in Vietnamese %s", (expression, search, inEnglish, inVietnamese) => {
  expect(titleOfQuery(english, topics, ask(expression, search))).toBe(inEnglish);
  expect(titleOfQuery(site, topics, ask(expression, search))).toBe(inVietnamese);
});

test("a site in a language we have no words of is spoken to in English", () => {
  expect(titleOfQuery({ ...site, lang: "fr" }, topics, ask("asean+!china"))).toBe("ASEAN without Trung Quốc");
  expect(titleOfQuery({ ...site, lang: "vi-VN" }, topics, ask("all"))).toBe("Tất cả bài viết");
  expect(titleOfQuery({ ...site, lang: "constructor" }, topics, ask("all"))).toBe("Everything");
});

test("a topic that is not there is called by its id", () => {
  expect(titleOfQuery(site, topics, ask("gone"))).toBe("gone");
});

test("the feed of everything is called like the site, any other after its query and the site", () => {
  expect(titlesOf(english, topics, ask("all"))).toEqual({ title: "Sea news", description: "By topic" });
  expect(titlesOf(site, topics, ask("china"))).toEqual({
    title: "Trung Quốc – Bản tin Biển",
    description: "Tin Trung Quốc.",
  });
  expect(titlesOf(site, topics, ask("all", "lang=vi"))).toEqual({
    title: "Tất cả bài viết, bằng tiếng Việt – Bản tin Biển",
    description: "",
  });
});

test("an archive page says which it is", () => {
  expect(archiveSuffix(english, 3)).toBe(" – archive 3");
  expect(archiveSuffix(site, 3)).toBe(" – lưu trữ 3");
  expect(archiveSuffix(site, null)).toBe("");
});
