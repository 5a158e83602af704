// writeBlocks: the lines of an article as HTML blocks, and as plain text with the same words.

import { escapeClean } from "../../../feeds/xml.ts";
import type { Facts } from "./facts.ts";
import { cellsOf, isShort, numberOf, runOf } from "./runs.ts";
import { announcesEvent } from "./stamps.ts";

/** An article's body in its two forms. */
export interface Blocks {
  readonly html: string;
  readonly text: string;
}

type Kind = "p" | "h2" | "h3" | "li" | "ol" | "table" | "blockquote" | "pre";

interface Block {
  readonly kind: Kind;
  /** What each of its lines is in HTML, not yet escaped, and in text. */
  readonly lines: string[];
  readonly text: readonly string[];
}

/** Writes body lines, in order, as paragraphs, headings, lists, tables, quotations and code. */
export function writeBlocks(body: readonly Facts[]): Blocks {
  const blocks: Block[] = [];
  const numbers = new Set(body.map(({ text }) => numberOf(text)));
  let index = 0;
  while (index < body.length) {
    const run = runOf(body, index);
    if (run !== null) {
      const lines = body.slice(index, run.to);
      blocks.push(
        run.kind === "table"
          ? { kind: "table", lines: lines.map(({ line }) => line.raw), text: lines.map(({ text }) => text) }
          : { kind: "ol", lines: lines.map(({ text }) => text), text: lines.map(({ text }) => text) },
      );
      index = run.to;
    } else {
      addLine(blocks, body, index, numbers);
      index++;
    }
  }
  return {
    html: blocks.map(writeBlock).join("\n"),
    text: blocks.flatMap((block) => block.text.map((line) => line.trim())).join("\n"),
  };
}

/** The numbers that lines of an article begin with. */
type Numbers = ReadonlySet<number | null>;

function addLine(blocks: Block[], body: readonly Facts[], index: number, numbers: Numbers): void {
  const fact = body[index];
  if (fact === undefined) return;
  const kind = kindOf(fact, body, index, numbers);
  const content = kind === "pre" ? fact.line.raw.trimEnd() : kind === "p" ? fact.line.text : fact.text;
  if (kind === "pre" && /^\s*(?:```|~~~)/.test(content)) return;
  if (content.trim() === "") return;
  const last = blocks.at(-1);
  const joins = last?.kind === kind && (kind === "li" || kind === "blockquote" || kind === "pre");
  if (joins) {
    last.lines.push(content);
    return;
  }
  const lines = [content];
  blocks.push({ kind, lines, text: lines });
}

function kindOf(fact: Facts, body: readonly Facts[], index: number, numbers: Numbers): Kind {
  const { line } = fact;
  const before = body[index - 1];
  const after = body[index + 1];
  if (line.shape === "code") return "pre";
  if (line.shape === "quote") return "blockquote";
  if (line.shape === "heading") return /^###/.test(line.text) ? "h3" : "h2";
  if (line.shape === "bullet") {
    if (/^[•▪◦‣●■]/.test(line.text)) return "li";
    const inList = [before, after].some((near) => near?.line.shape === "bullet" && near.line.words < 60);
    return inList && line.words < 60 ? "li" : "p";
  }
  return isHeading(fact, body, index, numbers) ? "h2" : "p";
}

/** True for a short line that stands alone above what it heads. */
function isHeading(fact: Facts, body: readonly Facts[], index: number, numbers: Numbers): boolean {
  const after = body[index + 1];
  const before = body[index - 1];
  if (!isShort(fact) || after === undefined || fact.digits >= 0.3) return false;
  if (after.prose === 0 && after.line.shape !== "bullet" && after.line.shape !== "code") return false;
  // Two short lines may be a heading below a label; three are a list of labels.
  if ([before, body[index - 2]].every((above) => above !== undefined && isShort(above))) return false;
  if (announcesEvent(fact.text, fact.line.words)) return false;
  if (!/^["“„«(\d–—-]/.test(fact.text)) return true;
  const number = numberOf(fact.text);
  return number !== null && (numbers.has(number - 1) || numbers.has(number + 1));
}

function writeBlock({ kind, lines }: Block): string {
  if (kind === "table") return writeTable(lines.map(cellsOf));
  const escaped = lines.map((line) => escapeClean(line));
  const items = () => escaped.map((line) => `<li>${line.replace(/^\(?\d{1,3}[.)]\s+/, "")}</li>`).join("");
  if (kind === "ol") return `<ol>${items()}</ol>`;
  if (kind === "li") return `<ul>${escaped.map((line) => `<li>${line}</li>`).join("")}</ul>`;
  if (kind === "blockquote")
    return `<blockquote>${escaped.map((line) => `<p>${line}</p>`).join("")}</blockquote>`;
  if (kind === "pre") return `<pre><code>${escaped.join("\n")}</code></pre>`;
  return `<${kind}>${escaped.join(" ")}</${kind}>`;
}

/** Rows of cells; a first row without digits above rows with some holds the names of the columns. */
function writeTable(rows: readonly (readonly string[])[]): string {
  const [first = [], ...rest] = rows;
  const named =
    !first.some((cell) => /\d/.test(cell)) && rest.every((row) => row.some((cell) => /\d/.test(cell)));
  const write = (row: readonly string[], tag: "td" | "th") =>
    `<tr>${row.map((cell) => `<${tag}>${escapeClean(cell)}</${tag}>`).join("")}</tr>`;
  return `<table>${write(first, named ? "th" : "td")}${rest.map((row) => write(row, "td")).join("")}</table>`;
}
