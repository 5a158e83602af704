// findJson, parseJsonEntries: front matter in JSON, which Hugo reads without fences: an object at the top of the file.

import type { Entries, SyntaxProblem } from "./entries.ts";
import { type FieldName, fieldOf } from "./keys.ts";

/** Longer objects are no front matter. */
const LONGEST = 100_000;

/** The object a text begins with, if it states the title of an article or its day; null for any other text. */
export function findJson(text: string): string | null {
  const end = /^\{\s*["}]/.test(text) ? endOfObject(text) : 0;
  if (end === 0 || !/^[ \t]*(?:\n|$)/.test(text.slice(end, end + 200))) return null;
  const json = text.slice(0, end);
  return [...json.matchAll(KEY)].some(([, key = ""]) => OWN.has(fieldOf(key))) ? json : null;
}

/** Names, descriptions and tags are those of packages and answers of programs, too. */
const OWN = new Set<FieldName | undefined>(["title", "published"]);
const KEY = /"([\w-]+)"\s*:/g;

/** Where the first object of a text ends; 0 where it does not. */
function endOfObject(text: string): number {
  let depth = 0;
  const until = Math.min(text.length, LONGEST);
  for (let at = 0; at < until; at++) {
    const sign = text[at];
    if (sign === '"') {
      for (at += 1; at < until && text[at] !== '"'; at++) if (text[at] === "\\") at += 1;
    } else if (sign === "{") depth += 1;
    else if (sign === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return 0;
}

/** Parses such an object. Errors are returned, never thrown. */
export function parseJsonEntries(json: string): Entries | SyntaxProblem {
  try {
    const values = JSON.parse(json) as Readonly<Record<string, unknown>>;
    const top = Object.entries(values).map(([key, value]) => ({ key, value, line: lineOf(json, key) }));
    return { top, tables: new Map() };
  } catch (thrown) {
    return { line: 1, what: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

function lineOf(json: string, key: string): number {
  const at = json.indexOf(JSON.stringify(key));
  return json.slice(0, Math.max(0, at)).split("\n").length;
}
