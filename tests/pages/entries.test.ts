import { expect, test } from "vitest";
import { showEntry, summaryBeside } from "../../src/pages/entries.ts";
import { voiceOf } from "../../src/pages/voice.ts";
import { makeArticle } from "./newsroom.ts";

const brief = makeArticle({
  shortId: "brief00000",
  title: "Nga và Ấn Độ đã nhất trí…",
  titleDerived: true,
  summary: "Nga và Ấn Độ đã nhất trí đào tạo đội ngũ thủy thủ.",
});

test("a summary that starts with the derived title goes on where the title stops", () => {
  expect(summaryBeside(brief)).toBe("… đào tạo đội ngũ thủy thủ.");
});

test("a summary whose title stops before a comma goes on after it", () => {
  const title = "Nga và Ấn Độ…";
  expect(summaryBeside({ ...brief, title, summary: "Nga và Ấn Độ, hai nước bạn." })).toBe("… hai nước bạn.");
});

test("a title that ends inside a word of the summary is not its beginning", () => {
  const title = "Nga…";
  expect(summaryBeside({ ...brief, title, summary: "Ngay sau đó." })).toBe("Ngay sau đó.");
});

test("a derived title that is all there is leaves nothing to add", () => {
  expect(summaryBeside({ ...brief, summary: "Nga và Ấn Độ đã nhất trí." })).toBe("");
});

test("a summary in other words than the derived title is kept whole", () => {
  expect(summaryBeside({ ...brief, summary: "Hai nước nhất trí." })).toBe("Hai nước nhất trí.");
});

test("a title the source gave does not shorten the summary, even when both begin alike", () => {
  expect(summaryBeside({ ...brief, titleDerived: false })).toBe(brief.summary);
});

test("an entry names its language where that is not the page's, whatever the region", () => {
  const voice = voiceOf({ lang: "en-US", timeZone: "UTC" });
  const show = (lang: string): string => showEntry({ ...brief, lang, source: null }, voice).toString();
  expect(show("en")).not.toContain("English");
  expect(show("en-GB")).not.toContain("English");
  expect(show("vi")).toContain('<span class="from">Vietnamese</span>');
});
