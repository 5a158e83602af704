// Renders everything ahead, checks what it rendered, and lays it out as the artefact the Worker reads.

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import {
  type ArtefactIndex,
  type DocumentEntry,
  type FragmentKind,
  fragmentKinds,
  type PackedFragment,
  packOrdinals,
  type Span,
} from "../catalog/artefact.ts";
import { type Article, dateOf } from "../catalog/article.ts";
import { ALL, type Catalog } from "../catalog/catalog.ts";
import { articlePath, feedPath, topicPath } from "../catalog/links.ts";
import { everythingQuery } from "../catalog/query.ts";
import { goodUntil, listOf } from "../lists/list.ts";
import { packWords } from "../lists/search.ts";
import { openShelf, type Shelf } from "../lists/shelf.ts";
import { stylesheet } from "../pages/style.ts";
import { checkForm } from "./check.ts";
import { compress, decompress, type Pressed, pressArticles } from "./fragments.ts";
import type { Problem } from "./problems.ts";
import { renderDocuments } from "./render.ts";
import { siteFile } from "./site.ts";

/** The artefact as it is written to dist/, and what could not go into it. */
export interface Bundle {
  readonly index: ArtefactIndex;
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}

/**
 * Renders a catalog. The style sheet stands in every page and is kept once. `known` is the last instant the ledger knows of: articles dated after it are still to come, and
 * what they will appear in is laid out for before and after. `pathOf` names the file of an article.
 */
export function bundleCatalog(catalog: Catalog, known: string, pathOf: (id: string) => string): Bundle {
  const pressing = pressArticles(catalog, pathOf);
  const published = { ...catalog, articles: pressing.pressed.map(({ article }) => article) };
  const bytes = new ByteWriter();
  const tables = layOutTables(published, pressing.pressed, bytes);
  const documents: Record<string, DocumentEntry[]> = {};
  const pack = (text: string): PackedFragment => {
    const { deflate, length, crc } = compress(text);
    return [...bytes.add(deflate), length, crc];
  };
  const style = pack(stylesheet);
  const problems = [...pressing.problems];
  const write: WriteDocument = (path, text, entry) => {
    const reason = checkForm(entry.kind, text);
    if (reason !== null) problems.push(describeFault(path, reason));
    const [before = "", after] = entry.kind === "page" ? text.split(stylesheet) : [text];
    const content =
      after === undefined ? bytes.add(gzipSync(text, { level: 9 })) : [pack(before), style, pack(after)];
    documents[path] = [...(documents[path] ?? []), { ...entry, content }];
  };
  for (const { path, kind, text, modified, from } of renderDocuments(published, known)) {
    const good = from === null ? {} : { from: toSeconds(from) };
    write(path, text, { kind, etag: contentTag(text), modified: toSeconds(modified), ...good });
  }
  writeLists(openShelf({ index: tables, bytes: bytes.buffer() }), pressing.pressed, toSeconds(known), write);
  return {
    index: { ...tables, documents },
    bytes: bytes.finish(),
    problems,
  };
}

function describeFault(path: string, reason: string): Problem {
  const what = `${path} does not read back (${reason})`;
  const fix = "Look for odd characters in the titles of the site and its topics; this should be reported";
  return { path: siteFile, line: null, level: "error", what, fix };
}

type WriteDocument = (path: string, text: string, entry: Omit<DocumentEntry, "content">) => void;

/** The feeds and the page of every topic, by the code that joins them at the edge: only compressed better. */
function writeLists(shelf: Shelf, pressed: readonly Pressed[], known: number, write: WriteDocument): void {
  const decoder = new TextDecoder();
  const textOf = (kind: FragmentKind, ordinal: number): string => {
    const found = pressed[ordinal]?.fragments[kind];
    return found === undefined ? "" : decompress(found);
  };
  for (const topic of [ALL, ...shelf.topics.map(({ id }) => id)]) {
    const query = topic === ALL ? everythingQuery : { ...everythingQuery, any: [[{ topic, not: false }]] };
    const until = goodUntil(shelf, query, known);
    for (const kind of ["rss", "atom", "json", "page"] as const) {
      const { head, separator, tail, ordinals, etag, modified } = listOf(shelf, query, kind, known);
      const fragment = kind === "page" ? "item" : kind;
      const entries = ordinals.map((ordinal) => textOf(fragment, ordinal));
      const text = decoder.decode(head) + entries.join(decoder.decode(separator)) + decoder.decode(tail);
      const path = kind === "page" ? topicPath(topic) : feedPath(topic, kind);
      write(path, text, { kind, etag, modified, ...(until === null ? {} : { until }) });
    }
  }
}

function layOutTables(
  catalog: Catalog,
  pressed: readonly Pressed[],
  bytes: ByteWriter,
): Omit<ArtefactIndex, "documents"> {
  const { articles } = catalog;
  const words = packWords(
    articles.map(({ title, titleDerived, text }) => (titleDerived ? text : `${title}\n${text}`)),
  );
  const langs = [...new Set(articles.map(languageOf))].sort();
  const ordinalsWhere = (holds: (article: Article) => boolean): Uint8Array =>
    packOrdinals(articles.flatMap((article, ordinal) => (holds(article) ? [ordinal] : [])));
  return {
    format: 2,
    site: catalog.site,
    topics: catalog.topics,
    langs,
    articles: Object.fromEntries(articles.map((article) => [article.shortId, articlePath(article)])),
    retracted: Object.fromEntries(
      (catalog.retractions ?? []).map(({ id, shortId, when, reason }) => [
        shortId,
        { id, when: toSeconds(when), reason },
      ]),
    ),
    count: articles.length,
    sections: {
      dates: bytes.addNumbers(articles.map((article) => toSeconds(dateOf(article)))),
      updates: bytes.addNumbers(articles.map((article) => toSeconds(article.updated))),
      changes: bytes.addNumbers(articles.map((article) => toSeconds(article.changed))),
      arrivals: bytes.addNumbers(orderOfArrival(articles)),
      fragments: bytes.addNumbers(pressed.flatMap((one) => writeFragments(bytes, one))),
      topics: catalog.topics.map(({ id }) =>
        bytes.add(ordinalsWhere((article) => article.topics.includes(id))),
      ),
      words: bytes.add(Buffer.from(words.words)),
      begins: bytes.addNumbers(words.begins),
      places: bytes.add(words.places),
      langs: langs.map((lang) => bytes.add(ordinalsWhere((article) => languageOf(article) === lang))),
    },
  };
}

function writeFragments(bytes: ByteWriter, { fragments }: Pressed): number[] {
  return fragmentKinds.flatMap((kind) => {
    const { deflate, length, crc } = fragments[kind];
    return [...bytes.add(deflate), length, crc];
  });
}

/** Ordinals in the order articles arrived: an archive that is full then never changes. */
function orderOfArrival(articles: readonly Article[]): number[] {
  const arrival = (article: Article): string => {
    const date = dateOf(article);
    return `${date > article.firstSeen ? date : article.firstSeen} ${date} ${article.id}`;
  };
  return articles
    .map((article, ordinal) => ({ ordinal, key: arrival(article) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ ordinal }) => ordinal);
}

/** The primary subtag (RFC 5646 §2.2.1). */
function languageOf({ lang }: Article): string {
  return lang.toLowerCase().split("-")[0] ?? "";
}

/** Seconds since 1970; what is older than that is dated by its first second. */
function toSeconds(instant: string): number {
  return Math.max(0, Math.floor(Date.parse(instant) / 1000));
}

/** A weak tag made of the content alone: 96 bits of SHA-256. Weak, because proxies recompress (RFC 9110 §8.8.3). */
function contentTag(text: string): string {
  return `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 16)}"`;
}

/** Bytes one after the other, in one buffer that grows. */
class ByteWriter {
  #bytes = new Uint8Array(1 << 20);
  #length = 0;

  add(bytes: Uint8Array): Span {
    const at = this.#length;
    this.#reserve(at + bytes.length);
    this.#bytes.set(bytes, at);
    this.#length += bytes.length;
    return [at, bytes.length];
  }

  /** Little-endian Uint32, beginning where a typed array can be laid over them. */
  addNumbers(numbers: readonly number[]): Span {
    const bytes = new Uint8Array(numbers.length * 4);
    const view = new DataView(bytes.buffer);
    numbers.forEach((number, index) => {
      view.setUint32(index * 4, number, true);
    });
    this.add(new Uint8Array((4 - (this.#length % 4)) % 4));
    return this.add(bytes);
  }

  /** What was written so far; there may be room behind it. */
  buffer(): ArrayBuffer {
    return this.#bytes.buffer;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(length: number): void {
    if (length <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(length, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
