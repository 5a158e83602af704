// Checked once: what was rendered is read again by parsers that had no part in writing it, and compared with the model.

import { SaxesParser } from "saxes";
import type { DocumentKind } from "../../catalog/artefact.ts";
import type { FeedExtension } from "../../catalog/links.ts";
import { wholeFormats } from "../../feeds/ahead.ts";
import type { Entry, EntryParts, Feed, FeedHead } from "../../feeds/feed.ts";
import { isShared } from "../../feeds/markup.ts";
import { cleanText } from "../../feeds/xml.ts";

/** An entry in every format, or why it cannot be published. */
export type CheckedEntry =
  | { readonly parts: Readonly<Record<FeedExtension, EntryParts>>; readonly reason: null }
  | { readonly parts: null; readonly reason: string };

/** Stands for the content while an entry is read again. */
const standIn = "<p>x</p>";

/**
 * Renders an entry in every format and reads it again. It never throws: a bad article takes no feed down. The content is
 * the same text in all of them, so it is judged by itself: spelled to be shared and free of what XML forbids, it reads
 * as it stands wherever a short one does in its place.
 */
export function renderChecked(entry: Entry): CheckedEntry {
  const parts: Partial<Record<FeedExtension, EntryParts>> = {};
  const unclean = judgeContent(entry.content) ?? judgeContent(entry.note);
  if (unclean !== null) return { parts: null, reason: unclean };
  const short = { ...entry, content: standIn };
  for (const format of wholeFormats) {
    const reason = reasonOf(() => {
      const { open, lead, content, close } = format.parts(entry);
      parts[format.extension] = { open, lead, content, close };
      if (content !== entry.content) return "its content is another one";
      return checkEntry(format.extension, open + lead + standIn + close, short);
    });
    if (reason !== null) return { parts: null, reason: `${format.name}: ${reason}` };
  }
  return { parts: parts as Record<FeedExtension, EntryParts>, reason: null };
}

function judgeContent(content: string): string | null {
  if (!isShared(content)) return "its content cannot be shared by all formats";
  return content === cleanText(content) ? null : "its content holds characters that XML forbids";
}

/** What is wrong with a rendered entry; null when it reads back as it was meant. */
export function checkEntry(format: FeedExtension, text: string, entry: Entry): string | null {
  return reasonOf(() => {
    const { entries } = format === "json" ? readJson(`{"items":[${text}]}`) : readXml(text, format, false);
    const [only] = entries;
    if (only === undefined || entries.length > 1) return `it reads back as ${entries.length} entries`;
    return compareFacts(only, factsOfEntry(entry, format));
  });
}

/** What is wrong with a rendered feed; null when it reads back as it was meant. */
export function checkDocument(format: FeedExtension, text: string, feed: Feed): string | null {
  return reasonOf(() => {
    const { head, entries } = format === "json" ? readJson(text) : readXml(text, format, true);
    const meant = factsOfHead(feed, format);
    const reason = compareFacts(head, meant) ?? findUnmeant(head, meant);
    if (reason !== null) return reason;
    if (entries.length !== feed.entries.length)
      return `it has ${entries.length} entries, not ${feed.entries.length}`;
    for (const [at, entry] of feed.entries.entries()) {
      const reason = compareFacts(entries[at] ?? {}, factsOfEntry(entry, format));
      if (reason !== null) return `${entry.id}: ${reason}`;
    }
    return null;
  });
}

/** What is wrong with any other XML document; null when it is well-formed (XML 1.0 §2.1, Namespaces §7). */
export function checkXml(text: string): string | null {
  return reasonOf(() => {
    parseElements(text, true, () => {});
    return null;
  });
}

const xmlKinds: readonly DocumentKind[] = ["rss", "atom", "opml", "sitemap"];
const jsonKinds: readonly DocumentKind[] = ["json", "index", "schema"];

/** What keeps a whole document from being read by a machine; null when it is well-formed, or for people. */
export function checkForm(kind: DocumentKind, text: string): string | null {
  if (xmlKinds.includes(kind)) return checkXml(text);
  if (!jsonKinds.includes(kind)) return null;
  return reasonOf(() => {
    JSON.parse(text);
    return null;
  });
}

function reasonOf(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What is compared, under our names. */
type Facts = Record<string, string>;

interface Reading {
  readonly head: Facts;
  readonly entries: readonly Facts[];
}

function factsOfHead(feed: FeedHead, format: FeedExtension): Facts {
  const { title, updated, page, id, archive, current, prevArchive, nextArchive } = feed;
  const facts: Facts = { title, updated, page, self: feed.self[format] };
  for (const [name, addresses] of Object.entries({ current, prevArchive, nextArchive })) {
    keepFact(facts, name, addresses?.[format]);
  }
  if (archive && format !== "json") facts["archive"] = "";
  if (format !== "atom") return facts;
  for (const { id, when } of feed.tombstones) keepFact(facts, tombstoneOf(id), when);
  return { ...facts, id };
}

function tombstoneOf(id: string): string {
  return `tombstone of ${id}`;
}

function factsOfEntry(entry: Entry, format: FeedExtension): Facts {
  const { title, published, updated } = entry;
  const content = entry.content + entry.note;
  const facts = { id: cleanText(entry.id), url: cleanText(entry.url), title, published, content };
  return format === "rss" ? facts : { ...facts, updated };
}

function compareFacts(read: Facts, meant: Facts): string | null {
  for (const [name, value] of Object.entries(meant)) {
    const found = read[name];
    if (found === undefined) return `its ${name} is missing`;
    const instant = name === "published" || name === "updated";
    if (instant ? secondOf(found) !== secondOf(value) : found !== value) {
      return `its ${name} reads ${excerptOf(found)}, not ${excerptOf(value)}`;
    }
  }
  return null;
}

function findUnmeant(read: Facts, meant: Facts): string | null {
  const name = Object.keys(read).find((name) => meant[name] === undefined);
  return name === undefined ? null : `it states a ${name}`;
}

/** RSS has no fractions of a second. */
function secondOf(instant: string): number {
  return Math.trunc(Date.parse(instant) / 1000);
}

function excerptOf(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** What the links of a head say, by their relation (RFC 4287 §4.2.7.2, RFC 5005 §4). */
const ofLinks: Facts = {
  self: "self",
  alternate: "page",
  current: "current",
  "prev-archive": "prevArchive",
  "next-archive": "nextArchive",
};

/** The elements that say what is compared. */
interface Vocabulary {
  readonly head: string;
  readonly entry: string;
  readonly link: string;
  readonly ofHead: Facts;
  readonly ofEntry: Facts;
}

const vocabularies: Readonly<Record<"rss" | "atom", Vocabulary>> = {
  rss: {
    head: "channel",
    entry: "item",
    link: "atom:link",
    ofHead: { title: "title", lastBuildDate: "updated", link: "page", "fh:archive": "archive" },
    ofEntry: { guid: "id", link: "url", title: "title", pubDate: "published", "content:encoded": "content" },
  },
  atom: {
    head: "feed",
    entry: "entry",
    link: "link",
    ofHead: { id: "id", title: "title", updated: "updated", "fh:archive": "archive" },
    ofEntry: { id: "id", title: "title", published: "published", updated: "updated", content: "content" },
  },
};

function readXml(text: string, format: "rss" | "atom", whole: boolean): Reading {
  const words = vocabularies[format];
  const head: Facts = {};
  const entries: Facts[] = [];
  let entry: Facts = {};
  parseElements(text, whole, ({ name, parent, attributes, value }) => {
    if (name === words.entry) {
      entries.push(entry);
      entry = {};
    } else if (parent === words.entry) {
      keepFact(entry, words.ofEntry[name], value);
      if (name === "link" && attributes["href"] !== undefined && attributes["rel"] === undefined) {
        keepFact(entry, "url", attributes["href"]);
      }
    } else if (parent === words.head) {
      keepFact(head, words.ofHead[name], value);
      if (name === words.link) keepFact(head, ofLinks[attributes["rel"] ?? "alternate"], attributes["href"]);
      if (name === "at:deleted-entry")
        keepFact(head, tombstoneOf(attributes["ref"] ?? ""), attributes["when"]);
    }
  });
  return { head, entries };
}

function readJson(text: string): Reading {
  const {
    title,
    feed_url: self,
    home_page_url: page,
    next_url: prevArchive,
    _topicwire,
    items,
  } = JSON.parse(text);
  const { updated, current, nextArchive } = _topicwire ?? {};
  const head: Facts = {};
  const facts = { title, self, page, prevArchive, updated, current, nextArchive };
  for (const [name, value] of Object.entries(facts)) keepFact(head, name, value);
  const entries = items.map((item: Facts): Facts => {
    const { id, url, title, date_published: published, date_modified: updated, content_html: content } = item;
    return Object.assign({}, item, { id, url, title, published, updated, content });
  });
  return { head, entries };
}

/** A fact stated twice is a fault: readers disagree on which of them counts. */
function keepFact(facts: Facts, name: string | undefined, value: string | undefined): void {
  if (name === undefined || value === undefined) return;
  if (facts[name] !== undefined) throw new Error(`its ${name} is stated twice`);
  facts[name] = value;
}

interface ReadElement {
  readonly name: string;
  readonly parent: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text. */
  readonly value: string;
}

/** Tells of each element when it ends. What is not well-formed throws; prefixes are judged in whole documents. */
function parseElements(text: string, whole: boolean, tell: (element: ReadElement) => void): void {
  if (!text.isWellFormed()) throw new Error("it holds half a surrogate pair");
  const parser = new SaxesParser({ xmlns: whole });
  const open: { name: string; attributes: Record<string, string>; value: string }[] = [];
  const append = (data: string) => {
    const innermost = open.at(-1);
    if (innermost !== undefined) innermost.value += data;
  };
  let attributes: Record<string, string> = {};
  parser.on("attribute", ({ name, value }) => {
    attributes[name] = value;
  });
  parser.on("opentag", ({ name }) => {
    open.push({ name, attributes, value: "" });
    attributes = {};
  });
  parser.on("text", append);
  parser.on("cdata", append);
  parser.on("closetag", () => {
    const element = open.pop();
    if (element !== undefined) tell({ ...element, parent: open.at(-1)?.name });
  });
  parser.write(text).close();
}
