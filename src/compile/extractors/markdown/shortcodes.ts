// dropShortcodes: tags of site generators in Markdown, which only they can fill in.

import { fenceAfter } from "./fences.ts";

/** Players of Hugo, Jekyll and Eleventy, by the page a person can open instead. */
const PLAYERS: readonly (readonly [tag: RegExp, link: string])[] = [
  [/^youtube\s+(?:id=)?["']?([\w-]{6,})["']?/, "[YouTube](https://www.youtube.com/watch?v=$1)"],
  [/^vimeo\s+(?:id=)?["']?(\d+)["']?/, "[Vimeo](https://vimeo.com/$1)"],
];
const FIGURE = /^figure\s.*?src=["']([^"']+)["'](?:.*?(?:alt|caption)=["']([^"']*)["'])?/s;

/** `{{< … >}}`, `{{% … %}}`, `{% … %}` and `{{ … }}`, never over the end of a paragraph. */
const TAG = /\{\{[<%]\s*(.*?)\s*[%>]\}\}|\{%-?\s*(.*?)\s*-?%\}|\{\{\s*(.*?)\s*\}\}/g;

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
      return line.replace(TAG, replaceTag);
    })
    .join("\n");
}

function replaceTag(
  whole: string,
  hugo?: string,
  liquid?: string,
  variable?: string,
  at?: number,
  line?: string,
): string {
  const before = (line ?? "").slice(0, at ?? 0);
  if ((before.split("`").length - 1) % 2 === 1) return whole;
  const tag = hugo ?? liquid ?? variable ?? "";
  for (const [pattern, link] of PLAYERS) {
    const match = pattern.exec(tag);
    if (match !== null) return link.replace("$1", match[1] ?? "");
  }
  const figure = FIGURE.exec(tag);
  return figure === null ? "" : `![${figure[2] ?? ""}](${figure[1]})`;
}
