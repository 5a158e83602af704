// createApp: every route on one screen. Look it up, say so when it is not there, send it.

import { type Context, Hono } from "hono";
import {
  absolute,
  archivePath,
  builderPath,
  type FeedExtension,
  feedPath,
  homePath,
  indexPath,
  opmlPath,
  robotsPath,
  schemaPath,
  shortIdIn,
  sitemapPath,
  topicPath,
} from "../catalog/links.ts";
import { plainTopic } from "../catalog/query.ts";
import { queryFromForm } from "../pages/builder.ts";
import { foreverControl, isFresh } from "./caching.ts";
import { asksForDelta, deltaFor, withDetails } from "./delta.ts";
import {
  refuseFeed,
  refuseMachine,
  refuseMethod,
  refusePage,
  refuseQuery,
  refuseRetracted,
} from "./errors.ts";
import type { Lists } from "./lists.ts";
import { readQuery } from "./query.ts";
import { feedVary, sendDocument, sendOptions, sendRedirect } from "./respond.ts";
import type { Store } from "./store.ts";

type Answer = Response | Promise<Response>;

/** The whole site as a Hono app. `clock` tells the present in seconds since 1970. */
export function createApp(store: Store, lists: Lists, clock: () => number): Hono {
  const { shelf } = store;
  const { site } = shelf;
  const app = new Hono();

  app.options("*", () => sendOptions());

  app.get(homePath, (c) => ready(c, homePath));
  app.get(builderPath, (c) => sendRedirect(queryFromForm(new URL(c.req.url).searchParams, isTopic), 303));
  app.get("/topics/:query", (c) => page(c));
  app.get("/articles/:name", (c) => article(c));
  app.get("/feeds/:query/:file", (c) => archive(c));
  app.get("/feeds/:file", (c) => feed(c));
  for (const path of [opmlPath, indexPath, schemaPath, sitemapPath, robotsPath])
    app.get(path, (c) => ready(c, path));
  app.all("*", (c) => nothing(c));
  app.onError((error, c) => {
    console.error(error);
    return c.text("Something went wrong here. Try again in a minute.\n", 500);
  });
  return app;

  /** Another method, an address with a slash too many, or no address at all. */
  function nothing(c: Context): Response {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return refuseMethod();
    const shorter = c.req.path.replace(/\/+$/, "");
    return shorter !== c.req.path && shorter !== "" && !shorter.startsWith("//")
      ? sendRedirect(shorter)
      : refusePage(site, null);
  }

  function isTopic(id: string): boolean {
    return shelf.ofTopic(id) !== null;
  }

  function ready(c: Context, path: string): Answer {
    const now = clock();
    const document = store.ready(path, now);
    return document === undefined ? refusePage(site, null) : sendDocument(c.req.raw, document, now);
  }

  function page(c: Context): Answer {
    const asked = readQuery(c.req.raw, c.req.path.slice(topicPath("").length), isTopic);
    if ("refusal" in asked) return refuseQuery(site, asked.refusal);
    const address = topicPath(asked.expression, asked.search);
    if (!asked.canonical) return sendRedirect(address);
    const now = clock();
    const document = store.ready(address, now) ?? lists.newest(asked.query, "page", now);
    return sendDocument(c.req.raw, document, now);
  }

  function feed(c: Context): Answer {
    const file = splitFile(c.req.path.slice("/feeds/".length));
    if (file === null) return refuseFeed(c.req.path);
    const asked = readQuery(c.req.raw, file.name, isTopic);
    if ("refusal" in asked) return refuseMachine(asked.refusal);
    const address = feedPath(asked.expression, file.extension, asked.search);
    if (!asked.canonical) return sendRedirect(address);
    const { raw } = c.req;
    const now = clock();
    if (raw.headers.get("Sec-Fetch-Dest") === "document") {
      const preview = lists.newest(asked.query, "page", now, "feed-preview");
      return sendDocument(raw, preview, now, { more: { Vary: feedVary } });
    }
    const more = linkHub(address);
    if (!asksForDelta(raw)) {
      const document = store.ready(address, now) ?? lists.newest(asked.query, file.extension, now);
      return sendDocument(raw, document, now, { more });
    }
    const whole = withDetails(lists.newest(asked.query, file.extension, now));
    const delta = isFresh(raw, whole) ? null : deltaFor(raw, shelf, whole);
    if (delta === null) return sendDocument(raw, whole, now, { more });
    const headers = { ...more, IM: "feed", "Cache-Control": "no-store, im" };
    return sendDocument(raw, delta, now, { status: 226, more: headers });
  }

  function archive(c: Context): Answer {
    const file = splitFile(c.req.path.slice(c.req.path.lastIndexOf("/") + 1));
    const asked = readQuery(
      c.req.raw,
      c.req.path.slice("/feeds/".length, c.req.path.lastIndexOf("/")),
      isTopic,
    );
    if (file === null || !/^[1-9]\d{0,8}$/.test(file.name)) return refuseFeed(c.req.path);
    if ("refusal" in asked) return refuseMachine(asked.refusal);
    const topic = plainTopic(asked.query);
    const number = Number(file.name);
    const now = clock();
    const found = topic === null ? undefined : lists.archive(asked.query, number, file.extension, now);
    if (topic === null || found === undefined) return refuseFeed(c.req.path);
    if (!asked.canonical) return sendRedirect(archivePath(topic, number, file.extension));
    return sendDocument(
      c.req.raw,
      found,
      now,
      found.full ? { more: { "Cache-Control": foreverControl } } : {},
    );
  }

  function article(c: Context): Answer {
    const shortId = shortIdIn(c.req.param("name") ?? "") ?? "";
    const path = store.articlePath(shortId, clock());
    if (path !== undefined) return path === c.req.path ? ready(c, path) : sendRedirect(path);
    const gone = store.retraction(shortId);
    return gone === undefined ? refusePage(site, null) : refuseRetracted(site, gone);
  }

  /** Where a site has a hub, every feed says so in its headers too (WebSub §4). */
  function linkHub(address: string): Record<string, string> {
    if (site.hub === null) return {};
    return { Link: `<${site.hub}>; rel="hub", <${absolute(site, address)}>; rel="self"` };
  }
}

/** The name and the format of a feed's file name; null where it has none. */
function splitFile(file: string): { readonly name: string; readonly extension: FeedExtension } | null {
  const [, name = "", extension] = /^(.*)\.(rss|atom|json)$/.exec(file) ?? [];
  return extension === undefined ? null : { name, extension: extension as FeedExtension };
}
