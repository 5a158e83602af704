import { expect, test } from "vitest";
import { isRefusal, parseQuery, type Refusal } from "../../src/catalog/query.ts";
import { refusalSentence, renderRefusal } from "../../src/pages/refusal.ts";
import { englishCatalog, site, topics } from "./newsroom.ts";
import { readPage } from "./reading.ts";

function refuse(expression: string, search = ""): Refusal {
  const query = parseQuery(expression, new URLSearchParams(search), (id) =>
    topics.some((topic) => topic.id === id),
  );
  if (!isRefusal(query)) throw new Error(`${expression} is a query`);
  return query;
}

test.each([
  [
    "atlantis",
    "",
    "There is no topic “atlantis”. The home page lists all topics.",
    "Không có chủ đề nào mang tên “atlantis”. Trang chủ liệt kê tất cả các chủ đề.",
  ],
  [
    "japan+<b>",
    "",
    "“<b>” is not a topic. Topics are joined by “+” (both) or “,” (either); “!” in front of one means not.",
    "Không hiểu “<b>”. Các chủ đề được nối bằng “+” (cả hai) hoặc “,” (một trong hai), “!” đứng trước là loại trừ.",
  ],
  [
    "japan+",
    "",
    "A topic is missing. Topics are joined by “+” (both) or “,” (either); “!” in front of one means not.",
    "Một chủ đề bị bỏ trống. Các chủ đề được nối bằng “+” (cả hai) hoặc “,” (một trong hai), “!” đứng trước là loại trừ.",
  ],
  [
    "japan+!japan",
    "",
    "No article can ever match: the same topic is both asked for and ruled out, or everything is ruled out.",
    "Không bài nào có thể khớp: cùng một chủ đề vừa được chọn vừa bị loại trừ, hoặc mọi bài đều bị loại trừ.",
  ],
  [
    "japan",
    "lang=tieng viet",
    "“tieng viet” is not a language tag. Examples are “vi” and “en”.",
    "“tieng viet” không phải mã ngôn ngữ. Ví dụ: “vi”, “en”.",
  ],
  [
    Array(9).fill("japan").join("+"),
    "",
    "A feed combines at most 8 topics, counting those repeated in each alternative. Leave some out.",
    "Một luồng tin ghép được nhiều nhất 8 chủ đề, tính cả những chủ đề lặp lại trong từng vế “hoặc”. Hãy bớt vài chủ đề.",
  ],
  [
    "japan",
    "q=a b c d e f g h i",
    "A search takes at most 8 words and 200 characters. Leave some out.",
    "Mỗi lần tìm được nhiều nhất 8 từ, không quá 200 ký tự. Hãy bớt vài từ.",
  ],
])(
  "%s?%s is told why it is refused, in the language of the site and in English",
  (expression, search, inEnglish, inVietnamese) => {
    const refusal = refuse(expression, search);
    expect(refusalSentence(refusal)).toBe(inEnglish);
    expect(readPage(renderRefusal(site, refusal)).texts(".lede")).toEqual([inVietnamese]);
    expect(readPage(renderRefusal(englishCatalog.site, refusal)).texts(".lede")).toEqual([inEnglish]);
  },
);

test("a refused query is not called missing, an unknown topic is", () => {
  expect(readPage(renderRefusal(site, refuse("japan,"))).texts("h1")).toEqual([
    "Không đáp ứng được yêu cầu này",
  ]);
  expect(readPage(renderRefusal(site, refuse("atlantis"))).texts("h1")).toEqual(["Không có trang này"]);
});

test("what is quoted is no longer than a sentence bears", () => {
  expect(refusalSentence({ reason: "malformed", near: "x".repeat(10_000) }).length).toBeLessThan(250);
  expect(refusalSentence({ reason: "malformed", near: "🌊".repeat(100) }).isWellFormed()).toBe(true);
});
