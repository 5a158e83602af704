import { expect, test } from "vitest";
import { renderMissing } from "../../src/pages/missing.ts";
import { englishCatalog, site } from "./newsroom.ts";
import { readPage } from "./reading.ts";

test("a missing page says so, is kept out of search engines and leads on", () => {
  const page = readPage(renderMissing(site));
  expect(page.texts("h1")).toEqual(["Không có trang này"]);
  expect(page.texts(".lede")).toEqual(["Địa chỉ có thể đã được gõ nhầm, hoặc trang không còn ở đây."]);
  expect(page.one("meta[name=robots]").getAttribute("content")).toBe("noindex");
  expect(page.all("link[rel=canonical], link[rel=alternate]")).toEqual([]);
  expect(page.all("main a").map((link) => link.getAttribute("href"))).toEqual(["/", "/topics/all"]);
});

test("an unknown topic is named as it was asked for, as text", () => {
  const page = readPage(renderMissing(site, { topic: "<b>biển</b>" }));
  expect(page.texts(".lede")).toEqual([
    "Không có chủ đề nào mang tên “<b>biển</b>”. Trang chủ liệt kê tất cả các chủ đề.",
  ]);
});

test("an article that was taken back is not called missing", () => {
  expect(readPage(renderMissing(site, { retracted: true })).texts("h1")).toEqual(["Bài viết đã được gỡ"]);
});

test("a reason in several languages is told in that of the site", () => {
  const sentence = { en: "Too many terms.", vi: "Quá nhiều từ." };
  expect(readPage(renderMissing(site, { sentence })).texts(".lede")).toEqual(["Quá nhiều từ."]);
  expect(readPage(renderMissing(englishCatalog.site, { sentence })).texts(".lede")).toEqual([
    "Too many terms.",
  ]);
});
