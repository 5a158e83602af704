import { expect, test } from "vitest";
import { extractMarkdown } from "../../../../src/compile/extractors/markdown.ts";

test.each([
  ["Done :tada: *and :+1:*, :smile::heart:", "<p>Done 🎉 <em>and 👍</em>, 😄❤️</p>"],
  ["`:tada:` a:x:b 10:100:20 :nobody: std:x:", "<p><code>:tada:</code> a:x:b 10:100:20 :nobody: std:x:</p>"],
  ["[:link: a](https://e.example/:x:/b)", '<p><a href="https://e.example/:x:/b">🔗 a</a></p>'],
])("the names of emoji are read: %s", (text, html) => {
  const { drafts } = extractMarkdown(text, "a.md", { timeZone: "UTC", lang: "en" });
  expect(drafts[0]?.html).toBe(html);
});

test("in the title too", () => {
  const { drafts } = extractMarkdown("# Done :tada:\n\nText.", "a.md", { timeZone: "UTC", lang: "en" });
  expect(drafts[0]?.title?.value).toBe("Done 🎉");
});
