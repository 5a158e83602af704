// What most would write: Hono in front, and the package `feed` rendering fifty entries on every request.

import { Feed } from "feed";
import { Hono } from "hono";
import text from "./entries.json.txt";

interface Entry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary?: string;
  readonly content_html: string;
  readonly date_published: string;
}

const site = JSON.parse(text) as {
  readonly title: string;
  readonly home: string;
  readonly entries: readonly Entry[];
};

function makeFeed(): Feed {
  const feed = new Feed({
    title: site.title,
    id: site.home,
    link: site.home,
    copyright: "",
    updated: new Date(0),
  });
  for (const entry of site.entries)
    feed.addItem({
      title: entry.title,
      id: entry.id,
      link: entry.url,
      description: entry.summary ?? "",
      content: entry.content_html,
      date: new Date(entry.date_published),
    });
  return feed;
}

const app = new Hono();
app.get("/feeds/:name{.+\\.rss}", (c) =>
  c.body(makeFeed().rss2(), 200, { "Content-Type": "application/rss+xml" }),
);
app.get("/feeds/:name{.+\\.atom}", (c) =>
  c.body(makeFeed().atom1(), 200, { "Content-Type": "application/atom+xml" }),
);
app.get("/feeds/:name{.+\\.json}", (c) =>
  c.body(makeFeed().json1(), 200, { "Content-Type": "application/feed+json" }),
);

export default app;
