// openMarkedHtml: HTML whose author asks for the Markdown in it, `<div markdown="1">`, as kramdown and PHP Extra have it.

import { codeLines } from "./codeLines.ts";

const OPENING =
  /^[ \t]*<(?:article|aside|center|details|div|figure|footer|header|main|p|section|span)\b[^<>]*?\smarkdown(?:=["']?(?:1|block|span|true)["']?)?(?=[\s>])[^<>]*>/i;

/** The text without such opening tags, so that what follows is Markdown like all else. Lines keep their numbers. */
export function openMarkedHtml(text: string): string {
  if (!/\smarkdown[=>\s]/.test(text)) return text;
  const code = codeLines(text);
  return text
    .split("\n")
    .map((line, index) => (code.has(index) ? line : line.replace(OPENING, "")))
    .join("\n");
}
