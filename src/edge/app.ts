// createApp: every route on one screen. Look it up, say so when it is not there, send it.

import { Hono } from "hono";
import { homePath, indexPath, opmlPath, shortIdIn } from "../catalog/links.ts";
import { refuseFeed, refuseMethod, refusePage } from "./errors.ts";
import { sendDocument, sendOptions } from "./respond.ts";
import type { Store } from "./store.ts";

/** The whole site as a Hono app. */
export function createApp(store: Store): Hono {
  const app = new Hono();

  app.options("*", () => sendOptions());
  app.on(["POST", "PUT", "PATCH", "DELETE"], "*", () => refuseMethod());

  app.get(homePath, (c) => page(c.req.raw, homePath));
  app.get("/topics/:query", (c) => page(c.req.raw, c.req.path));
  app.get("/articles/:name", (c) => article(c.req.raw, c.req.path, c.req.param("name")));
  app.get("/feeds/:file", (c) => machine(c.req.raw, c.req.path));
  app.get(opmlPath, (c) => machine(c.req.raw, opmlPath));
  app.get(indexPath, (c) => machine(c.req.raw, indexPath));
  app.notFound((c) =>
    /\.(rss|atom|json|opml|xml)$/.test(c.req.path)
      ? refuseFeed(c.req.path)
      : refusePage(store.site, c.req.path),
  );
  app.onError((error, c) => {
    console.error(error);
    return c.text("Something went wrong here. Try again in a minute.\n", 500);
  });
  return app;

  function page(request: Request, path: string): Response | Promise<Response> {
    const document = store.find(path);
    return document === undefined ? refusePage(store.site, path) : sendDocument(request, document);
  }

  function article(request: Request, path: string, name: string): Response | Promise<Response> {
    const right = store.articlePath(shortIdIn(name) ?? "");
    if (right !== undefined && right !== path) {
      return new Response(null, {
        status: 301,
        headers: { Location: right, "Cache-Control": "public, max-age=900" },
      });
    }
    return page(request, path);
  }

  function machine(request: Request, path: string): Response | Promise<Response> {
    const document = store.find(path);
    return document === undefined ? refuseFeed(path) : sendDocument(request, document);
  }
}
