// parseHtmlPost: posts written in HTML, as importers of Jekyll leave them: no pages, but fragments with tags in them.

import type { Token } from "markdown-it";
import { markdown } from "./parser.ts";
import { dropShortcodes } from "./shortcodes.ts";

/** The HTML with its code between tags as elements, and without what Markdown would take for code: margins. */
export function prepareHtmlPost(text: string): string {
  const end = text.lastIndexOf("endhighlight");
  const until = end < 0 ? 0 : text.indexOf("%}", end) + 2;
  return dropMargins(text.slice(0, until).replace(HIGHLIGHT, writeCode) + text.slice(until));
}

const HIGHLIGHT =
  /\{%-?\s*highlight\s+["']?([\w+#.-]*)["']?[^%\n]{0,200}%\}\n?(.*?)\n?[ \t]{0,99}\{%-?\s*endhighlight\s*-?%\}/gs;

function writeCode(whole: string, language: string, code: string): string {
  const plain = code.replace(/\{%-?\s*(?:end)?raw\s*-?%\}\n?/g, "");
  // Signs of tags are written so that they are taken for none.
  const inner = plain.replace(/[&<>{%`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const html = `<pre><code class="language-${language}">${inner}</code></pre>`;
  return html + "\n".repeat(Math.max(0, whole.split("\n").length - html.split("\n").length));
}

function dropMargins(text: string): string {
  let isKept = false;
  return text
    .split("\n")
    .map((row) => {
      const line = isKept ? row : row.trimStart();
      const opens = row.toLowerCase().lastIndexOf("<pre");
      const closes = row.toLowerCase().lastIndexOf("</pre>");
      if (opens !== closes) isKept = opens > closes;
      return line;
    })
    .join("\n");
}

const MARK = /(<!--\s*more\b[^<>]*-->)/i;

/** Its blocks: what is above a mark for more, the mark, and what is below it. */
export function parseHtmlPost(text: string): Token[] {
  const html = dropShortcodes(text, "html");
  const parser = markdown();
  const { Token: Made } = new parser.core.State("", parser, {});
  let line = 0;
  return html.split(MARK).map((content) => {
    const token = new Made("html_block", "", 0);
    const from = line;
    line += content.split("\n").length - 1;
    token.content = content;
    token.map = [from, line + 1];
    return token;
  });
}
