// Renders everything ahead, checks what it rendered, and lays it out as the artefact the Worker reads.

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { ArtefactIndex, DocumentEntry, DocumentKind } from "../catalog/artefact.ts";
import type { Article } from "../catalog/article.ts";
import { ALL, articlesIn, type Catalog } from "../catalog/catalog.ts";
import { articlePath, feedPath, homePath, indexPath, opmlPath, topicPath } from "../catalog/links.ts";
import { renderDirectory } from "../feeds/directory.ts";
import { type Entry, feedOf } from "../feeds/feed.ts";
import { type Format, formats, joinFeed } from "../feeds/formats.ts";
import { renderOpml } from "../feeds/opml.ts";
import { renderArticle } from "../pages/article.ts";
import { renderHome } from "../pages/home.ts";
import { renderTopic } from "../pages/topic.ts";
import { everything } from "../pages/topics.ts";

/** The artefact as it is written to dist/. */
export interface Bundle {
  readonly index: ArtefactIndex;
  readonly bytes: Uint8Array;
}

interface Rendered {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly text: string;
  /** RFC 3339. */
  readonly modified: string;
}

/** Documents without a single article in them are dated by the format's own beginning: some instant, never the clock. */
const beginning = "2003-07-01T00:00:00Z";

/** Renders a catalog. */
export function bundleCatalog(catalog: Catalog): Bundle {
  const documents: Record<string, DocumentEntry> = {};
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { path, kind, text, modified } of renderAll(catalog)) {
    const bytes = gzipSync(text, { level: 9 });
    documents[path] = {
      kind,
      etag: etagOf(text),
      modified: new Date(modified).toUTCString(),
      at,
      size: bytes.length,
    };
    parts.push(bytes);
    at += bytes.length;
  }
  const articles = Object.fromEntries(
    catalog.articles.map((article) => [article.shortId, articlePath(article)]),
  );
  return { index: { format: 1, site: catalog.site, documents, articles }, bytes: Buffer.concat(parts) };
}

function* renderAll(catalog: Catalog): Generator<Rendered> {
  // A list is as new as its newest article, or as the last time one was taken out of it.
  const retracted = catalog.retractions?.[0]?.when;
  const newest = (articles: readonly Article[]): string =>
    [retracted ?? beginning, ...articles.map((article) => article.changed)].reduce((a, b) => (a > b ? a : b));
  const modified = newest(catalog.articles);
  yield { path: homePath, kind: "page", text: renderHome(catalog), modified };
  yield { path: indexPath, kind: "index", text: renderDirectory(catalog), modified };
  yield { path: opmlPath, kind: "opml", text: renderOpml(catalog), modified };
  const renderEntry = renderOnce();
  for (const query of [ALL, ...catalog.topics.map((topic) => topic.id)]) {
    const feed = feedOf(catalog, query);
    const modified = newest(articlesIn(catalog, query));
    for (const format of formats) {
      const entries = feed.entries.map((entry) => renderEntry(format, entry));
      const text = joinFeed(format, format.head(feed), entries);
      yield { path: feedPath(query, format.extension), kind: format.extension, text, modified };
    }
  }
  for (const topic of [everything, ...catalog.topics]) {
    const modified = newest(articlesIn(catalog, topic.id));
    yield { path: topicPath(topic.id), kind: "page", text: renderTopic(catalog, topic), modified };
  }
  for (const article of catalog.articles) {
    yield {
      path: articlePath(article),
      kind: "page",
      text: renderArticle(catalog, article),
      modified: article.changed,
    };
  }
}

/** Renders an entry in a format, each once however many feeds it stands in. */
function renderOnce(): (format: Format, entry: Entry) => string {
  const done = new Map(formats.map((format) => [format, new Map<string, string>()]));
  return (format, entry) => {
    const texts = done.get(format) ?? new Map<string, string>();
    const text = texts.get(entry.id) ?? format.entry(entry);
    texts.set(entry.id, text);
    return text;
  };
}

/** A weak tag made of the content alone: 96 bits of SHA-256. Weak, because proxies recompress (RFC 9110 §8.8.3). */
function etagOf(text: string): string {
  return `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 16)}"`;
}
