// What a piece of Markdown becomes in an article, for the tests of this folder.

import { extractMarkdown } from "../../../../src/compile/extractors/markdown.ts";

/** The HTML of a text that stands below another paragraph. */
export function htmlOf(text: string): string {
  return extractMarkdown(`First.\n\n${text}`, "a.md", { timeZone: "Asia/Ho_Chi_Minh", lang: "en" })
    .drafts.map(({ html }) => html.replace(/^<p>First.<\/p>\n?/, ""))
    .join("");
}
