import { expect, test } from "vitest";
import { extractMarkdown } from "../../src/compile/extractors/markdown.ts";
import { readNameDate } from "../../src/compile/nameDate.ts";

test.each([
  ["of Jekyll", "blog/_posts/2024-05-02-a-boat.md", "2024-05-02T00:00:00+07:00"],
  ["without zeros", "_posts/2024-5-2-a-boat.markdown", "2024-05-02T00:00:00+07:00"],
  ["that is nothing else", "2024-05-02.md", "2024-05-02T00:00:00+07:00"],
  ["of the folder of a post", "posts/2024-05-02-a-boat/index.md", "2024-05-02T00:00:00+07:00"],
  [
    "of such a folder in one of several languages",
    "posts/2024-05-02-a/index.vi.md",
    "2024-05-02T00:00:00+07:00",
  ],
  ["of an index", "posts/a/2024-05-02-index.md", "2024-05-02T00:00:00+07:00"],
  ["without a day", "posts/a-boat.md", undefined],
  ["of a folder of many", "2024-05-02/a-boat.md", undefined],
  ["with a day that is not", "2024-02-30-a-boat.md", undefined],
  ["with a number", "2024-05-021.md", undefined],
])("the day in a name %s", (_, path, day) => {
  expect(readNameDate(path, "Asia/Ho_Chi_Minh")?.value).toBe(day);
});

function publish(text: string) {
  const context = { timeZone: "UTC", lang: "en" };
  return extractMarkdown(text, "_posts/2024-05-02-a.md", context).drafts[0]?.published?.value;
}

test("a post is dated by its name where it says no other date", () => {
  expect(publish("---\ntitle: A\n---\nText.")).toBe("2024-05-02T00:00:00+00:00");
  expect(publish("# A\n\nText.")).toBe("2024-05-02T00:00:00+00:00");
  expect(publish("---\ndate: 2024-05-03\n---\nText.")).toBe("2024-05-03T00:00:00+00:00");
});

test("a post in the folder of drafts is one", () => {
  const text = "---\ntitle: A\n---\nText.";
  const isDraft = (path: string) =>
    extractMarkdown(text, path, { timeZone: "UTC", lang: "en" }).drafts[0]?.draft;
  expect(isDraft("blog/_drafts/a.md")).toBe(true);
  expect(isDraft("blog/drafts/a.md")).toBe(false);
});
