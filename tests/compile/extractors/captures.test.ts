// The five captures the product began with, field by field, as a careful reader noted them.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inspectCharacters } from "../../../src/compile/characters.ts";
import type { Draft } from "../../../src/compile/draft.ts";
import { extractText } from "../../../src/compile/extractors/text.ts";

const context = { timeZone: "Asia/Ho_Chi_Minh", lang: "vi" };

function read(name: string): string {
  return readFileSync(`${import.meta.dirname}/../../../seeds/${name}`, "utf8");
}

function extract(text: string) {
  return extractText(inspectCharacters(text).text, "seed.txt", context);
}

function articleOf(name: string): Draft {
  const { drafts } = extract(read(name));
  const [draft] = drafts;
  if (draft === undefined || drafts.length > 1) throw new Error(`${drafts.length} articles`);
  return draft;
}

/** The first four words of every paragraph. */
function openings(draft: Draft): string[] {
  return draft.text.split("\n").map((line) => line.split(" ").slice(0, 4).join(" "));
}

const names = [
  "000_50aacffc67916d15.txt",
  "001_23107760df640c84.txt",
  "002_c95d7c7017f46c4b.txt",
  "003_5bbd971c8a5c2908.txt",
  "004_baf9b366db02d900.txt",
] as const;

describe("the digest of fifteen briefs", () => {
  const { kind, drafts } = extract(read(names[0]));

  test("gives fifteen articles in their places, each a whole line of the file", () => {
    expect(kind).toBe("digest of 15 briefs");
    expect(drafts.map(({ place }) => place)).toEqual([...Array(15).keys()]);
    expect(drafts.map(({ text }) => text)).toEqual(read(names[0]).trim().split("\n"));
  });

  test("none states a title or a date; titles are made and marked as made", () => {
    for (const draft of drafts) {
      expect(draft.titleDerived).toBe(true);
      expect(draft.title?.value).toMatch(/^\S.{20,100}…$/u);
      expect(draft.published).toBeNull();
      expect(draft.lang?.value).toBe("vi");
    }
    expect(drafts[0]?.title?.value).toBe(
      "Cuộc tập trận AIKEYME 2025 là bước tiến lớn hướng tới việc xây dựng mặt trận chung nhằm…",
    );
    expect(drafts[2]?.title?.value).toBe("Trong cuộc đối thoại ba bên về hàng hải…");
  });
});

describe("the dialogue whose lead is said again", () => {
  const draft = articleOf(names[1]);

  test("title, lead, credits and language are stated; no date is", () => {
    expect(draft.title?.value).toBe("Đối thoại chính sách quốc phòng Việt Nam - Nhật Bản lần thứ hai");
    expect(draft.titleDerived).toBe(false);
    expect(draft.lead?.value).toMatch(/^Tại Đối thoại, hai bên đã đề cập .* chống cướp biển…$/u);
    expect(draft.byline?.value).toBe("HỮU THẮNG");
    expect(draft.sourceName?.value).toBe("QĐND");
    expect(draft.sourceUrl).toBeNull();
    expect(draft.published).toBeNull();
    expect(draft.lang?.value).toBe("vi");
  });

  test("the body is its seven paragraphs, the lead once inside the first", () => {
    expect(openings(draft)).toEqual([
      "Ngày 98, Đoàn đại",
      "Liên quan đến vấn",
      "Đối thoại chính sách",
      "Ngoài ra, hai bên",
      "Nhật Bản ủng hộ",
      "* Trước đó, sáng",
      "Trong thời gian làm",
    ]);
    expect(draft.text.split("Hai bên cũng đi sâu thảo luận")).toHaveLength(2);
  });

  test("captions stand apart", () => {
    expect(draft.captions).toEqual([
      "Đối thoại chính sách quốc phòng Việt Nam - Nhật Bản lần thứ hai - ảnh 1",
      "Tàu sân bay chở trực thăng Hyuga của Nhật Bản được đánh giá là có khả năng tác chiến tương đương các tàu sân bay hiện đại của Mỹ",
    ]);
  });
});

describe("the coast guards' meeting", () => {
  const draft = articleOf(names[2]);

  test("is dated by the stamp in its own address", () => {
    expect(draft.published).toMatchObject({
      value: "2023-12-20T17:36:17+07:00",
      rule: "stamp in the source address",
      line: 14,
    });
    expect(draft.sourceUrl?.value).toBe(
      "https://baotintuc.vn/bien-dao-viet-nam/day-manh-hop-tac-giua-canh-sat-bien-viet-nam-va-luc-luong-bao-ve-bo-bien-nhat-ban-20231220173617222.htm",
    );
  });

  test("names its authors and their agency", () => {
    expect(draft.byline?.value).toBe("Phạm Tuân - Xuân Giao");
    expect(draft.sourceName?.value).toBe("TTXVN");
  });

  test("has title, lead and seven paragraphs, the lead being the first", () => {
    expect(draft.title?.value).toBe(
      "Đẩy mạnh hợp tác giữa Cảnh sát biển Việt Nam và Lực lượng Bảo vệ bờ biển Nhật Bản",
    );
    expect(draft.lead?.value).toMatch(/^Đây là một trong những sự kiện cuối cùng của năm 2023 /u);
    expect(openings(draft)).toEqual([
      "Đây là một trong",
      "Theo phóng viên TTXVN",
      "Tại hội nghị, hai",
      "Phát biểu tại hội",
      "Phó Tư lệnh Pháp",
      "Kết thúc hội nghị,",
      "Cũng trong khuôn khổ",
    ]);
  });

  test("captions come without the table's bars", () => {
    expect(draft.captions).toEqual([
      "Đoàn công tác Cảnh sát biển Việt Nam tham dự Hội nghị. Ảnh: Xuân Giao/Pv TTXVN tại Nhật Bản",
      "Toàn cảnh Hội nghị. Ảnh: Phạm Tuân/Pv TTXVN tại Nhật Bản",
    ]);
  });
});

describe("the English post between Vietnamese names", () => {
  const draft = articleOf(names[3]);

  test("is English, undated, and without its comments", () => {
    expect(draft.title?.value).toBe("Progress in defence cooperation between ASEAN and Japan");
    expect(draft.lang?.value).toBe("en");
    expect(draft.published).toBeNull();
    expect(draft.byline).toBeNull();
    expect(draft.lead).toBeNull();
    expect(openings(draft)).toEqual([
      "On October 7, the",
      "Deputy Minister Nguyen Chi",
      "To solve these security",
      "Giving assessment of progress",
      "At the meeting, the",
    ]);
  });
});

describe("the treaty below a slogan", () => {
  const draft = articleOf(names[4]);

  test("the slogan on top is not its title", () => {
    expect(draft.title?.value).toBe("Pháp, Nhật Bản đẩy mạnh hợp tác quân sự");
  });

  test("the newspaper's signature is its source, not part of its lead", () => {
    expect(draft.lead?.value).toMatch(/^Pháp và Nhật Bản nhất trí bắt đầu .* xung đột tại Ukraine\.$/u);
    expect(draft.sourceName?.value).toBe("Kinhtedothi");
    expect(draft.summary?.value).toMatch(/^Pháp và Nhật Bản nhất trí/u);
  });

  test("has thirteen paragraphs, one caption and no date", () => {
    expect(openings(draft)).toEqual([
      "Kinhtedothi - Pháp và",
      "Là đồng minh G7,",
      "RAA thiết lập khuôn",
      '"Chúng tôi đã bắt',
      "Một tuyên bố của",
      "Tháng 12 năm 2023,",
      "Tokyo, vốn mất khoảng",
      "Vị quan chức cho",
      "Nhật Bản đã nỗ",
      "Nước này cũng ủng",
      '"Chúng tôi đang ngày',
      "Pháp có các lãnh",
      "Nước này muốn nhấn",
    ]);
    expect(draft.captions).toEqual([
      "Tổng thống Pháp Emmanuel Macron chào đón Thủ tướng Nhật Bản Fumio Kishida tại cung điện Elysee vào ngày 2 tháng 5 năm 2024. Ảnh: REUTERS/Benoit Tessie",
    ]);
    expect(draft.published).toBeNull();
  });
});

describe("how a capture is written down means nothing", () => {
  const spellings: Record<string, (text: string) => string> = {
    "decomposed letters": (text) => text.normalize("NFD"),
    "Windows line ends": (text) => text.replaceAll("\n", "\r\n"),
    "spaces that do not break": (text) => text.replaceAll(" ", "\u00a0"),
    "a byte order mark": (text) => `\ufeff${text}`,
    "spaces at the ends of lines": (text) => text.replaceAll("\n", "  \n"),
  };

  test.each(Object.keys(spellings))("%s", (spelling) => {
    for (const name of names) {
      const respelled = spellings[spelling]?.(read(name)) ?? "";
      const strip = (drafts: readonly Draft[]) =>
        drafts.map(({ text, html, title, published, captions }) => [
          text,
          html,
          title?.value,
          published?.value,
          captions,
        ]);
      expect(strip(extract(respelled).drafts), name).toEqual(strip(extract(read(name)).drafts));
    }
  });

  test("a cleaned article cleaned again is itself", () => {
    for (const name of names.slice(1)) {
      const draft = articleOf(name);
      const again = extract(`${draft.title?.value}\n\n${draft.text.replaceAll("\n", "\n\n")}`).drafts[0];
      expect(again?.title?.value, name).toBe(draft.title?.value);
      expect(again?.text, name).toBe(draft.text);
    }
  });
});

describe("every line has its verdict", () => {
  test("what is cut says why", () => {
    const { lines } = extract(read(names[4]));
    const rules = new Map(lines.map(({ line, verdict, rule }) => [line, `${verdict}: ${rule}`]));
    expect(rules.get(2)).toBe("cut: site navigation");
    expect(rules.get(5)).toBe("title: title line above the article");
    expect(rules.get(7)).toBe("lead: paragraph opening with a newspaper's signature");
    expect(rules.get(8)).toBe("caption: credit of a picture");
    expect(rules.get(34)).toBe("cut: title set twice, as teasers are");
    expect(rules.get(42)).toBe("cut: heading of related links");
    expect(rules.get(48)).toBe("cut: share button");
  });
});
