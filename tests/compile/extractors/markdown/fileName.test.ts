// What the name of a Markdown file says.

import { describe, expect, test } from "vitest";
import { dayInName, titleInName } from "../../../../src/compile/extractors/markdown/fileName.ts";
import { extractMarkdown } from "../../../../src/compile/extractors/markdown.ts";

const context = { timeZone: "Asia/Ho_Chi_Minh", lang: "en" };

describe("the day in a name is that of the article", () => {
  test.each([
    ["blog/2024-05-02-ferry.md", "2024-05-02"],
    ["blog/2024-5-2 Ferry.mdx", "2024-05-02"],
    ["blog/2024-05-02-ferry/index.md", "2024-05-02"],
    ["blog/2024-05-02-ferry/ferry.md", "2024-05-02"],
    ["blog/2024-05-02-ferry/index.vi.md", "2024-05-02"],
    ["journals/2024_05_02.md", "2024-05-02"],
    ["blog/2024/05/02/ferry.md", "2024-05-02"],
    ["blog/2024/05/02-ferry.md", "2024-05-02"],
  ])("%s", (path, day) => {
    expect(dayInName(path, context.timeZone)?.value).toBe(`${day}T00:00:00+07:00`);
  });

  test.each([
    "ferry.md",
    "2024-05.md",
    "2024-02-31-ferry.md",
    "1945-05-08-peace.md",
    "20240502-ferry.md",
    "v2024-05-02.md",
    "2024-05-021.md",
    "2024-05-02/ferry.md",
  ])("but there is none in %s", (path) => {
    expect(dayInName(path, context.timeZone)).toBeNull();
  });

  test("where the text says no other, and is from nowhere else", () => {
    const publishedOf = (text: string) =>
      extractMarkdown(text, "2024-05-02-ferry.md", context).drafts[0]?.published?.value.slice(0, 10) ?? null;
    expect(publishedOf("---\ntitle: A\n---\nText.")).toBe("2024-05-02");
    expect(publishedOf("# A\n\nText.")).toBe("2024-05-02");
    expect(publishedOf("---\ntitle: A\ndate: 2024-04-01\n---\nText.")).toBe("2024-04-01");
    expect(publishedOf("# A\n\nPublished on April 1, 2024\n\nText.")).toBe("2024-04-01");
    expect(publishedOf("---\ntitle: A\nsource: https://e.example/a\n---\nText.")).toBeNull();
  });
});

describe("the name of a note is its title", () => {
  test.each([
    ["Notes/How ferries stop.md", false, "How ferries stop"],
    ["2024-05-02 How ferries stop.md", false, "How ferries stop"],
    ["Phà ra đảo.md", false, "Phà ra đảo"],
    ["渡し船 の 話.md", false, "渡し船 の 話"],
    ["Ferries.md", true, "Ferries"],
    ["12 ferries.md", true, "12 ferries"],
    ["Ferries  -  ships.md", false, "Ferries - ships"],
    ["Ships___Ferries.md", true, "Ships/Ferries"],
  ])("%s", (path, isNote, title) => {
    expect(titleInName(path, isNote)?.value).toBe(title);
  });

  test.each<[string, boolean]>([
    ["Ferries.md", false],
    ["how-ferries-stop.md", true],
    ["ferries again.md", true],
    ["Untitled 3.md", true],
    ["New note.md", true],
    ["README.md", true],
    ["README-vi.md", true],
    ["Bug_report.md", true],
    ["2million.md", true],
    ["01-ferries.md", true],
    ["2024-05-02.md", true],
    ["20240502103000.md", true],
  ])("but %s is none", (path, isNote) => {
    expect(titleInName(path, isNote)).toBeNull();
  });

  test("where the text states no other", () => {
    const titleOf = (text: string) =>
      extractMarkdown(text, "How ferries stop.md", context).drafts[0]?.title?.value;
    expect(titleOf("Slowly, and [[Later]].")).toBe("How ferries stop");
    expect(titleOf("## Part\n\nSlowly.")).toBe("How ferries stop");
    expect(titleOf("# Ferries\n\nSlowly.")).toBe("Ferries");
    expect(titleOf("---\ntitle: Ships\n---\nSlowly.")).toBe("Ships");
  });
});

function publish(text: string) {
  return extractMarkdown(text, "_posts/2024-05-02-a.md", { timeZone: "UTC", lang: "en" }).drafts[0]?.published
    ?.value;
}

test("a post is dated by its name where it says no other date", () => {
  expect(publish("---\ntitle: A\n---\nText.")).toBe("2024-05-02T00:00:00+00:00");
  expect(publish("# A\n\nText.")).toBe("2024-05-02T00:00:00+00:00");
  expect(publish("---\ndate: 2024-05-03\n---\nText.")).toBe("2024-05-03T00:00:00+00:00");
});

test("a post in the folder of drafts is one", () => {
  const isDraft = (path: string) =>
    extractMarkdown("---\ntitle: A\n---\nText.", path, { timeZone: "UTC", lang: "en" }).drafts[0]?.draft;
  expect(isDraft("blog/_drafts/a.md")).toBe(true);
  expect(isDraft("blog/drafts/a.md")).toBe(false);
});
