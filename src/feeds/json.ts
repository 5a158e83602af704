// JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/

import type { Entry, EntryParts, FeedHead } from "./feed.ts";

/** "A JSON Feed starts with some info at the top". `items` come behind it. */
interface JsonFeed {
  readonly version: "https://jsonfeed.org/version/1.1";
  readonly title: string;
  /** "the URL of the resource that the feed describes" */
  readonly home_page_url: string;
  /** "the URL of the feed, and serves as the unique identifier for the feed" */
  readonly feed_url: string;
  readonly description: string;
  /** "the URL of a feed that provides the next n items": the archive page of what is older. */
  readonly next_url?: string;
  /** "square and relatively large" */
  readonly icon?: string;
  /** "square and relatively small": a site has one icon, which browsers and readers scale. */
  readonly favicon?: string;
  readonly authors: readonly JsonAuthor[];
  /** "The primary language for the feed" */
  readonly language: string;
  /** "endpoints that can be used to subscribe to real-time notifications" */
  readonly hubs?: readonly { readonly type: "WebSub"; readonly url: string }[];
  readonly _topicwire: JsonFeedExtension;
}

interface JsonAuthor {
  readonly name: string;
}

/** "`items` is an array, and is required." */
interface JsonItem {
  readonly id: string;
  readonly url: string;
  /** "the URL of a page elsewhere": here the original of a republished article. */
  readonly external_url?: string;
  readonly title: string;
  readonly content_html: string;
  readonly summary: string;
  readonly image?: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly authors?: readonly JsonAuthor[];
  /** "any plain text values you want": the titles of the topics. */
  readonly tags?: readonly string[];
  readonly language: string;
  readonly attachments?: readonly JsonAttachment[];
  readonly _topicwire: JsonItemExtension;
}

interface JsonAttachment {
  readonly url: string;
  readonly mime_type: string;
  readonly title?: string;
  readonly size_in_bytes?: number;
}

/** What `about` explains. */
interface JsonFeedExtension {
  readonly about: string;
  readonly updated: string;
  /** Of an archive page: the feed it belongs to, and the archive page of what is newer. */
  readonly current?: string;
  readonly nextArchive?: string;
}

/** What `about` explains. */
interface JsonItemExtension {
  readonly published: string | null;
  readonly firstSeen: string;
  readonly topics: readonly string[];
  readonly source?: string;
}

/** "there for a human looking at the feed, so they can understand what goes in the custom extension" */
const about =
  "Of the feed: updated is when an item in it last changed; in an archive page, current is the feed it belongs to, and " +
  "nextArchive the archive page with newer items (next_url has older ones). Of an item: published is the date its " +
  "source states, null where it states none (date_published is then when topicwire first saw the item); firstSeen is " +
  "when topicwire first saw it; topics are the ids of its topics, as in the addresses of their feeds; source is the " +
  "name of the publisher it came from.";

/** The document up to its first item. */
export function renderJsonHead(feed: FeedHead): string {
  const head: JsonFeed = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self.json,
    description: feed.description,
    ...(feed.prevArchive === null ? {} : { next_url: feed.prevArchive.json }),
    ...(feed.icon === null ? {} : { icon: feed.icon, favicon: feed.icon }),
    authors: [{ name: feed.author }],
    language: feed.entriesLang,
    ...(feed.hub === null ? {} : { hubs: [{ type: "WebSub", url: feed.hub }] }),
    _topicwire: {
      about,
      updated: feed.updated,
      ...(feed.current === null ? {} : { current: feed.current.json }),
      ...(feed.nextArchive === null ? {} : { nextArchive: feed.nextArchive.json }),
    },
  };
  return `${JSON.stringify(head).slice(0, -1)},"items":[\n`;
}

/** One item around its content, the same in every feed. */
export function renderJsonEntry(entry: Entry): EntryParts {
  const { byline, source, image, categories, enclosures } = entry;
  const item: Omit<JsonItem, "content_html"> = {
    id: entry.id,
    url: entry.url,
    ...(source?.url ? { external_url: source.url } : {}),
    title: entry.title,
    summary: entry.summary,
    ...(image === null ? {} : { image }),
    date_published: entry.published,
    date_modified: entry.updated,
    ...(byline === null ? {} : { authors: [{ name: byline }] }),
    ...(categories.length === 0 ? {} : { tags: categories.map(({ label }) => label) }),
    language: entry.lang,
    ...(enclosures.length === 0 ? {} : { attachments: enclosures.map(attachmentOf) }),
    _topicwire: {
      published: entry.dated ? entry.published : null,
      firstSeen: entry.firstSeen,
      topics: categories.map(({ term }) => term),
      ...(source?.name ? { source: source.name } : {}),
    },
  };
  // What is shared holds nothing that a JSON string would have to escape.
  const close = `${entry.note}",${JSON.stringify(item).slice(1)}`;
  return { open: '{"content_html":"', lead: "", content: entry.content, close };
}

/** The document behind its last item. */
export function renderJsonTail(): string {
  return "\n]}\n";
}

function attachmentOf({ url, type, length, title }: Entry["enclosures"][number]): JsonAttachment {
  return {
    url,
    mime_type: type,
    ...(title === null ? {} : { title }),
    ...(length === null ? {} : { size_in_bytes: length }),
  };
}
