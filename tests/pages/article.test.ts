import { expect, test } from "vitest";
import type { Article } from "../../src/catalog/article.ts";
import { catalog, conference, dialogue, english, makeArticle } from "./newsroom.ts";
import { collapse, langAt, type ParsedPage, readPage } from "./reading.ts";
import { renderArticle } from "./whole.ts";

const read = (article: Article): ParsedPage => readPage(renderArticle(catalog, article));
const page = read(conference);

function factsOf(shown: ParsedPage): readonly string[] {
  return shown
    .all(".facts > div")
    .map((fact) =>
      ["dt", "dd"].map((name) => collapse(fact.querySelector(name)?.textContent ?? "")).join(": "),
    );
}

test("an article tells its byline, source, date, language and topics", () => {
  expect(factsOf(page)).toEqual([
    "Tác giả: Phạm Tuân - Xuân Giao",
    "Nguồn: TTXVN",
    "Ngày đăng: 20/12/2023",
    "Ngôn ngữ: Tiếng Việt",
    "Chủ đề: An ninh hàng hải Cảnh sát biển Việt Nam Nhật Bản",
  ]);
  expect(page.one(".facts time").getAttribute("datetime")).toBe("2023-12-20T10:36:17Z");
});

test("its source is a link, by the name it has and again below the text", () => {
  const address =
    "https://baotintuc.vn/bien-dao-viet-nam/day-manh-hop-tac-giua-canh-sat-bien-viet-nam-va-luc-luong-bao-ve-bo-bien-nhat-ban-20231220173617222.htm";
  expect(page.all(`a[href="${address}"]`).map((link) => link.textContent)).toEqual([
    "TTXVN",
    "Đọc bài gốc tại baotintuc.vn",
  ]);
});

test("a source known by its address alone is called by its host", () => {
  const unnamed = read({ ...conference, source: { name: null, url: "https://www.example.org/a" } });
  expect(factsOf(unnamed)[1]).toBe("Nguồn: example.org");
});

test("an article whose source states no date says so, and when it was first seen", () => {
  expect(factsOf(read(dialogue))).toEqual([
    "Tác giả: HỮU THẮNG",
    "Nguồn: QĐND",
    "Ngày đăng: Nguồn không ghi",
    "Ghi nhận lần đầu: 06/06/2025",
    "Ngôn ngữ: Tiếng Việt",
    "Chủ đề: An ninh hàng hải Hợp tác quốc phòng Việt Nam Nhật Bản Cứu trợ và cứu nạn",
  ]);
});

test("first seen is never given to machines as a date of publication", () => {
  const undated = renderArticle(catalog, dialogue);
  expect(undated).not.toContain("datePublished");
  expect(undated).not.toContain("article:published_time");
  expect(undated).not.toContain("dateModified");
});

test("a later change of its words is told", () => {
  const edited = read({ ...conference, updated: "2023-12-22T01:00:00Z" });
  expect(factsOf(edited)[3]).toBe("Cập nhật: 22/12/2023");
  expect(edited.one('meta[property="article:modified_time"]').getAttribute("content")).toBe(
    "2023-12-22T01:00:00Z",
  );
  expect(factsOf(page).join()).not.toContain("Cập nhật");
});

test("the text stands there whole, as its HTML is", () => {
  expect(renderArticle(catalog, conference)).toContain(`<div class="body">${conference.html}</div>`);
});

test("an English article on a Vietnamese site is English from its title to its text, among Vietnamese words", () => {
  const shown = read(english);
  expect(shown.one("html").getAttribute("lang")).toBe("vi");
  expect(["title", "h1", ".body"].map((part) => langAt(shown.one(part)))).toEqual(["en", "en", "en"]);
  expect(["dt", "h2", "nav"].map((part) => langAt(shown.one(part)))).toEqual(["vi", "vi", "vi"]);
  expect(factsOf(shown)).toContain("Ngôn ngữ: Tiếng Anh");
});

test("a title made from the first words is said to be so", () => {
  const brief = makeArticle({
    shortId: "brief00000",
    title: "Nga và Ấn Độ đã nhất trí…",
    titleDerived: true,
  });
  const note = "Nguồn không đặt tiêu đề; tiêu đề trên đây lấy từ những chữ đầu của bản tin.";
  expect(read(brief).texts(".note")).toEqual([note]);
  expect(page.all(".note")).toEqual([]);
});

test("captions of lost pictures are kept apart from the text", () => {
  expect(page.texts(".captions li")).toEqual([
    "Đoàn công tác Cảnh sát biển Việt Nam tham dự Hội nghị. Ảnh: Xuân Giao/Pv TTXVN tại Nhật Bản",
    "Toàn cảnh Hội nghị. Ảnh: Phạm Tuân/Pv TTXVN tại Nhật Bản",
  ]);
  expect(read(english).all("#captions")).toEqual([]);
});

test("files that go with an article are links with their type", () => {
  const audio = { url: "https://example.org/a.mp3", type: "audio/mpeg", length: 1, title: null };
  expect(read({ ...english, enclosures: [audio] }).texts("#files ~ ul li")).toEqual([
    "https://example.org/a.mp3 audio/mpeg",
  ]);
});

test("its topics can be subscribed to where the reading ends", () => {
  expect(page.all("#topics ~ ul h3 a").map((link) => link.getAttribute("href"))).toEqual([
    "/topics/maritime-security",
    "/topics/coast-guard",
    "/topics/vietnam",
    "/topics/japan",
  ]);
  expect(page.all('a[href="/feeds/coast-guard.rss"]')).toHaveLength(1);
  expect(read({ ...conference, topics: [] }).all("#topics")).toEqual([]);
});

test("a feed reader given an article finds the feeds of the site and of its topics", () => {
  const found = page.all('link[type="application/atom+xml"]').map((link) => link.getAttribute("href"));
  expect(found).toEqual([
    "/feeds/all.atom",
    "/feeds/maritime-security.atom",
    "/feeds/coast-guard.atom",
    "/feeds/vietnam.atom",
    "/feeds/japan.atom",
  ]);
});

test("search engines read what is known of it, and nothing that is not", () => {
  const known = JSON.parse(page.one("script").textContent);
  const address = "https://topicwire.example/articles/day-manh-hop-tac-canh-sat-bien-conference";
  expect(page.one("link[rel=canonical]").getAttribute("href")).toBe(address);
  expect(known).toEqual({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": conference.id,
    url: address,
    mainEntityOfPage: address,
    headline: conference.title,
    description: conference.summary,
    inLanguage: "vi",
    datePublished: "2023-12-20T10:36:17Z",
    creditText: "Phạm Tuân - Xuân Giao",
    sourceOrganization: { "@type": "Organization", name: "TTXVN" },
    isBasedOn: conference.source?.url,
    keywords: ["An ninh hàng hải", "Cảnh sát biển", "Việt Nam", "Nhật Bản"],
    publisher: {
      "@type": "Organization",
      name: "Bản tin Biển và Quốc phòng",
      url: "https://topicwire.example",
    },
  });
});

test("an article's page does not change when other articles come", () => {
  const alone = renderArticle({ ...catalog, articles: [] } as typeof catalog, conference);
  expect(alone).toBe(renderArticle(catalog, conference));
});
