import { expect, test } from "vitest";
import { everything } from "../../src/pages/topics.ts";
import { arctic, catalog, makeArticle, site, topics } from "./newsroom.ts";
import { langAt, readPage } from "./reading.ts";
import { renderTopic } from "./topic-of.ts";

const [maritime = everything] = topics;
const page = readPage(renderTopic(catalog, maritime));

test("a topic is named in the site's language and in the others, each marked", () => {
  expect(page.texts("h1")).toEqual(["An ninh hàng hải"]);
  expect(page.texts("title")).toEqual(["An ninh hàng hải – Bản tin Biển và Quốc phòng"]);
  expect(page.texts(".other span")).toEqual(["Maritime security"]);
  expect(langAt(page.one(".other span"))).toBe("en");
});

test("a title that is the same in every language is said once", () => {
  const asean = topics.find((topic) => topic.id === "asean") ?? everything;
  expect(readPage(renderTopic(catalog, asean)).all(".other")).toEqual([]);
});

test("a topic without a title in the site's language is shown and marked in the one it has", () => {
  const topic = { id: "arctic", title: { en: "The Arctic" }, description: null };
  const only = readPage(renderTopic({ ...catalog, topics: [topic] }, topic));
  expect(only.texts("h1")).toEqual(["The Arctic"]);
  expect(langAt(only.one("h1"))).toBe("en");
});

test("a feed reader given a topic's page finds that topic's feeds, and no other", () => {
  expect(page.all("link[rel=alternate]").map((link) => link.getAttribute("href"))).toEqual([
    "/feeds/maritime-security.rss",
    "/feeds/maritime-security.atom",
    "/feeds/maritime-security.json",
    "/feeds.opml",
  ]);
  expect(page.one("link[rel=alternate]").getAttribute("title")).toBe(
    "An ninh hàng hải – Bản tin Biển và Quốc phòng (RSS 2.0)",
  );
  expect(page.texts("code")).toEqual(["https://topicwire.example/feeds/maritime-security.rss"]);
});

test("a topic's page lists its articles and no others, newest first", () => {
  const expected = catalog.articles.filter((article) => article.topics.includes("maritime-security"));
  expect(expected).toHaveLength(9);
  expect(page.texts(".entries h3")).toEqual(expected.map((article) => article.title));
});

test("a date the source states stands alone, any other says what it is the date of", () => {
  const dates = page.texts(".entries .soft");
  expect(dates.at(-1)).toBe("20/12/2023 TTXVN");
  expect(dates[0]).toBe("Ghi nhận lần đầu 06/06/2025");
  expect(page.all(".entries time").at(-1)?.getAttribute("datetime")).toBe("2023-12-20T10:36:17Z");
});

test("days are those of the site's time zone", () => {
  const late = makeArticle({ shortId: "late000000", title: "Muộn", published: "2023-12-20T18:00:00Z" });
  const shown = (timeZone: string) =>
    readPage(renderTopic({ site: { ...site, timeZone }, topics, articles: [late] }, everything)).texts(
      "time",
    );
  expect(shown("Asia/Ho_Chi_Minh")).toEqual(["21/12/2023"]);
  expect(shown("Europe/London")).toEqual(["20/12/2023"]);
});

test("all articles have a page like a topic's, with the feeds of all", () => {
  const all = readPage(renderTopic(catalog, everything));
  expect(all.texts("h1")).toEqual(["Tất cả bài viết"]);
  expect(all.all(".entries > li")).toHaveLength(15);
  expect(all.one("link[rel=canonical]").getAttribute("href")).toBe("https://topicwire.example/topics/all");
  expect(all.one("link[rel=alternate]").getAttribute("href")).toBe("/feeds/all.rss");
  expect(all.texts("[aria-current=page]")).toEqual(["Tất cả bài viết"]);
});

test("an empty topic says so and can be subscribed to", () => {
  const empty = readPage(renderTopic(catalog, arctic));
  expect(empty.texts("#articles ~ p")).toEqual([
    "Chủ đề này chưa có bài nào. Nếu theo dõi từ bây giờ, bạn sẽ nhận được bài đầu tiên ngay khi có.",
  ]);
  expect(empty.all(".entries")).toEqual([]);
  expect(empty.texts("code")).toEqual(["https://topicwire.example/feeds/arctic.rss"]);
});

test("a topic of many long articles stays under 30 KB and says how many it does not list", () => {
  const title = "Đẩy mạnh hợp tác giữa Cảnh sát biển Việt Nam và Lực lượng Bảo vệ bờ biển Nhật Bản năm 2023";
  const articles = Array.from({ length: 60 }, (_, index) =>
    makeArticle({
      shortId: `many0000${String(index).padStart(2, "0")}`,
      slug: "day-manh-hop-tac-giua-canh-sat-bien-viet-nam-va-luc-luong-bao-ve-bo-bien-nhat-ban",
      title,
      summary: "Tại hội nghị, hai bên đã điểm lại các hoạt động hợp tác nổi bật. ".repeat(4).trim(),
      source: { name: "Thông tấn xã Việt Nam", url: null },
      topics: ["maritime-security"],
    }),
  );
  const html = renderTopic({ ...catalog, articles }, maritime);
  expect(Buffer.byteLength(html)).toBeLessThan(30_000);
  expect(readPage(html).all(".entries > li")).toHaveLength(15);
  expect(readPage(html).texts("#articles ~ .more")).toEqual([
    "Trang này liệt kê 15 bài mới nhất trong 60 bài.",
  ]);
});

test("the other topics are one step away, this one is not among them", () => {
  const others = page.all("#topics ~ ul a").map((link) => link.getAttribute("href"));
  expect(others).toHaveLength(16);
  expect(others).not.toContain("/topics/maritime-security");
});
