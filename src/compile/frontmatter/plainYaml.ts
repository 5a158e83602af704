// parsePlainYaml: front matter of plain lines, `key: value` and `key: [a, b]`, as most of it is; no other YAML.

import type { Entry } from "./entry.ts";

/** The entries of a text in which every line is one; null for any text a whole parser might read in another way. */
export function parsePlainYaml(text: string): Entry[] | null {
  if (ODD.test(text)) return null;
  const entries: Entry[] = [];
  const keys = new Set<string>();
  let line = 0;
  for (const row of text.split("\n")) {
    line += 1;
    if (row === "") continue;
    const colon = row.indexOf(":");
    const key = row.slice(0, colon);
    if (colon < 0 || colon > longestKey || !KEY.test(key) || WORDS.has(key) || keys.has(key)) return null;
    keys.add(key);
    const value = colon === row.length - 1 ? null : readValue(row.slice(colon + 1));
    if (value === undefined) return null;
    entries.push({ key, value, line });
  }
  return entries.length === 0 ? null : entries;
}

/** Characters that count for something in YAML without being seen, or that it has no room for. */
const ODD = /[^\n\x20-\x7E\u00A1-\u2027\u202A-\uD7FF\uE000-\uFDCF\uFDF0-\uFEFE\uFF00-\uFFFD]/;
const KEY = /^[A-Za-z][\w-]*$/;
const longestKey = 100;

/** Words that are no text (YAML 1.2 §10.3.2); undefined for the spellings that are left to a whole parser. */
const WORDS: ReadonlyMap<string, boolean | undefined> = new Map([
  ["false", false],
  ["true", true],
  ...["False", "FALSE", "True", "TRUE", "null", "Null", "NULL"].map((word) => [word, undefined] as const),
]);

/** What stands behind the colon of a key; undefined for what is not plain. */
function readValue(behind: string): unknown {
  if (!behind.startsWith(" ")) return undefined;
  const text = behind.slice(1);
  if (!text.startsWith("[")) return readScalar(text);
  if (!text.endsWith("]")) return undefined;
  const inner = text.slice(1, -1);
  if (inner === "") return [];
  const items = inner.split(",").map((item, number) => {
    const bare = number > 0 && item.startsWith(" ") ? item.slice(1) : item;
    return LISTED.test(bare) ? readScalar(bare) : undefined;
  });
  return items.includes(undefined) ? undefined : items;
}

/** An item of a list that holds nothing a list could be told by, and no quotation mark but at its ends. */
const LISTED = /^(?:"[^"\\]*"|'[^']*'|[^[\]{}:#"']+)$/;

function readScalar(text: string): unknown {
  const first = text.charAt(0);
  if (first === '"' || first === "'") {
    const inner = text.slice(1, -1);
    const isWhole = text.length > 1 && text.endsWith(first);
    return isWhole && !inner.includes(first) && !inner.includes("\\") ? inner : undefined;
  }
  if (text.endsWith(" ") || text.endsWith(":") || text.includes(": ") || text.includes(" #"))
    return undefined;
  if (/^\p{L}/u.test(first)) return WORDS.has(text) ? WORDS.get(text) : text;
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  return /^\d+[ :-]/.test(text) ? text : undefined;
}
