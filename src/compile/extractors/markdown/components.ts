// addComponents: tags of JSX in Markdown, `<Tabs>` or `<Image src={…} />`: what stands between them, and what they show.

import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { mediaTypeOf } from "../../../catalog/media.ts";
import { beginOf, isCode, pushParagraph } from "./rows.ts";
import { escapeWords, linkToYouTube } from "./tags.ts";

/** Teaches a parser to read them. */
export function addComponents(parser: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  parser.block.ruler.before("html_block", "component", readBlock, { alt });
  parser.inline.ruler.before("html_inline", "component", readInline);
}

/** A tag, as far as it is known what its attributes say. */
interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** True where one of them holds an expression, which no HTML has. */
  readonly isOdd: boolean;
  readonly end: number;
}

/** Nobody writes longer tags. */
const longest = 2000;
const NAME = /<\/?([A-Za-z][\w.-]{0,60})(?=[\s/>])/y;
const ATTRIBUTE = /\s*([A-Za-z_][\w:.-]*)(?:=(?:"([^"]{0,1000})"|'([^']{0,1000})'|(?=\{)))?/y;
const SPREAD = /\s*(?=\{)/y;
const END = /\s*\/?>/y;
/** Written with a capital and a small letter: no tag of HTML. */
const COMPONENT = /^[A-Z][\w.]*[a-z]/;
/** The file an expression names: `require("./a.jpg").default`, `useBaseUrl("/a.jpg")`, `"a.jpg"`. */
const FILE = /^\s*(?:[\w.]*\(\s*)?["'`]([^"'`${}\n]+)["'`]/;

/** The tag that begins at a place; null where none does. */
function readTag(text: string, at: number): Tag | null {
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[1];
  if (name === undefined) return null;
  const attributes = new Map<string, string>();
  let isOdd = false;
  let end = NAME.lastIndex;
  while (end - at < longest) {
    END.lastIndex = end;
    if (END.test(text)) return { name, attributes, isOdd, end: END.lastIndex };
    ATTRIBUTE.lastIndex = end;
    const match = ATTRIBUTE.exec(text);
    SPREAD.lastIndex = end;
    if (match !== null) end = ATTRIBUTE.lastIndex;
    else if (SPREAD.test(text)) end = SPREAD.lastIndex;
    else return null;
    const [, key = "", quoted, single] = match ?? [];
    if (text[end] === "{") {
      const close = endOfBraces(text, end, at + longest);
      if (close === null) return null;
      isOdd = true;
      const file = FILE.exec(text.slice(end + 1, close - 1))?.[1];
      if (file !== undefined) attributes.set(key, file);
      end = close;
    } else attributes.set(key, quoted ?? single ?? "");
  }
  return null;
}

/** Where braces close that open at a place; null where they do not before another. */
function endOfBraces(text: string, at: number, limit: number): number | null {
  let depth = 0;
  for (let end = at; end < Math.min(limit, text.length); end++) {
    if (text[end] === "{") depth += 1;
    else if (text[end] === "}" && --depth === 0) return end + 1;
  }
  return null;
}

/** One tag that takes whole lines. */
function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = beginOf(state, startLine);
  if (state.src[start] !== "<" || isCode(state, startLine)) return false;
  const tag = readTag(state.src, start);
  if (tag === null || !COMPONENT.test(tag.name)) return false;
  let line = startLine;
  while (line < endLine && (state.eMarks[line] ?? 0) < tag.end) line += 1;
  if (line === endLine || state.src.slice(tag.end, state.eMarks[line]).trim() !== "") return false;
  if (silent) return true;
  state.line = line + 1;
  const shown = showBlock(tag);
  if (shown === "") return true;
  pushParagraph(state, shown, [startLine, line + 1]);
  return true;
}

/** What a tag in lines of its own shows, as Markdown: a picture, a film, the name of a tab. */
function showBlock({ name, attributes }: Tag): string {
  const source = attributes.get("src") ?? attributes.get("image") ?? "";
  if (mediaTypeOf(source) !== null) return showFile(source, attributes);
  if (/youtube/i.test(name)) {
    const id = attributes.get("id") ?? attributes.get("videoId") ?? attributes.get("videoid") ?? "";
    if (/^[\w-]{6,}$/.test(id)) return linkToYouTube(id);
    const url = attributes.get("url") ?? source;
    return /^https?:\/\//.test(url) ? `<${url}>` : "";
  }
  const label = /^(?:Tab|TabItem|Details|Accordion|AccordionItem|Step|Card|Admonition|Aside|Callout)$/.test(
    name,
  )
    ? (attributes.get("label") ?? attributes.get("title") ?? "").trim()
    : "";
  return label === "" ? "" : `**${label}**`;
}

function showFile(source: string, attributes: ReadonlyMap<string, string>): string {
  const words = attributes.get("alt") ?? attributes.get("caption") ?? attributes.get("title") ?? "";
  const address = `<${source.replace(/[<>\n]/g, encodeURIComponent)}>`;
  return `![${escapeWords(words).replaceAll("\n", " ")}](${address})`;
}

/** Tags in a text: those of HTML without what only JSX has, of components those that show a picture. */
function readInline(state: StateInline, silent?: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== "<") return false;
  const tag = readTag(src, pos);
  if (tag === null || tag.end > posMax || !(tag.isOdd || COMPONENT.test(tag.name))) return false;
  state.pos = tag.end;
  if (silent) return true;
  const source = tag.attributes.get("src") ?? "";
  const isPicture = mediaTypeOf(source)?.startsWith("image/") === true;
  const name = COMPONENT.test(tag.name) ? (isPicture ? "img" : null) : tag.name;
  if (name === null) return true;
  const closes = src[pos + 1] === "/" ? "/" : "";
  const attributes = [...tag.attributes].map(
    ([key, value]) => ` ${key}="${state.md.utils.escapeHtml(value)}"`,
  );
  state.push("html_inline", "", 0).content = `<${closes}${name}${attributes.join("")}>`;
  return true;
}
