// nameAuthors: authors that front matter calls by a key, `authors: [ana]`, by the name a file beside the articles has for it.

import type { Draft } from "./draft.ts";
import { isSyntaxProblem, longestYaml, parseYamlEntries } from "./frontmatter/entries.ts";
import type { MediaFile, MediaLibrary } from "./media/library.ts";
import { authorsFiles } from "./seeds/kinds.ts";

const KEY = /^[\p{L}\p{N}_.-]+$/u;

/** What was read is remembered: one file names the authors of many articles. */
const known = new WeakMap<MediaFile, ReadonlyMap<string, string>>();

/** The draft with names in the places of keys. The file that is nearest to the article counts. */
export function nameAuthors(draft: Draft, path: string, library: MediaLibrary): Draft {
  const { byline } = draft;
  if (byline === null || !/^front matter/.test(byline.rule)) return draft;
  const parts = byline.value.split(", ");
  if (!parts.some((part) => KEY.test(part))) return draft;
  const names = findNames(path, library);
  if (names === null) return draft;
  const value = parts.map((part) => names.get(part) ?? part).join(", ");
  return value === byline.value ? draft : { ...draft, byline: { ...byline, value } };
}

function findNames(path: string, library: MediaLibrary): ReadonlyMap<string, string> | null {
  const folders = path.split("/").slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    for (const name of authorsFiles) {
      const file = library.find([...folders.slice(0, depth), name].join("/"));
      if (file === null) continue;
      const names = known.get(file) ?? readNames(file);
      known.set(file, names);
      return names;
    }
  }
  return null;
}

/** `ana: { name: Ana Lee }`, at the top or below `authors`. A file that cannot be read names nobody. */
function readNames(file: MediaFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const text = file.size > longestYaml ? "" : textOf(file);
  const parsed = parseYamlEntries(text);
  if (isSyntaxProblem(parsed)) return names;
  const inner = parsed.top.find(({ key, value }) => key === "authors" && isRecord(value))?.value;
  const entries = isRecord(inner)
    ? Object.entries(inner)
    : parsed.top.map(({ key, value }) => [key, value] as const);
  for (const [key, value] of entries) {
    const name = isRecord(value) ? value["name"] : value;
    if (typeof name === "string" && name.trim() !== "") names.set(key, name.trim().replace(/\s+/g, " "));
  }
  return names;
}

function textOf(file: MediaFile): string {
  try {
    return Buffer.from(file.read())
      .toString("utf8")
      .replaceAll("\r\n", "\n")
      .replace(/^\uFEFF/, "");
  } catch {
    return "";
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
