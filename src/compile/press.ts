// Press: each article rendered once for every kind of list and for its page, checked, and compressed into its records.

import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { FragmentKind } from "../catalog/artefact.ts";
import { type Article, dateOf } from "../catalog/article.ts";
import type { Site, Topic } from "../catalog/catalog.ts";
import { articlePath, type FeedExtension } from "../catalog/links.ts";
import { type EntryStream, openingNumber, packArticle, packPage } from "../catalog/record.ts";
import { openingsOf } from "../feeds/ahead.ts";
import { type EntryParts, entryOf, topicLabels } from "../feeds/feed.ts";
import { frameArticles, prepareArticles } from "../pages/article.ts";
import { renderItem } from "../pages/listing.ts";
import { renderChecked } from "./press/check.ts";
import { createDictionary, type Dictionary, deflateBehind } from "./press/deflate.ts";
import { nameError } from "./problems.ts";

/** What articles are pressed for. */
export interface PressContext {
  readonly site: Site;
  readonly topics: readonly Topic[];
}

/** An article as bytes (record.ts), or why it cannot be published. */
export type Pressed =
  | { readonly record: Uint8Array; readonly page: Uint8Array; readonly reason: null }
  | { readonly record: null; readonly page: null; readonly reason: string };

/** Presses articles of one site; `isComing` says that an article is dated later than anything the ledger knows of. */
export type Press = (article: Article, isComing: boolean) => Pressed;

const encode = (text: string): Buffer => Buffer.from(text);

/** Prepares the press. One article that fails is told with its reason; it never takes a feed down. */
export function preparePress({ site, topics }: PressContext): Press {
  const labels = topicLabels({ site, topics });
  const renderPage = prepareArticles({ site, topics });
  const openings = new Map<string, Openings>();
  const openingsIn = (lang: string): Openings => {
    const known = openings.get(lang) ?? prepareOpenings(lang);
    openings.set(lang, known);
    return known;
  };
  const frame = frameArticles({ site, topics });
  const [start, middle, end] = [encode(frame.start), encode(frame.middle), encode(frame.end)];
  const frameHash = hashOf([start, middle, end]);
  const behindStart = createDictionary(start);
  const behindMiddle = createDictionary(middle);
  return (article, isComing) => {
    const { parts, reason } = renderChecked(entryOf(site, labels, article));
    if (parts === null) return { record: null, page: null, reason };
    const opening = openingsIn(article.lang);
    const odd = findOddOpening(parts, opening.texts);
    if (odd !== null)
      return { record: null, page: null, reason: `${odd}: it does not begin as others of its language` };

    const content = encode(parts.rss.content);
    const behindContent = createDictionary(content);
    const entry = ({ open, lead, close }: EntryParts): EntryStream => {
      const [before, after] = [encode(open + lead), encode(close)];
      return {
        deflate: deflateBehind(after, behindContent),
        length: before.length + content.length + after.length,
        crc: crc32(after, crc32(content, crc32(before))),
      };
    };
    const record = packArticle({
      dated: toSeconds(dateOf(article)),
      updated: toSeconds(article.updated),
      changed: toSeconds(article.changed),
      opening: openingNumber(article.lang),
      lead: deflateBehind(encode(parts.rss.lead), opening.behindRss),
      content: deflateBehind(content, null),
      entries: {
        rss: entry(parts.rss),
        atom: entry(parts.atom),
        json: entry(parts.json),
        item: streamOf(encode(renderItem(site, article))),
      },
    });
    const page = pressPage(article, isComing, parts.rss.content, behindContent);
    return { record, page, reason: null };
  };

  function pressPage(
    article: Article,
    isComing: boolean,
    shared: string,
    behindShared: Dictionary,
  ): Uint8Array {
    const page = renderPage(article);
    // Feeds may carry the summary alone; the page then has its content to itself.
    const own = page.content === shared ? "" : page.content;
    const content = encode(page.content);
    const [head, heading, tail] = [encode(page.head), encode(page.heading + own), encode(page.tail)];
    const between = own === "" ? content : Buffer.alloc(0);
    const parts = [head, middle, heading, between, tail, end];
    return packPage({
      from: isComing ? toSeconds(dateOf(article)) : 0,
      changed: toSeconds(article.changed),
      path: articlePath(article),
      tag: hashOf([frameHash, head, heading, between, tail]),
      head: deflateBehind(head, behindStart),
      heading: deflateBehind(heading, behindMiddle),
      content: own === "" ? null : new Uint8Array(0),
      tail: deflateBehind(tail, own === "" ? behindShared : createDictionary(heading)),
      length: parts.reduce((sum, { length }) => sum + length, 0),
      crc: parts.reduce((crc, part) => crc32(part, crc), 0),
    });
  }
}

/** What stands before the contents of a language. */
interface Openings {
  readonly texts: ReturnType<typeof openingsOf>;
  readonly behindRss: Dictionary;
}

function prepareOpenings(lang: string): Openings {
  const texts = openingsOf(lang);
  return { texts, behindRss: createDictionary(encode(texts.rss)) };
}

/** Presses, or says why that is not possible: an article nobody foresaw takes no other down. */
export function tryPress(press: () => Pressed): Pressed {
  try {
    return press();
  } catch (error) {
    return { record: null, page: null, reason: nameError(error) };
  }
}

/** A text as a stream of its own. */
export function streamOf(bytes: Uint8Array): EntryStream {
  return { deflate: deflateBehind(bytes, null), length: bytes.length, crc: crc32(bytes) };
}

function findOddOpening(
  parts: Readonly<Record<FeedExtension, EntryParts>>,
  openings: Readonly<Record<Exclude<FragmentKind, "item">, string>>,
): string | null {
  for (const kind of ["rss", "atom", "json"] as const) if (parts[kind].open !== openings[kind]) return kind;
  return null;
}

/** 96 bits of SHA-256 of what is served: the opaque part of a weak tag. */
export function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("base64url").slice(0, 16);
}

/** Seconds since 1970; what is older than that is dated by its first second. */
export function toSeconds(instant: string): number {
  return Math.max(0, Math.floor(Date.parse(instant) / 1000));
}
