import { expect, test } from "vitest";
import { catalog, english, englishCatalog, homeOf, site } from "./newsroom.ts";
import { langAt, readPage } from "./reading.ts";

const page = readPage(homeOf(catalog));

test("the home page says what this is", () => {
  expect(page.texts("h1, title")).toEqual([site.title, site.title]);
  expect(page.one("meta[name=description]").getAttribute("content")).toBe(site.description);
  expect(page.texts(".lede")).toEqual([site.description]);
  expect(page.one("link[rel=canonical]").getAttribute("href")).toBe("https://topicwire.example/");
});

test("a feed reader given the home page finds the feed of all articles in three formats, and the OPML", () => {
  const found = page
    .all("link[rel=alternate]")
    .map((link) => ["type", "title", "href"].map((name) => link.getAttribute(name)).join(" | "));
  expect(found).toEqual([
    "application/rss+xml | Bản tin Biển và Quốc phòng (RSS 2.0) | /feeds/all.rss",
    "application/atom+xml | Bản tin Biển và Quốc phòng (Atom 1.0) | /feeds/all.atom",
    "application/feed+json | Bản tin Biển và Quốc phòng (JSON Feed 1.1) | /feeds/all.json",
    "text/x-opml | OPML | /feeds.opml",
  ]);
});

test("a newcomer finds the address to copy, whole and as text", () => {
  expect(page.texts("code")).toEqual(["https://topicwire.example/feeds/all.rss"]);
  expect(page.texts("#subscribe ~ p")[0]).toBe(
    "Chép địa chỉ này vào một trình đọc tin (feed reader), bài mới sẽ tự tìm đến bạn.",
  );
});

test("every topic stands there with its page, its count and its feeds", () => {
  expect(page.texts(".topics h3")).toEqual([
    "An ninh hàng hải 9 bài",
    "Hợp tác quốc phòng 6 bài",
    "Cảnh sát biển 2 bài",
    "Biển Đông 2 bài",
    "ASEAN 6 bài",
    "Việt Nam 5 bài",
    "Nhật Bản 9 bài",
    "Trung Quốc 6 bài",
    "Ấn Độ 3 bài",
    "Philippines 3 bài",
    "Hoa Kỳ 4 bài",
    "Pháp 2 bài",
    "Nga 2 bài",
    "Buôn người và tội phạm 4 bài",
    "Cứu trợ và cứu nạn 3 bài",
    "Kinh tế và thương mại 2 bài",
    "Bắc Cực Chưa có bài",
  ]);
  const links = page.all(".topics li:nth-child(3) a").map((link) => link.getAttribute("href"));
  expect(links).toEqual([
    "/topics/coast-guard",
    "/feeds/coast-guard.rss",
    "/feeds/coast-guard.atom",
    "/feeds/coast-guard.json",
  ]);
});

test("links to feeds are told apart by those who only hear them", () => {
  const names = page.all(".topics li:nth-child(3) .feeds a").map((link) => link.getAttribute("aria-label"));
  expect(names).toEqual(["RSS: Cảnh sát biển", "Atom: Cảnh sát biển", "JSON Feed: Cảnh sát biển"]);
});

test("the latest articles are the newest six, in order, with a way to the rest", () => {
  const shown = page.all(".entries h3 a").map((link) => link.textContent);
  expect(shown).toEqual(catalog.articles.slice(0, 6).map((article) => article.title));
  expect(page.texts("#latest ~ .more")).toEqual(["Xem tất cả 19 bài"]);
});

test("a Vietnamese page marks English titles and summaries, and nothing else", () => {
  const newestFirst = { ...catalog, articles: [english, ...catalog.articles.slice(0, 3)] };
  const mixed = readPage(homeOf(newestFirst));
  const [first, second] = mixed.all(".entries article");
  expect(first?.querySelector("h3")?.getAttribute("lang")).toBe("en");
  expect(first?.querySelector(".text")?.getAttribute("lang")).toBe("en");
  expect(first?.querySelector(".soft")?.getAttribute("lang")).toBe(null);
  expect(first?.querySelector(".from")?.textContent).toBe("Tiếng Anh");
  expect(second?.querySelector("[lang]")).toBe(null);
});

test("an English site speaks English, with English dates and titles", () => {
  const englishPage = readPage(homeOf(englishCatalog));
  expect(englishPage.one("html").getAttribute("lang")).toBe("en");
  expect(englishPage.texts("h2")).toEqual(["Subscribe", "Topics", "Build your own feed", "Latest articles"]);
  expect(englishPage.texts(".topics h3")[0]).toBe("Maritime security 9 articles");
  expect(englishPage.texts(".entries .soft")[0]).toBe("First seen here 6 June 2025 Vietnamese");
});

test("a site in a language without a table speaks English and marks its own words as what they are", () => {
  const french = readPage(
    homeOf({ ...catalog, site: { ...site, lang: "fr", title: "Le Fil", description: "La mer." } }),
  );
  expect(french.one("html").getAttribute("lang")).toBe("en");
  expect(langAt(french.one("h1"))).toBe("fr");
  expect(langAt(french.one("title"))).toBe("fr");
  expect(langAt(french.one(".lede"))).toBe("fr");
  expect(langAt(french.one("h2"))).toBe("en");
});

test("a site of a region speaks its language and keeps its tag", () => {
  const regional = readPage(homeOf({ ...catalog, site: { ...site, lang: "vi-VN" } }));
  expect(regional.one("html").getAttribute("lang")).toBe("vi-VN");
  expect(regional.texts("h2")[0]).toBe("Theo dõi");
});

test("everything can be searched from the home page", () => {
  expect(page.one("[role=search]").getAttribute("action")).toBe("/topics/all");
  expect(page.texts("[role=search] label")).toEqual(["Tìm trong tất cả bài viết"]);
  expect(page.all("[role=search] input").map((field) => field.getAttribute("name"))).toEqual(["q"]);
});

test("a feed of one's own is put together from topics, a language and words", () => {
  expect(page.one("#build ~ details form").getAttribute("action")).toBe("/topics");
  const choices = (selector: string): readonly (string | null)[] =>
    page.all(selector).map((field) => field.getAttribute("value"));
  const ids = catalog.topics.map(({ id }) => id);
  expect(choices("#build ~ details input[name=or]")).toEqual(ids);
  expect(choices("#build ~ details select[name=with] option")).toEqual(["", ...ids]);
  expect(choices("#build ~ details select[name=without] option")).toEqual(["", ...ids]);
  expect(choices("#build ~ details select[name=lang] option")).toEqual(["", "en", "vi"]);
  expect(page.all("#build ~ details input[name=q]")).toHaveLength(1);
});

test("a site of one language offers none to choose, and one without topics nothing to put together", () => {
  const vietnamese = catalog.articles.filter(({ lang }) => lang === "vi");
  expect(readPage(homeOf({ ...catalog, articles: vietnamese })).all("select[name=lang]")).toEqual([]);
  expect(readPage(homeOf({ ...catalog, topics: [] })).all("#build")).toEqual([]);
});
