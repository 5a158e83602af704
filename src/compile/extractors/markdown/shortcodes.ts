// dropShortcodes: tags of site generators in Markdown, which only they can fill in.

import { fenceAfter } from "./fences.ts";

/** Players of Hugo, Jekyll and Eleventy, by the page a person can open instead. */
const PLAYERS: readonly (readonly [tag: RegExp, link: string])[] = [
  [/^youtube\s+(?:id=)?["']?([\w-]{6,})["']?/, "[YouTube](https://www.youtube.com/watch?v=$1)"],
  [/^vimeo\s+(?:id=)?["']?(\d+)["']?/, "[Vimeo](https://vimeo.com/$1)"],
];
const FIGURE = /^figure\s.*?src=["']([^"']+)["'](?:.*?(?:alt|caption)=["']([^"']*)["'])?/s;

/** `{{< … >}}`, `{{% … %}}`, `{% … %}` and `{{ … }}` in one line, none longer than people write them. */
const TAG = /\{\{[<%](.{0,1000}?)[%>]\}\}|\{%(.{0,1000}?)%\}|\{\{(.{0,1000}?)\}\}/g;

/** The text without such tags outside code; players and pictures become links and images. Lines keep their numbers. */
export function dropShortcodes(text: string): string {
  if (!/\{[{%]/.test(text)) return text;
  let fence: string | null = null;
  return text
    .split("\n")
    .map((line) => {
      const before = fence;
      fence = fenceAfter(line, fence);
      if (fence !== null || before !== null || /^(?: {4}|\t)/.test(line)) return line;
      return line.includes("{") ? dropTags(line) : line;
    })
    .join("\n");
}

function dropTags(line: string): string {
  let ticks = 0;
  let counted = 0;
  return line.replace(TAG, (whole: string, hugo?: string, liquid?: string, variable?: string, at = 0) => {
    for (; counted < at; counted++) if (line[counted] === "`") ticks += 1;
    const inCode = ticks % 2 === 1;
    return inCode ? whole : writeTag((hugo ?? liquid?.replace(/^-|-$/g, "") ?? variable ?? "").trim());
  });
}

/** What stands for a tag that shows something; nothing for any other. */
function writeTag(tag: string): string {
  for (const [pattern, link] of PLAYERS) {
    const match = pattern.exec(tag);
    if (match !== null) return link.replace("$1", match[1] ?? "");
  }
  const figure = FIGURE.exec(tag);
  return figure === null ? "" : `![${figure[2] ?? ""}](${figure[1]})`;
}
