// writeBlocks: the lines of an article as HTML blocks, and as plain text with the same words.

import type { Facts } from "./facts.ts";

/** An article's body in its two forms. */
export interface Blocks {
  readonly html: string;
  readonly text: string;
}

type Kind = "p" | "h2" | "h3" | "li" | "blockquote" | "pre";

interface Block {
  readonly kind: Kind;
  readonly lines: readonly string[];
}

/** Writes body lines, in order, as paragraphs, headings, lists, quotations and code. */
export function writeBlocks(body: readonly Facts[]): Blocks {
  const blocks: Block[] = [];
  body.forEach((fact, index) => {
    const kind = kindOf(fact, body[index - 1], body[index + 1]);
    const content =
      kind === "pre" ? fact.line.raw.replace(/\s+$/, "") : kind === "p" ? fact.line.text : fact.text;
    if (kind === "pre" && /^\s*(?:```|~~~)/.test(content)) return;
    if (content.trim() === "") return;
    const last = blocks.at(-1);
    const joins = last?.kind === kind && (kind === "li" || kind === "blockquote" || kind === "pre");
    if (joins) blocks[blocks.length - 1] = { kind, lines: [...last.lines, content] };
    else blocks.push({ kind, lines: [content] });
  });
  return {
    html: blocks.map(writeBlock).join("\n"),
    text: blocks.flatMap((block) => block.lines.map((line) => line.trim())).join("\n"),
  };
}

function kindOf(fact: Facts, before: Facts | undefined, after: Facts | undefined): Kind {
  const { line } = fact;
  if (line.shape === "code") return "pre";
  if (line.shape === "quote") return "blockquote";
  if (line.shape === "heading") return /^###/.test(line.text) ? "h3" : "h2";
  if (line.shape === "bullet") {
    if (/^[•▪◦‣●■]/.test(line.text)) return "li";
    const inList = [before, after].some((near) => near?.line.shape === "bullet" && near.line.words < 60);
    return inList && line.words < 60 ? "li" : "p";
  }
  const heads =
    line.words <= 14 &&
    fact.end === "none" &&
    !/^["“„«(\d–—-]/.test(fact.text) &&
    after !== undefined &&
    (after.prose > 0 || after.line.shape === "bullet");
  return heads ? "h2" : "p";
}

function writeBlock({ kind, lines }: Block): string {
  const escaped = lines.map(escapeHtml);
  if (kind === "li") return `<ul>${escaped.map((line) => `<li>${line}</li>`).join("")}</ul>`;
  if (kind === "blockquote")
    return `<blockquote>${escaped.map((line) => `<p>${line}</p>`).join("")}</blockquote>`;
  if (kind === "pre") return `<pre><code>${escaped.join("\n")}</code></pre>`;
  return `<${kind}>${escaped.join(" ")}</${kind}>`;
}

/** Text as HTML content. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
