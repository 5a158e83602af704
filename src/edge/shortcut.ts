// The short way: most requests are for a document that is ready, by its very address, and need no router.

import { feedFolder, homePath } from "../catalog/links.ts";
import type { Lists } from "./lists.ts";
import { sendDocument } from "./respond.ts";
import type { Store } from "./store.ts";

/** Answers a request where a document at hand is all there is to it; null where it takes more thought. */
export type Shortcut = (request: Request) => Response | Promise<Response> | null;

/** The short way into a store. It gives the very answers the app gives. */
export function createShortcut(store: Store, lists: Lists, clock: () => number): Shortcut {
  return (request) => {
    if (request.method !== "GET") return null;
    const path = pathOf(request.url);
    if (path.startsWith(feedFolder)) {
      const { headers } = request;
      if (headers.has("A-IM") || headers.get("Sec-Fetch-Dest") === "document") return null;
    }
    const now = clock();
    const document = store.ready(path, now) ?? lists.recent(path, now);
    return document === undefined ? null : sendDocument(request, document, now);
  };
}

/** Everything after the host, as it was asked for: only a canonical address is that of a document at hand. */
function pathOf(url: string): string {
  const begin = url.indexOf("/", url.indexOf("//") + 2);
  return begin < 0 ? homePath : url.slice(begin);
}
