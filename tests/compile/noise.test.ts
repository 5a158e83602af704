// The tables of clutter: each name is earned by lines of that kind, and prose earns none.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whole } from "../../src/compile/noise/rule.ts";
import { NOISE, nameNoise } from "../../src/compile/noise.ts";

function names(line: string): readonly string[] {
  return nameNoise(line, line.split(/\s+/).length);
}

describe("a line of clutter is known by its kind", () => {
  test.each([
    ["Chia sẻ bài viết ^^", "share button"],
    ["Copy link", "share button"],
    ["Trang chủ", "site navigation"],
    ["Skip to main content", "site navigation"],
    ["Đăng ký ấn phẩm|Đăng nhập", "account link"],
    ["Tin bài liên quan", "heading of related links"],
    ["Đọc nhiều", "heading of related links"],
    ["Đừng bỏ lỡ", "heading of related links"],
    ["Mehr zum Thema", "heading of related links"],
    ["À lire aussi", "heading of related links"],
    ["関連記事", "heading of related links"],
    [">> Xem thêm: Sáng nay mưa lớn ở Huế", "pointer to another article"],
    ["BÌNH LUẬN (0)", "heading of comments"],
    ["All comments [ 10 ]", "heading of comments"],
    ["Quảng cáo", "advertisement"],
    ["Anzeige", "advertisement"],
    ["Sign up for our daily newsletter", "call to subscribe"],
    ["Giấy phép số 123/GP-BTTTT", "legal notice"],
    ["© 2024 Example News. All rights reserved.", "legal notice"],
    ["Đang cập nhật dữ liệu !", "loading message"],
    ["12 Comments", "counter"],
    ["Tags: sea, ships", "tag line"],
  ])("%s → %s", (line, name) => {
    expect(names(line)).toContain(name);
  });
});

describe("an article's own lines are not clutter", () => {
  test.each([
    "Hai bên thống nhất các hoạt động hợp tác trong năm 2024.",
    "The two sides should work together closely to develop a Code of Conduct in the East Sea.",
    "Was die Brücke für die Anwohner bedeutet",
    "Progress in defence cooperation between ASEAN and Japan",
    "Đối thoại chính sách quốc phòng Việt Nam - Nhật Bản lần thứ hai",
  ])("%s", (line) => {
    expect(names(line)).toEqual([]);
  });
});

test("every row says how long a line it may judge, and none remembers where it stopped", () => {
  for (const { words, pattern } of NOISE) {
    expect(words).toBeGreaterThan(0);
    expect(pattern.global).toBe(false);
  }
});

test("what follows a phrase is clutter never otherwise than signs, a count and signs", () => {
  const pattern = whole("share");
  const before = /^[\s>»›▸•|+*#:-]*share[\s>»›▸|+*:.!…→↓-]*(?:\(?\d+\)?|\[\s*\d+\s*\])?[\s:.!…]*$/iu;
  const piece = fc.constantFrom(" ", ":", ".", "!", "…", "→", "-", "(", "1", "23", ")", "[", "]", "a");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const line = `share${pieces.join("")}`;
      expect(pattern.test(line)).toBe(before.test(line));
    }),
    { numRuns: 3000 },
  );
});
