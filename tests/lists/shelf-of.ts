// A shelf with what the tests say of each article, in the bytes of a real artefact.

import { type ArtefactIndex, type Members, packOrdinals, type Span } from "../../src/catalog/artefact.ts";
import { packArticle, packRuns } from "../../src/catalog/record.ts";
import { headLayouts } from "../../src/feeds/writer.ts";
import { createWordPacker } from "../../src/lists/search.ts";
import { openShelf, type Shelf } from "../../src/lists/shelf.ts";

/** What a test says of an article. */
export interface Shelved {
  readonly topics: readonly string[];
  readonly lang: string;
  readonly text: string;
  /** Seconds since 1970. */
  readonly date: number;
}

/** The articles given, newest first, on a shelf. */
export function shelfOf(articles: readonly Shelved[]): Shelf {
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (bytes: Uint8Array): Span => {
    const at = length;
    parts.push(bytes);
    length += bytes.length;
    return [at, bytes.length];
  };
  const numbers = (values: readonly number[]): Span => {
    add(new Uint8Array((4 - (length % 4)) % 4));
    return add(new Uint8Array(Uint32Array.from(values).buffer));
  };
  const topics = [...new Set(articles.flatMap((article) => article.topics))];
  const langs = [...new Set(articles.map((article) => article.lang))];
  const where = (holds: (article: Shelved) => boolean): Span =>
    add(packOrdinals(articles.flatMap((article, ordinal) => (holds(article) ? [ordinal] : []))));
  const dates = articles.map((article) => article.date);
  const packer = createWordPacker();
  for (const { text } of articles) packer.add(text);
  const words = packer.finish();
  const nothing = new Uint8Array(0);
  const stream = { deflate: nothing, length: 0, crc: 0 };
  const record = (date: number): Uint8Array =>
    packArticle({
      dated: date,
      updated: date,
      changed: date,
      opening: 0,
      lead: nothing,
      content: nothing,
      entries: { rss: stream, atom: stream, json: stream, item: stream },
    });
  const members = (topic: string): Members => {
    const ordinals = articles.flatMap((article, ordinal) =>
      article.topics.includes(topic) ? [ordinal] : [],
    );
    const { length } = ordinals;
    return { total: length, places: length, ordinals: add(packOrdinals(ordinals)), shifts: [0, 0] };
  };
  const sections: ArtefactIndex["sections"] = {
    dates: numbers(dates),
    records: add(packRuns(dates.map(record))),
    pages: add(packRuns([])),
    all: { total: articles.length, places: articles.length, ordinals: null, shifts: [0, 0] },
    topics: topics.map(members),
    langs: langs.map((lang) => where((article) => article.lang === lang)),
    words: add(new TextEncoder().encode(words.words)),
    begins: numbers(words.begins),
    places: add(words.places),
  };
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const site = {
    title: "News",
    description: "",
    url: "https://news.example",
    lang: "vi",
    author: null,
    timeZone: "UTC",
    hub: null,
    icon: null,
    entriesPerFeed: 3,
    content: "full",
  } as const;
  const index = {
    format: 4,
    site,
    topics: topics.map((id) => ({ id, title: { "": id }, description: null })),
    langs,
    retracted: {},
    moved: 0,
    edited: 0,
    openings: { 0: { rss: "", atom: "", json: "" } },
    layouts: headLayouts(),
    frame: { start: [0, 0, 0, 0], middle: [0, 0, 0, 0], end: [0, 0, 0, 0] },
    count: articles.length,
    hot: articles.length,
    horizon: articles.length,
    cold: null,
    sections,
  } as const;
  return openShelf({ index, bytes: bytes.buffer });
}
