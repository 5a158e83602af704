// dropMdx: what MDX has beside Markdown and means to programs alone: imports, exports, comments, and its indentation.

import { fenceAfter } from "./fences.ts";

const NAMES = String.raw`(?:type\s+)?(?:[\w$]+|\{[^{}\n]*\}|\*\s+as\s+[\w$]+)`;
/** What is imported for what it does alone is a file. So it is in no other language that has such lines. */
const EFFECT = String.raw`["'](?:[.@/~][^"'\n]*|[^"'\n]+\.(?:[cm]?[jt]sx?|s?css))["']`;
const IMPORT = new RegExp(
  String.raw`^import\s+(?:${NAMES}(?:\s*,\s*${NAMES})?\s+from\s+["'][^"'\n]+["']|${EFFECT});?\s*$`,
);
const IMPORT_BEGINS = /^import\s+(?:[\w$]+\s*,\s*)?\{\s*(?:[\w$,\s]*)$/;
/** Sentences have these words too. */
const EXPORT =
  /^export\s+(?:(?:const|let)\s+[\w$]+\s*[:=]|default\s+(?:[({[]|[\w$.]+\s*(?:[;(]|=>|$))|(?:default\s+)?(?:async\s+)?function\b[\s*]*[\w$]*\s*\(|(?:default\s+)?class\b[^{\n]*\{)/;
/** A tag of a component that has a line to itself, with what stands in front of it. */
const TAG = /^([ \t]*)<(\/?)([A-Z][\w.]{0,30}[a-z][\w.]{0,30})\b([^<>]*)>\s*$/;
/** Longer statements are none. */
const mostRows = 200;

/** The text without them, outside code. Lines keep their numbers. */
export function dropMdx(text: string): string {
  if (!mayHold(text)) return text;
  const rows = dropComments(text).split("\n");
  const made: string[] = [];
  let fence: string | null = null;
  let isApart = true;
  /** The components that are open, with the indentation of what stands in each. */
  const open: { readonly name: string; readonly own: number; inner: number | null }[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? "";
    // Right below words it is one of them, or part of code that nothing marks as such.
    const statement: number = fence === null && isApart ? lengthOfStatement(rows, at) : 0;
    isApart = statement > 0 || row.trim() === "";
    if (statement > 0) {
      for (let each = 0; each < statement; each++) made.push("");
      at += statement - 1;
      continue;
    }
    const tag = fence === null ? TAG.exec(row) : null;
    const [, , closes, name = "", attributes = ""] = tag ?? [];
    if (closes === "/") {
      const last = open.findLastIndex((each) => each.name === name);
      if (last >= 0) open.length = last;
    }
    const inner = open.at(-1);
    const own = row.length - row.trimStart().length;
    if (inner !== undefined && row.trim() !== "") inner.inner ??= own > inner.own ? own : 0;
    const cut = Math.min(own, inner?.inner ?? 0);
    const left = row.slice(cut);
    fence = fenceAfter(left, fence);
    made.push(left);
    if (tag !== null && closes === "" && !attributes.endsWith("/") && open.length < 100)
      open.push({ name, own, inner: null });
  }
  return made.join("\n");
}

/** Most texts hold none of it, and a pattern for all of that would take long to find that out. */
function mayHold(text: string): boolean {
  return (
    text.includes("{/*") ||
    ["import", "export"].some((word) => text.includes(`\n${word}`) || text.startsWith(word)) ||
    /<[A-Z]/.test(text)
  );
}

/** How many rows an import or export takes that begins at one; 0 where none does. */
function lengthOfStatement(rows: readonly string[], at: number): number {
  const row = rows[at] ?? "";
  if (IMPORT.test(row)) return 1;
  if (IMPORT_BEGINS.test(row)) {
    const end = rows
      .slice(at, at + mostRows)
      .findIndex((each) => /^\s*\}\s*from\s+["'][^"']+["'];?\s*$/.test(each));
    return end + 1;
  }
  if (!EXPORT.test(row)) return 0;
  let depth = 0;
  for (let end = at; end < Math.min(rows.length, at + mostRows); end++) {
    for (const sign of rows[end] ?? "") depth += "{([".includes(sign) ? 1 : "})]".includes(sign) ? -1 : 0;
    if (depth <= 0) return end - at + 1;
  }
  return 0;
}

/** The text without `{/* … *\/}`, outside code. */
function dropComments(text: string): string {
  if (!text.includes("{/*")) return text;
  let fence: string | null = null;
  let inside = false;
  const rows = text.split("\n").map((row) => {
    const before = fence;
    if (!inside) fence = fenceAfter(row, fence);
    if (fence !== null || before !== null) return row;
    let left = "";
    let from = 0;
    while (from < row.length) {
      const at = row.indexOf(inside ? "*/}" : "{/*", from);
      if (!inside && at >= 0 && (row.slice(0, at).match(/`/g)?.length ?? 0) % 2 === 1) {
        left += row.slice(from, at + 3);
        from = at + 3;
        continue;
      }
      if (!inside) left += row.slice(from, at < 0 ? undefined : at);
      if (at < 0) break;
      from = at + 3;
      inside = !inside;
    }
    return left;
  });
  // What is never closed is no comment.
  return inside ? text : rows.join("\n");
}
