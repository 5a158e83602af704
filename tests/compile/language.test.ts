// Languages: any, and a sensible answer for what is too short.

import { describe, expect, test } from "vitest";
import { detectLanguage } from "../../src/compile/language.ts";

describe("the language of a text", () => {
  test.each([
    ["vi", "Hai bên thống nhất tăng cường hợp tác trong lĩnh vực an ninh biển và cứu hộ cứu nạn."],
    ["en", "The two sides agreed to strengthen their cooperation at sea, and to meet again next year."],
    ["de", "Die beiden Seiten vereinbarten, auf See enger zusammenzuarbeiten und sich wieder zu treffen."],
    ["fr", "Les deux parties ont convenu de renforcer leur coopération en mer et de se revoir bientôt."],
    ["ja", "両国は海上での協力を強化し、来年また会談することで合意しました。"],
    ["ru", "Стороны договорились укреплять сотрудничество на море и встретиться снова в следующем году."],
  ])("%s", (lang, text) => {
    expect(detectLanguage(text, "xx")).toEqual({ lang, sure: true });
  });

  test("of a text too short to tell is the site's", () => {
    expect(detectLanguage("OK 2024", "vi")).toEqual({ lang: "vi", sure: false });
    expect(detectLanguage("", "en")).toEqual({ lang: "en", sure: false });
  });

  test("of a short text may still show in its letters", () => {
    expect(detectLanguage("東京へ行く", "vi").lang).toBe("ja");
    expect(detectLanguage("Tin mới nhận được", "en").lang).toBe("vi");
  });

  test("of a name with accents is not that of the text around it", () => {
    expect(detectLanguage("Đặng 24", "en").lang).toBe("en");
    expect(detectLanguage("Đặng\n\n24 Hồ", "en").lang).toBe("en");
    expect(detectLanguage("Đặng 24\nHồ", "en").lang).toBe("vi");
  });

  test("of letters without end is told at once", () => {
    expect(detectLanguage(`${"đ".repeat(2000)}${" ".repeat(2000)}`, "en").lang).toBe("en");
    expect(detectLanguage(`${"đ ".repeat(20)}${" ".repeat(4000)}`, "en").lang).toBe("vi");
    expect(detectLanguage(`${"1".repeat(2000)}đ${" ".repeat(2000)}`, "en").lang).toBe("en");
  });

  test("does not depend on how accents are composed", () => {
    const text = "Cuộc tập trận là bước tiến lớn hướng tới việc xây dựng mặt trận chung.";
    expect(detectLanguage(text.normalize("NFD"), "en")).toEqual(detectLanguage(text, "en"));
  });
});
