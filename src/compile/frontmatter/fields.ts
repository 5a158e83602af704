// readFields: what the entries of front matter claim about an article.

import type { Enclosure } from "../../catalog/article.ts";
import { mediaTypeOf } from "../../catalog/media.ts";
import { cleanCharacters, cleanLine } from "../characters.ts";
import type { Claim, ExtractContext, Fields } from "../draft.ts";
import { markAddress, markNoteFile } from "../media/marks.ts";
import type { Problem } from "../problems.ts";
import { resolveAddress } from "../sanitize/addresses.ts";
import { targetOfWikilink, unwrapWikilinks } from "../wikilinks.ts";
import { readDateField } from "./dateField.ts";
import type { Entry } from "./entry.ts";
import { CLIPPED_FROM, CREATED, type FieldName, fieldOf, OF_NOTE, plainKey, rankOf } from "./keys.ts";
import { plainWords } from "./words.ts";

/** What is read from the entries, and what is wrong with them. */
export interface FieldReading {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  /** Keys nobody here knows. */
  readonly unknown: readonly Entry[];
}

/** Where the entries stand: their file, what is added to their lines, and the name for where they were found. */
export interface FieldPlace {
  readonly path: string;
  readonly offset: number;
  readonly rule: string;
}

/**
 * Reads what entries claim. Values that make no sense are errors with their line; unknown keys are handed back. `known`
 * is the language of the article, where it is known without them.
 */
export function readFields(
  entries: readonly Entry[],
  place: FieldPlace,
  context: ExtractContext,
  known: string | null = null,
): FieldReading {
  const fields: Fields = {};
  const problems: Problem[] = [];
  const unknown: Entry[] = [];
  const sorted = spread(entries);
  const others = datesOfOthers(entries);
  const lang = readLanguage(sorted.find(({ key }) => fieldOf(key) === "lang")?.value) ?? known;
  for (const entry of sorted) {
    const field = fieldOf(entry.key);
    if (field === undefined) {
      unknown.push(entry);
      continue;
    }
    if (entry.value === null || entry.value === undefined || entry.value === "") continue;
    if (others.has(plainKey(entry.key))) continue;
    const fault = readField(fields, field, entry, place, context, lang);
    if (fault === null) continue;
    const [what, fix, kind] = fault;
    const told = { path: place.path, line: entry.line + place.offset, what, fix };
    problems.push(
      kind === "template"
        ? { ...told, level: "error", ifNew: "note", alike: "templates" }
        : { ...told, level: kind ?? "error", alike: "values that are left out" },
    );
  }
  return { fields, problems, unknown };
}

/**
 * Keys whose dates are not the article's. A file that has a place for the day of publication says nothing about it
 * elsewhere, even where the place is empty; and a note that was clipped from somewhere is younger than what it holds.
 */
function datesOfOthers(entries: readonly Entry[]): ReadonlySet<string> {
  const keys = entries.map(({ key }) => plainKey(key));
  if (!keys.some((key) => CREATED.has(key))) return NONE;
  const isClipping = entries.some(
    ({ key, value }) => CLIPPED_FROM.has(plainKey(key)) && /^https?:\/\//i.test(addressIn(value)),
  );
  if (isClipping) return OF_NOTE;
  return keys.some((key) => fieldOf(key) === "published" && !CREATED.has(key)) ? CREATED : NONE;
}

const NONE: ReadonlySet<string> = new Set();

function addressIn(value: unknown): string {
  const text = isRecord(value) ? value["url"] : Array.isArray(value) ? value[0] : value;
  return typeof text === "string" ? text.trim() : "";
}

/** Sorts entries by their fields' spellings, nested ones last, so that the first that is there counts. */
function spread(entries: readonly Entry[]): Entry[] {
  const nested = entries.flatMap(unpack);
  const own = entries.filter(({ key, value }) => !isRecord(value) || !PACKED.has(plainKey(key)));
  return [...own, ...nested]
    .map((entry) => ({ entry, rank: rankOf(entry.key) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

/** What the entries of a table may claim. That of Zola's `extra` is free: it may mean anything by `id` or `date`. */
const PACKED = new Map<string, (field: FieldName | undefined) => boolean>([
  ["params", () => true],
  ["taxonomies", (field) => field === "topics" || field === "byline"],
  ["extra", (field) => field === "byline" || field === "image"],
  // What themes of Jekyll set at the head of a page.
  ["header", (field) => field === "image"],
  // Blogs of MkDocs: `date: { created: 2024-05-02, updated: 2024-05-03 }`.
  ["date", (field) => field === "published" || field === "updated"],
  // Docusaurus: `last_update: { date: 2024-05-03, author: Ada }`.
  ["lastupdate", (field) => field === "published"],
]);

/** The entries of a table. A day in one that tells of the last change is that of the change. */
function unpack({ key: table, value, line }: Entry): Entry[] {
  const isMeant = PACKED.get(plainKey(table));
  if (isMeant === undefined || !isRecord(value)) return [];
  const entries = Object.entries(value).filter(([key]) => isMeant(fieldOf(key)));
  return entries.map(([key, value]) => {
    return { key: plainKey(table) === "lastupdate" ? table : key, value, line };
  });
}

type Fault = readonly [what: string, fix: string, kind?: "warning" | "template"];

function readField(
  fields: Fields,
  field: FieldName,
  entry: Entry,
  place: FieldPlace,
  context: ExtractContext,
  lang: string | null,
): Fault | null {
  const { key, value } = entry;
  const claim = <T>(read: T): Claim<T> => ({
    value: read,
    rule: `${place.rule} ${key}`,
    quote: `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
    line: entry.line + place.offset,
  });
  switch (field) {
    case "published":
    case "updated": {
      if (typeof value === "boolean") {
        if (field === "published") fields.draft ??= !value;
        return null;
      }
      if (fields[field] !== undefined || OF_FILE.test(String(value))) return null;
      if (TEMPLATE.test(String(value)))
        return [
          `\`${key}\` is still to be filled in: ${JSON.stringify(value)}`,
          "Fill it in, or keep templates out of the seeds folder",
          "template",
        ];
      const habits = { article: lang, site: context.lang };
      const date = readDateField(key, readText(value) ?? JSON.stringify(value), context.timeZone, habits);
      if (typeof date !== "string") return date;
      fields[field] = claim(date);
      return null;
    }
    case "hidden":
    case "shown": {
      // Of other values who knows what they mean: `hidden: [toc]`.
      const said = typeof value === "boolean" ? value : YES_OR_NO.get(String(value).toLowerCase());
      if (said === (field === "hidden")) fields.draft = true;
      return null;
    }
    case "status":
      if (typeof value === "string" && WITHHELD.test(value.trim())) fields.draft = true;
      return null;
    case "draft": {
      if (typeof value !== "boolean" && !/^(?:true|false|yes|no)$/i.test(String(value))) {
        return [`\`${key}\` is neither true nor false`, "Write draft: true or draft: false"];
      }
      fields.draft = value === true || /^(?:true|yes)$/i.test(String(value));
      return null;
    }
    case "topics": {
      const names = [...(fields.topics?.value ?? []), ...readTopics(value)];
      // Topics named as such are not mixed with another generator's tags.
      if (!/topic/.test(fields.topics?.rule ?? "")) fields.topics = claim([...new Set(names)]);
      return null;
    }
    case "byline": {
      const names = readNames(value).map(plainWords);
      if (names.length > 0) fields.byline ??= claim(names.join(", "));
      return null;
    }
    case "captions":
      fields.captions ??= readList(value);
      return null;
    case "enclosures": {
      const read = (Array.isArray(value) ? value : [value]).map(readEnclosure);
      if (read.includes(null))
        return [
          `\`${key}\` needs the name of a file beside this one, or an absolute address`,
          "Write url: talk.mp3, or url: https://… and, where known, type and length",
        ];
      fields.enclosures ??= read.filter((one) => one !== null);
      return null;
    }
    case "source":
    case "sourceUrl":
    case "image":
      return readAddressField(fields, field, key, value, claim);
    case "lang": {
      const text = readLanguage(value);
      if (text === null) return [`\`${key}\` is no language`, "Write a tag like vi, en or pt-BR"];
      fields.lang ??= claim(text);
      return null;
    }
    case "retracted": {
      const text = typeof value === "boolean" ? String(value) : readText(value);
      const isYes = /^(?:true|yes|on)$/i.test(text ?? "");
      if (/^(?:false|no|off|0)$/i.test(text ?? "")) fields.retracted = null;
      else if (text === null || Number.isFinite(Number(text)))
        return [
          `\`${key}\` is neither true nor false nor a reason`,
          `Write ${key}: true, or why: ${key}: "…"`,
        ];
      else fields.retracted = claim(isYes ? "" : text);
      return null;
    }
    default: {
      const text = readText(value);
      if (text === null) return [`\`${key}\` is no text`, `Write ${key}: "…"`];
      if (text !== "") fields[field] ??= claim(field === "id" ? text : plainWords(text));
      return null;
    }
  }
}

/** What Eleventy calls dates that only the disk or the repository knows. */
const OF_FILE = /^\s*(?:(?:git )?last modified|(?:git )?created)\s*$/i;
/** What Obsidian, Templater and Hugo fill in when a note is made. */
const TEMPLATE = /^\s*(?:\{\{.*\}\}|<%.*%>)\s*$/s;
const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["false", false],
  ["no", false],
]);

/** How Pelican, WordPress and Ghost call what is not published, or in no list. */
const WITHHELD = /^(?:draft|hidden|private|pending|unlisted|unpublished|trash)$/i;

/** A language tag (BCP 47); null for anything else. */
function readLanguage(value: unknown): string | null {
  const text = readText(value)?.replaceAll("_", "-") ?? "";
  return /^[A-Za-z]{2,3}(?:-\w{2,8})*$/.test(text) ? text : null;
}

/** `source` may be an address, a name, or a record of both; an image may be a file beside this one. */
function readAddressField(
  fields: Fields,
  field: "source" | "sourceUrl" | "image",
  key: string,
  value: unknown,
  claim: (text: string) => Claim<string>,
): Fault | null {
  const refuse = (text: string): Fault => [
    `\`${key}\` is no address, so it is left out: ${JSON.stringify(text)}`,
    field === "image" ? "Name a file beside this one, or write https://…" : "Write it in full, https://…",
    "warning",
  ];
  if (field === "source") {
    const record = isRecord(value) ? value : { url: value, name: value };
    const stated = readText(record["url"]) ?? "";
    const url = resolveAddress(stated, null);
    const name = readText(record["name"] ?? record["title"]);
    if (url !== null) fields.sourceUrl ??= claim(url);
    if (name !== null && name !== "" && !LIKE_ADDRESS.test(name)) fields.sourceName ??= claim(name);
    const isMeant = isRecord(value) ? stated !== "" : LIKE_ADDRESS.test(stated);
    return url === null && isMeant ? refuse(stated) : null;
  }
  const first = Array.isArray(value) ? value[0] : value;
  const text = isRecord(first)
    ? (first["url"] ??
      first["src"] ??
      first["path"] ??
      first["image"] ??
      first["feature"] ??
      first["relative"])
    : first;
  const stated = typeof text === "string" || typeof text === "number" ? cleanLine(String(text)) : "";
  const address = targetOfWikilink(stated);
  const mark = address === stated ? markAddress : markNoteFile;
  const url = field === "image" ? mark(address) : resolveAddress(address, null);
  if (url !== null) fields[field] ??= claim(url);
  return url === null && address !== "" ? refuse(address) : null;
}

/** What was meant as an address, well written or not. */
const LIKE_ADDRESS = /^(?:[a-z][a-z\d+.-]*:\/|https?\b[:/]|www\.)/i;

function readEnclosure(value: unknown): Enclosure | null {
  const record = isRecord(value) ? value : { url: value };
  const stated = record["url"] ?? record["src"] ?? record["href"];
  const address = typeof stated === "string" ? targetOfWikilink(cleanLine(stated)) : "";
  const url = markAddress(address);
  if (url === null) return null;
  const type = readText(record["type"]) ?? mediaTypeOf(address) ?? "application/octet-stream";
  const length = Number(record["length"] ?? record["size"] ?? Number.NaN);
  return {
    url,
    type,
    length: Number.isInteger(length) && length >= 0 ? length : null,
    title: readText(record["title"]),
  };
}

/** Text out of a scalar, or out of a record that has a name. */
function readText(value: unknown): string | null {
  if (typeof value === "string") return unwrapWikilinks(cleanLine(value));
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (value instanceof Date) return value.toISOString();
  if (isRecord(value)) return readText(value["name"] ?? value["title"] ?? value["label"] ?? null);
  return null;
}

/** A list, or one text whose commas part it. `[[Note]]` without quotation marks is a list in a list to YAML. */
function readList(value: unknown): string[] {
  const parts =
    typeof value === "string"
      ? unwrapWikilinks(cleanCharacters(value)).split(/[,;]/)
      : Array.isArray(value)
        ? value.flat(2)
        : [value];
  return parts.map((part) => readText(part) ?? "").filter((part) => part !== "");
}

/** The same, of people. What is beside their names in a record, `title` for one, is about them. */
function readNames(value: unknown): string[] {
  // Where semicolons part them, commas are inside them: `Le, An; Vo, Binh`.
  const parts = typeof value === "string" && value.includes(";") ? value.split(";") : value;
  const named = (part: unknown) => (isRecord(part) ? (part["name"] ?? part["key"] ?? null) : part);
  return readList(Array.isArray(parts) ? parts.flat(1).map(named) : named(parts));
}

/** Names of topics. Of one text the spaces stay: to Jekyll they part names, to others they do not (`partNames`). */
function readTopics(value: unknown): string[] {
  const isOne = typeof value === "string" && !/[,;]/.test(value);
  return readList(value).map((name) => (isOne ? name.split(/\s+/).map(slugOf).join(" ") : slugOf(name)));
}

/** A topic's id out of its name: small letters, words joined by hyphens. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .trim()
    .replace(/^#(?=\S)/, "")
    .replace(/[\s_]+/g, "-");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
