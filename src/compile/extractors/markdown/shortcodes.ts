// dropShortcodes: tags of site generators in Markdown, which only they can fill in.

import { type LineKind, lineKinds } from "./lineKinds.ts";
import { markdown } from "./parser.ts";
import { nameOf, writeTag } from "./tags.ts";

/**
 * `{{< … >}}`, `{{% … %}}`, `{% … %}` and `{{ … }}`, none longer than people write them. Those that do something may go
 * on in lines below, up to a blank one.
 */
const BELOW = String.raw`(?:\n(?![ \t]*\n)[^\n{]{0,1000}){0,20}?`;
const TAG = new RegExp(
  String.raw`\{\{[<%](.{0,1000}?${BELOW})[%>]\}\}|\{%(.{0,1000}?${BELOW})%\}|\{\{(.{0,1000}?)\}\}`,
  "g",
);
/** How Hugo's manuals write a shortcode that is to be read. */
const ESCAPED = /\{\{([<%])\/\*(.{0,1000}?)\*\/([%>])\}\}/g;
const END = /\{%-?\s*end(\w+)|\{\{[<%]\s*\/\s*([\w-]+)/g;

/**
 * The text without such tags outside code; players and pictures become links and images, in Markdown or, in HTML, as
 * elements. Lines keep their numbers. `language` is what the lines are written in where they are no Markdown.
 */
export function dropShortcodes(text: string, language: LineKind | null = null): string {
  if (!/\{[{%]/.test(text)) return text;
  const kinds = language === null ? lineKinds(text) : null;
  const paired = new Set([...text.matchAll(END)].map(([, liquid, hugo]) => liquid ?? hugo ?? ""));
  const made: string[] = [];
  let lines: string[] = [];
  let kind: LineKind | null = null;
  const flush = (): void => {
    const part = lines.join("\n");
    if (lines.length > 0)
      made.push(kind === "code" ? readEscaped(part) : dropTags(part, paired, kind === "html"));
    lines = [];
  };
  for (const [index, line] of text.split("\n").entries()) {
    const next = kinds === null ? language : (kinds.get(index) ?? null);
    if (next !== kind) flush();
    kind = next;
    lines.push(line);
  }
  flush();
  return made.join("\n");
}

function readEscaped(text: string): string {
  return text.replace(ESCAPED, "{{$1$2$3}}");
}

/** An address that was nothing but tags: so its name is still a link, to nowhere, and no words in brackets. */
const NOWHERE = /^( {0,3}\[(?!\^)[^\]\n]{1,200}\]:)[ \t]*(?=\n(?![ \t]+\S)|$(?!\n))/gm;

function dropTags(text: string, paired: ReadonlySet<string>, inHtml: boolean): string {
  if (!text.includes("{")) return text;
  let ticks = 0;
  let counted = 0;
  const dropped = text.replace(
    TAG,
    (whole: string, hugo?: string, liquid?: string, variable?: string, at = 0) => {
      for (; counted < at; counted++) {
        if (text[counted] === "`") ticks += 1;
        else if (text[counted] === "\n") ticks = 0;
      }
      if (ticks % 2 === 1) return readEscaped(whole);
      if (variable !== undefined && isOtherwiseMeant(text.slice(Math.max(0, at - 30), at), variable))
        return whole;
      if (hugo?.startsWith("/*") && hugo.endsWith("*/"))
        return `&#123;&#123;${whole.charAt(2) === "<" ? "&lt;" : "%"}${hugo.slice(2, -2)}${whole.slice(-3)}`;
      const inside = (hugo ?? liquid?.replace(/^-|-$/g, "") ?? variable ?? "").trim();
      const inAddress = /(?:["'(=]|\]:[ \t]?)$/.test(text.slice(Math.max(0, at - 3), at));
      const shown = writeTag({
        kind: variable === undefined ? "action" : "value",
        text: inside,
        inAddress,
        isPaired: paired.has(nameOf(inside)),
      });
      return (
        (inHtml && !inAddress && shown !== "" ? markdown().renderInline(shown) : shown) +
        whole.replace(/[^\n]/g, "")
      );
    },
  );
  if (dropped === text) return text;
  return (inHtml ? keepTogether(text, dropped) : dropped).replace(NOWHERE, "$1 <>");
}

/**
 * HTML without a blank line where a tag was, if what follows is indented so far that behind such a line it would be
 * code.
 */
function keepTogether(before: string, dropped: string): string {
  const had = before.split("\n");
  const rows = dropped.split("\n");
  let isIndented = false;
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] ?? "";
    if (row.trim() !== "") isIndented = /^(?: {4}|\t)/.test(row);
    else if (isIndented && had[at]?.trim() !== "") rows[at] = "<!-- -->";
  }
  return rows.join("\n");
}

/** True for braces of JSX, `style={{ color: "red" }}`, and of formulas, `x^{{2}}` and `\\frac{{a}}{b}`. */
function isOtherwiseMeant(before: string, inner: string): boolean {
  if (before.endsWith("=")) return /^\s*["']?[\w-]+["']?\s*:/.test(inner);
  return /(?:[\^_]|\\[A-Za-z]{1,20})$/.test(before);
}
