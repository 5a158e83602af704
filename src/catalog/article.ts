// Article: what we vouch for, and the one order articles are listed in.

/** A file that goes with an article (RFC 4287 §4.2.7.2 `rel="enclosure"`). */
export interface Enclosure {
  /** Absolute address. */
  readonly url: string;
  /** Media type, such as `audio/mpeg`. */
  readonly type: string;
  /** Size in bytes; null where unknown. */
  readonly length: number | null;
  readonly title: string | null;
}

/** Where a republished article came from. */
export interface Source {
  /** A person-readable name, such as "TTXVN"; null where only the address is known. */
  readonly name: string | null;
  /** Absolute http(s) address of the original; null where only the name is known. */
  readonly url: string | null;
}

/**
 * One article of the catalog. Everything in it has been checked: text is NFC and free of characters XML forbids,
 * `html` has passed the sanitizer, instants are RFC 3339 in UTC (`2023-12-20T10:36:17Z`).
 */
export interface Article {
  /** `urn:uuid:…`, for ever. */
  readonly id: string;
  /** 10 characters of [0-9a-z], made from the id, unique in the catalog; what an article's address is found by. */
  readonly shortId: string;
  /** ASCII words for the address; may change with the title. */
  readonly slug: string;
  /** Plain text, never empty. */
  readonly title: string;
  /** True when the source states no title and this one was made from the first clause. */
  readonly titleDerived: boolean;
  /** BCP 47 language of the article itself. */
  readonly lang: string;
  /** When the source says it was published; null when it does not say. */
  readonly published: string | null;
  /** When topicwire first saw it; never null. */
  readonly firstSeen: string;
  /** When the article's own words last changed; equals `dateOf(article)` as long as they never did. */
  readonly updated: string;
  /** When its place in the feeds last changed (first seen, edited, come back, or its day come): for Last-Modified. */
  readonly changed: string;
  /** Plain text, one paragraph, at most some 300 characters. */
  readonly summary: string;
  /** The whole article as sanitised HTML (block elements), without its title. */
  readonly html: string;
  /** The whole article as plain text, one paragraph a line. */
  readonly text: string;
  readonly byline: string | null;
  readonly source: Source | null;
  /** Absolute address of the lead image. */
  readonly image: string | null;
  /** Size of the lead image in bytes; absent or null where unknown. */
  readonly imageLength?: number | null;
  /** Captions of pictures the capture lost; they are not part of the text. */
  readonly captions: readonly string[];
  readonly enclosures: readonly Enclosure[];
  /** Ids of topics, in the order of the catalog's topics. */
  readonly topics: readonly string[];
}

/** What is needed of every article at once; the rest of each is read when it is its turn. */
export type ArticleFacts = Pick<
  Article,
  "id" | "shortId" | "slug" | "title" | "lang" | "published" | "firstSeen" | "updated" | "changed" | "topics"
>;

/** The instant an entry is dated and sorted by: what its source states, else when it was first seen. */
export function dateOf(article: Pick<Article, "published" | "firstSeen">): string {
  return article.published ?? article.firstSeen;
}

/** Newest first; articles of one instant keep the order of their ids, which no rename or reordering can move. */
export function compareArticles(a: ArticleFacts, b: ArticleFacts): number {
  const left = dateOf(a);
  const right = dateOf(b);
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
