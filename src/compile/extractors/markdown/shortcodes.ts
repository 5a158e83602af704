// dropShortcodes: tags of site generators in Markdown, which only they can fill in.

import { codeLines } from "./codeLines.ts";
import { nameOf, writeTag } from "./tags.ts";

/**
 * `{{< … >}}`, `{{% … %}}`, `{% … %}` and `{{ … }}`, none longer than people write them. Those that do something may go
 * on in lines below, up to a blank one.
 */
const BELOW = String.raw`(?:\n(?!\s*\n)[^\n{]{0,300}){0,20}?`;
const TAG = new RegExp(
  String.raw`\{\{[<%](.{0,1000}?${BELOW})[%>]\}\}|\{%(.{0,1000}?${BELOW})%\}|\{\{(.{0,1000}?)\}\}`,
  "g",
);
/** How Hugo's manuals write a shortcode that is to be read. */
const ESCAPED = /\{\{([<%])\/\*(.{0,1000}?)\*\/([%>])\}\}/g;
const END = /\{%-?\s*end(\w+)|\{\{[<%]\s*\/\s*([\w-]+)/g;

/**
 * The text without such tags outside code; players and pictures become links and images, in Markdown or as `write` has
 * them. Lines keep their numbers.
 */
export function dropShortcodes(text: string, write: (shown: string) => string = (shown) => shown): string {
  if (!/\{[{%]/.test(text)) return text;
  const code = codeLines(text);
  const paired = new Set([...text.matchAll(END)].map(([, liquid, hugo]) => liquid ?? hugo ?? ""));
  const made: string[] = [];
  let words: string[] = [];
  const flush = (): void => {
    if (words.length > 0) made.push(dropTags(words.join("\n"), paired, write));
    words = [];
  };
  for (const [index, line] of text.split("\n").entries()) {
    if (!code.has(index)) words.push(line);
    else {
      flush();
      made.push(line.replace(ESCAPED, "{{$1$2$3}}"));
    }
  }
  flush();
  return made.join("\n");
}

function dropTags(text: string, paired: ReadonlySet<string>, write: (shown: string) => string): string {
  if (!text.includes("{")) return text;
  let ticks = 0;
  let counted = 0;
  return text.replace(TAG, (whole: string, hugo?: string, liquid?: string, variable?: string, at = 0) => {
    for (; counted < at; counted++) {
      if (text[counted] === "`") ticks += 1;
      else if (text[counted] === "\n") ticks = 0;
    }
    if (ticks % 2 === 1) return whole.replace(ESCAPED, "{{$1$2$3}}");
    if (hugo?.startsWith("/*") && hugo.endsWith("*/"))
      return `&#123;&#123;${whole.charAt(2) === "<" ? "&lt;" : "%"}${hugo.slice(2, -2)}${whole.slice(-3)}`;
    const inside = (hugo ?? liquid?.replace(/^-|-$/g, "") ?? variable ?? "").trim();
    const inAddress = /["'(=]/.test(text.charAt(at - 1));
    const shown = writeTag({
      kind: variable === undefined ? "action" : "value",
      text: inside,
      inAddress,
      isPaired: paired.has(nameOf(inside)),
    });
    return (inAddress ? shown : write(shown)) + whole.replace(/[^\n]/g, "");
  });
}
