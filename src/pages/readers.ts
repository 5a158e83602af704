// Feed readers on the web that take the address of a feed in their own address. A new reader is a new row.

/** A reader, and where it subscribes somebody to a feed. */
export interface Reader {
  readonly name: string;
  readonly subscribe: (feed: string) => string;
}

/** In the order people are offered them. */
export const readers: readonly Reader[] = [
  {
    name: "Feedly",
    subscribe: (feed) => `https://feedly.com/i/subscription/feed%2F${encodeURIComponent(feed)}`,
  },
  {
    name: "Inoreader",
    subscribe: (feed) => `https://www.inoreader.com/?add_feed=${encodeURIComponent(feed)}`,
  },
  {
    name: "The Old Reader",
    subscribe: (feed) => `https://theoldreader.com/feeds/subscribe?url=${encodeURIComponent(feed)}`,
  },
  { name: "NewsBlur", subscribe: (feed) => `https://www.newsblur.com/?url=${encodeURIComponent(feed)}` },
  { name: "Feedbin", subscribe: (feed) => `https://feedbin.com/?subscribe=${encodeURIComponent(feed)}` },
];
