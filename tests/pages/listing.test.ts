import { describe, expect, test } from "vitest";
import { ALL, type Topic } from "../../src/catalog/catalog.ts";
import { isRefusal, parseQuery, type Query } from "../../src/catalog/query.ts";
import { articlesShown, type Listing, renderItem, renderListing } from "../../src/pages/listing.ts";
import { everything } from "../../src/pages/topics.ts";
import { articlesIn } from "../feeds/feed-of.ts";
import { catalog, conference, english, englishCatalog, site, topics } from "./newsroom.ts";
import { langAt, type ParsedPage, readPage } from "./reading.ts";
import { renderTopic } from "./topic-of.ts";
import { joinListing } from "./whole.ts";

function ask(expression: string, search = ""): Query {
  const query = parseQuery(expression, new URLSearchParams(search), () => true);
  if (isRefusal(query)) throw new Error(query.reason);
  return query;
}

const japan = topics.find(({ id }) => id === "japan") ?? everything;

/** A listing of the conference and the English article, unless told otherwise. */
function list(query: Query, facts: Partial<Listing> = {}): string {
  const listing = { site, topics, langs: ["en", "vi"], query, shown: 2, total: 2, ...facts };
  const items = [conference, english]
    .slice(0, listing.shown)
    .map((article) => renderItem(listing.site, article));
  return joinListing(renderListing(listing), items);
}

function show(expression: string, search = "", facts: Partial<Listing> = {}): ParsedPage {
  return readPage(list(ask(expression, search), facts));
}

const linksIn = (page: ParsedPage, part: string): readonly (string | null)[] =>
  page.all(`${part} a`).map((link) => link.getAttribute("href"));

describe("in parts", () => {
  test.each([...catalog.topics, everything])(
    "$id joined from its parts is the page rendered whole",
    (topic: Topic) => {
      const articles = articlesIn(catalog, topic.id);
      const items = articles.slice(0, articlesShown).map((article) => renderItem(site, article));
      const query = topic.id === ALL ? ask("all") : ask(topic.id);
      const langs = ["en", "vi"];
      const total = articles.length;
      const { head, tail } = renderListing({
        site,
        topics: catalog.topics,
        langs,
        query,
        shown: items.length,
        total,
      });
      expect(head + items.join("\n") + tail).toBe(renderTopic(catalog, topic));
    },
  );

  test("an item is one element, and the same in every listing", () => {
    const item = renderItem(site, conference);
    expect(item).toMatch(/^<li>.*<\/li>$/s);
    for (const page of [list(ask("japan")), list(ask("all", "lang=vi")), renderTopic(catalog, japan)])
      expect(page).toContain(`\n${item}\n`);
  });
});

describe("a query", () => {
  const page = show("japan+coast-guard", "lang=vi");

  test("has a page named after what it asks", () => {
    expect(page.texts("h1")).toEqual(["Cảnh sát biển và Nhật Bản, bằng tiếng Việt"]);
    expect(page.texts("title")).toEqual([
      "Cảnh sát biển và Nhật Bản, bằng tiếng Việt – Bản tin Biển và Quốc phòng",
    ]);
    expect(show("china,japan", "", englishCatalog).texts("h1")).toEqual(["China or Japan"]);
  });

  test("has an address to copy, and is found by readers in three formats", () => {
    expect(page.texts("code")).toEqual(["https://topicwire.example/feeds/coast-guard+japan.rss?lang=vi"]);
    expect(page.all("link[rel=alternate]").map((link) => link.getAttribute("href"))).toEqual([
      "/feeds/coast-guard+japan.rss?lang=vi",
      "/feeds/coast-guard+japan.atom?lang=vi",
      "/feeds/coast-guard+japan.json?lang=vi",
      "/feeds.opml",
    ]);
    expect(page.one("link[rel=alternate]").getAttribute("title")).toBe(
      "Cảnh sát biển và Nhật Bản, bằng tiếng Việt – Bản tin Biển và Quốc phòng (RSS 2.0)",
    );
  });

  test("keeps its own address and stays out of search engines, which a topic does not", () => {
    expect(page.one("link[rel=canonical]").getAttribute("href")).toBe(
      "https://topicwire.example/topics/coast-guard+japan?lang=vi",
    );
    expect(page.one("meta[name=robots]").getAttribute("content")).toBe("noindex");
    expect(show("japan").all("meta[name=robots]")).toEqual([]);
    expect(show("all").all("meta[name=robots]")).toEqual([]);
  });

  test("is followed by all topics, a topic by the others", () => {
    expect(linksIn(page, "#topics ~ ul")).toHaveLength(16);
    expect(linksIn(show("japan"), "#topics ~ ul")).toHaveLength(15);
  });
});

describe("counting", () => {
  test("says how many there are, and how many of them are listed", () => {
    expect(show("japan").texts("#articles")).toEqual(["Bài viết 2 bài"]);
    expect(show("japan", "", { total: 1234 }).texts("#articles")).toEqual(["Bài viết 1.234 bài"]);
    expect(show("japan", "", { total: 1234 }).texts("p.more.soft")).toEqual([
      "Trang này liệt kê 2 bài mới nhất trong 1.234 bài.",
    ]);
    expect(show("japan").all("p.more.soft")).toEqual([]);
  });
});

describe("languages", () => {
  test("are offered where articles are in several, that of the page first", () => {
    const page = show("japan", "q=tau", { langs: ["en", "ru", "vi"] });
    expect(page.texts("nav[aria-label='Ngôn ngữ'] a")).toEqual([
      "Mọi ngôn ngữ",
      "Chỉ tiếng Việt",
      "Chỉ tiếng Anh",
      "Chỉ tiếng Nga",
    ]);
    expect(linksIn(page, "nav[aria-label='Ngôn ngữ']")).toEqual([
      "/topics/japan?q=tau",
      "/topics/japan?lang=vi&q=tau",
      "/topics/japan?lang=en&q=tau",
      "/topics/japan?lang=ru&q=tau",
    ]);
    expect(page.texts("main [aria-current]")).toEqual(["Mọi ngôn ngữ"]);
    expect(show("japan", "lang=en").texts("main [aria-current]")).toEqual(["Chỉ tiếng Anh"]);
    expect(show("japan", "", englishCatalog).texts("nav[aria-label=Language] a")).toEqual([
      "All languages",
      "Only English",
      "Only Vietnamese",
    ]);
  });

  test("are called what the titles of feeds call them, by their tag where they have no name", () => {
    const page = show("japan", "lang=de", { langs: ["de", "tlh"] });
    expect(page.texts("h1")).toEqual(["Nhật Bản, bằng tiếng Đức"]);
    expect(page.texts("nav[aria-label='Ngôn ngữ'] a")).toEqual(["Mọi ngôn ngữ", "Chỉ tiếng Đức", "Chỉ tlh"]);
  });

  test("are not offered where there is only one, unless one was asked for", () => {
    expect(show("japan", "", { langs: ["vi"] }).all("nav[aria-label='Ngôn ngữ']")).toEqual([]);
    expect(linksIn(show("japan", "lang=vi", { langs: ["vi"] }), "nav[aria-label='Ngôn ngữ']")).toEqual([
      "/topics/japan",
      "/topics/japan?lang=vi",
    ]);
  });
});

describe("searching", () => {
  const page = show("japan", 'lang=vi&q="hải quân" tàu');

  test("stays within the topic and the language, and keeps what was typed", () => {
    expect(page.one("[role=search]").getAttribute("action")).toBe("/topics/japan");
    const fields = page
      .all("[role=search] input")
      .map((field) => [field.getAttribute("name"), field.getAttribute("value")]);
    expect(fields).toEqual([
      ["q", '"hải quân" tàu'],
      ["lang", "vi"],
    ]);
    expect(show("japan").all("[role=search] input[name=lang]")).toEqual([]);
  });

  test.each([
    ["all", "q=tau", "Tìm trong tất cả bài viết"],
    ["japan", "q=tau", "Tìm trong chủ đề Nhật Bản"],
    ["japan,china", "", "Tìm trong luồng tin này"],
    ["all", "lang=vi", "Tìm trong luồng tin này"],
  ])("%s?%s says where it searches", (expression, search, label) => {
    expect(show(expression, search).texts("label[for=q]")).toEqual([label]);
  });

  test("shows what was found before how to subscribe to it, other listings after", () => {
    const order = (shown: ParsedPage): readonly string[] => shown.all("h2").map((heading) => heading.id);
    expect(order(page)).toEqual(["articles", "subscribe", "refine", "topics"]);
    expect(linksIn(page, ".lede")).toEqual(["#subscribe"]);
    expect(order(show("japan"))).toEqual(["subscribe", "articles", "refine", "topics"]);
  });
});

describe("an empty result", () => {
  test("says so, can be subscribed to and leads on", () => {
    const page = show("japan", "lang=en&q=zeppelin", { shown: 0, total: 0 });
    expect(page.texts("#articles ~ p")).toEqual([
      "Chưa có bài nào khớp với lựa chọn này. Nếu theo dõi từ bây giờ, bạn sẽ nhận được bài đầu tiên ngay khi có.",
    ]);
    expect(linksIn(page, "#articles ~ ul")).toEqual([
      "/topics/all?lang=en&q=zeppelin",
      "/topics/japan?lang=en",
      "/topics/all",
    ]);
    expect(page.texts("#articles")).toEqual(["Bài viết"]);
    expect(page.all(".entries")).toEqual([]);
    expect(page.texts("code")).toEqual(["https://topicwire.example/feeds/japan.rss?lang=en&q=zeppelin"]);
  });

  test("of everything leads nowhere else", () => {
    expect(show("all", "", { shown: 0, total: 0 }).all("#articles ~ ul")).toEqual([]);
  });
});

describe("a feed opened in a browser", () => {
  const page = show("japan", "", { note: "feed-preview" });

  test("says what it is, whose address to copy, and shows what is in it", () => {
    expect(page.texts(".kicker")).toEqual(["Xem trước luồng tin"]);
    expect(page.texts(".lede")[0]).toMatch(/^Bạn vừa mở địa chỉ của một luồng tin\..*trình đọc tin/);
    expect(page.texts("code")).toEqual(["https://topicwire.example/feeds/japan.rss"]);
    expect(page.all(".entries > li")).toHaveLength(2);
  });

  test("is the page of its query under another address", () => {
    expect(page.one("link[rel=canonical]").getAttribute("href")).toBe(
      "https://topicwire.example/topics/japan",
    );
    const search = show("japan", "q=tau", { note: "feed-preview" });
    expect(search.all("h2").map((heading) => heading.id)[0]).toBe("subscribe");
  });
});

describe("combining", () => {
  const kept = (page: ParsedPage): readonly string[] =>
    page
      .all("#refine ~ form input")
      .map((field) => `${field.getAttribute("name")}=${field.getAttribute("value")}`);
  const ways = (page: ParsedPage): readonly (string | null)[] =>
    page.all("#refine ~ form button").map((button) => button.getAttribute("value"));

  test("adds one more topic to what the page shows", () => {
    const page = show("japan", "lang=vi&q=tau");
    expect(page.one("#refine ~ form").getAttribute("action")).toBe("/topics");
    expect(kept(page)).toEqual(["or=japan", "lang=vi", "q=tau"]);
    expect(ways(page)).toEqual(["with", "or", "without"]);
    expect(page.texts("#refine ~ form option")).toHaveLength(16);
    expect(page.texts("#refine ~ form option")).not.toContain("Nhật Bản");
  });

  test("offers no alternative to several topics that must all hold", () => {
    const page = show("china+japan+!asean");
    expect(kept(page)).toEqual(["with=china", "with=japan", "without=asean"]);
    expect(ways(page)).toEqual(["with", "without"]);
  });

  test("is left to the home page where a form cannot say what the page shows", () => {
    for (const expression of ["china+japan,asean+!india", "all"]) {
      const page = show(expression);
      expect(page.all("#refine ~ form")).toEqual([]);
      expect(linksIn(page, "#refine ~ p")).toEqual(["/#build"]);
    }
  });
});

test("a title in another language than the page's is marked, that of a query is not", () => {
  const arctic = { id: "arctic", title: { en: "The Arctic" }, description: null };
  expect(langAt(show("arctic", "", { topics: [arctic] }).one("h1"))).toBe("en");
  expect(langAt(show("arctic", "lang=vi", { topics: [arctic] }).one("h1"))).toBe("vi");
});
