// createApp: every route on one screen. Look it up, say so when it is not there, send it.

import { type Context, Hono } from "hono";
import { ALL } from "../catalog/catalog.ts";
import {
  archivePath,
  articleFolder,
  builderPath,
  customaryPaths,
  type FeedExtension,
  faviconPath,
  feedFolder,
  feedPath,
  homePath,
  indexPath,
  opmlPath,
  robotsPath,
  schemaPath,
  shortIdIn,
  sitemapFolder,
  sitemapPath,
  topicFolder,
  topicPath,
} from "../catalog/links.ts";
import { plainTopic, type Query } from "../catalog/query.ts";
import { ColdFileMissing } from "../lists/gather.ts";
import { type Later, onceThere } from "../lists/later.ts";
import type { ListKind } from "../lists/list.ts";
import { queryFromForm } from "../pages/choice.ts";
import { isFresh } from "./caching.ts";
import { asksForDelta, deltaFor, withDetails } from "./delta.ts";
import {
  refuseFeed,
  refuseIncomplete,
  refuseMachine,
  refuseMethod,
  refusePage,
  refuseQuery,
  refuseRetracted,
} from "./errors.ts";
import type { Lists } from "./lists.ts";
import { readQuery } from "./query.ts";
import { feedVary, sendDocument, sendOptions, sendRedirect } from "./respond.ts";
import type { Store, StoredDocument } from "./store.ts";

type Answer = Later<Response>;

/** The whole site as a Hono app. `clock` tells the present in seconds since 1970. */
export function createApp(store: Store, lists: Lists, clock: () => number): Hono {
  const { shelf } = store;
  const { site } = shelf;
  const app = new Hono();

  app.options("*", () => sendOptions());

  app.get(homePath, (c) => ready(c, homePath));
  app.get(builderPath, (c) => sendRedirect(queryFromForm(new URL(c.req.url).searchParams, isTopic), 303));
  app.get(`${topicFolder}:query`, (c) => page(c));
  app.get(`${articleFolder}:name`, (c) => article(c));
  app.get(`${feedFolder}:query/:file`, (c) => archive(c));
  app.get(`${feedFolder}:file`, (c) => feed(c));
  app.get(`${sitemapFolder}:file`, (c) => ready(c, c.req.path));
  for (const path of [opmlPath, indexPath, schemaPath, sitemapPath, robotsPath])
    app.get(path, (c) => ready(c, path));
  app.all("*", (c) => nothing(c));
  app.onError((error, c) => {
    console.error(error);
    if (error instanceof ColdFileMissing) return refuseIncomplete(error.path);
    return c.text("Something went wrong here. Try again in a minute.\n", 500);
  });
  return app;

  /** Another method, an address that is spelled otherwise here, or no address at all. */
  function nothing(c: Context): Response {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return refuseMethod();
    const { pathname, search } = new URL(c.req.url);
    const shorter = withoutSlashes(pathname);
    const customary = customaryPaths[shorter];
    if (customary !== undefined) return sendRedirect(customary + search);
    if (shorter === faviconPath && site.icon !== null) return sendRedirect(site.icon);
    // A location that begins with two slashes would be another site.
    return shorter !== pathname && shorter !== "" && !shorter.startsWith("//")
      ? sendRedirect(shorter + search)
      : refusePage(site, null);
  }

  function isTopic(id: string): boolean {
    return shelf.rollOf(id) !== null && id !== ALL;
  }

  function ready(c: Context, path: string): Answer {
    const now = clock();
    return onceThere(store.find(path, null, now), (document) =>
      document === undefined ? refusePage(site, null) : sendDocument(c.req.raw, document, now),
    );
  }

  function page(c: Context): Answer {
    const asked = readQuery(c.req.raw, c.req.path.slice(topicFolder.length), isTopic);
    if ("refusal" in asked) return refuseQuery(site, asked.refusal);
    const address = topicPath(asked.expression, asked.search);
    if (!asked.canonical) return sendRedirect(address);
    const now = clock();
    return onceThere(newest(address, asked.query, "page", now), (document) =>
      sendDocument(c.req.raw, document, now),
    );
  }

  /** The newest articles of a query: ready-made where the query is a topic, joined where it is not. */
  function newest(address: string, query: Query, kind: ListKind, now: number): Later<StoredDocument> {
    return onceThere(
      store.find(address, plainTopic(query), now),
      (document) => document ?? lists.newest(query, kind, now),
    );
  }

  function feed(c: Context): Answer {
    const file = splitFile(c.req.path.slice(feedFolder.length));
    if (file === null) return refuseFeed(c.req.path);
    const asked = readQuery(c.req.raw, file.name, isTopic);
    if ("refusal" in asked) return refuseMachine(asked.refusal);
    const address = feedPath(asked.expression, file.extension, asked.search);
    if (!asked.canonical) return sendRedirect(address);
    const { raw } = c.req;
    const now = clock();
    if (raw.headers.get("Sec-Fetch-Dest") === "document") {
      return onceThere(lists.newest(asked.query, "page", now, "feed-preview"), (preview) =>
        sendDocument(raw, preview, now, { more: { Vary: feedVary } }),
      );
    }
    if (!asksForDelta(raw)) {
      return onceThere(newest(address, asked.query, file.extension, now), (document) =>
        sendDocument(raw, document, now),
      );
    }
    return onceThere(lists.newest(asked.query, file.extension, now), (list) => {
      const whole = withDetails(list);
      const delta = isFresh(raw, whole) ? null : deltaFor(raw, shelf, whole);
      if (delta === null) return sendDocument(raw, whole, now);
      const headers = { IM: "feed", "Delta-Base": delta.base, "Cache-Control": "no-store, im" };
      return sendDocument(raw, delta.document, now, { status: 226, more: headers });
    });
  }

  function archive(c: Context): Answer {
    const file = splitFile(c.req.path.slice(c.req.path.lastIndexOf("/") + 1));
    const asked = readQuery(
      c.req.raw,
      c.req.path.slice(feedFolder.length, c.req.path.lastIndexOf("/")),
      isTopic,
    );
    if (file === null || !/^[1-9]\d{0,8}$/.test(file.name)) return refuseFeed(c.req.path);
    if ("refusal" in asked) return refuseMachine(asked.refusal);
    const topic = plainTopic(asked.query);
    if (topic === null) return refuseFeed(c.req.path);
    const number = Number(file.name);
    const now = clock();
    return onceThere(lists.archive(asked.query, number, file.extension, now), (found) => {
      if (found === undefined) return refuseFeed(c.req.path);
      if (!asked.canonical) return sendRedirect(archivePath(topic, number, file.extension));
      return sendDocument(c.req.raw, found, now);
    });
  }

  function article(c: Context): Answer {
    const now = clock();
    const shortId = shortIdIn(c.req.param("name") ?? "");
    if (shortId === null) return refusePage(site, null);
    return onceThere(store.article(shortId, c.req.path, now), (known) => {
      if (known === undefined) return refusePage(site, null);
      if ("retracted" in known) return refuseRetracted(site, known.retracted);
      return known.path === c.req.path
        ? sendDocument(c.req.raw, known.document, now)
        : sendRedirect(known.path);
    });
  }
}

/** A path as it was sent, without the slashes at its end. */
function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

/** The name and the format of a feed's file name; null where it has none. */
function splitFile(file: string): { readonly name: string; readonly extension: FeedExtension } | null {
  const [, name = "", extension] = /^(.*)\.(rss|atom|json)$/.exec(file) ?? [];
  return extension === undefined ? null : { name, extension: extension as FeedExtension };
}
