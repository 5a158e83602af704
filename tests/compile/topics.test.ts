import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSite } from "../../src/compile/site.ts";
import { indexTopics, matchTopics, nameTopics, partNames, type TopicRule } from "../../src/compile/topics.ts";

const settings = readSite(readFileSync("seeds/site.toml", "utf8")).settings;
const index = indexTopics(settings?.rules ?? []);

/** The topics of a brief. */
function topicsOf(lead: string, body = "", title: string | null = null): string[] {
  return matchTopics(index, { title, lead, body })
    .filter((topic) => topic.assigned)
    .map((topic) => topic.id);
}

function weigh(rules: Partial<TopicRule>, lead: string): number {
  const own = indexTopics([{ id: "t", match: [], not: [], ...rules }]);
  return matchTopics(own, { title: null, lead, body: "" })[0]?.weight ?? 0;
}

describe("a country topic", () => {
  test("is not named by the ocean or the sea that bears its name", () => {
    expect(topicsOf("Khu vực Ấn Độ Dương-Thái Bình Dương tự do và rộng mở.")).toEqual([]);
    expect(topicsOf("Tin cậy lẫn nhau trong khu vực Ấn Độ Dương-TBD.")).toEqual([]);
    expect(topicsOf("Sự hiện diện ở Ấn Độ - Thái Bình Dương.")).toEqual([]);
    expect(topicsOf("Ships met in the East China Sea and the Indian Ocean.")).toEqual([]);
    expect(topicsOf("The South China Sea.")).toEqual(["south-china-sea"]);
  });

  test("is named by the country even where its ocean stands beside it", () => {
    expect(topicsOf("Ấn Độ sẽ tuần tra Ấn Độ Dương.")).toEqual(["india"]);
  });

  test("is named by its city", () => {
    expect(topicsOf("Tàu cập cảng Thành phố Hồ Chí Minh.")).toEqual(["vietnam"]);
  });

  test("is not named by a common word that is written like it", () => {
    expect(topicsOf("Phù hợp với luật pháp quốc tế, bằng biện pháp hòa bình.")).toEqual([]);
    expect(topicsOf("Pháp luật nghiêm cấm.")).toEqual([]);
    expect(topicsOf("Ngã ba sông, ngà voi, Chủ Nhật tuần này, thẩm mỹ viện.")).toEqual([]);
    expect(topicsOf("Trung Mỹ và Nam Mỹ.")).toEqual([]);
    expect(topicsOf("They let us in.")).toEqual([]);
  });

  test("is found in a headline of capitals", () => {
    expect(topicsOf("", "", "MỸ VÀ PHÁP TẬP TRẬN CHUNG")).toEqual([
      "defence-cooperation",
      "united-states",
      "france",
    ]);
  });

  test("is found in a pair of countries", () => {
    expect(topicsOf("Không làm leo thang căng thẳng Mỹ-Trung.")).toEqual(["china", "united-states"]);
  });
});

describe("the East Sea", () => {
  test("is not the East China Sea, nor a coast in the east", () => {
    expect(topicsOf("Hữu nghị trên Biển Hoa Đông.")).toEqual([]);
    expect(topicsOf("Bờ biển Đông Nam Á.")).toEqual([]);
  });

  test("is found however its second word is written", () => {
    expect(topicsOf("Quy tắc ứng xử ở Biển Đông (COC).")).toEqual(["south-china-sea"]);
    expect(topicsOf("Tình hình biển Đông.")).toEqual(["south-china-sea"]);
  });
});

describe("a phrase", () => {
  test("stands for whole words", () => {
    expect(weigh({ match: ["trade"] }, "traders traded")).toBe(0);
  });

  test("with accents asks for them, one without takes both", () => {
    expect(weigh({ match: ["hải quân"] }, "hai quan")).toBe(0);
    expect(weigh({ match: ["hai quan"] }, "hải quân, hai quan")).toBe(4);
  });

  test("is found in either spelling of its tone", () => {
    expect(weigh({ match: ["ma túy"] }, "buôn ma tuý")).toBe(2);
    expect(weigh({ match: ["hoà bình"] }, "vì hòa bình")).toBe(2);
  });

  test("is found in text whose accents stand apart", () => {
    expect(weigh({ match: ["Biển Đông"] }, "Biển Đông".normalize("NFD"))).toBe(2);
  });

  test("counts once where a longer one covers it", () => {
    expect(weigh({ match: ["buôn lậu", "buôn lậu ma túy"] }, "buôn lậu ma túy")).toBe(2);
  });

  test("is silenced where a phrase of `not` covers it, and only there", () => {
    expect(weigh({ match: ["Nhật"], not: ["Chủ Nhật"] }, "Chủ Nhật, Nhật thắng")).toBe(2);
  });

  test("does not reach over punctuation, but for the dot of an abbreviation and a dash", () => {
    expect(topicsOf("Hải quân Việt Nam, Mỹ, Nhật Bản.")).toEqual(["vietnam", "japan", "united-states"]);
    expect(weigh({ match: ["Nam Mỹ"] }, "ở Việt Nam. Mỹ thì")).toBe(0);
    expect(weigh({ match: ["TP Hồ Chí Minh"] }, "cảng TP. Hồ Chí Minh")).toBe(2);
    expect(weigh({ match: ["Ấn Độ - Thái Bình Dương"] }, "Ấn Độ–Thái Bình Dương")).toBe(2);
    expect(weigh({ match: ["U.S."] }, "the U.S. Navy")).toBe(2);
  });

  test("with a comma asks for one", () => {
    expect(weigh({ match: ["tìm kiếm, cứu nạn"] }, "tìm kiếm, cứu nạn; tìm kiếm cứu nạn")).toBe(2);
  });

  test("does not reach over the end of a paragraph", () => {
    const own = indexTopics([{ id: "t", match: ["biển đông"], not: [] }]);
    expect(matchTopics(own, { title: null, lead: "", body: "ra biển\nđông người" })).toEqual([]);
  });

  test("is found in scripts that put no spaces between words", () => {
    expect(weigh({ match: ["日本"] }, "今日は日本と中国が")).toBe(2);
  });
});

describe("weight", () => {
  test("one mention in the body is in passing, two are not", () => {
    expect(topicsOf("Hai nước họp.", "Quan ngại về Trung Quốc.")).toEqual([]);
    expect(topicsOf("Hai nước họp.", "Quan ngại về Trung Quốc.\nTrung Quốc đáp lại.")).toEqual(["china"]);
  });

  test("one mention in the title is enough, and the evidence says where it stood", () => {
    const [match] = matchTopics(index, { title: "Progress in Japan", lead: "", body: "" });
    expect(match).toEqual({
      id: "japan",
      assigned: true,
      weight: 3,
      evidence: [{ phrase: "Japan", place: "title", count: 1, weight: 3 }],
    });
  });
});

test("topics a file names itself are taken as they are, unknown tags left aside", () => {
  expect(nameTopics(index, ["russia", "holiday", "asean"]).map((topic) => topic.id)).toEqual([
    "asean",
    "russia",
  ]);
});

test("a name with spaces is one topic where it is one by its id or its title, else its words where all are", () => {
  const topics = ["sea", "war", "sea-trade", "naval"].map((id) => ({ id, match: [], not: [] }));
  const index = indexTopics(topics);
  const part = (name: string) => partNames(index, [name], [{ title: { en: "War sea" } }]);
  expect(part("sea war")).toEqual(["sea", "war"]);
  expect(part("sea trade")).toEqual(["sea-trade"]);
  expect(part("war sea")).toEqual(["war-sea"]);
  expect(part("sea power")).toEqual(["sea-power"]);
});

test("a search costs no more with a thousand topics than with ten", () => {
  // Counted in steps of the tree, not in time: words that begin no phrase are left after one look.
  const many = indexTopics(
    Array.from({ length: 1000 }, (_, i) => ({ id: `t${i}`, match: [`phrase${i} word`], not: [] })),
  );
  let looks = 0;
  const count = many.folded.next.get.bind(many.folded.next);
  many.folded.next.get = (word) => {
    looks++;
    return count(word);
  };
  matchTopics(many, { title: null, lead: "ordinary words of a text", body: "" });
  expect(looks).toBe(5);
});
