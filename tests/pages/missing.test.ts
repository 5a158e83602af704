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
  expect(page.one("[role=search]").getAttribute("action")).toBe("/topics/all");
});

test("an article that was taken back is not called missing, and its publisher says why", () => {
  const page = readPage(renderMissing(site, { retracted: true, reason: "Đăng <b>nhầm</b>." }));
  expect(page.texts("h1")).toEqual(["Bài viết đã được gỡ"]);
  expect(page.texts(".note")).toEqual(["Lý do: Đăng <b>nhầm</b>."]);
});

test("an article that was taken back without a word is explained no further", () => {
  const page = readPage(renderMissing(englishCatalog.site, { retracted: true, reason: null }));
  expect(page.texts("h1")).toEqual(["This article was withdrawn"]);
  expect(page.all(".note")).toEqual([]);
});
