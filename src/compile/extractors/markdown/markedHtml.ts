// openMarkedHtml: HTML whose author asks for the Markdown in it, `<div markdown="1">`, as kramdown and PHP Extra have it.

import { lineKinds } from "./lineKinds.ts";

const OPENING =
  /^[ \t]*<(?:article|aside|center|details|div|figure|footer|header|main|p|section|span)\b[^<>]{0,500}?\smarkdown(?:=["']?(?:1|block|span|true)["']?)?(?=[\s>])[^<>]{0,500}>/i;

/** The text without such opening tags, so that what follows is Markdown like all else. Lines keep their numbers. */
export function openMarkedHtml(text: string): string {
  if (!/\smarkdown[=>\s]/.test(text)) return text;
  const kinds = lineKinds(text);
  return text
    .split("\n")
    .map((line, index) => (kinds.get(index) === "code" ? line : line.replace(OPENING, "")))
    .join("\n");
}
